"""Metrics with a heavy tail, as handle time and revenue: the ratio of geometric means, and when to beware."""

import math
from typing import NamedTuple

from registry.analysis.estimates.answers import ordered
from registry.analysis.estimates.student import ROUNDING, student
from registry.analysis.estimates.two_values import Value, independent
from registry.domain.evidence import Method
from registry.domain.summary import Moments, Summary

SKEWED = 1.0
FEW_ANSWERS = 30
LOPSIDED = 4.0
"""From here on, answers of the larger arm for one of the smaller."""


class Ratio(NamedTuple):
    """Geometric mean of the arm for one of the control: 1.1 is ten percent more, 1 is no difference."""

    method: Method
    ratio: float
    low: float
    high: float
    p_value: float
    """Two-sided, of the logarithms."""
    freedom: float
    control: float
    """Geometric mean, in the metric's own units; likewise of the arm."""
    arm: float


def geometric_ratio(control: Summary, arm: Summary, *, alpha: float) -> Ratio | None:
    """Welch's test on the logarithms, brought back to a ratio, with its interval at 1 - *alpha*.

    It says what happened to a typical customer, and a few huge values hardly move it; it says nothing about
    the sum, so it stands beside the mean. Where the logarithms spread alike in both arms it is the ratio of
    medians, and of means, too.

    None where an answer is 0 or below (no logarithms were read), an arm has fewer than two answers, no
    answer differs from another in its arm, or a bound is beyond what a number can hold. Source: J. M. Bland
    and D. G. Altman, BMJ 312 (1996), 1153; Welch as in `mean`.
    """
    left, right = _value(control.logs), _value(arm.logs)
    values = independent(left, right) if left is not None and right is not None else None
    # Logarithms have no unit: what rounding leaves of no spread is that small whatever they are.
    if values is None or values.error <= ROUNDING * max(
        1.0, abs(values.control.value), abs(values.arm.value)
    ):
        return None
    logs = student(
        Method.GEOMETRIC, values.arm.value - values.control.value, values.error, values.freedom, alpha=alpha
    )
    try:
        ratio, low, high = math.exp(logs.difference), math.exp(logs.low), math.exp(logs.high)
        means = math.exp(values.control.value), math.exp(values.arm.value)
    except OverflowError:
        return None
    if low == 0 or logs.p_value is None:
        return None
    return Ratio(logs.method, ratio, low, high, logs.p_value, values.freedom, *means)


def _value(logs: Moments | None) -> Value | None:
    if logs is None or logs.mean is None or logs.variance is None:
        return None
    return Value(logs.mean, logs.variance / logs.n, logs.n - 1)


def skewness(summary: Summary) -> float | None:
    """How much longer the upper tail is; 0 is symmetric, an exponential has 2. No unit.

    The adjusted Fisher-Pearson coefficient G1: of the usual ones the one that is least too small in small
    samples of skewed data. Of a bounded scale it is found from the counted answers. None below three answers,
    without spread, or where neither third moments nor counts were read.
    Source: D. N. Joanes and C. A. Gill, The Statistician 47 (1998), 183-189.
    """
    n, third, variance = summary.n, _third(summary), summary.variance
    if third is None or not variance or n < 3:
        return None
    # One root at a time: the cube of a tiny or huge spread leaves the range of a float.
    spread = math.sqrt(variance * ((n - 1) / n))
    return third / spread / spread / spread * (math.sqrt(n * (n - 1)) / (n - 2))


def _third(summary: Summary) -> float | None:
    """Mean cubed deviation (n in the denominator)."""
    if summary.third is not None or summary.answers is None or summary.mean is None:
        return summary.third
    mean = summary.mean
    return sum(count * (answer - mean) ** 3 for answer, count in ordered(summary.answers)) / summary.n


def needs_caution(control: Summary, arm: Summary) -> bool:
    """Whether Welch's interval may be off: a skew above 1 to either side, and few answers or unlike arms.

    Skew that both arms share cancels in their difference when they are equally large, so what is left to
    fear is an arm below 30 answers or a split beyond 4 : 1. False where the skew of both is unknown.
    Source: W. G. Cochran, Sampling Techniques (3rd edition, 1977), his rule for skew; for two samples E. S.
    Pearson and N. W. Please, Biometrika 62 (1975), 223-241.
    """
    skews = [skew for each in (control, arm) if (skew := skewness(each)) is not None]
    smaller, larger = sorted((control.n, arm.n))
    exposed = smaller < FEW_ANSWERS or larger > LOPSIDED * smaller
    return exposed and any(abs(skew) > SKEWED for skew in skews)
