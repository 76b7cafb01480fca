"""How healthy the trying is: five figures about how we try, none about what came of it.

All five are about the same experiments, those decided in a fixed period of twelve weeks that is over, in the
organisation as a whole. So nothing can be worked out by subtracting one figure from another, and what stands
behind each is told once. Fewer than five people behind them: nothing is told.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from registry.domain.assessment import Door
from registry.domain.listed import Listed
from registry.domain.small_groups import Slice, shown
from registry.domain.twelve_weeks import finished, period_of

PERIODS = 4
"""Periods that are told: a little less than a year."""


class Figure(StrEnum):
    """What is told, in the order in which an experiment meets it."""

    TWO_WAY = "two_way"
    TO_START = "to_start"
    TO_LEARNING = "to_learning"
    SURPRISE = "surprise"
    NEXT_STEP = "next_step"


def days_to_start(row: Listed) -> int | None:
    """Days from the idea to the start."""
    return None if row.started_on is None else (row.started_on - row.proposed_on).days


def days_to_learning(row: Listed) -> int | None:
    """Days from the end to the learning; None while nobody has told. What is decided early ends then."""
    ends = [day for day in (row.ends_on, row.decided_on) if day is not None]
    return None if row.learned_on is None or not ends else (row.learned_on - min(ends)).days


SHARES: Mapping[Figure, Callable[[Listed], bool]] = {
    Figure.TWO_WAY: lambda row: row.door is Door.TWO_WAY,
    Figure.SURPRISE: lambda row: row.has_surprise,
    Figure.NEXT_STEP: lambda row: row.has_next_step,
}
"""Of how many experiments something holds."""

DAYS: Mapping[Figure, Callable[[Listed], int | None]] = {
    Figure.TO_START: days_to_start,
    Figure.TO_LEARNING: days_to_learning,
}
"""How many days something took."""


class Middle(NamedTuple):
    """At least half of the experiments took from *fewest* to *most* days; None is longer than any."""

    fewest: int | None
    most: int | None


class Told(NamedTuple):
    """The figures of one period, or of all periods together."""

    first: date
    last: date
    decided: tuple[int, ...]
    """The experiments that all figures are about."""
    having: Mapping[Figure, tuple[int, ...]]
    """Those of them for which each of SHARES holds."""
    days: Mapping[Figure, Middle]
    """The middle half of each of DAYS."""

    def percent(self, figure: Figure) -> int:
        """A share, in whole percent."""
        return round(100 * len(self.having[figure]) / len(self.decided))


class Trying(NamedTuple):
    """What may be told of how we try."""

    whole: Told | None
    """All periods together; None while fewer than five people are behind them."""
    periods: tuple[Told, ...] = ()
    """Those of the periods that may be told by themselves, the oldest first."""


def trying(rows: Iterable[Listed], today: date) -> Trying:
    """The figures of the last periods that are over *today*, as far as they may be told."""
    periods = finished(today, PERIODS)
    decided: dict[date, list[Listed]] = {period.first: [] for period in periods}
    for row in rows:
        if row.decided_on is not None and (first := period_of(row.decided_on).first) in decided:
            decided[first].append(row)
    every = [row for found in decided.values() for row in found]
    slices = {
        first: Slice("period", first.isoformat(), frozenset(row.experiment for row in found))
        for first, found in decided.items()
    }
    # Behind an experiment stands who proposed it: others who had a part in it do not make its group larger.
    may = shown({row.experiment: frozenset({row.proposed_by}) for row in every}, tuple(slices.values()))
    if not may.whole:
        return Trying(None)
    return Trying(
        whole=_told(every, periods[0].first, periods[-1].last),
        periods=tuple(
            _told(decided[first], first, last) for first, last in periods if slices[first] in may.slices
        ),
    )


def _told(rows: Sequence[Listed], first: date, last: date) -> Told:
    return Told(
        first=first,
        last=last,
        decided=_numbers(rows),
        having={figure: _numbers(filter(holds, rows)) for figure, holds in SHARES.items()},
        days={figure: middle_half([took(row) for row in rows]) for figure, took in DAYS.items()},
    )


def _numbers(rows: Iterable[Listed]) -> tuple[int, ...]:
    return tuple(sorted(row.experiment for row in rows))


def middle_half(days: Sequence[int | None]) -> Middle:
    """From the first to the third quartile of *days*, of which there is at least one.

    The shortest and the longest would tell of one experiment, and change with every new one. What has not
    happened yet (None) takes longer than all that has. Source: the quartiles of R. J. Hyndman and Y. Fan,
    Sample Quantiles in Statistical Packages, The American Statistician 50 (1996), definition 7; between two
    values the lower quartile is the one below and the upper quartile the one above, so that both are days.
    """
    ordered = sorted(days, key=lambda each: float("inf") if each is None else each)
    last = len(ordered) - 1
    return Middle(ordered[last // 4], ordered[-(-3 * last // 4)])
