"""Readings for tests: of evidence that was made up, and of small files and summaries under PLAN."""

from datetime import date, timedelta
from pathlib import Path

from registry.analysis.pilot_data import PilotData, Source
from registry.domain.evidence import Evidence
from registry.domain.experiment import Dossier
from registry.domain.facts import Reading
from registry.domain.moment import Moment
from registry.domain.person import Asking
from registry.domain.pilot import StartingPoint, read
from registry.domain.plan import Plan, plan_from
from registry.services import pilot
from registry.services.analysis import summaries_of
from registry.services.proposal import begin
from registry.services.reading import Read, plan_to_read, record_reading
from registry.services.recording import record
from registry.store.database import Database
from tests.nouns import CARD, NOON, PLAN, asking

STARTED = NOON.date()

BY_DAY = plan_from(PLAN.model_dump(mode="json") | {"day": "day", "units_return": False})
"""PLAN, whose customers do not come back, so that a file may add days."""

Counts = dict[tuple[int, str], tuple[int, int]]
"""By the day since the start and the arm: how many came back, of how many."""

MONDAY: Counts = {(0, "no card"): (4, 20), (0, "card"): (8, 20)}
TUESDAY: Counts = {(1, "no card"): (3, 15), (1, "card"): (9, 15)}
THURSDAY: Counts = {(3, "no card"): (2, 10), (3, "card"): (1, 10)}


def at(n: int) -> Moment:
    """Noon, so many days after the start."""
    return NOON + timedelta(days=n)


def give(db: Database, id: int, folder: Path, counts: Counts, on: int) -> Read:
    """A file with *counts*, given so many days after the start."""
    name = "-".join(str(n) for n in sorted({n for n, _ in counts}))
    source = Source(file_of(folder, counts, f"{name}.csv"), f"{name}.csv")
    data = summaries_of(plan_to_read(db, asking(at(on)), id), source)
    return record_reading(db, asking(at(on)), id, f"{name}.csv", data)


def reading_of(read: Read) -> Reading:
    """The last reading of the dossier that was *read*."""
    assert read.dossier.reading is not None
    return read.dossier.reading


def kept_reading(db: Database, asking: Asking, id: int, file_name: str, seen: Evidence) -> Dossier:
    """A reading of *seen* whose summaries nobody kept: of what an older registry holds, and made up."""

    def judge(dossier: Dossier, asked: Asking) -> list[Reading]:
        reading = Reading(at=asked.at, by=asked.person.id, file_name=file_name, evidence=seen)
        return [read(dossier, asked, reading)]

    return record(db, asking, id, "read", judge)


def started(db: Database, plan: Plan = PLAN) -> int:
    """A pilot under *plan* that has just begun."""
    number = begin(db, asking(), CARD).id
    pilot.draw_plan(db, asking(), number, plan)
    pilot.start(db, asking(), number, StartingPoint())
    return number


def rows_of(counts: Counts) -> str:
    """The rows of a CSV file with these customers."""
    lines = ["group,back,day"]
    for (day, arm), (back, of) in counts.items():
        on = (STARTED + timedelta(days=day)).isoformat()
        lines += [f"{arm},{int(n < back)},{on}" for n in range(of)]
    return "\n".join(lines) + "\n"


def file_of(folder: Path, counts: Counts, name: str = "cards.csv") -> Path:
    """A CSV file with these customers."""
    file = folder / name
    file.write_text(rows_of(counts), encoding="utf-8")
    return file


def day(n: int) -> date:
    """The day so many days after the start."""
    return STARTED + timedelta(days=n)


def every(summaries: PilotData) -> dict[tuple[str, date | None], tuple[int | None, int]]:
    """Of each cell its arm and day, how many came back, and of how many."""
    return {(cell.arm, cell.day): (cell.successes, cell.units) for cell in summaries.cells}
