"""From a difference and its standard error to an interval and a p-value, by Student's t distribution."""

import math
from collections.abc import Iterable, Sequence

from scipy.special import stdtr, stdtrit

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.two_values import TwoValues
from registry.domain.evidence import Method

ROUNDING = 1e-14
"""A spread below this share of the numbers themselves is what rounding leaves of no spread at all."""


def student(method: Method, difference: float, error: float, freedom: float, *, alpha: float) -> Difference:
    """The *difference* with its interval at 1 - *alpha* and its two-sided p; *error* is above 0.

    Source: Student, Biometrika 6 (1908), 1-25; R. A. Fisher, Metron 5 (1925), 90-104.
    """
    width = critical_t(freedom, alpha=alpha) * error
    return Difference(
        method=method,
        difference=difference,
        standard_error=error,
        low=difference - width,
        high=difference + width,
        p_value=2 * float(stdtr(freedom, -abs(difference / error))),
        freedom=freedom,
    )


def critical_t(freedom: float, *, alpha: float) -> float:
    """How many standard errors leave out *alpha* / 2 on each side.

    From the lower tail: 1 - alpha / 2 is 1 where alpha is tiny, as at the first of many planned looks.
    """
    return -float(stdtrit(freedom, alpha / 2))


def between(method: Method, values: TwoValues, *, alpha: float) -> Difference:
    """Arm minus control of two *values*, as `student` has it."""
    control, arm = values.control.value, values.arm.value
    found = student(method, arm - control, values.error, values.freedom, alpha=alpha)
    return found._replace(control=control, arm=arm)


def deviations(values: Sequence[float]) -> list[float]:
    """How far each of the *values*, of which there is at least one, lies from their mean."""
    mean = math.fsum(values) / len(values)
    return [value - mean for value in values]


def length(numbers: Iterable[float]) -> float:
    """The root of the sum of squares; of numbers so tiny or huge that their squares are no floats, too."""
    return math.hypot(*numbers)


def largest(*groups: Iterable[float]) -> float:
    """The largest absolute value among all *groups*; 0 without any number."""
    return max((abs(value) for group in groups for value in group), default=0.0)
