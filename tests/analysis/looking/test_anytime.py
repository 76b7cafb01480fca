"""The any-time interval: the paper's formula, its laws, and where there is none."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.mean import welch
from registry.analysis.looking.anytime import any_time, any_time_around, boundary
from registry.domain.evidence import Method
from tests.analysis.summaries import summary_of, yes


@pytest.mark.parametrize(
    ("units", "tuned_to", "alpha"), [(40, 1000, 0.05), (1000, 1000, 0.05), (9000, 500, 0.01)]
)
def test_width_is_the_formula_of_the_paper(units: int, tuned_to: int, alpha: float):
    # Waudby-Smith et al. (2021), a Gaussian mixture with sigma 1, and the rho that is narrowest at tuned_to.
    rho2 = (-2 * math.log(alpha) + math.log(-2 * math.log(alpha) + 1)) / tuned_to
    width = math.sqrt(
        2 * (units * rho2 + 1) / (units**2 * rho2) * math.log(math.sqrt(units * rho2 + 1) / alpha)
    )

    assert boundary(units, tuned_to=tuned_to, alpha=alpha) / math.sqrt(units) == pytest.approx(width)


def test_interval_is_nearly_narrowest_where_it_is_tuned():
    def width(tuned_to: int) -> float:
        return boundary(2000, tuned_to=tuned_to, alpha=0.05)

    assert width(2000) <= 1.001 * min(width(tuned_to) for tuned_to in range(500, 8000, 100))
    assert width(2000) < width(200)
    assert width(2000) < width(20_000)


def test_look_at_no_complaint_yet_is_not_a_point():
    found = any_time(yes(0, 100), yes(0, 100), alpha=0.05, tuned_to=None)

    assert found is not None
    assert found.low < -0.01 < 0.01 < found.high
    assert found.p_value is None


@pytest.mark.parametrize("arm", [[1.0, 2.0] * 4, [], [1.0] * 9])
def test_few_answers_have_no_any_time_interval(arm: list[float]):
    assert any_time(summary_of([1.0, 2.0] * 10), summary_of(arm), alpha=0.05, tuned_to=None) is None


def test_what_rounding_leaves_of_no_spread_has_no_any_time_interval():
    control, arm = summary_of([0.1] * 13), summary_of([0.3] * 17)
    assert (control.variance, arm.variance) != (0, 0)

    assert any_time(control, arm, alpha=0.05, tuned_to=None) is None


ESTIMATE = Difference(Method.WELCH, 2.0, 0.5, 1.0, 3.0, 1e-4)


def test_interval_around_an_estimate_is_that_of_its_summaries():
    control, arm = summary_of([1.0, 2.0, 4.0] * 20), summary_of([2.0, 3.0, 7.0] * 20)
    estimate, summaries = welch(control, arm, alpha=0.05), any_time(control, arm, alpha=0.05, tuned_to=500)
    assert estimate is not None

    around = any_time_around(estimate._replace(freedom=None), units=120, tuned_to=1000, alpha=0.05)

    assert summaries is not None
    assert around is not None
    assert (around.low, around.high) == pytest.approx((summaries.low, summaries.high), rel=1e-12)
    assert (around.method, around.p_value) == (Method.ANY_TIME, None)


@pytest.mark.parametrize("freedom", [6.0, 22.0, 500.0])
def test_few_degrees_of_freedom_widen_the_interval_to_the_same_level_of_t(freedom: float):
    reach = boundary(24, tuned_to=24, alpha=0.05)

    found = any_time_around(ESTIMATE._replace(freedom=freedom), units=24, tuned_to=24, alpha=0.05)

    assert found is not None
    quantile: Any = stats.t.isf(stats.norm.sf(reach), freedom)
    assert (found.low, found.high) == pytest.approx((2.0 - 0.5 * quantile, 2.0 + 0.5 * quantile), rel=1e-9)


@given(
    difference=st.floats(-1e6, 1e6),
    error=st.floats(1e-6, 1e6),
    freedom=st.none() | st.floats(6, 1e6),
    factor=st.floats(1e-6, 1e6),
)
def test_swapped_arms_mirror_and_other_units_scale_the_interval(
    difference: float, error: float, freedom: float | None, factor: float
):
    def around(difference: float, error: float) -> Difference:
        estimate = Difference(Method.WELCH, difference, error, 0.0, 0.0, None, freedom)
        found = any_time_around(estimate, units=40, tuned_to=100, alpha=0.05)
        assert found is not None
        return found

    one, mirrored = around(difference, error), around(-difference, error)
    scaled = around(difference * factor, error * factor)

    assert (one.low, one.high) == (-mirrored.high, -mirrored.low)
    assert (scaled.low, scaled.high) == pytest.approx((one.low * factor, one.high * factor), rel=1e-9)


@pytest.mark.parametrize(
    ("estimate", "units"),
    [(ESTIMATE, 19), (ESTIMATE._replace(freedom=5.9), 1000), (ESTIMATE._replace(standard_error=0.0), 1000)],
)
def test_few_units_or_no_spread_have_no_interval_around_their_estimate(estimate: Difference, units: int):
    assert any_time_around(estimate, units=units, tuned_to=1000, alpha=0.05) is None


def test_look_long_before_what_the_interval_is_tuned_to_has_none():
    estimate = ESTIMATE._replace(freedom=6.0)

    assert any_time_around(estimate, units=8, tuned_to=10**9, alpha=0.05) is None
