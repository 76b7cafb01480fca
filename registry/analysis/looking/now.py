"""When a reading is taken: what of it may be shown, and with which interval.

A plan that looks once shows its result at the end, and only guardrails before, with intervals that may be
looked at any time. One with planned looks spends its alpha over them. One that may be looked at any time
has the same kind of interval from the first day to the last.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from registry.analysis.looking.spending import CLOSEST, equal_looks, nominal_levels
from registry.domain.plan import Look, Metric, Plan, Role

SMALLEST_LEVEL = 1e-12
"""Below it no interval is told: it would be wider than anything that was measured."""


class Now(NamedTuple):
    """How far the pilot is when it is read."""

    complete: bool
    looks: tuple[float, ...] = ()
    """Of planned looks: how much of the pilot was in at each look so far, the last of them now; else none."""

    def shows(self, plan: Plan, metric: Metric) -> bool:
        """Whether *metric* may be shown: looking once means at the end, but guardrails are watched."""
        return self.complete or metric.role is Role.GUARDRAIL or plan.look is not Look.ONCE

    def is_any_time(self, plan: Plan) -> bool:
        """Whether the interval to show is one that may be looked at any time."""
        return plan.look is Look.ANYTIME or (plan.look is Look.ONCE and not self.complete)

    def level(self, plan: Plan, alpha: float) -> float:
        """What the interval of this look leaves out, so that all planned looks together leave out *alpha*."""
        if plan.look is not Look.PLANNED:
            return alpha
        return _level(self.looks, alpha=alpha, complete=self.complete)


@lru_cache(maxsize=64)  # Every metric of a reading asks about the same looks, and each of them several times.
def _level(looks: tuple[float, ...], *, alpha: float, complete: bool) -> float:
    return nominal_levels(looks, alpha=alpha, complete=complete)[-1]


def now(
    plan: Plan, arms: Mapping[str, int], as_of: date, *, complete: bool, looked: Sequence[float] | None = None
) -> Now:
    """How far a pilot with these units in its *arms* is on the day *as_of*.

    *looked* are the looks that were taken before. None where nobody knows of any: then those that the
    plan has up to now count as taken, which is the careful guess.
    """
    if plan.look is not Look.PLANNED:
        return Now(complete)
    fraction = _fraction(plan, arms, as_of, complete=complete)
    before = equal_looks(plan.looks or 1) if looked is None else tuple(looked)
    apart = tuple(each for each in before if each <= fraction * (1 - CLOSEST))
    if looked and not complete and len(apart) < len(before):
        # Nothing new came in since the last look, so it still is that look.
        return Now(complete, before)
    return Now(complete, (*apart, fraction))


def _fraction(plan: Plan, arms: Mapping[str, int], as_of: date, *, complete: bool) -> float:
    """How much of the planned pilot is in: in customers where those were randomised, else in days."""
    if plan.groups is None and plan.planned_units is not None:
        return max(min(arms.values()) / plan.planned_units, CLOSEST)
    if plan.start is None or plan.end is None:
        return 1.0
    days = (plan.end - plan.start).days + 1
    gone = (as_of - plan.start).days + 1
    return 1.0 if complete else min(max(gone / days, CLOSEST), 1.0)
