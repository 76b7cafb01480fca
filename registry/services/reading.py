"""Reading a running pilot's data: what it says is kept together with the summaries that say it."""

from collections.abc import Callable
from typing import NamedTuple

from registry.analysis.pilot_data import PilotData
from registry.domain import pilot
from registry.domain.experiment import Dossier, has_ended
from registry.domain.facts import Reading
from registry.domain.person import Asking
from registry.domain.pilot import ReadingRefused, awaits_result, says_nothing_new
from registry.domain.plan import Plan
from registry.domain.snapshot import Snapshot
from registry.services.analysis import completed, evidence_of
from registry.services.recording import acting, known, save
from registry.services.snapshot import arrived, data_of, snapshot_from
from registry.store import experiments, snapshots
from registry.store.database import Database
from registry.store.history import Entry, Sealed


class Read(NamedTuple):
    """The dossier after a reading, and whether the reading said anything new."""

    dossier: Dossier
    is_new: bool


class _Made(NamedTuple):
    reading: Reading
    snapshot: Snapshot | None
    """What is to be kept of its file; None where nothing new was given."""


def plan_to_read(db: Database, asking: Asking, id: int) -> Plan:
    """The plan under which a file of the pilot's data is read now: asked before the file is opened.

    Raises NotAllowed, WrongStage, and ReadingRefused for a pilot that looks and listens.
    """
    return pilot.plan_to_read(experiments.dossier(db, id), known(db, asking))


def record_reading(db: Database, asking: Asking, id: int, file_name: str, data: PilotData) -> Read:
    """Keep the summaries *data* of a file, and what they say with those of the days it adds to.

    The same file once more on the same day changes nothing. Raises as `plan_to_read` does, and
    DaysRefused or PilotFileRefused where it does not go together with what was read before.
    """

    def make(dossier: Dossier, asked: Asking) -> _Made:
        plan, as_of = pilot.plan_to_read(dossier, asked), asked.at.date()
        found, last = arrived(db, dossier, plan, data, called=file_name), dossier.reading
        ended, looked = has_ended(dossier, as_of), () if last is None else last.evidence.looks
        reading = Reading(
            at=asked.at,
            by=asked.person.id,
            file_name=file_name,
            evidence=evidence_of(plan, found.data, as_of, ended=ended, looked=looked),
            added=found.added,
            replaced=found.replaced,
        )
        return _Made(reading, snapshot_from(dossier, reading, data, found.adds_to))

    return _kept(db, asking, id, make)


def show_result(db: Database, asking: Asking, id: int) -> Dossier:
    """Read the last data once more, now that the pilot has ended and its result may be shown."""

    def make(dossier: Dossier, asked: Asking) -> _Made:
        plan, last = pilot.plan_to_read(dossier, asked), dossier.reading
        if last is None or not awaits_result(dossier, asked):
            raise ReadingRefused("reading-nothing-to-show", code=dossier.code)
        found = completed(plan, last.evidence, data_of(db, last), asked.at.date())
        by = {"at": asked.at, "by": asked.person.id}
        return _Made(last.model_copy(update={**by, "evidence": found}), None)

    return _kept(db, asking, id, make).dossier


def _kept(db: Database, asking: Asking, id: int, make: Callable[[Dossier, Asking], _Made]) -> Read:
    """Keep what *make* makes of the dossier, its reading and its snapshot or neither.

    Making it may take seconds, so it is made before the lock is taken; and again, when the pilot was
    read or stopped meanwhile.
    """
    while True:
        seen, asked = experiments.dossier(db, id), known(db, asking)
        if experiments.was_recorded(db, asked):
            return Read(seen, is_new=False)
        made = make(seen, asked)
        with acting(db, asking) as asked:
            now = experiments.dossier(db, id)
            if experiments.was_recorded(db, asked):
                return Read(now, is_new=False)
            if (now.reading, now.stop) == (seen.reading, seen.stop):
                return _saved(db, asked, now, made)


def _saved(db: Database, asked: Asking, dossier: Dossier, made: _Made) -> Read:
    reading, wrote = made.reading, list[Sealed]()
    if says_nothing_new(reading, dossier.reading):
        return Read(dossier, is_new=False)
    if made.snapshot is not None:
        wrote.append(Sealed("snapshots", snapshots.add(db, made.snapshot)))
        reading = reading.model_copy(update={"snapshot": wrote[0].id})
    fact = pilot.read(dossier, asked, reading)
    return Read(save(db, asked, dossier, Entry("read", wrote=wrote), [fact]), is_new=True)
