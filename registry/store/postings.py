"""Which experiments have a word. What many have is kept in memory, as one bit for each experiment.

Reading that a word stands in all of 100,000 experiments takes 10 to 30 ms, and the words that many have are
the ones that are asked for again and again.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from registry.store.database import Database
from registry.store.facets import Bools, Facets
from registry.store.words import Term, all_of

FEW = 5_000
"""Fewer experiments than this have a word that tells them apart; reading who has it is quick."""

MOST_KEPT = 500
"""Words kept in memory: with 100,000 experiments each takes 12.5 KB."""
MOST_MENDED = 200
"""Experiments that may have been written since, for a word to be mended and not read anew."""

Ids: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True)
class Kept:
    """Who had a word when `Facets.renewed` was as it is here."""

    renewed: int
    bits: NDArray[np.uint8]


_kept: OrderedDict[tuple[int, str], Kept] = OrderedDict()
_lock = threading.Lock()


def matching(db: Database, known: Facets, asked: Sequence[Term], column: str = "") -> Bools:
    """Which experiments have all of *asked*, anywhere or in *column*; what stands at place 17 is of CX-17."""
    queries = {term: _in_column(all_of([term]), column) for term in asked}
    masks = {term: _remembered(db, known, term, query) for term, query in queries.items()}
    others = [term for term in queries if masks[term] is None]
    found = [mask for mask in masks.values() if mask is not None]
    if any(has_few(db, term) for term in others):
        # Asked together, the index goes from one of the few to the next.
        found.append(_mask(_read(db, _in_column(all_of(others), column)), known.size))
    else:
        found += [_remember(db, known, queries[term]) for term in others]
    return np.logical_and.reduce(found)


def has_few(db: Database, term: Term) -> bool:
    """Whether fewer than FEW experiments have *term*; beginnings take too long to count, and have many."""
    if term.is_beginning:
        return False
    sql = "select count(*) from (select 1 from search where search match ? limit ?)"
    (many,) = db.conn.execute(sql, (all_of([term]), FEW)).fetchone()
    return many < FEW


def _in_column(query: str, column: str) -> str:
    return f"{{{column}}} : ({query})" if column else query


def _read(db: Database, query: str, which: str = "") -> Ids:
    """The numbers of the experiments that *query* matches. One long text is read quicker than many rows."""
    sql = f"select group_concat(rowid) from search where search match ? {which}"  # noqa: S608 - our own words
    (listed,) = db.conn.execute(sql, (query,)).fetchone()
    return np.fromstring(listed or "", np.int64, sep=",")


def _mask(ids: Ids, size: int) -> Bools:
    """*ids* as truths. One beyond *size* was written meanwhile, and is left for the next search."""
    mask = np.zeros(size, np.bool_)
    mask[ids[ids < size]] = True
    return mask


def _remember(db: Database, known: Facets, query: str) -> Bools:
    mask = _mask(_read(db, query), known.size)
    _keep(known, query, mask)
    return mask


def _keep(known: Facets, query: str, mask: Bools) -> None:
    with _lock:
        _kept[known.edition, query] = Kept(known.renewed, np.packbits(mask))
        _kept.move_to_end((known.edition, query))
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)


def _remembered(db: Database, known: Facets, term: Term, query: str) -> Bools | None:
    """Who has *term*, from memory and with what was written since; None where reading anew is better."""
    with _lock:
        kept = _kept.get((known.edition, query))
    if kept is None or kept.renewed > known.renewed:
        return None
    mask = np.zeros(known.size, np.bool_)
    before = np.unpackbits(kept.bits)[: known.size]
    mask[: len(before)] = before
    if kept.renewed == known.renewed:
        return mask
    since = f"select experiment from renewals where number > {kept.renewed:d}"  # noqa: S608 - a number
    changed = [row["experiment"] for row in db.query(f"{since} limit {MOST_MENDED + 1}")]
    # A beginning would be looked up anew for each of them.
    if term.is_beginning or len(changed) > MOST_MENDED:
        return None
    mask[[each for each in changed if each < known.size]] = False
    mask |= _mask(_read(db, query, f"and rowid in ({since})"), known.size)
    _keep(known, query, mask)
    return mask
