"""The difference of two proportions: Miettinen and Nurminen's score interval, and its p-value.

The score statistic compares the observed difference with an assumed one, with the variance that is
most likely if the assumed one were true; the interval holds every difference that is not rejected.
So interval and p-value never contradict each other, and neither breaks down at 0 or 100 %.

Source: O. Miettinen and M. Nurminen, Statistics in Medicine 4 (1985), 213-226; the likeliest rates by
their equations (27) and (28).
"""

import math
from typing import NamedTuple

from scipy.special import ndtr, ndtri

from registry.analysis.estimates.difference import Difference
from registry.domain.evidence import Method
from registry.domain.summary import Summary

HALVINGS = 54
"""Steps of the search for a bound: it begins at width 2 and ends at a float's last digit."""


ROUNDING = 1e-14
"""A step that changes the rate by less than this share of it is rounding."""


class Counts(NamedTuple):
    """Successes of answers in control and arm."""

    control: int
    of_control: int
    arm: int
    of_arm: int


def miettinen_nurminen(control: Summary, arm: Summary, *, alpha: float) -> Difference | None:
    """Arm minus control with its interval at 1 - *alpha*; None where an arm has no answer."""
    if not control.n or not arm.n or control.successes is None or arm.successes is None:
        return None
    counts = Counts(control.successes, control.n, arm.successes, arm.n)
    rate_control, rate_arm = counts.control / counts.of_control, counts.arm / counts.of_arm
    difference = rate_arm - rate_control
    critical = -float(ndtri(alpha / 2))
    unpooled = rate_control * (1 - rate_control) / control.n + rate_arm * (1 - rate_arm) / arm.n
    return Difference(
        method=Method.MIETTINEN_NURMINEN,
        difference=difference,
        standard_error=math.sqrt(unpooled),
        low=_bound(counts, -1.0, difference, critical),
        high=_bound(counts, 1.0, difference, -critical),
        p_value=2 * float(ndtr(-abs(score(counts, 0.0)))),
    )


def score(counts: Counts, assumed: float) -> float:
    """The score statistic for the *assumed* difference, from -1 to 1; standard normal if it is true.

    It falls as *assumed* rises. The variance has the factor N/(N - 1).
    """
    difference = counts.arm / counts.of_arm - counts.control / counts.of_control
    if difference == assumed:
        return 0.0
    rate = likeliest_control_rate(counts, assumed)
    both = counts.of_control + counts.of_arm
    variance = (
        rate * (1 - rate) / counts.of_control + (rate + assumed) * (1 - rate - assumed) / counts.of_arm
    ) * (both / (both - 1))
    if variance <= 0:
        return math.copysign(math.inf, difference - assumed)
    return (difference - assumed) / math.sqrt(variance)


def likeliest_control_rate(counts: Counts, assumed: float) -> float:
    """The control's rate that makes the counts most likely when the arm's is higher by *assumed*.

    The middle root of a cubic: in closed form (equations (27) and (28), with both sides divided by N), then
    by Newton's steps, for where few of many said yes that has only half of a float's digits.
    """
    if assumed < 0:
        return likeliest_control_rate(_swapped(counts), -assumed) - assumed
    both = counts.of_control + counts.of_arm
    if 2 * (counts.control + counts.arm) > both:
        # Of no instead of yes: a rate near 1 has no digits left.
        return 1 - assumed - likeliest_control_rate(_swapped(_turned(counts)), assumed)
    share_control, share_arm = counts.of_control / both, counts.of_arm / both
    successes = (counts.control + counts.arm) / both
    # The coefficients of r³ + a r² + b r + c = 0.
    a = (share_arm + 2 * share_control) * assumed - 1 - successes
    b = (share_control * assumed - 1 - 2 * counts.control / both) * assumed + successes
    c = counts.control / both * assumed * (1 - assumed)
    q = (a / 3) ** 3 - a * b / 6 + c / 2
    p = math.copysign(math.sqrt(max((a / 3) ** 2 - b / 3, 0.0)), q)
    angle = (math.pi + math.acos(max(-1.0, min(1.0, q / p**3 if p else 0.0)))) / 3
    return _root(a, b, c, near=2 * p * math.cos(angle) - a / 3, high=1 - assumed)


def _root(a: float, b: float, c: float, *, near: float, high: float) -> float:
    """The root between 0 and *high* below which the cubic is above 0, and from there on below it."""
    low, rate = 0.0, min(max(near, 0.0), high)
    for _ in range(HALVINGS):
        value, slope = ((rate + a) * rate + b) * rate + c, (3 * rate + 2 * a) * rate + b
        if value == 0 and slope <= 0:
            break
        # Where it rises from 0, this is another root, and the one that is looked for lies above.
        low, high = (rate, high) if value >= 0 else (low, rate)
        closer = rate - value / slope if value and slope else high
        if not low < closer < high:
            closer = (low + high) / 2
        if abs(closer - rate) <= ROUNDING * rate:
            break
        rate = closer
    return rate


def _swapped(counts: Counts) -> Counts:
    """The arm for the control."""
    return Counts(counts.arm, counts.of_arm, counts.control, counts.of_control)


def _turned(counts: Counts) -> Counts:
    """No instead of yes."""
    return counts._replace(control=counts.of_control - counts.control, arm=counts.of_arm - counts.arm)


def _bound(counts: Counts, outer: float, inner: float, critical: float) -> float:
    """The assumed difference between *outer* and *inner* whose score is *critical*."""
    if abs(score(counts, outer)) <= abs(critical):
        return outer
    for _ in range(HALVINGS):
        middle = (outer + inner) / 2
        if abs(score(counts, middle)) > abs(critical):
            outer = middle
        else:
            inner = middle
    return inner
