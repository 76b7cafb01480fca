"""A p-value that assumes no distribution: the lot is drawn again and again among the values that were seen.

For few values with a long tail, where Welch's test may be off; beside it, never in its place.

Source: A. Janssen, Statistics & Probability Letters 36 (1997), 9-21; E. Chung and J. P. Romano, Annals of
Statistics 41 (2013), 484-507: with the studentised difference it is right for equal means also where the
spreads of the arms are not equal, when there are many values, and exact where the arms do not differ at all.
"""

import math

import numpy as np
from numpy.typing import NDArray

from registry.analysis.estimates.quantile import Values
from registry.domain.from_rows import MOST_VALUES, Drawn

AT_ONCE = 4_000_000
"""Random numbers held at a time: 32 MB."""


def reshuffled_p(control: Values, arm: Values, drawn: Drawn) -> float | None:
    """The share of lots with at least the observed |t| of Welch, two-sided; the observed one counts as one.

    None below two values in an arm, above `MOST_VALUES`, or where all values are the same.
    """
    n, m = len(control), len(arm)
    # In order, so that it does not matter which arm is called the control.
    values = np.sort(np.concatenate((control, arm)))
    if min(n, m) < 2 or n + m > MOST_VALUES or np.ptp(values) == 0:
        return None
    # From the mean of all, so that squares do not lose the digits that spreads are made of.
    few, middle = min(n, m), values.mean()
    values -= middle
    observed = _statistics((control if n == few else arm) - middle, values)
    rng = np.random.default_rng(drawn.seed)
    at_once, as_large = max(1, AT_ONCE // len(values)), 0
    for done in range(0, drawn.draws, at_once):
        keys = rng.random((min(at_once, drawn.draws - done), len(values)))
        chosen = values[np.argpartition(keys, few - 1, axis=1)[:, :few]]
        # What differs by no more than rounding is the same lot, or one of equal values.
        as_large += int((_statistics(chosen, values) >= observed * (1 - 1e-9)).sum())
    return (as_large + 1) / (drawn.draws + 1)


def _statistics(chosen: Values, values: Values) -> NDArray[np.float64]:
    """|t| of Welch for the *chosen* of the *values* (the last axis) against the others."""
    few = chosen.shape[-1]
    many = len(values) - few
    total, squares = math.fsum(values), math.fsum(values * values)
    sums, squared = chosen.sum(axis=-1), (chosen * chosen).sum(axis=-1)
    of_few = np.maximum(squared - sums * sums / few, 0) / ((few - 1) * few)
    rest = total - sums
    of_many = np.maximum(squares - squared - rest * rest / many, 0) / ((many - 1) * many)
    apart = np.abs(sums / few - rest / many)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(apart > 0, apart / np.sqrt(of_few + of_many), 0.0)
