"""An interval that stays honest however often it is looked at.

For guardrails, which may be watched from the first day while the primary metric waits for its end, and
for every metric of a plan that may be looked at any time.

Source: I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas, Time-uniform central limit theory
and asymptotic confidence sequences (2021, arXiv:2103.06476; Annals of Statistics, 2024): their asymptotic
confidence sequence by a Gaussian mixture, and the rho that makes it narrowest at a given number.
"""

import math

from scipy.special import ndtr, stdtrit

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import ROUNDING
from registry.domain.evidence import Method
from registry.domain.summary import Summary

USUAL_UNITS = 1_000
"""Units per arm that the interval is tuned to when the plan names none: it is narrowest there."""

FEWEST_ANSWERS = 10
"""The theory is for large numbers: below this many answers in an arm there is no interval."""

FEWEST_FREEDOM = 6
"""Degrees of freedom: four clusters in each arm, or seven pairs."""


def any_time(control: Summary, arm: Summary, *, alpha: float, tuned_to: int | None) -> Difference | None:
    """Arm minus control with an interval at 1 - *alpha* for all looks together; no p-value.

    *tuned_to* is units per arm. None where an arm has fewer than ten answers or there is no spread.
    """
    if control.mean is None or arm.mean is None or min(control.n, arm.n) < FEWEST_ANSWERS:
        return None
    error = math.sqrt(_spread(control) / control.n + _spread(arm) / arm.n)
    if error <= ROUNDING * max(abs(control.mean), abs(arm.mean)):
        return None
    reach = boundary(control.n + arm.n, tuned_to=2 * (tuned_to or USUAL_UNITS), alpha=alpha)
    return _within(Difference(Method.ANY_TIME, arm.mean - control.mean, error, 0.0, 0.0, None), reach)


def any_time_around(estimate: Difference, *, units: int, tuned_to: int, alpha: float) -> Difference | None:
    """Any *estimate* with an interval at 1 - *alpha* for all looks together; no p-value.

    *units* are what was randomised and is in the estimate, all arms together: customers, and their
    linearised values for a ratio; clusters, blocks or pairs where those were randomised, never their
    customers. *tuned_to* counts the same at the planned end.

    Valid when units come in one after the other (customers, blocks), and when all clusters are there from
    the first look and only their customers come in: then the estimate moves less from look to look than
    the boundary allows for. The theory is for large numbers and a known standard error. So with degrees
    of freedom the boundary is the quantile of t at the same level: that errs in 0.02 to 0.03 of simulated
    pilots with four stores in each arm and twenty looks, where the normal one errs in 0.10 to 0.15.

    None where there is no spread, below six degrees of freedom (four clusters in each arm), for an
    estimate without them below twenty units, and so early that no bound is finite.
    """
    too_few = units < 2 * FEWEST_ANSWERS if estimate.freedom is None else estimate.freedom < FEWEST_FREEDOM
    if too_few or estimate.standard_error == 0:
        return None
    reach = boundary(units, tuned_to=tuned_to, alpha=alpha)
    if estimate.freedom is not None:
        reach = -float(stdtrit(estimate.freedom, ndtr(-reach)))
    return _within(estimate, reach) if math.isfinite(reach) else None


def boundary(units: int, *, tuned_to: int, alpha: float) -> float:
    """How many standard errors the interval reaches to each side after *units*.

    The width of the paper, sigma sqrt(2 (t rho² + 1) / (t² rho²) log(sqrt(t rho² + 1) / alpha)), is
    sigma / sqrt(t), the standard error, times this.
    """
    narrowest_at = -2 * math.log(alpha) + math.log(-2 * math.log(alpha) + 1)
    clock = units / tuned_to * narrowest_at  # t rho²
    return math.sqrt(2 * (clock + 1) / clock * math.log(math.sqrt(clock + 1) / alpha))


def _within(estimate: Difference, reach: float) -> Difference:
    """The *estimate* with an interval that reaches so many standard errors to each side."""
    width = reach * estimate.standard_error
    return estimate._replace(
        method=Method.ANY_TIME,
        low=estimate.difference - width,
        high=estimate.difference + width,
        p_value=None,
    )


def _spread(summary: Summary) -> float:
    """The variance of one answer; for a proportion with one success and one failure added.

    An arm that has not seen a single complaint yet has no spread, which would make the interval a point.
    A. Agresti and B. Caffo, The American Statistician 54 (2000), 280-288.
    """
    if summary.successes is None:
        return summary.variance or 0.0
    rate = (summary.successes + 1) / (summary.n + 2)
    return rate * (1 - rate)
