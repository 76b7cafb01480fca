"""Finding where something begins to hold."""

from collections.abc import Callable


def turning_point(holds: Callable[[float], bool], low: float, high: float) -> float:
    """The point between *low* and *high* from which on it *holds*, by halving to a float's last digits.

    It holds at *high*, or *high* is the answer; *high* may be the smaller of the two.
    """
    for _ in range(60):
        middle = (low + high) / 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high
