"""What filters know of every experiment, kept in memory: one number for each of its values.

Counting 100,000 rows by twelve columns takes SQL a quarter of a second, and numpy a few milliseconds. So each
process keeps these columns, and reads again only the rows that were written since (`renewals`).
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from registry.domain.finding import Facet
from registry.domain.person import Person
from registry.store.database import Database, one_row
from registry.store.index import viewing

Bools: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.int32]

CODED = tuple(facet for facet in Facet if facet is not Facet.THING)
"""The facets that are columns of `experiment_index`; what kind of thing is found depends on the words."""

COLUMNS = (
    "experiment, is_private, proposed_by, holds_quote, proposed_on, learned_on, "
    + ", ".join(CODED)  # the facets are named as their columns
)
MOST_RENEWED = 20_000
"""From this many rows on, reading all of them anew is quicker than mending."""


@dataclass(frozen=True)
class Facets:
    """Columns over experiments: what stands at place 17 is said of CX-17."""

    identity: tuple[int, int] = (0, 0)
    """Of which file, by its device and its number on it."""
    edition: int = 0
    """Another one whenever everything was read anew."""
    renewed: int = 0
    """The last renewal that is in here."""
    is_there: Bools = field(default_factory=lambda: np.zeros(1, np.bool_))
    is_private: Bools = field(default_factory=lambda: np.zeros(1, np.bool_))
    holds_quote: Bools = field(default_factory=lambda: np.zeros(1, np.bool_))
    proposed_by: Numbers = field(default_factory=lambda: np.zeros(1, np.int32))
    proposed_on: Numbers = field(default_factory=lambda: np.zeros(1, np.int32))
    """Days, as `date.toordinal` counts them."""
    newest: Numbers = field(default_factory=lambda: np.zeros(1, np.int32))
    """The day of the first learning, else of the proposal."""
    codes: Mapping[Facet, Numbers] = field(
        default_factory=lambda: {facet: np.zeros(1, np.int32) for facet in CODED}
    )
    """Places in `values`; 0 where there is none."""
    values: Mapping[Facet, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(CODED, ("",)))

    @property
    def size(self) -> int:
        """One more than the highest number of an experiment."""
        return len(self.is_there)

    def code(self, facet: Facet, value: str) -> int:
        """The place of *value*; -1 where nobody has it."""
        values = self.values[facet]
        return values.index(value) if value in values else -1

    def visible(self, viewer: Person | None) -> Bools:
        """Which experiments *viewer* may see: VISIBLE, without SQL."""
        eyes = viewing(viewer)
        if eyes["sees_all"]:
            return self.is_there
        own = self.proposed_by == eyes["viewer"]
        team = self.code(Facet.TEAM, eyes["viewers_team"])
        if team > 0:
            own = own | (self.codes[Facet.TEAM] == team)
        return self.is_there & (~self.is_private | own)


_kept: dict[str, Facets] = {}
_lock = threading.Lock()
_editions = count(1)


def facets(db: Database) -> Facets:
    """The columns as they are in the file of *db* now."""
    file = one_row(db, "pragma database_list")["file"]
    stat = Path(file).stat()
    # A backup that was put in place is another file under the same name.
    identity = (stat.st_dev, stat.st_ino)
    with _lock:
        kept = _kept.get(file)
        if kept is None or kept.identity != identity:
            kept = Facets(identity=identity)
        _kept[file] = kept = _renewed(db, kept)
    return kept


def _renewed(db: Database, kept: Facets) -> Facets:
    last = one_row(db, "select coalesce(max(number), 0) as last from renewals")["last"]
    if last == kept.renewed:
        return kept
    sql, values = f"select {COLUMNS} from experiment_index", ()  # noqa: S608 - our own names
    if kept.edition and 0 < last - kept.renewed <= MOST_RENEWED:
        sql += " where experiment in (select experiment from renewals where number > ?)"
        values = (kept.renewed,)
    else:
        kept = Facets(identity=kept.identity, edition=next(_editions))
    return _with(replace(kept, renewed=last), db.conn.execute(sql, values).fetchall())


def _with(kept: Facets, rows: Sequence[Sequence[Any]]) -> Facets:
    """*kept* with the columns of *rows* in place of what was there."""
    if not rows:
        return kept
    ids, private, by, quote, proposed, learned, *coded = zip(*rows, strict=True)
    places = np.array(ids, np.int64)
    size = max(kept.size, max(ids) + 1)

    def column(before: NDArray[Any], values: Sequence[Any]) -> NDArray[Any]:
        after = np.zeros(size, before.dtype)
        after[: len(before)] = before
        after[places] = values
        return after

    proposed_on = [_day(each) for each in proposed]
    codes, names = dict(kept.codes), dict(kept.values)
    for facet, values in zip(CODED, coded, strict=True):
        known = {value: code for code, value in enumerate(names[facet])}
        said = [known.setdefault(value or "", len(known)) for value in values]
        codes[facet], names[facet] = column(codes[facet], said), tuple(known)
    return replace(
        kept,
        is_there=column(kept.is_there, [True] * len(rows)),
        is_private=column(kept.is_private, private),
        holds_quote=column(kept.holds_quote, quote),
        proposed_by=column(kept.proposed_by, by),
        proposed_on=column(kept.proposed_on, proposed_on),
        newest=column(
            kept.newest,
            [_day(day) if day else other for day, other in zip(learned, proposed_on, strict=True)],
        ),
        codes=codes,
        values=names,
    )


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal() if text else 0
