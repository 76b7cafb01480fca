"""Whether the arms got the shares that were planned: where they did not, something else differs too."""

import math
from collections.abc import Mapping

from scipy.special import chdtrc

FEW = 10
"""Below this expected count chi-square is no longer good, and the exact binomial is cheap."""


def sample_ratio_p(units: Mapping[str, int], shares: Mapping[str, float]) -> float:
    """The p-value of the *units* by arm under the planned *shares*, which need not add up to 1.

    Chi-square; where an expected count is below 10, the smallest exact binomial p of one arm against the
    rest, times the number of arms when there are more than two (Bonferroni). Source: A. Fabijan et al.,
    Diagnosing sample ratio mismatch in online controlled experiments, KDD (2019).
    """
    total, planned = sum(units.values()), math.fsum(shares.values())
    expected = {arm: total * shares[arm] / planned for arm in units}
    if min(expected.values()) < FEW:
        return _exact(units, {arm: shares[arm] / planned for arm in units})
    statistic = sum((units[arm] - expected[arm]) ** 2 / expected[arm] for arm in units)
    return float(chdtrc(len(units) - 1, statistic))


def _exact(units: Mapping[str, int], shares: Mapping[str, float]) -> float:
    from scipy.stats import binomtest  # noqa: PLC0415 - takes most of a second, and few pilots need it

    total = sum(units.values())
    smallest = min(float(binomtest(n, total, shares[arm]).pvalue) for arm, n in units.items())
    return min(1.0, smallest * (len(units) if len(units) > 2 else 1))
