"""Segments: the interaction test against OLS on raw rows and in simulation."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.mean import welch
from registry.analysis.estimates.proportion import miettinen_nurminen
from registry.analysis.several.segments import interaction
from registry.domain.summary import Moments, Summary
from tests.analysis.summaries import summary_of, yes


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
