"""Stores or agents were randomised, and something was known of each before: analysis of covariance.

One value and one covariate per cluster, such as the mean of the weeks before. It takes out of the difference
what the clusters brought with them, at the price of one degree of freedom.

Source: W. G. Cochran, Analysis of covariance: its nature and uses, Biometrics 13 (1957), 261-281;
for clusters A. Donner and N. Klar, Design and Analysis of Cluster Randomization Trials in Health Research
(2000).
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import ROUNDING, deviations, largest, length
from registry.analysis.estimates.two_values import TwoValues, Value
from registry.analysis.stores.clusters import pooled
from registry.domain.evidence import Method


class Adjustable(NamedTuple):
    """One cluster's value, and what was known of it before the lot."""

    value: float
    covariate: float


def cluster_ancova(
    control: Sequence[Adjustable], arm: Sequence[Adjustable], *, alpha: float
) -> Difference | None:
    """Arm minus control at equal covariate, with its interval at 1 - *alpha*; t(G - 3).

    None as in `adjusted_values`.
    """
    return pooled(Method.CLUSTER_ANCOVA, adjusted_values(control, arm), alpha=alpha)


def adjusted_values(control: Sequence[Adjustable], arm: Sequence[Adjustable]) -> TwoValues | None:
    """Both means of clusters, moved along a slope common to both arms to the mean covariate of all.

    None where an arm has fewer than two clusters, the covariate does not vary within the arms (there is
    no slope then), or the values lie on the two lines exactly.
    """
    n, m = len(control), len(arm)
    if min(n, m) < 2:
        return None
    values = [[cluster.value for cluster in side] for side in (control, arm)]
    covariates = [[cluster.covariate for cluster in side] for side in (control, arm)]
    y = [*deviations(values[0]), *deviations(values[1])]
    x = [*deviations(covariates[0]), *deviations(covariates[1])]
    reach = length(x)
    if reach <= ROUNDING * largest(*covariates):
        return None
    # The covariate in steps of its own spread: its squares may be too small or too large for a float.
    x = [deviation / reach for deviation in x]
    slope = math.fsum(a * b for a, b in zip(x, y, strict=True))
    spread = length(b - slope * a for a, b in zip(x, y, strict=True))
    if spread <= ROUNDING * largest(*values):
        return None
    freedom = n + m - 3
    at_control, at_arm = (math.fsum(side) / len(side) for side in covariates)
    apart = (at_arm - at_control) / reach
    to_control, to_arm = apart * m / (n + m), -apart * n / (n + m)
    variance = spread * spread / freedom
    return TwoValues(
        control=Value(
            math.fsum(values[0]) / n + slope * to_control, variance * (1 / n + to_control**2), freedom
        ),
        arm=Value(math.fsum(values[1]) / m + slope * to_arm, variance * (1 / m + to_arm**2), freedom),
        error=spread * math.sqrt((1 / n + 1 / m + apart**2) / freedom),
        freedom=freedom,
        joint=True,
    )
