"""The t-test of cluster values against R, scipy, and its laws."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.regression.linear_model import OLS

from registry.analysis.estimates.difference import Difference
from registry.analysis.stores.clusters import cluster_difference, cluster_values

STORES = st.lists(st.integers(-100, 100).map(float), min_size=2, max_size=12)


def found(control: list[float], arm: list[float], *, alpha: float = 0.05) -> Difference:
    difference = cluster_difference(control, arm, alpha=alpha)
    assert difference is not None
    return difference


def differ(control: list[float], arm: list[float]) -> bool:
    return len(set(control)) > 1 or len(set(arm)) > 1


def test_estimate_equals_the_published_one():
    # Plant weights of A. J. Dobson, An Introduction to Generalized Linear Models (1990), page 9; the first
    # example of lm() in R: groupTrt -0.3710, standard error 0.3114, p 0.249 on 18 degrees of freedom.
    control = [4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14]
    arm = [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69]

    ours = found(control, arm)

    assert (ours.difference, ours.standard_error) == pytest.approx((-0.3710, 0.3114), abs=5e-5)
    assert ours.p_value == pytest.approx(0.249, abs=5e-4)
    assert (ours.control, ours.freedom) == (pytest.approx(5.0320, abs=5e-5), 18)


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(control=STORES, arm=STORES, alpha=st.floats(0.001, 0.5))
def test_estimate_equals_that_of_scipy(control: list[float], arm: list[float], alpha: float):
    assume(differ(control, arm))
    ours = found(control, arm, alpha=alpha)

    theirs: Any = stats.ttest_ind(arm, control, equal_var=True)
    interval = theirs.confidence_interval(1 - alpha)
    assert ours.p_value == pytest.approx(theirs.pvalue, rel=1e-9)
    assert (ours.low, ours.high) == pytest.approx((interval.low, interval.high), rel=1e-9, abs=1e-9)
    assert ours.freedom == theirs.df


@given(control=STORES, arm=STORES)
def test_swapped_arms_mirror_the_estimate(control: list[float], arm: list[float]):
    assume(differ(control, arm))
    one, other = found(control, arm), found(arm, control)

    assert one.difference == -other.difference
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), rel=1e-12)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-12)
    assert (one.control, one.arm) == (other.arm, other.control)


@given(control=STORES, arm=STORES)
def test_large_offset_changes_nothing(control: list[float], arm: list[float]):
    assume(differ(control, arm))
    plain = found(control, arm)
    moved = found([x + 1e8 for x in control], [x + 1e8 for x in arm])

    assert moved.difference == pytest.approx(plain.difference, abs=1e-6)
    assert moved.standard_error == pytest.approx(plain.standard_error, rel=1e-6)


@pytest.mark.parametrize("factor", [1e-200, 1e-6, 1e6, 1e200])
@given(control=STORES, arm=STORES)
def test_other_units_scale_the_estimate_and_leave_its_p(
    factor: float, control: list[float], arm: list[float]
):
    assume(differ(control, arm))
    plain = found(control, arm)
    scaled = found([x * factor for x in control], [x * factor for x in arm])

    assert scaled.low == pytest.approx(plain.low * factor, rel=1e-6, abs=1e-9 * factor)
    assert scaled.p_value == pytest.approx(plain.p_value, rel=1e-6)


def test_both_values_are_as_uncertain_as_one_common_variance_makes_them():
    control, arm = [1.0, 4.0, 3.0], [8.0, 2.0, 5.0, 7.0, 4.0]
    ours = cluster_values(control, arm)

    means = np.repeat(np.eye(2), [3, 5], axis=0)
    theirs: Any = OLS([*control, *arm], means).fit()
    assert ours is not None
    assert (ours.control.value, ours.arm.value) == pytest.approx(tuple(theirs.params))
    assert (ours.control.variance, ours.arm.variance) == pytest.approx(tuple(theirs.bse**2))


def test_interval_and_p_never_contradict_each_other_at_the_border():
    plain = found([1.0, 2.0, 3.0], [4.0, 6.0, 9.0])

    at_border = found([1.0, 2.0, 3.0], [4.0, 6.0, 9.0], alpha=plain.p_value or 0.0)

    assert at_border.low == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("arm", [[], [3.0], [2.0, 2.0]])
def test_no_estimate_is_made_up_where_the_test_does_not_exist(arm: list[float]):
    assert cluster_difference([2.0, 2.0], arm, alpha=0.05) is None


def test_what_rounding_leaves_is_no_spread():
    control = [0.1 + 0.2, 0.3]
    assert len(set(control)) == 2

    assert cluster_difference(control, [0.4, 0.4], alpha=0.05) is None


def test_very_small_p_is_not_lost():
    ours = found([float(x) for x in range(100)], [float(x + 1000) for x in range(100)])

    assert 0 < (ours.p_value or 0) < 1e-150
    assert math.isfinite(ours.low)
