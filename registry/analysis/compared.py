"""One metric of one arm beside the control, at the moment of a reading."""

from typing import NamedTuple

from registry.analysis.comparing import Comparison, comparison, early, relative_effect
from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.relative import Relative
from registry.analysis.looking.now import SMALLEST_LEVEL, Now
from registry.analysis.measured import measured
from registry.analysis.samples import Sample
from registry.domain.evidence import Method
from registry.domain.plan import Better, Kind, Look, Metric, Plan
from registry.domain.recommendation import Interval
from registry.domain.summary import Summary

SHARES = {Kind.PROPORTION, Kind.TOP_BOX}
"""Kinds whose values are shares from 0 to 1, which people read in percentage points."""


class Compared(NamedTuple):
    """What is needed to compare, and how far the pilot is."""

    plan: Plan
    metric: Metric
    now: Now
    control_arm: str
    arm: str
    control: Sample
    treated: Sample

    @property
    def way(self) -> Comparison:
        """How the plan compares them."""
        return comparison(self.plan, self.metric)

    @property
    def is_share(self) -> bool:
        """Whether its differences are told in percentage points."""
        return self.metric.kind in SHARES

    @property
    def is_settled(self) -> bool:
        """Whether the numbers of the end may be told: it has come, and nobody looked freely before."""
        return self.now.complete and self.plan.look is not Look.ANYTIME

    def difference(self, alpha: float) -> Difference | None:
        """Arm minus control with the interval that belongs to this moment and leaves out *alpha* in all.

        None where it may not be shown yet, or does not exist.
        """
        if not self.now.shows(self.plan, self.metric):
            return None
        if self.now.is_any_time(self.plan):
            tuned_to = self.plan.planned_units
            return early(self.way, self.control, self.treated, alpha=alpha, tuned_to=tuned_to)
        level = self.now.level(self.plan, alpha)
        if level < SMALLEST_LEVEL:
            return None
        found = self.way.difference(self.control, self.treated, alpha=level)
        if found is None or self.plan.look is not Look.PLANNED:
            return found
        return found._replace(method=Method.PLANNED)

    def gain(self, alpha: float) -> Interval | None:
        """The difference's interval, turned so that more is better."""
        found = self.difference(alpha)
        if found is None:
            return None
        if self.metric.better is Better.HIGHER:
            return Interval(found.low, found.high)
        return Interval(-found.high, -found.low)

    def values(self, found: Difference | None) -> tuple[float | None, float | None]:
        """The two values that the difference is between; None where they may not be shown, or are none."""
        if not self.now.shows(self.plan, self.metric):
            return None, None
        if found is not None and found.control is not None and found.arm is not None:
            return found.control, found.arm
        if self.treated.quantile is not None:
            of_control, of_arm = self.treated.quantile.of_control, self.treated.quantile.of_arm
            return of_control and of_control.value, of_arm and of_arm.value
        return self.control.whole.mean, self.treated.whole.mean

    def measured(self, summary: Summary) -> Summary:
        """Another *summary* of the metric, in the units in which it is told."""
        return measured(self.plan, self.metric, summary)

    def relative(self) -> Relative | None:
        """The difference as a share of the control's value; None where that would mislead."""
        # A net promoter score may be 0 or below, of which nothing is a share.
        if not self.is_settled or self.metric.kind is Kind.NPS:
            return None
        level = self.now.level(self.plan, self.plan.alpha)
        return relative_effect(self.way, self.control, self.treated, alpha=level)
