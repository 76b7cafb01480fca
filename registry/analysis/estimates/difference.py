"""A difference between two arms: what every method returns."""

from typing import NamedTuple

from registry.domain.evidence import Method


class Difference(NamedTuple):
    """Arm minus control, in the metric's own units."""

    method: Method
    difference: float
    standard_error: float
    low: float
    high: float
    p_value: float | None
    """Two-sided; None where the method gives an interval only."""
    freedom: float | None = None
    """Degrees of freedom of the t distribution that the interval is from; None where it is not from one."""
    control: float | None = None
    arm: float | None = None
    """The two values that the difference is between, where they are not the means of the summaries."""
