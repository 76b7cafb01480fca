"""The summaries behind a reading: kept when it is made, and put together again without any row."""

from datetime import date
from typing import NamedTuple

from registry.analysis.joining import between, check_joins, days_of, joined
from registry.analysis.pilot_data import PilotData
from registry.domain.experiment import Dossier
from registry.domain.facts import Reading
from registry.domain.plan import Plan
from registry.domain.snapshot import Days, Snapshot, adds_days
from registry.store import snapshots
from registry.store.database import Database


class Arrived(NamedTuple):
    """A file's summaries beside those before them."""

    data: PilotData
    """All that is known now: the days before it too, where it adds to them."""
    adds_to: int | None
    added: Days | None
    replaced: date | None


def arrived(db: Database, dossier: Dossier, plan: Plan, data: PilotData, called: str) -> Arrived:
    """How *data*, of the file people know as *called*, stand to what was read before, and all of it together.

    Raises DaysRefused and PilotFileRefused, as `adds_days` and `check_joins` do.
    """
    last = dossier.reading
    if last is None:
        return Arrived(data, None, None, None)
    line = [] if last.snapshot is None else snapshots.chain(db, last.snapshot)
    if line and line[-1].sha256 == data.sha256:
        # The same file once more says nothing about other days: it stands where it stood.
        line.pop()
    before = _together(line) if line else None
    days = days_of(data)
    if before is None or not adds_days(plan, days_of(before), days, called=called):
        return Arrived(data, None, None, last.evidence.as_of)
    check_joins(plan, before, data, called)
    return Arrived(joined(before, data), line[-1].id, days, None)


def snapshot_from(dossier: Dossier, reading: Reading, data: PilotData, adds_to: int | None) -> Snapshot:
    """What is kept of the file behind *reading*, whose summaries are *data*; the store numbers it."""
    return Snapshot(
        id=0,
        experiment=dossier.id,
        at=reading.at,
        by=reading.by,
        file_name=reading.file_name,
        sha256=data.sha256,
        rows=data.rows,
        days=days_of(data),
        adds_to=adds_to,
        body=body_of(data),
    )


def body_of(data: PilotData) -> str:
    """*data* as the body of a snapshot."""
    return data.model_dump_json(exclude_defaults=True)


def data_in(snapshot: Snapshot) -> PilotData:
    """The summaries of the one file behind *snapshot*."""
    return PilotData.model_validate_json(snapshot.body)


def data_of(db: Database, reading: Reading) -> PilotData:
    """All the summaries that *reading* was made of."""
    if reading.snapshot is not None:
        return _together(snapshots.chain(db, reading.snapshot))
    seen = reading.evidence
    return PilotData(
        sha256=seen.data_sha256,
        rows=seen.rows,
        arms=seen.arms,
        summaries=seen.summaries,
        cells=seen.stores,
        units_named=False,
    )


def data_between(db: Database, reading: Reading, first: date, last: date) -> PilotData:
    """What *reading* said of the days from *first* to *last*, both counted. Raises DaysNotThere."""
    return between(data_of(db, reading), first, last)


def _together(line: list[Snapshot]) -> PilotData:
    """All the days of *line*; one file alone has what was computed while it was open, too."""
    first, *later = (data_in(each) for each in line)
    return joined(first, *later) if later else first
