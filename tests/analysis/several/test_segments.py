"""Segments: the interaction test against OLS on raw rows and in simulation, and the list of differences."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.stats import false_discovery_control
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.mean import welch
from registry.analysis.estimates.proportion import miettinen_nurminen
from registry.analysis.several.segments import by_segment, interaction
from registry.domain.summary import Moments, Segment, Summary
from tests.analysis.summaries import summary_of, yes
from tests.analysis.witness import welch_p


def answers(seed: int, segment: str, n: int, *, mean: float = 0, spread: float = 1) -> Summary:
    """Simulated answers of one arm in one segment of the column "channel"."""
    rng = np.random.default_rng(seed)
    return summary_of(list(rng.normal(mean, spread, n)), segment=Segment("channel", segment))


def test_interaction_is_that_of_ols_when_spreads_are_alike():
    rng = np.random.default_rng(5)
    rows = pd.DataFrame({"segment": rng.integers(0, 4, 8000), "arm": rng.integers(0, 2, 8000)})
    rows["spend"] = rng.normal(10 + rows["segment"] + 0.06 * rows["arm"] * rows["segment"], 1)
    cells: Any = {cell: summary_of(list(part)) for cell, part in rows.groupby(["segment", "arm"])["spend"]}

    ours = interaction([welch(cells[(s, 0)], cells[(s, 1)], alpha=0.05) for s in range(4)])

    table: Any = anova_lm(ols("spend ~ C(segment) * C(arm)", data=rows).fit(), typ=2)
    theirs = table.loc["C(segment):C(arm)"]
    assert ours is not None
    assert ours.freedom[0] == theirs["df"]
    # OLS takes one variance for all cells, Welch one for each.
    assert ours.statistic == pytest.approx(theirs["F"], rel=0.03)
    assert ours.p_value == pytest.approx(theirs["PR(>F)"], rel=0.1)


def test_interaction_of_two_segments_is_a_t_test_between_their_differences():
    one = Difference(method_of(), 1.0, 0.5, 0, 0, None, freedom=9)
    other = Difference(method_of(), 3.0, 0.8, 0, 0, None, freedom=14)

    ours = interaction([one, other])

    # The square of t, and Satterthwaite's degrees of freedom.
    assert ours is not None
    assert ours.statistic == pytest.approx((3.0 - 1.0) ** 2 / (0.5**2 + 0.8**2))
    assert ours.freedom[1] == pytest.approx((0.5**2 + 0.8**2) ** 2 / (0.5**4 / 9 + 0.8**4 / 14))


def method_of():
    found = welch(summary_of([1, 2]), summary_of([1, 3]), alpha=0.05)
    assert found is not None
    return found.method


def test_segments_without_a_difference_or_a_spread_take_no_part():
    differences = [
        miettinen_nurminen(yes(30, 100), yes(40, 100), alpha=0.05),
        miettinen_nurminen(yes(50, 100), yes(45, 100), alpha=0.05),
    ]
    without_spread = miettinen_nurminen(yes(0, 20), yes(0, 20), alpha=0.05)

    assert interaction([None, *differences, without_spread]) == interaction(differences)
    assert interaction([None, differences[0], without_spread]) is None


def test_equal_effects_are_called_different_in_five_percent_though_answers_are_few():
    rng = np.random.default_rng(2)
    sizes, spreads = np.array([8, 12, 20, 40, 12, 8]), np.array([1, 2, 3, 1, 2, 3])
    answers = 10 + spreads * rng.normal(size=(2000, 2, max(sizes), len(sizes)))

    rejected, by_chi_square = 0, 0
    for draw in answers:
        differences = []
        for segment, n in enumerate(sizes):
            control, arm = (plain(draw[side, :n, segment]) for side in (0, 1))
            differences.append(welch(control, arm, alpha=0.05))
        ours = interaction(differences)
        known = interaction([each._replace(freedom=None) for each in differences])
        assert ours is not None
        assert known is not None
        rejected += ours.p_value < 0.05
        by_chi_square += known.p_value < 0.05

    assert 0.035 <= rejected / 2000 <= 0.065
    assert by_chi_square / 2000 > 0.065  # why Cochran's Q alone will not do


def plain(numbers: np.ndarray) -> Summary:
    """Only what Welch's test needs."""
    variance = float(numbers.var(ddof=1))
    return Summary(
        metric="spend", arm="A", units=len(numbers), n=len(numbers), mean=numbers.mean(), variance=variance
    )


def test_equal_effects_on_a_proportion_are_called_different_in_five_percent():
    rng = np.random.default_rng(3)
    rates, n = np.array([0.1, 0.3, 0.5, 0.6]), 150
    counts = rng.binomial(n, np.stack([rates, rates + 0.05]), size=(600, 2, 4))

    rejected = 0
    for control, arm in counts.tolist():
        ours = interaction(
            [
                miettinen_nurminen(counted(x, n), counted(y, n), alpha=0.05)
                for x, y in zip(control, arm, strict=True)
            ]
        )
        rejected += ours is not None and ours.p_value < 0.05

    assert 0.03 <= rejected / 600 <= 0.07


def counted(successes: int, n: int) -> Summary:
    rate = successes / n
    moments = Moments(n=n, mean=rate, variance=rate * (1 - rate) * n / (n - 1))
    return Summary(
        metric="x", arm="A", units=n, n=n, mean=rate, variance=moments.variance, successes=successes
    )


def test_every_segment_has_its_difference_with_p_adjusted_for_their_number():
    control = [answers(seed, name, 30) for seed, name in enumerate("abc")]
    arm = [answers(seed + 9, name, 40, mean=0.5) for seed, name in enumerate("cab")]

    found = by_segment(control, arm, method=welch, alpha=0.05)

    assert [each.segment.value for each in found] == ["a", "b", "c"]
    assert [(each.n_control, each.n_arm) for each in found] == [(30, 40)] * 3
    p_values = [each.difference.p_value for each in found if each.difference]
    assert [each.p_adjusted for each in found] == pytest.approx(list(false_discovery_control(p_values)))
    rng_control, rng_arm = np.random.default_rng(0), np.random.default_rng(10)
    raw = welch_p(list(rng_arm.normal(0.5, 1, 40)), list(rng_control.normal(0, 1, 30)))
    assert p_values[0] == pytest.approx(raw)


def test_segment_that_is_in_one_arm_only_is_listed_without_a_difference():
    found = by_segment([answers(1, "a", 30)], [answers(2, "b", 9)], method=welch, alpha=0.05)

    assert [(each.n_control, each.n_arm, each.difference, each.p_adjusted) for each in found] == [
        (30, 0, None, None),
        (0, 9, None, None),
    ]


def test_segment_with_two_summaries_in_an_arm_is_refused():
    with pytest.raises(ValueError, match="two summaries"):
        by_segment([answers(1, "a", 3), answers(2, "a", 3)], [answers(3, "a", 3)], method=welch, alpha=0.05)


def test_customers_of_no_segment_are_left_out():
    assert by_segment([summary_of([1, 2])], [summary_of([1, 3])], method=welch, alpha=0.05) == ()
