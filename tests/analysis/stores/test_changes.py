"""Differences of changes against Card and Krueger, scipy, statsmodels, and their laws."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.regression.linear_model import OLS

from registry.analysis.estimates.difference import Difference
from registry.analysis.stores.changes import Stores, changes, difference_in_differences, placebo
from registry.domain.evidence import Method

VALUE = st.integers(-100, 100).map(float)
STORES = st.lists(st.tuples(VALUE, VALUE), min_size=2, max_size=8)
Course = tuple[float, ...]


def stores(*courses: Course, first: int = 0) -> Stores:
    """One store per course, whose first value is that of the period *first*."""
    return {f"store {number}": dict(enumerate(course, start=first)) for number, course in enumerate(courses)}


def found(control: list[Course], arm: list[Course], *, alpha: float = 0.05) -> Difference:
    difference = difference_in_differences(changes(stores(*control)), changes(stores(*arm)), alpha=alpha)
    assert difference is not None
    return difference


def differ(control: list[Course], arm: list[Course]) -> bool:
    return any(len({after - before for before, after in side}) > 1 for side in (control, arm))


def test_estimate_equals_that_of_card_and_krueger():
    # American Economic Review 84 (1994), table 3, rows 1 to 3: full-time equivalent employees per fast-food
    # store before and after the minimum wage rose in New Jersey. Pennsylvania 23.33 and 21.17, so -2.16; New
    # Jersey 20.44 and 21.03, so 0.59; "difference" 2.76, of means that were not rounded.
    pennsylvania = [(23.33 - 4, 21.17 - 2), (23.33 + 4, 21.17 + 2)]
    new_jersey = [(20.44 - 4, 21.03 - 3), (20.44 + 4, 21.03 + 3)]

    ours = found(pennsylvania, new_jersey)

    assert ours.method is Method.DIFF_IN_DIFF
    assert (ours.control, ours.arm) == pytest.approx((-2.16, 0.59), abs=1e-9)
    assert ours.difference == pytest.approx(2.76, abs=0.011)


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(control=STORES, arm=STORES, alpha=st.floats(0.001, 0.5))
def test_estimate_equals_that_of_scipy_on_the_changes(control: list[Course], arm: list[Course], alpha: float):
    assume(differ(control, arm))
    ours = found(control, arm, alpha=alpha)

    theirs: Any = stats.ttest_ind(*([after - before for before, after in side] for side in (arm, control)))
    interval = theirs.confidence_interval(1 - alpha)
    assert ours.p_value == pytest.approx(theirs.pvalue, rel=1e-9)
    assert (ours.low, ours.high) == pytest.approx((interval.low, interval.high), rel=1e-9, abs=1e-9)


def test_estimate_equals_the_regression_with_a_level_for_each_store_and_period():
    rng = np.random.default_rng(8)
    control, arm = rng.normal(0, 2, (5, 2)), rng.normal(1, 2, (4, 2))
    store = np.repeat(np.eye(9), 2, axis=0)
    after = np.tile([0.0, 1.0], 9)
    treated = np.repeat([0.0, 1.0], [10, 8])

    theirs: Any = OLS(
        np.concatenate([control, arm]).ravel(), np.column_stack([store, after, treated * after])
    ).fit()
    ours = found(
        [(float(b), float(a)) for b, a in control],
        [(float(b), float(a)) for b, a in arm],
    )

    assert ours.difference == pytest.approx(theirs.params[-1], rel=1e-9)
    assert ours.standard_error == pytest.approx(theirs.bse[-1], rel=1e-9)
    assert ours.p_value == pytest.approx(theirs.pvalues[-1], rel=1e-9)


@given(control=STORES, arm=STORES)
def test_swapped_arms_mirror_the_estimate(control: list[Course], arm: list[Course]):
    assume(differ(control, arm))
    one, other = found(control, arm), found(arm, control)

    assert one.difference == -other.difference
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), rel=1e-12)


@given(control=STORES, arm=STORES, ups=VALUE, level=VALUE)
def test_what_all_stores_went_through_and_the_level_of_one_change_nothing(
    control: list[Course], arm: list[Course], ups: float, level: float
):
    assume(differ(control, arm))
    plain = found(control, arm)
    shaken = [[(before, after + ups) for before, after in side] for side in (control, arm)]
    shaken[1][0] = (shaken[1][0][0] + level, shaken[1][0][1] + level)

    assert found(*shaken)[1:6] == pytest.approx(plain[1:6], rel=1e-9, abs=1e-9)


@given(control=STORES, arm=STORES)
def test_large_offset_changes_nothing_and_other_units_scale(control: list[Course], arm: list[Course]):
    assume(differ(control, arm))
    plain = found(control, arm)
    moved, scaled = (
        found(*([(f * b + x, f * a + x) for b, a in side] for side in (control, arm)))
        for f, x in ((1.0, 1e8), (1e-6, 0.0))
    )

    assert moved[1:6] == pytest.approx(plain[1:6], rel=1e-9)
    assert scaled.low == pytest.approx(plain.low * 1e-6, rel=1e-6, abs=1e-15)
    assert scaled.p_value == pytest.approx(plain.p_value, rel=1e-6)


def test_store_without_one_of_the_periods_is_left_out_and_named():
    shops = {"east": {0: 1.0, 1: 4.0}, "new": {1: 9.0}, "closed": {0: 2.0}, "west": {0: 2.0, 1: 3.0}}

    ours = changes(shops)

    assert ours.by_store == {"east": 3.0, "west": 1.0}
    assert ours.left_out == ("closed", "new")


def test_placebo_is_the_last_period_before_minus_the_mean_of_those_before_it():
    control = stores((1.0, 3.0, 7.0, 99.0), (2.0, 2.0, 1.0, 50.0), (4.0, 0.0, 2.0, 7.0), first=-2)
    arm = stores((5.0, 7.0, 1.0, 0.0), (0.0, 8.0, 3.0, 0.0), first=-2)

    ours = placebo(control, arm, alpha=0.05)

    theirs: Any = stats.ttest_ind([1 - 6, 3 - 4], [7 - 2, 1 - 2, 2 - 2])
    assert ours is not None
    assert ours.p_value == pytest.approx(theirs.pvalue, rel=1e-9)
    assert (ours.control, ours.arm) == pytest.approx((4 / 3, -3))


def test_store_that_missed_an_earlier_period_is_left_out_of_the_placebo():
    whole = stores((1.0, 3.0, 7.0), (2.0, 2.0, 1.0), (2.0, 4.0, 4.0), first=-2)

    part = {**whole, "late": {-1: 900.0, 0: 5.0}}

    assert placebo(part, whole, alpha=0.05) == placebo(whole, whole, alpha=0.05)
    assert placebo(whole, whole, alpha=0.05) is not None


@pytest.mark.parametrize(
    ("control", "arm"),
    [
        ([], []),
        ([(1.0, 2.0), (2.0, 5.0)], [(1.0, 1.0)]),
        ([(1.0, 2.0), (2.0, 3.0)], [(4.0, 7.0), (3.0, 6.0)]),
        # 0.2 throughout, but for rounding.
        ([(0.1, 0.3), (0.3, 0.5)], [(0.2, 0.4), (0.7, 0.9)]),
    ],
)
def test_no_estimate_is_made_up_where_the_test_does_not_exist(control: list[Course], arm: list[Course]):
    assert difference_in_differences(changes(stores(*control)), changes(stores(*arm)), alpha=0.05) is None


def test_no_placebo_is_made_up_without_an_earlier_period():
    shops = stores((1.0, 2.0), (2.0, 5.0))

    assert placebo(shops, shops, alpha=0.05) is None
