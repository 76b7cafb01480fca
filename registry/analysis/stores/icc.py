"""How much alike the customers of one store are, and what that costs.

Source: A. Donner and J. J. Koval, The estimation of intraclass correlation in the analysis of family data,
Biometrics 36 (1980), 19-25, their analysis-of-variance estimator; pooled within arms as in A. Donner and
N. Klar, Design and Analysis of Cluster Randomization Trials in Health Research (2000). For answers of yes or
no it is the same: M. S. Ridout, C. G. B. Demétrio and D. Firth, Biometrics 55 (1999), 137-148.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry.analysis.estimates.student import ROUNDING, largest
from registry.domain.summary import Summary


class Alike(NamedTuple):
    """The intra-cluster correlation and what follows from it."""

    icc: float
    """The share of the variance that lies between clusters, up to 1. By chance it may fall below 0."""
    design_effect: float
    """How many times the customers that a lot over customers would have needed; at least 1."""
    effective_n: float
    """As many answers as these would say as much if every one came from another cluster."""
    clusters: int
    """Those with an answer."""
    n: int
    """Answers."""


def alike(clusters: Iterable[Summary]) -> Alike | None:
    """The intra-cluster correlation of one summary per cluster, around the mean of its own arm.

    With mean squares between (MSB) and within (MSW) clusters, both pooled over the arms:
    (MSB - MSW) / (MSB + (n0 - 1) MSW), where n0 is the sum over the arms of (N - sum of n² / N), over
    clusters less arms; N answers in an arm, n in a cluster. The design effect is 1 + (m - 1) icc with
    m = sum of n² / sum of n, the size of the cluster that a customer finds oneself in (L. Kish, Survey
    Sampling (1965); S. M. Eldridge, D. Ashby and S. Kerry, International Journal of
    Epidemiology 35 (2006), 1292-1300). An icc below 0 counts as 0 there.

    None where no arm has two clusters with an answer, no cluster two answers, or there is no spread.
    """
    arms: defaultdict[str, list[Summary]] = defaultdict(list)
    for summary in clusters:
        if summary.n:
            arms[summary.arm].append(summary)
    every = [summary for arm in arms.values() for summary in arm]
    n = sum(summary.n for summary in every)
    between, within = len(every) - len(arms), n - len(every)
    if not between or not within:
        return None
    of_customers = math.fsum((summary.n - 1) * (summary.variance or 0.0) for summary in every) / within
    of_clusters = math.fsum(_squares_between(arm) for arm in arms.values()) / between
    typical = math.fsum(_size(arm) for arm in arms.values()) / between
    total = of_clusters + (typical - 1) * of_customers
    if math.sqrt(total) <= ROUNDING * largest(summary.mean or 0.0 for summary in every):
        return None
    icc = (of_clusters - of_customers) / total
    effect = 1 + (sum(summary.n**2 for summary in every) / n - 1) * max(icc, 0.0)
    return Alike(icc, effect, n / effect, len(every), n)


def _squares_between(arm: Sequence[Summary]) -> float:
    """The clusters' squared distances from the mean of their arm, times their answers."""
    first = arm[0].mean or 0.0
    # From the first cluster's mean, so that a large offset takes no digits.
    apart = [(summary.mean or 0.0) - first for summary in arm]
    n = sum(summary.n for summary in arm)
    mean = math.fsum(summary.n * distance for summary, distance in zip(arm, apart, strict=True)) / n
    return math.fsum(summary.n * (distance - mean) ** 2 for summary, distance in zip(arm, apart, strict=True))


def _size(arm: Sequence[Summary]) -> float:
    n = sum(summary.n for summary in arm)
    return n - sum(summary.n**2 for summary in arm) / n
