"""Fieller's interval: its bounds are the ratios that Welch's test on the raw rows just rejects."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.estimates.mean import welch
from registry.analysis.estimates.ratio import ratio_values
from registry.analysis.estimates.relative import relative, relative_of
from registry.analysis.estimates.two_values import TwoValues, Value
from registry.analysis.stores.cluster_fit import mean_fit
from registry.analysis.stores.cr2 import cr2, cr2_values
from tests.analysis.summaries import summary_of, yes
from tests.analysis.witness import welch_p

CONTROL = st.lists(st.integers(80, 140).map(float), min_size=3, max_size=20)
ARM = st.lists(st.integers(0, 300).map(float), min_size=3, max_size=20)


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(control=CONTROL, arm=ARM, alpha=st.sampled_from([0.01, 0.05, 0.2]))
def test_bounds_are_the_ratios_that_scipy_just_rejects(control: list[float], arm: list[float], alpha: float):
    assume(len(set(control)) > 1 and len(set(arm)) > 1)
    ours = relative(summary_of(control), summary_of(arm), alpha=alpha)
    assume(ours is not None)
    assert ours is not None

    for bound in (ours.low, ours.high):
        scaled = [(1 + bound) * answer for answer in control]
        assert welch_p(arm, scaled) == pytest.approx(alpha, rel=1e-4)
    assert ours.low <= ours.value <= ours.high


@given(control=CONTROL, arm=ARM)
def test_relative_and_absolute_interval_agree_about_zero(control: list[float], arm: list[float]):
    assume(len(set(control)) > 1 and len(set(arm)) > 1)
    share = relative(summary_of(control), summary_of(arm), alpha=0.05)
    difference = welch(summary_of(control), summary_of(arm), alpha=0.05)
    assume(share is not None and difference is not None)
    assert share is not None
    assert difference is not None
    assert difference.p_value is not None

    if abs(difference.p_value - 0.05) > 1e-6:
        assert (share.low > 0 or share.high < 0) == (difference.low > 0 or difference.high < 0)


@given(control=CONTROL, arm=ARM, factor=st.floats(1e-3, 1e3))
def test_relative_effect_has_no_units(control: list[float], arm: list[float], factor: float):
    assume(len(set(control)) > 1 and len(set(arm)) > 1)
    plain = relative(summary_of(control), summary_of(arm), alpha=0.05)
    scaled = relative(
        summary_of([x * factor for x in control]), summary_of([x * factor for x in arm]), alpha=0.05
    )
    assume(plain is not None and scaled is not None)
    assert plain is not None
    assert scaled is not None

    assert scaled == pytest.approx(plain, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("factor", [1e-140, 1e-80, 1e80, 1e100])
def test_bounds_in_tiny_or_huge_units_are_the_same(factor: float):
    control, arm = [1.0, 2.0, 4.0, 5.0, 9.0], [2.0, 3.0, 7.0, 8.0, 8.5]
    plain = relative(summary_of(control), summary_of(arm), alpha=0.05)

    scaled = relative(
        summary_of([factor * x for x in control]), summary_of([factor * x for x in arm]), alpha=0.05
    )

    assert plain is not None
    assert scaled == pytest.approx(plain, rel=1e-9)


@pytest.mark.parametrize(
    "control",
    [[-5.0, 5.0, 1.0], [-110.0, -100.0, -90.0], [0.0, 0.0, 0.0], [3.0], []],
    ids=["around 0", "below 0", "at 0", "one answer", "no answer"],
)
def test_share_of_nearly_nothing_is_not_given(control: list[float]):
    assert relative(summary_of(control), summary_of([1.0, 2.0, 4.0]), alpha=0.05) is None


def test_share_of_yes_that_nobody_said_is_not_given():
    assert relative(yes(0, 50), yes(5, 50), alpha=0.05) is None


CUSTOMERS = st.lists(st.tuples(st.integers(8, 14), st.integers(10, 12)), min_size=8, max_size=20)
"""Returns and orders, the ratio clearly above 0."""


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(control=CUSTOMERS, arm=CUSTOMERS, alpha=st.sampled_from([0.01, 0.05, 0.2]))
def test_bounds_of_two_ratios_are_those_that_scipy_just_rejects(
    control: list[tuple[int, int]], arm: list[tuple[int, int]], alpha: float
):
    summaries = [summary_of([y for y, _ in of], partner=[d for _, d in of]) for of in (control, arm)]
    values = ratio_values(*summaries)
    assume(values is not None and min(values.control.variance, values.arm.variance) > 1e-6)
    assert values is not None
    ours = relative_of(values, alpha=alpha)
    assume(ours is not None)
    assert ours is not None

    for bound in (ours.low, ours.high):
        scaled = [(1 + bound) * value for value in linearised(control)]
        assert welch_p(linearised(arm), scaled) == pytest.approx(alpha, rel=1e-4)


def linearised(customers: list[tuple[int, int]]) -> list[float]:
    y, d = np.array(customers, dtype=float).T
    of_all = y.sum() / d.sum()
    return (of_all + (y - of_all * d) / d.mean()).tolist()


STORES = st.lists(st.tuples(st.integers(80, 120), st.integers(80, 140)), min_size=3, max_size=12)
"""A control's and an arm's mean from the same store."""


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(stores=STORES, alpha=st.sampled_from([0.01, 0.05, 0.2]))
def test_bounds_of_arms_in_the_same_stores_are_those_that_the_paired_test_just_rejects(
    stores: list[tuple[int, int]], alpha: float
):
    cells = [
        [summary_of([store[i]], cluster=f"{place}") for place, store in enumerate(stores)] for i in (0, 1)
    ]
    fit = mean_fit(*cells)
    assert fit is not None
    values = cr2_values(fit)
    assume(values is not None)
    assert values is not None
    ours = relative_of(values, alpha=alpha)
    assume(ours is not None)
    assert ours is not None

    control, arm = np.array(stores, dtype=float).T
    for bound in (ours.low, ours.high):
        theirs: Any = stats.ttest_rel(arm, (1 + bound) * control)
        assert theirs.pvalue == pytest.approx(alpha, rel=1e-4)


@given(
    control=st.lists(st.integers(80, 120), min_size=2, max_size=9),
    arm=st.lists(st.integers(60, 140), min_size=2, max_size=9),
)
def test_relative_and_absolute_interval_of_clusters_agree_about_zero(control: list[int], arm: list[int]):
    cells = [
        [summary_of([value] * (1 + i % 3), cluster=f"{side} {i}") for i, value in enumerate(of)]
        for side, of in enumerate((control, arm))
    ]
    fit, difference = mean_fit(*cells), cr2(*cells, alpha=0.05)
    assert fit is not None
    values = cr2_values(fit)
    assume(values is not None and difference is not None)
    assert values is not None
    assert difference is not None
    share = relative_of(values, alpha=0.05)
    assume(share is not None and abs((difference.p_value or 0) - 0.05) > 1e-6)
    assert share is not None

    assert (share.low > 0 or share.high < 0) == (difference.low > 0 or difference.high < 0)


def test_one_variance_for_both_arms_gives_the_bounds_that_students_test_just_rejects():
    # The multiple r of the control is rejected when (arm - r control) / (s sqrt(1/m + r²/n)) is beyond
    # t(n + m - 2) at 1 - alpha/2: Fieller (1954).
    control, arm = np.array([9.0, 11.0, 10.0, 12.0]), np.array([14.0, 12.0, 15.0])
    pooled = (3 * control.var(ddof=1) + 2 * arm.var(ddof=1)) / 5
    values = TwoValues(
        Value(control.mean(), pooled / 4, 5),
        Value(arm.mean(), pooled / 3, 5),
        error=(pooled * (1 / 4 + 1 / 3)) ** 0.5,
        freedom=5,
        joint=True,
    )

    ours = relative_of(values, alpha=0.1)

    assert ours is not None
    for bound in (ours.low, ours.high):
        r = 1 + bound
        t = (arm.mean() - r * control.mean()) / (pooled * (1 / 3 + r * r / 4)) ** 0.5
        assert abs(t) == pytest.approx(stats.t.ppf(0.95, 5), rel=1e-9)


def test_share_of_a_control_whose_interval_holds_zero_is_not_given():
    arm = Value(2.0, 0.1, 10)
    error = (0.25 + 0.1) ** 0.5

    above, around = Value(1.2, 0.25, 10), Value(1.1, 0.25, 10)

    # t(10) at 0.975 is 2.228: half of it is 1.114.
    assert relative_of(TwoValues(above, arm, error, 20), alpha=0.05) is not None
    assert relative_of(TwoValues(around, arm, error, 20), alpha=0.05) is None
