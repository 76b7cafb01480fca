"""What surprised us: what was walked back, and what turned out otherwise than anybody expected."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from registry.domain.experiment import Dossier
from registry.domain.facts import Choice, Submission, Withdrawal
from registry.domain.listed import Line, Listed
from registry.domain.plan import Design
from registry.domain.risk import AtMost
from registry.domain.standing import known_by
from registry.domain.twelve_weeks import finished


def was_walked_back(row: Listed) -> bool:
    """Whether people decided to go back to how it was."""
    return row.outcome == Choice.WALK_BACK


def surprised_on(row: Listed) -> date | None:
    """The day on which *row* surprised us; None while it did not.

    What was walked back did on the day of that decision, whether somebody has told of it yet or not.
    """
    if was_walked_back(row):
        return row.decided_on
    return row.learned_on if row.has_surprise else None


def surprises(rows: Iterable[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What was walked back, and what surprised us otherwise; the latest first."""
    dated = [(day, row) for row in rows if (day := surprised_on(row)) is not None]
    latest = [row for _, row in sorted(dated, key=lambda each: (each[0], each[1].experiment), reverse=True)]
    back = tuple(row for row in latest if was_walked_back(row))
    return back, tuple(row for row in latest if not was_walked_back(row))


def more_was_told(rows: Iterable[Listed], today: date) -> bool:
    """Whether more was walked back in the last twelve weeks that are over than in the twelve before.

    That is people telling: what nobody tells of is not walked back, it goes on.
    """
    before, last = finished(today, 2)
    days = [row.decided_on for row in rows if was_walked_back(row) and row.decided_on is not None]
    in_before, in_last = (
        sum(period.first <= day <= period.last for day in days) for period in (before, last)
    )
    return in_last > in_before


class HowKnown(StrEnum):
    """How we know how many customers met a change."""

    NOBODY = "nobody"
    """It was withdrawn before it started."""
    COUNTED = "counted"
    """The pilot's own data count them."""
    PLANNED = "planned"
    """The proposers said how many would meet it at most."""


class NeverMet(NamedTuple):
    """How many of the organisation's customers never met a change."""

    customers: int
    """All of them."""
    met: int
    """At most this many met it."""
    known: HowKnown

    @property
    def never(self) -> int:
        """At least this many never met it."""
        return self.customers - self.met


def never_met(dossier: Dossier, customers: int | None) -> NeverMet | None:
    """How many of the *customers* never met it: from the pilot's own count, else as planned.

    None where the organisation did not say how many it has, where neither is known, and where it may have
    been everybody. Whoever met it twice is counted twice, so what is left never met it for certain.
    """
    if customers is None:
        return None
    if dossier.pilot is None:
        withdrawn = dossier.latest(Withdrawal) is not None
        return NeverMet(customers, 0, HowKnown.NOBODY) if withdrawn else None
    counted, planned = _counted(dossier), _planned(dossier)
    met = planned if counted is None else counted
    if met is None or met >= customers:
        return None
    return NeverMet(customers, met, HowKnown.PLANNED if counted is None else HowKnown.COUNTED)


def _counted(dossier: Dossier) -> int | None:
    """Units that did not get the control; only where lots were drawn for each: else a row may be a store."""
    plan, evidence = dossier.plan, known_by(dossier)
    if plan is None or evidence is None or plan.design is not Design.RANDOMISED:
        return None
    return sum(units for arm, units in evidence.arms.items() if arm != plan.control)


def _planned(dossier: Dossier) -> int | None:
    submission = dossier.latest(Submission)
    people = None if submission is None else submission.profile.people
    said = people.at_most if isinstance(people, AtMost) else people
    return said if isinstance(said, int) else None
