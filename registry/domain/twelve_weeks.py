"""Fixed periods of twelve weeks: two of them never overlap, and none is told before it is over.

With windows of one's own choosing the difference between two of them would be a day, and what a few people
did on it. The figures of a period that still runs change daily, and tell the same.
"""

from datetime import date, timedelta
from typing import NamedTuple

BEGINNING = date(2024, 1, 1)
"""A Monday from which the periods are counted, forwards and backwards."""

LENGTH = timedelta(weeks=12)


class TwelveWeeks(NamedTuple):
    """One of the fixed periods, from a Monday to a Sunday."""

    first: date
    last: date

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.last < today


def period_of(day: date) -> TwelveWeeks:
    """The period in which *day* lies."""
    first = BEGINNING + (day - BEGINNING) // LENGTH * LENGTH
    return TwelveWeeks(first, first + LENGTH - timedelta(days=1))


def finished(today: date, count: int) -> tuple[TwelveWeeks, ...]:
    """The last *count* periods that are over, the oldest first."""
    running = period_of(today).first
    return tuple(period_of(running - each * LENGTH) for each in range(count, 0, -1))
