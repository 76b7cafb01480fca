"""What stands on both sides of a comparison: two numbers, each with its own uncertainty."""

import math
from typing import NamedTuple


class Value(NamedTuple):
    """What one arm came to: a mean of customers, a ratio, a mean of stores."""

    value: float
    """In the metric's own units."""
    variance: float
    """The squared standard error."""
    freedom: float
    """Degrees of freedom of that standard error."""


class TwoValues(NamedTuple):
    """Control and arm, and how uncertain their difference is."""

    control: Value
    arm: Value
    error: float
    """Standard error of arm minus control."""
    freedom: float
    """Degrees of freedom of that standard error."""
    joint: bool = False
    """Both uncertainties were found together (one variance for both arms, clusters that hold both), so that
    the freedom is the same whatever multiple of the control the arm is compared with. Otherwise the two are
    independent, and Satterthwaite's formula gives the freedom of every multiple."""


def independent(control: Value, arm: Value) -> TwoValues | None:
    """Both, found apart from each other; None where neither has any spread."""
    error = math.hypot(math.sqrt(control.variance), math.sqrt(arm.variance))
    if error == 0:
        return None
    return TwoValues(control, arm, error, satterthwaite(control, arm))


def satterthwaite(control: Value, arm: Value, *, times: float = 1.0) -> float:
    """Degrees of freedom of arm minus *times* the control; at least one of them has spread.

    Source: F. E. Satterthwaite, Biometrics Bulletin 2 (1946), 110-114.
    """
    of_control = times * times * control.variance
    # Shares of the sum instead of squares: squares of tiny or huge variances leave the range of a float.
    share = arm.variance / (of_control + arm.variance)
    return 1 / ((1 - share) ** 2 / control.freedom + share**2 / arm.freedom)
