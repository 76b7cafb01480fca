"""Welch's test against scipy on the raw rows, and its laws."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.mean import welch
from tests.analysis.summaries import summary_of
from tests.analysis.witness import welch_interval, welch_p

ANSWERS = st.lists(st.integers(-100, 100).map(float), min_size=2, max_size=25)


def found(control: list[float], arm: list[float], *, alpha: float = 0.05) -> Difference:
    difference = welch(summary_of(control), summary_of(arm), alpha=alpha)
    assert difference is not None
    return difference


def differ(control: list[float], arm: list[float]) -> bool:
    return len(set(control)) > 1 or len(set(arm)) > 1


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(control=ANSWERS, arm=ANSWERS, alpha=st.floats(0.001, 0.5))
def test_welch_equals_scipy_on_the_raw_rows(control: list[float], arm: list[float], alpha: float):
    assume(differ(control, arm))
    ours = found(control, arm, alpha=alpha)

    low, high = welch_interval(arm, control, alpha=alpha)
    assert ours.p_value == pytest.approx(welch_p(arm, control), rel=1e-9)
    assert (ours.low, ours.high) == pytest.approx((low, high), abs=1e-9 * (1 + abs(low) + abs(high)))


@given(control=ANSWERS, arm=ANSWERS)
def test_swapped_arms_mirror_the_estimate(control: list[float], arm: list[float]):
    assume(differ(control, arm))
    one, other = found(control, arm), found(arm, control)

    assert one.difference == -other.difference
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), rel=1e-12)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-12)


@given(control=ANSWERS, arm=ANSWERS)
def test_large_offset_changes_nothing(control: list[float], arm: list[float]):
    assume(differ(control, arm))
    plain = found(control, arm)
    moved = found([x + 1e8 for x in control], [x + 1e8 for x in arm])

    assert moved.difference == pytest.approx(plain.difference, abs=1e-6)
    assert moved.standard_error == pytest.approx(plain.standard_error, rel=1e-6)


@given(control=ANSWERS, arm=ANSWERS, factor=st.floats(1e-6, 1e6))
def test_other_units_scale_the_estimate_and_leave_its_p(
    control: list[float], arm: list[float], factor: float
):
    assume(differ(control, arm))
    plain = found(control, arm)
    scaled = found([x * factor for x in control], [x * factor for x in arm])

    assert scaled.low == pytest.approx(plain.low * factor, rel=1e-6, abs=1e-9 * factor)
    assert scaled.p_value == pytest.approx(plain.p_value, rel=1e-6)


def test_very_small_p_is_not_lost():
    rng = np.random.default_rng(7)
    control, arm = rng.normal(0, 1, 2000), rng.normal(1, 1, 2000)

    ours = found(list(control), list(arm))

    assert ours.p_value == pytest.approx(welch_p(list(arm), list(control)), rel=1e-6)
    assert 0 < (ours.p_value or 0) < 1e-100


@pytest.mark.parametrize("n", [3, 7, 1000])
def test_what_rounding_leaves_of_no_spread_is_no_spread(n: int):
    control, arm = summary_of([0.1] * n), summary_of([0.3] * (n + 4))
    assert (control.variance, arm.variance) != (0, 0)

    assert welch(control, arm, alpha=0.05) is None


@pytest.mark.parametrize("alpha", [1e-12, 1e-18, 1e-60])
def test_tiny_alpha_has_the_interval_of_scipy_s_upper_tail(alpha: float):
    ours = found([1.0, 2.0, 4.0, 7.0], [2.0, 3.0, 8.0, 9.0, 4.0], alpha=alpha)

    reach: Any = stats.t.isf(alpha / 2, ours.freedom)
    assert ours.high == pytest.approx(ours.difference + reach * ours.standard_error, rel=1e-9)


@pytest.mark.parametrize("arm", [[], [1.0], [2.0, 2.0, 2.0]])
def test_no_estimate_is_made_up_where_the_test_does_not_exist(arm: list[float]):
    assert welch(summary_of([2.0, 2.0]), summary_of(arm), alpha=0.05) is None
