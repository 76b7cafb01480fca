"""Running a pilot: plan, start, notes, stop. What its data say is in `reading.py`."""

from registry.domain.experiment import Dossier
from registry.domain.facts import Note
from registry.domain.person import Asking
from registry.domain.pilot import (
    StartingPoint,
    noted,
    plan_drawn,
    started,
    started_after_review,
    stop_explained,
    stopped,
    was_cleared_in_review,
)
from registry.domain.plan import Plan
from registry.domain.recorded import Recorded
from registry.services.picture import redrawn
from registry.services.proposal import yardstick
from registry.services.recording import acting, record, save
from registry.services.review import handed_in_policy
from registry.store import experiments, pictures
from registry.store.database import Database
from registry.store.history import Entry, Sealed


def draw_plan(db: Database, asking: Asking, id: int, plan: Plan) -> Dossier:
    """Choose the plan the pilot will run under."""
    return record(db, asking, id, "plan", lambda dossier, asking: [plan_drawn(dossier, asking, plan)])


def start(db: Database, asking: Asking, id: int, start: StartingPoint) -> Dossier:
    """Start the pilot. A two-way door is handed in with it and needs nobody; a one-way door was cleared."""
    by = yardstick(db)

    def judge(dossier: Dossier, asking: Asking) -> list[Recorded]:
        if was_cleared_in_review(dossier):
            return [started_after_review(dossier, asking, handed_in_policy(db, dossier), start)]
        return [*started(dossier, asking, by, start)]

    return record(db, asking, id, "start", judge)


def note(db: Database, asking: Asking, id: int, note: Note, picture: bytes | None = None) -> Dossier:
    """Keep something seen while the pilot runs, with the picture in the file *picture*: both, or neither.

    Raises NothingNoted, and PictureRefused for a file that is no picture.
    """
    drawn = None if picture is None else redrawn(picture)
    with acting(db, asking) as asked:
        dossier = experiments.dossier(db, id)
        if experiments.was_recorded(db, asked):
            return dossier
        wrote: list[Sealed] = []
        if drawn is not None:
            wrote.append(Sealed("pictures", pictures.add(db, asked, id, *drawn)))
            note = note.model_copy(update={"picture": wrote[0].id})
        return save(db, asked, dossier, Entry("note", wrote=wrote), [noted(dossier, asked, note)])


def stop(db: Database, asking: Asking, id: int) -> Dossier:
    """Stop the pilot, now."""
    return record(db, asking, id, "stop", lambda dossier, asking: [stopped(dossier, asking)])


def explain_stop(db: Database, asking: Asking, id: int, reason: str) -> Dossier:
    """Say afterwards why it was stopped."""
    return record(
        db, asking, id, "explain_stop", lambda dossier, asking: [stop_explained(dossier, asking, reason)]
    )
