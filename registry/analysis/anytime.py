"""An interval that stays honest however often it is looked at.

For guardrails, which may be watched from the first day while the primary metric waits for its end.

Source: I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas, Time-uniform central limit theory
and asymptotic confidence sequences (2021, arXiv:2103.06476), theorem 2.2 and, for the tuning, appendix B.2.
"""

import math

from registry.analysis.difference import Difference
from registry.domain.evidence import Method
from registry.domain.summary import Summary

USUAL_UNITS = 1_000
"""Units per arm that the interval is tuned to when the plan names none: it is narrowest there."""

FEWEST_ANSWERS = 10
"""The theory is for large numbers: below this many answers in an arm there is no interval."""


def any_time(control: Summary, arm: Summary, *, alpha: float, tuned_to: int | None) -> Difference | None:
    """Arm minus control with an interval at 1 - *alpha* for all looks together; no p-value.

    *tuned_to* is units per arm. None where an arm has fewer than ten answers or there is no spread.
    """
    if control.mean is None or arm.mean is None or min(control.n, arm.n) < FEWEST_ANSWERS:
        return None
    error = math.sqrt(_spread(control) / control.n + _spread(arm) / arm.n)
    if error == 0:
        return None
    width = error * boundary(control.n + arm.n, tuned_to=2 * (tuned_to or USUAL_UNITS), alpha=alpha)
    difference = arm.mean - control.mean
    return Difference(Method.ANY_TIME, difference, error, difference - width, difference + width, None)


def boundary(units: int, *, tuned_to: int, alpha: float) -> float:
    """How many standard errors the interval reaches to each side after *units*; theorem 2.2.

    The width there, sigma sqrt(2 (t rho² + 1) / (t² rho²) log(sqrt(t rho² + 1) / alpha)), is
    sigma / sqrt(t), the standard error, times this.
    """
    narrowest_at = -2 * math.log(alpha) + math.log(-2 * math.log(alpha) + 1)
    clock = units / tuned_to * narrowest_at  # t rho²
    return math.sqrt(2 * (clock + 1) / clock * math.log(math.sqrt(clock + 1) / alpha))


def _spread(summary: Summary) -> float:
    """The variance of one answer; for a proportion with one success and one failure added.

    An arm that has not seen a single complaint yet has no spread, which would make the interval a point.
    A. Agresti and B. Caffo, The American Statistician 54 (2000), 280-288.
    """
    if summary.successes is None:
        return summary.variance or 0.0
    rate = (summary.successes + 1) / (summary.n + 2)
    return rate * (1 - rate)
