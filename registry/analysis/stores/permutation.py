"""Exact p-values: how often would the lot alone have made a difference at least this large?

Every way the lot could have fallen is tried. Nothing is assumed of the values, and nothing is random. For
few clusters, beside the t-test: with 3 + 3 stores it cannot go below 0.10 (2 of 20 ways).

Source: R. A. Fisher, The Design of Experiments (1935), on Darwin's maize, for pairs; E. J. G. Pitman,
Supplement to the Journal of the Royal Statistical Society 4 (1937), 119-130, for two arms; M. D. Ernst,
Statistical Science 19 (2004), 676-685.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from registry.analysis.estimates.student import deviations, largest
from registry.analysis.stores.paired import Pair

MOST = 16
"""Clusters, or pairs: 65,536 ways take about a millisecond, and every further one doubles that."""


def permutation_p(control: Sequence[float], arm: Sequence[float]) -> float | None:
    """The share of all assignments of clusters to arms with at least the observed difference, two-sided.

    Arms keep their numbers of clusters. Larger is meant of the absolute difference of means, which for
    given values is larger exactly when the t statistic with one variance is. None without a cluster
    in each arm, or with more than sixteen in all.
    """
    if not control or not arm or len(control) + len(arm) > MOST:
        return None
    # Of values that add up to 0, the sum of those in the arm is the difference of means times a constant.
    values = deviations((*control, *arm))
    sums, counts = _sums_of_subsets(values)
    possible = np.abs(sums[counts == len(arm)])
    return _share(possible, abs(math.fsum(values[len(control) :])), size=largest(control, arm))


def sign_flip_p(pairs: Sequence[Pair]) -> float | None:
    """The share of all swaps within pairs with at least the observed difference, two-sided.

    None without a pair, or with more than sixteen.
    """
    if not pairs or len(pairs) > MOST:
        return None
    differences = [pair.arm - pair.control for pair in pairs]
    total = math.fsum(differences)
    possible = np.abs(total - 2 * _sums_of_subsets(differences)[0])
    return _share(possible, abs(total), size=largest(*pairs))


def _sums_of_subsets(values: Sequence[float]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The sum of each of the 2^n subsets, and how many values are in it."""
    sums, counts = np.zeros(1), np.zeros(1, dtype=np.int64)
    for value in values:
        sums, counts = np.concatenate((sums, sums + value)), np.concatenate((counts, counts + 1))
    return sums, counts


def _share(possible: NDArray[np.float64], observed: float, *, size: float) -> float:
    """How many are at least the *observed*; what differs by no more than rounding is the same."""
    tied = 2 * MOST**2 * float(np.finfo(float).eps) * size
    return float(np.mean(possible >= observed - tied))
