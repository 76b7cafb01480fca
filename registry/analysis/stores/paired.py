"""Pairs: two stores matched before the lot, or both arms within one store; the paired t-test.

Source: Student, Biometrika 6 (1908), 1-25; R. A. Fisher, The Design of Experiments (1935), on Darwin's
maize; for matched pairs of clusters A. Donner and N. Klar, Design and Analysis of Cluster Randomization
Trials in Health Research (2000).
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import ROUNDING, deviations, largest, length, student
from registry.analysis.estimates.two_values import TwoValues, Value
from registry.domain.evidence import Method


class Pair(NamedTuple):
    """The values of the two that belong together."""

    control: float
    arm: float


class Matched(NamedTuple):
    """Whole pairs in the order of their names, and the names of those that lack a half."""

    pairs: tuple[Pair, ...]
    left_out: tuple[str, ...]


def matched(control: Mapping[str, float], arm: Mapping[str, float]) -> Matched:
    """Pairs of what has the same name on both sides: a matched pair's, or a store's with both arms in it."""
    whole = control.keys() & arm.keys()
    return Matched(
        pairs=tuple(Pair(control[name], arm[name]) for name in sorted(whole)),
        left_out=tuple(sorted((control.keys() | arm.keys()) - whole)),
    )


def paired(pairs: Sequence[Pair], *, alpha: float) -> Difference | None:
    """Mean of arm minus control within the pairs, with its interval at 1 - *alpha*; t(pairs - 1).

    None as in `paired_values`.
    """
    values = paired_values(pairs)
    if values is None:
        return None
    # Not the difference of the means, which may be much larger than it.
    difference = math.fsum(pair.arm - pair.control for pair in pairs) / len(pairs)
    found = student(Method.PAIRED_T, difference, values.error, values.freedom, alpha=alpha)
    return found._replace(control=values.control.value, arm=values.arm.value)


def paired_values(pairs: Sequence[Pair]) -> TwoValues | None:
    """Both means, and the standard error of their difference: that of the differences within the pairs.

    None below two pairs, or where the difference is the same in all of them.
    """
    n = len(pairs)
    if n < 2:
        return None
    spread = length(deviations([pair.arm - pair.control for pair in pairs]))
    if spread <= ROUNDING * largest(*pairs):
        return None

    def value(side: Sequence[float]) -> Value:
        own = length(deviations(side))
        return Value(math.fsum(side) / n, own * own / (n * (n - 1)), n - 1)

    return TwoValues(
        control=value([pair.control for pair in pairs]),
        arm=value([pair.arm for pair in pairs]),
        error=spread / math.sqrt(n * (n - 1)),
        freedom=n - 1,
        joint=True,
    )
