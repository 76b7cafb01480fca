"""What happened on a day in earlier years, in sentences."""

from datetime import date
from typing import NamedTuple

from registry.domain.anniversary import Anniversary, anniversaries
from registry.domain.experiment import experiment_code
from registry.sentences import say
from registry.services.history import apart
from registry.services.run_sheet import shortened
from registry.store import experiments, week
from registry.store.database import Database


class Remembered(NamedTuple):
    """An anniversary, with what the experiment tried and what its team would tell another one."""

    anniversary: Anniversary
    tried: str
    learned: str = ""

    @property
    def code(self) -> str:
        """The experiment's code."""
        return experiment_code(self.anniversary.experiment)


def remembered(db: Database, first: date, last: date, most: int) -> list[Remembered]:
    """What happened on the days from *first* to *last* in earlier years, at most so many."""
    found = anniversaries(week.reached(db, first, last), first, last)[:most]
    dossiers = experiments.dossiers_of(db, [each.experiment for each in found])
    told = ("" if each.learning is None else each.learning.tell_others for each in dossiers)
    return [
        Remembered(each, dossier.proposal.title, learned)
        for each, dossier, learned in zip(found, dossiers, told, strict=True)
    ]


def remembered_line(each: Remembered, *, is_today: bool = True) -> str:
    """An anniversary in one line, with what was learned where somebody wrote it down.

    One that is not of *today* says its day.
    """
    learned = apart(shortened(each.learned))
    ago = {"years": each.anniversary.years, "then": each.anniversary.then.isoformat()}
    return say(
        f"anniversary-{each.anniversary.milestone}",
        ago=say("anniversary-today" if is_today else "anniversary-on", **ago),
        code=each.code,
        tried=apart(shortened(each.tried)) or say("untitled"),
        learned=say("anniversary-taught", learned=learned) if learned else "",
    ).strip()
