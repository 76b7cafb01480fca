"""Finding: which experiments somebody means, in which order, and how many there are of each kind."""

import json
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage] - the library it chose

from registry.domain.experiment import UnknownExperiment, experiment_id
from registry.domain.finding import Facet, Thing, Wanted, honest
from registry.domain.person import Person
from registry.store.database import Database
from registry.store.excerpts import Hit, hits
from registry.store.facets import Bools, Facets, facets
from registry.store.index import Row, by_ids
from registry.store.postings import Ids, has_few, matching
from registry.store.search import BM25
from registry.store.words import Term, all_of, terms

RANKED = 10_000
"""Where more match, and no word that few have was asked for, the newest come first: ranking takes time."""

SECONDS = 1.0
"""After this long a search is given up."""
STEPS = 20_000
"""SQLite's steps between two looks at the clock."""


@dataclass(frozen=True)
class Answer:
    """What was found."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[Facet, Mapping[str, int]] = field(default_factory=dict[Facet, Mapping[str, int]])
    """How many would be found with a value chosen, the other filters as they are; empty as soon as a team
    is chosen, and never by team."""
    teams: tuple[str, ...] = ()
    """Every team, as it is compared, whatever else was asked: that one is missing says nothing about it."""
    is_ranked: bool = False
    """Whether the best come first; else the newest do."""
    gave_up: bool = False
    """Whether it took too long."""


def find(db: Database, wanted: Wanted, limit: int = 20, *, viewer: Person | None = None) -> Answer:
    """The experiments for the eyes of *viewer* that are *wanted*: with words the best first, else the newest.

    An experiment is found where every word stands somewhere in it. No words make it fail.
    """
    # Reading all columns anew, at a process's first search, has the time it needs.
    known = facets(db)
    try:
        with _given_up(db):
            return _find(db, known, honest(wanted), limit, viewer)
    except sqlite3.OperationalError as error:
        if str(error) != "interrupted":
            raise
        return Answer(gave_up=True)


def named(db: Database, text: str, *, viewer: Person | None = None) -> Row | None:
    """The experiment whose code *text* is, such as `CX-17`; None where *viewer* may see no such one."""
    code = _code(text)
    return None if code is None else next(iter(by_ids(db, [code], viewer=viewer)), None)


def _find(db: Database, known: Facets, wanted: Wanted, limit: int, viewer: Person | None) -> Answer:
    asked = terms(wanted.words)
    query = all_of(asked)
    if wanted.words.strip() and not query:
        return Answer(teams=_teams(known, viewer))
    code = _code(wanted.words)
    seen = known.visible(viewer) & _in_days(known, wanted)
    quoted = known.holds_quote
    if query:
        matched, quoted = matching(db, known, asked), matching(db, known, asked, "quote")
        if code is not None and code < known.size:
            matched[code] = True
        seen = seen & matched
    ids = np.flatnonzero(seen)
    kept = _chosen(known, wanted, ids, quoted)
    misses = np.zeros(len(ids), np.int8)
    for each in kept.values():
        misses += ~each
    found = ids[misses == 0]
    by_words = _telling(db, asked, len(ids))
    is_ranked = bool(by_words)
    order = _best(db, by_words, found, limit) if by_words else _newest(known, found, limit)
    if code is not None and code in found:
        order = [code, *(each for each in order if each != code)][:limit]
    return Answer(
        hits=hits(db, order, asked, viewer, only_quotes=wanted.values(Facet.THING) == (Thing.QUOTE,)),
        total=len(found),
        counts={} if wanted.is_by_team else _counts(known, ids, quoted, kept, misses),
        teams=_teams(known, viewer),
        is_ranked=is_ranked,
    )


def _code(text: str) -> int | None:
    """The number of the experiment whose code *text* is, such as `CX-17`."""
    try:
        return experiment_id(text)
    except UnknownExperiment:
        return None


def _in_days(known: Facets, wanted: Wanted) -> Bools:
    since = 0 if wanted.since is None else wanted.since.toordinal()
    until = np.iinfo(np.int32).max if wanted.until is None else wanted.until.toordinal()
    return (known.proposed_on >= since) & (known.proposed_on <= until)


def _things(known: Facets, ids: Ids, quoted: Bools) -> dict[str, Bools]:
    learned = known.codes[Facet.STANDING][ids] > 0
    return {Thing.LEARNING: learned, Thing.EXPERIMENT: ~learned, Thing.QUOTE: quoted[ids]}


def _chosen(known: Facets, wanted: Wanted, ids: Ids, quoted: Bools) -> dict[Facet, Bools]:
    """For each filter that was chosen, which of *ids* it lets through."""
    kept: dict[Facet, Bools] = {}
    for facet, values in wanted.chosen.items():
        if facet is Facet.THING:
            things = _things(known, ids, quoted)
            kept[facet] = np.logical_or.reduce([things[each] for each in values])
        else:
            codes = [known.code(facet, _folded(facet, each)) for each in values]
            kept[facet] = np.isin(known.codes[facet][ids], codes)
    return kept


def _folded(facet: Facet, value: str) -> str:
    return value.strip().casefold() if facet is Facet.TEAM else value


def _counts(
    known: Facets, ids: Ids, quoted: Bools, kept: Mapping[Facet, Bools], misses: NDArray[np.int8]
) -> dict[Facet, Mapping[str, int]]:
    """How many of each value the other filters let through: a filter's own choice does not count for it."""
    counted: dict[Facet, Mapping[str, int]] = {}
    for facet in Facet:
        if facet is Facet.TEAM:
            continue
        others = misses == 0 if facet not in kept else misses == ~kept[facet]
        left = ids[others]
        if facet is Facet.THING:
            counted[facet] = {
                thing: int(np.count_nonzero(each)) for thing, each in _things(known, left, quoted).items()
            }
            continue
        numbers = np.bincount(known.codes[facet][left], minlength=len(known.values[facet]))
        pairs = zip(known.values[facet][1:], numbers[1:].tolist(), strict=True)
        counted[facet] = {value: number for value, number in pairs if number}
    return counted


