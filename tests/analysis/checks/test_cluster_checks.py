"""Checks of clusters: the smallest p by enumeration and by scipy, and when each is said."""

from itertools import combinations
from typing import Any

import numpy as np
import pytest
from scipy import stats

from registry.analysis.checks.cluster_checks import cluster_ratio_check, clusters_check, smallest_exact_p
from registry.domain.evidence import CheckName, CheckStatus
from registry.sentences import say

CANNOT = "an exact test cannot go below"


@pytest.mark.parametrize(("control", "arm"), [(2, 2), (3, 3), (2, 3), (3, 4), (4, 4), (3, 9)])
def test_smallest_p_is_that_of_all_ways_to_draw_the_arms(control: int, arm: int):
    # Powers of two: every way of drawing has another difference, and the arms are as far apart as can be.
    values = 2.0 ** np.arange(control + arm)
    total = values.sum()

    def apart(drawn: tuple[int, ...]) -> float:
        of_arm = float(values[list(drawn)].sum())
        return abs(of_arm / arm - (total - of_arm) / control)

    every = [apart(drawn) for drawn in combinations(range(control + arm), arm)]
    smallest = min(float(np.mean([other >= each - 1e-9 for other in every])) for each in every)

    assert smallest_exact_p(control, arm) == pytest.approx(smallest)


def test_three_against_three_cannot_go_below_a_tenth():
    found: Any = stats.permutation_test(
        ([1.0, 2, 3], [101.0, 102, 103]), lambda x, y: np.mean(y) - np.mean(x), n_resamples=9999
    )

    assert smallest_exact_p(3, 3) == pytest.approx(found.pvalue) == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("clusters", "status", "said"),
    [
        ({"A": 6, "B": 6}, CheckStatus.OK, "Every arm has 6 groups or more."),
        ({"A": 4, "B": 40}, CheckStatus.OK, "Every arm has 4 groups or more."),
        ({"A": 9, "B": 3}, CheckStatus.WARN, "“B” has only 3 groups."),
        ({"A": 3, "B": 3}, CheckStatus.WARN, f"With 3 groups in “A” and 3 in “B”, {CANNOT} 0.10"),
        ({"A": 2, "B": 9, "C": 2}, CheckStatus.WARN, f"With 2 groups in “A” and 2 in “C”, {CANNOT} 0.33"),
        ({"A": 6, "B": 1}, CheckStatus.FAIL, "“B” has only one group."),
        ({"A": 0, "B": 6}, CheckStatus.FAIL, "“A” has no group."),
    ],
)
def test_too_few_clusters_are_told(clusters: dict[str, int], status: CheckStatus, said: str):
    found = clusters_check(clusters, alpha=0.05)

    assert (found.name, found.status) == (CheckName.CLUSTERS, status)
    assert say(found.message).startswith(said)


def test_stricter_alpha_needs_more_clusters():
    assert say(clusters_check({"A": 9, "B": 3}, alpha=0.001).message).startswith("With 9 groups")


@pytest.mark.parametrize(
    ("clusters", "status"),
    [
        ({"A": 6, "B": 6}, CheckStatus.OK),
        ({"A": 1, "B": 10}, CheckStatus.OK),
        ({"A": 1, "B": 12}, CheckStatus.WARN),
        ({"A": 0, "B": 12}, CheckStatus.FAIL),
    ],
)
def test_shares_are_counted_in_clusters_and_exactly_when_they_are_few(
    clusters: dict[str, int], status: CheckStatus
):
    found = cluster_ratio_check(clusters, {"A": 1, "B": 1})

    exact = stats.binomtest(clusters["A"], sum(clusters.values()), 0.5).pvalue
    assert found.p_value == pytest.approx(exact)
    assert (found.name, found.status) == (CheckName.SAMPLE_RATIO, status)
    assert say(found.message)


def test_many_clusters_are_compared_by_chi_square_with_the_planned_shares():
    found = cluster_ratio_check({"A": 100, "B": 62}, {"A": 2, "B": 1})

    assert found.p_value == pytest.approx(stats.chisquare([100, 62], [108, 54]).pvalue)
