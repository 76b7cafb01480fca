"""Balance of a covariate: against scipy and statsmodels, over clusters, and when it is said."""

from typing import Any

import numpy as np
import pytest
from statsmodels.stats.oneway import anova_oneway

from registry.analysis.checks.balance import balance, balance_p, covariate_moments
from registry.domain.evidence import CheckName, CheckStatus
from registry.domain.summary import Summary
from registry.sentences import say
from tests.analysis.summaries import moments_of, summary_of
from tests.analysis.witness import welch_p


def arm(covariate: list[float], **place: Any) -> Summary:
    """An arm in which everybody spent 1, and has a covariate."""
    return summary_of([1.0] * len(covariate), partner=covariate, **place)


def simulated(mean: float, n: int = 200, seed: int = 4) -> list[float]:
    return list(np.random.default_rng(seed).normal(mean, 10, n))


@pytest.mark.parametrize(("apart", "status"), [(2, CheckStatus.OK), (12, CheckStatus.WARN)])
def test_two_arms_are_compared_by_welch_s_t_test(apart: float, status: CheckStatus):
    control, other = simulated(100), simulated(100 + apart, 50, seed=5)

    found = balance("history", {"A": [arm(control)], "B": [arm(other)]})

    assert found is not None
    assert (found.name, found.status) == (CheckName.BALANCE, status)
    assert found.p_value == pytest.approx(welch_p(other, control), rel=1e-9)
    assert "“history”" in say(found.message)


def test_three_arms_are_compared_by_welch_s_analysis_of_variance():
    samples = [np.array(simulated(100 + i, 30 + 20 * i, seed=i)) for i in range(3)]

    ours = balance_p([moments_of(sample) for sample in samples])

    theirs: Any = anova_oneway(samples, use_var="unequal")
    assert ours == pytest.approx(theirs.pvalue, rel=1e-9)


def test_clusters_are_compared_by_their_means_whatever_their_size():
    stores = [[3.0, 5], [9.0, 9, 12, 2], [4.0], [1.0, 8], [11.0, 12, 13], [7.0]]
    control = [arm(values, cluster=f"S{i}") for i, values in enumerate(stores[:3])]
    other = [arm(values, cluster=f"S{i}") for i, values in enumerate(stores[3:])]

    found = balance("history", {"A": control, "B": other})

    means = [float(np.mean(values)) for values in stores]
    assert found is not None
    assert found.p_value == pytest.approx(welch_p(means[3:], means[:3]), rel=1e-9)


def test_fair_lot_is_hardly_ever_called_unfair():
    rng = np.random.default_rng(6)
    draws = rng.lognormal(3, 1, size=(5000, 2, 60))

    warned = sum((p := balance_p([moments_of(a), moments_of(b)])) is not None and p < 0.001 for a, b in draws)

    assert warned / 5000 <= 0.002


def test_arms_without_spread_are_alike_or_not_without_a_p_value():
    alike = balance("member", {"A": [arm([1, 1])], "B": [arm([1, 1, 1])]})
    apart = balance("member", {"A": [arm([0, 0])], "B": [arm([1, 1, 1])]})

    assert alike is not None
    assert apart is not None
    assert (alike.status, alike.p_value) == (CheckStatus.OK, None)
    assert (apart.status, apart.p_value) == (CheckStatus.WARN, None)


@pytest.mark.parametrize(
    "arms",
    [
        {"A": [arm([1, 2, 3])]},
        {"A": [arm([1, 2, 3])], "B": [arm([1])]},
        {"A": [arm([1, 2, 3])], "B": []},
        {"A": [arm([1, 2, 3], cluster="S1")], "B": [arm([1, 5], cluster="S2")]},
        {"A": [arm([1, 2, 3])], "B": [arm([2, 2])], "C": [arm([2, 2])]},
    ],
)
def test_nothing_is_said_where_there_is_no_test(arms: dict[str, list[Summary]]):
    assert balance("history", arms) is None


def test_covariate_of_customers_is_that_of_the_one_summary():
    assert covariate_moments([arm([1, 2, 6])]) == moments_of(np.array([1.0, 2, 6]))
    assert covariate_moments([summary_of([1, 2])]) is None
