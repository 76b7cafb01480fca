"""Anniversaries: what began, ended or was learned from on this day, one or more years ago."""

from calendar import isleap
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Milestone(StrEnum):
    """What a day meant for an experiment; the one that tells most comes first."""

    LEARNED = "learned"
    ENDED = "ended"
    STARTED = "started"


class Reached(NamedTuple):
    """A milestone of an experiment, and the day it was reached."""

    experiment: int
    milestone: Milestone
    day: date


class Anniversary(NamedTuple):
    """A milestone that an experiment reached *years* before the day *on*."""

    on: date
    milestone: Milestone
    years: int
    experiment: int
    then: date
    """The day on which it happened."""


def years_ago(then: date, today: date) -> int:
    """How many years ago today *then* was; 0 when *today* is no anniversary of it.

    The 29th of February is remembered on the 28th in years that have none.
    """
    is_the_day = (then.month, then.day) == (today.month, today.day)
    stands_in = (then.month, then.day, today.month, today.day) == (2, 29, 2, 28) and not isleap(today.year)
    return max(today.year - then.year, 0) if is_the_day or stands_in else 0


def anniversaries(reached: Iterable[Reached], first: date, last: date) -> tuple[Anniversary, ...]:
    """What is remembered from *first* to *last*, both included: by day, what tells most first.

    An experiment is remembered once a day, and of its milestones by the one that tells most.
    """
    order = list(Milestone)
    found = sorted(
        (
            Anniversary(on, each.milestone, years, each.experiment, each.day)
            for each in reached
            for on in days_between(first, last)
            if (years := years_ago(each.day, on))
        ),
        key=lambda each: (each.on, order.index(each.milestone), each.years, each.experiment),
    )
    told = dict[tuple[date, int], Anniversary]()
    for each in found:
        told.setdefault((each.on, each.experiment), each)
    return tuple(told.values())


def days_between(first: date, last: date) -> Iterator[date]:
    """The days from *first* to *last*, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
