"""Stores or agents were randomised: the difference of their values, one number per cluster.

The number is whatever sums up a cluster's customers: a mean, a share, a net promoter score, a ratio, a
change. Every cluster counts the same, so the answer is about the average store, not the average customer.

Source: A. Donner and N. Klar, Design and Analysis of Cluster Randomization Trials in Health Research
(2000): the t-test on cluster-level summary values with G - 2 degrees of freedom.
"""

import math
from collections.abc import Sequence

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import ROUNDING, between, deviations, largest, length
from registry.analysis.estimates.two_values import TwoValues, Value
from registry.domain.evidence import Method


def cluster_difference(control: Sequence[float], arm: Sequence[float], *, alpha: float) -> Difference | None:
    """Arm minus control of one value per cluster, with its interval at 1 - *alpha*; t(G - 2).

    None as in `cluster_values`.
    """
    return pooled(Method.CLUSTER_T, cluster_values(control, arm), alpha=alpha)


def pooled(method: Method, values: TwoValues | None, *, alpha: float) -> Difference | None:
    """The difference of the two, with its interval at 1 - *alpha*; None without them."""
    if values is None:
        return None
    return between(method, values, alpha=alpha)


def cluster_values(
    control: Sequence[float], arm: Sequence[float], *, size: float | None = None
) -> TwoValues | None:
    """Both means of clusters with one variance for both arms, as in Student's two-sample t-test.

    The standard error of the difference is s sqrt(1/n + 1/m), where s² is the sum of squares within the
    arms over n + m - 2. *size* is the largest number that the values were computed from, if not from
    themselves. None where an arm has fewer than two clusters, or no cluster differs from another of its arm.

    Why one variance, although customers get Welch's two: clusters are few. Where the lot decided and the
    change does nothing, the values of both arms are draws from one distribution, however unequal the
    stores, so one variance is right; and Welch's degrees of freedom may fall to those of the smaller
    arm, 2 instead of 10 with 3 of 12 stores, which costs power. The price: where a change also makes
    stores less alike, arms of very unequal numbers are not safe. A permutation has the same limit; equal
    numbers of stores are the cure.
    """
    n, m = len(control), len(arm)
    if min(n, m) < 2:
        return None
    spread = length((*deviations(control), *deviations(arm)))
    if spread <= ROUNDING * (largest(control, arm) if size is None else size):
        return None
    freedom = n + m - 2
    variance = spread * spread / freedom
    return TwoValues(
        control=Value(math.fsum(control) / n, variance / n, freedom),
        arm=Value(math.fsum(arm) / m, variance / m, freedom),
        # Not from the variance, which is no float where the spread is very small or very large.
        error=spread * math.sqrt((1 / n + 1 / m) / freedom),
        freedom=freedom,
        joint=True,
    )
