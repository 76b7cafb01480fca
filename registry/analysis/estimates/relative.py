"""The difference as a share of the control's value, by Fieller's theorem."""

import math
from typing import NamedTuple

from registry.analysis.estimates.student import ROUNDING, critical_t
from registry.analysis.estimates.two_values import TwoValues, Value, independent, satterthwaite
from registry.domain.summary import Summary

ROUNDS = 200
"""The degrees of freedom mostly settle within twenty."""


class Relative(NamedTuple):
    """0.1 is ten percent more than the control."""

    value: float
    low: float
    high: float


def relative(control: Summary, arm: Summary, *, alpha: float) -> Relative | None:
    """Mean of arm over mean of control, less 1, with its interval at 1 - *alpha*; None as in `relative_of`.

    A bound is the ratio r at which Welch's test of arm against r times control has p = *alpha*.
    """
    if control.variance is None or arm.variance is None:
        return None
    values = independent(_mean(control), _mean(arm))
    return None if values is None else relative_of(values, alpha=alpha)


def relative_of(values: TwoValues, *, alpha: float) -> Relative | None:
    """Arm over control, less 1, with its interval at 1 - *alpha*.

    None unless the control's own interval lies above 0: a share of nearly nothing means nothing. A
    bound is a ratio r at which (arm - r control)² = t² (V(arm) - 2 r C + r² V(control)), with t at the
    degrees of freedom at the bound and C the covariance of the two, 0 where they are independent.
    Source: E. C. Fieller, Journal of the Royal Statistical Society B 16 (1954), 175-185; Satterthwaite's
    degrees of freedom as A. C. Tamhane and B. R. Logan (2004) in R's mratios::ttestratio.
    """
    control, arm = values.control, values.arm
    own_width = critical_t(control.freedom, alpha=alpha) * math.sqrt(control.variance)
    if control.value - own_width <= 0 or values.error <= ROUNDING * max(control.value, abs(arm.value)):
        return None
    values = _in_controls(values)
    low = _bound(values, alpha=alpha, side=-1)
    high = _bound(values, alpha=alpha, side=1)
    if low is None or high is None:
        return None
    return Relative(arm.value / control.value - 1, low - 1, high - 1)


def _in_controls(values: TwoValues) -> TwoValues:
    """Both with the control's value as the unit: squares of tiny or huge numbers are no floats."""
    unit = values.control.value

    def told(one: Value) -> Value:
        return one._replace(value=one.value / unit, variance=one.variance / unit / unit)

    return values._replace(control=told(values.control), arm=told(values.arm), error=values.error / unit)


def _mean(summary: Summary) -> Value:
    """Of the two answers or more."""
    return Value(summary.mean or 0.0, (summary.variance or 0.0) / summary.n, summary.n - 1)


def _bound(values: TwoValues, *, alpha: float, side: int) -> float | None:
    """The lower (-1) or upper (1) ratio of arm to control; None where no finite one is found."""
    if values.joint:
        return _root(values, freedom=values.freedom, alpha=alpha, side=side)
    control, arm = values.control, values.arm
    ratio = arm.value / control.value
    for _ in range(ROUNDS):
        if ratio * ratio * control.variance + arm.variance == 0:
            return ratio
        freedom = satterthwaite(control, arm, times=ratio)
        found = _root(values, freedom=freedom, alpha=alpha, side=side)
        if found is None or abs(found - ratio) <= 1e-13 * (1 + abs(found)):
            return found
        # Half a step: whole ones can go back and forth for ever between few degrees of freedom.
        ratio = (ratio + found) / 2
    return None


def _root(values: TwoValues, *, freedom: float, alpha: float, side: int) -> float | None:
    """The lower (-1) or upper (1) root of Fieller's quadratic; None where the ratios do not end there."""
    control, arm = values.control, values.arm
    covariance = (control.variance + arm.variance - values.error**2) / 2 if values.joint else 0.0
    squared = critical_t(freedom, alpha=alpha) ** 2
    leading = control.value**2 - squared * control.variance
    middle = control.value * arm.value - squared * covariance
    discriminant = middle**2 - leading * (arm.value**2 - squared * arm.variance)
    if leading <= 0 or discriminant < 0:
        return None
    return (middle + side * math.sqrt(discriminant)) / leading
