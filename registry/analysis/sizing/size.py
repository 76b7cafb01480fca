"""How many units a pilot needs, how long that takes, and what a given number of units can see.

Everything is the chance that the test which will be read at the end finds what is true; a size is the
smallest number of units with which that chance is the power. A finding on the wrong side is no finding.

Shares: the score test that goes with Miettinen and Nurminen's interval. Sources: J. L. Fleiss, Statistical
Methods for Rates and Proportions (2nd edition, 1981), pooled variance, no continuity
correction; with a margin its generalisation by C. P. Farrington and G. Manning, Statistics in Medicine 9
(1990), 1447-1454, their method 3. Means: the t-test, by the non-central t distribution; J. Cohen,
Statistical Power Analysis (2nd edition, 1988). Clusters: t with two degrees of freedom less than clusters on
their means, whose variance is larger by the design effect 1 + (m - 1) ICC; A. Donner and N. Klar, Design and
Analysis of Cluster Randomization Trials in Health Research (2000). Planned looks: `spending.inflation`.

Assumptions: arms of equal size, clusters of equal size, everybody counted answers.
"""

import math
from typing import NamedTuple, TypeAlias

from scipy.special import nctdtr, ndtr, ndtri, stdtrit

from registry.analysis.estimates.halving import turning_point
from registry.analysis.estimates.proportion import Counts, likeliest_control_rate
from registry.analysis.looking.spending import inflation

MOST = 10**12
"""Units or clusters per arm; whatever needs more cannot be seen."""

SHARES_OF = 10**9
"""A share is told to the likelihood as so many answers of as many."""

FARTHEST = 1e6
"""Standard errors; beyond it the non-central t is lost, and nothing is left to chance."""

WEEK = 7


class Proportion(NamedTuple):
    """A share of yes, the control's expected at *baseline*, above 0 and below 1."""

    baseline: float


class Mean(NamedTuple):
    """A mean of numbers that lie *deviation*, a standard deviation above 0, apart."""

    deviation: float


Measured: TypeAlias = Proportion | Mean


class Aim(NamedTuple):
    """What is to be told apart, in the metric's own units, arm minus control."""

    difference: float
    """The true one."""
    excluded: float = 0.0
    """The one that the interval must leave out; minus the margin to show that a higher-is-better metric
    got no worse than that."""


class Certainty(NamedTuple):
    """How sure the pilot is to be."""

    alpha: float = 0.05
    """Two-sided; half of it is what a non-inferiority test errs in."""
    power: float = 0.8
    looks: int = 1
    """Planned ones, equally spaced; `spending`."""


class Clusters(NamedTuple):
    """What was randomised instead of units: stores, agents, hour blocks."""

    size: float
    """Units in each; 1 or more."""
    icc: float
    """Intra-cluster correlation, from 0 to 1."""

    @property
    def design_effect(self) -> float:
        """How many times as many units as without clusters."""
        return 1 + (self.size - 1) * self.icc


def chance(
    aim: Aim, measured: Measured, n: float, *, alpha: float, clusters: Clusters | None = None
) -> float:
    """How likely the test with *n* units, or clusters, in each arm finds the *aim*, at one look."""
    distance = abs(aim.difference - aim.excluded)
    if isinstance(measured, Proportion) and clusters is None:
        reach = distance * math.sqrt(n) + float(ndtri(alpha / 2)) * _null_deviation(measured, aim)
        spread = _true_deviation(measured, aim)
        return float(ndtr(reach / spread)) if spread else float(reach > 0)
    freedom = 2 * (n - 1)
    if freedom <= 0:
        return 0.0
    # Roots, not variances: squares of tiny or huge deviations leave the range of a float.
    deviation = _true_deviation(measured, aim)
    if clusters is not None:
        deviation *= math.sqrt(clusters.design_effect / clusters.size)
    away = min(distance / deviation * math.sqrt(n), FARTHEST) if deviation else FARTHEST
    # The lower tail on the other side of 0 is the upper one, without taking it from 1.
    return float(nctdtr(freedom, -away, stdtrit(freedom, alpha / 2)))


def units_per_arm(
    aim: Aim, measured: Measured, certainty: Certainty, *, clusters: Clusters | None = None
) -> int | None:
    """Units, or clusters, in each arm with which the *aim* is found with the power; None beyond `MOST`.

    At least two, for one alone has no spread. None also when there is nothing to tell apart.
    """
    if aim.difference == aim.excluded:
        return None
    more = inflation(certainty.looks, alpha=certainty.alpha, power=certainty.power)

    def enough(n: int) -> bool:
        found = chance(aim, measured, n / more, alpha=certainty.alpha, clusters=clusters)
        return found >= certainty.power

    high = 2
    while not enough(high):
        high *= 2
        if high > MOST:
            return None
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def smallest_difference(
    n: int, measured: Measured, certainty: Certainty, *, clusters: Clusters | None = None, side: int = 1
) -> float | None:
    """The smallest true difference that *n* units, or clusters, in each arm find with the power.

    Upwards for *side* 1, downwards (and so below 0) for -1. None where there is none: two are needed,
    and a share cannot pass 0 or 1.
    """
    if n < 2:
        return None
    n_once = n / inflation(certainty.looks, alpha=certainty.alpha, power=certainty.power)

    def seen(difference: float) -> bool:
        aim = Aim(side * difference)
        return chance(aim, measured, n_once, alpha=certainty.alpha, clusters=clusters) >= certainty.power

    if isinstance(measured, Proportion):
        farthest = 1 - measured.baseline if side > 0 else measured.baseline
        return side * turning_point(seen, 0.0, farthest) if seen(farthest) else None
    farthest = measured.deviation
    while not seen(farthest):
        farthest *= 2
        if math.isinf(farthest):
            return None
    return side * turning_point(seen, 0.0, farthest)


def days_needed(units: int, *, arms: int, a_day: float) -> int:
    """Days until each of so many *arms* has its *units*, when *a_day* come in for all arms together.

    In whole weeks, for customers are not the same on every day of the week. *a_day* is above 0.
    """
    return math.ceil(units * arms / a_day / WEEK) * WEEK


def _true_deviation(measured: Measured, aim: Aim) -> float:
    """The root of both arms' variances together, of one unit each."""
    if isinstance(measured, Mean):
        return math.sqrt(2) * measured.deviation
    return _deviation(measured.baseline, measured.baseline + aim.difference)


def _null_deviation(measured: Proportion, aim: Aim) -> float:
    """The same at the shares that are likeliest when the excluded difference is the true one.

    Without a margin both are the mean of the two shares: Fleiss' pooled variance.
    """
    arm = measured.baseline + aim.difference
    told = Counts(round(measured.baseline * SHARES_OF), SHARES_OF, round(arm * SHARES_OF), SHARES_OF)
    rate = likeliest_control_rate(told, aim.excluded)
    return _deviation(rate, rate + aim.excluded)


def _deviation(control: float, arm: float) -> float:
    return math.sqrt(max(control * (1 - control), 0.0) + max(arm * (1 - arm), 0.0))