def _teams(known: Facets, viewer: Person | None) -> tuple[str, ...]:
    numbers = np.bincount(known.codes[Facet.TEAM][known.visible(viewer)])
    return tuple(sorted(known.values[Facet.TEAM][code] for code in np.flatnonzero(numbers).tolist() if code))


def _telling(db: Database, asked: Sequence[Term], matching: int) -> list[Term]:
    """The terms that tell experiments apart: those that few have; else all, where few have all of them.

    To weigh a term, bm25 counts all who have it: one that stands in every experiment costs most, and tells
    nothing.
    """
    rare = [term for term in asked if has_few(db, term)]
    return rare or (list(asked) if matching <= RANKED else [])


def _best(db: Database, by: Sequence[Term], found: Ids, limit: int) -> list[int]:
    """The first of *found*, best first: by bm25 of the terms *by*."""
    rows = db.query(
        # The plus keeps SQLite from asking the index once for each number.
        "select rowid as experiment from search where search match :query"  # noqa: S608 - our own names
        " and +rowid in (select value from json_each(:found))"
        f" order by {BM25}, rowid desc limit :limit",
        {"query": all_of(by), "found": json.dumps(found.tolist()), "limit": limit},
    )
    return [row["experiment"] for row in list(rows)]


def _newest(known: Facets, found: Ids, limit: int) -> list[int]:
    # By day, and within a day by number, in one number.
    ages = -(known.newest[found].astype(np.int64) << 32 | found)
    if len(found) > limit:
        first = np.argpartition(ages, limit)[:limit]
        found, ages = found[first], ages[first]
    return found[np.argsort(ages)].tolist()


@contextmanager
def _given_up(db: Database) -> Generator[None]:
    """Whatever SQLite does in here ends after SECONDS."""
    end = time.monotonic() + SECONDS
    db.conn.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    try:
        yield
    finally:
        db.conn.set_progress_handler(None, 0)
