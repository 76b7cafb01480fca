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
