"""Whether several independent values are one and the same, when each has a spread of its own."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from scipy.special import chdtrc, fdtrc


class Measured(NamedTuple):
    """A value that was estimated from data of its own."""

    value: float
    standard_error: float
    freedom: float | None
    """Degrees of freedom that the standard error was estimated with; None counts as very many."""


class Homogeneity(NamedTuple):
    """Welch's F statistic; its p-value is small where the values are hardly one and the same."""

    statistic: float
    freedom: tuple[float, float | None]
    """Of the numerator and of the denominator; None is very many: chi-square over its freedom."""
    p_value: float


def homogeneity(values: Sequence[Measured]) -> Homogeneity | None:
    """Welch's test that all *values* estimate the same.

    Cochran's Q, sum w (value - weighted mean)² with w = 1 / standard error², has a chi-square
    distribution only if the standard errors are known. With few answers it finds differences that are not
    there; Welch's F corrects it by the degrees of freedom of each. Of two values it is the square of
    Welch's t; of means, Welch's analysis of variance. None below two values, and where more than one
    has no standard error. Assumed: the values are independent and about normal.

    Source: B. L. Welch, Biometrika 38 (1951), 330-336; for differences of
    two arms E. Kulinskaya, M. B. Dollinger, E. Knight and H. Gao, Statistics in Medicine 23 (2004),
    3655-3670; Q itself: W. G. Cochran, Biometrics 10 (1954), 101-129.
    """
    k = len(values)
    smallest = min((each.standard_error for each in values), default=0.0)
    without = sum(each.standard_error == 0 for each in values)
    if k < 2 or without > 1:
        return None
    # Relative to the smallest, for reciprocals of tiny or huge squares leave the range of a float. A value
    # without error has all the weight: the limit of the formula.
    weights = [
        float(each.standard_error == 0) if without else (smallest / each.standard_error) ** 2
        for each in values
    ]
    total = math.fsum(weights)
    origin = values[0].value
    middle = origin + math.fsum(w * (v.value - origin) for w, v in zip(weights, values, strict=True)) / total
    steps = [(v.value - middle) / v.standard_error for v in values if v.standard_error]
    q = math.fsum(step * step for step in steps)
    few = math.fsum(
        (1 - weight / total) ** 2 / each.freedom
        for weight, each in zip(weights, values, strict=True)
        if each.freedom is not None
    )
    statistic = q / (k - 1) / (1 + 2 * (k - 2) / (k * k - 1) * few)
    if few == 0:
        return Homogeneity(statistic, (k - 1, None), float(chdtrc(k - 1, q)))
    freedom = (k * k - 1) / (3 * few)
    return Homogeneity(statistic, (k - 1, freedom), float(fdtrc(k - 1, freedom, statistic)))
