"""The ratio of geometric means and the skewness against scipy on raw rows, and when to beware."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.estimates.tails import Ratio, geometric_ratio, needs_caution, skewness
from registry.domain.summary import Summary, merged
from tests.analysis.summaries import summary_of
from tests.analysis.witness import welch_interval, welch_p

POSITIVE = st.lists(st.integers(1, 1000).map(float), min_size=3, max_size=25)
ANSWERS = st.lists(st.integers(-100, 100).map(float), min_size=3, max_size=25)


def found(control: list[float], arm: list[float]) -> Ratio:
    ours = geometric_ratio(summary_of(control), summary_of(arm), alpha=0.05)
    assert ours is not None
    return ours


def differ(control: list[float], arm: list[float]) -> bool:
    return len(set(control)) > 1 and len(set(arm)) > 1


@given(control=POSITIVE, arm=POSITIVE)
def test_ratio_equals_scipy_on_the_raw_logarithms(control: list[float], arm: list[float]):
    assume(differ(control, arm))
    ours = found(control, arm)

    logs = list(np.log(arm)), list(np.log(control))
    low, high = welch_interval(*logs, alpha=0.05)
    assert (ours.control, ours.arm) == pytest.approx((stats.gmean(control), stats.gmean(arm)), rel=1e-9)
    assert ours.ratio == pytest.approx(ours.arm / ours.control, rel=1e-9)
    assert (math.log(ours.low), math.log(ours.high)) == pytest.approx((low, high), abs=1e-8)
    assert ours.p_value == pytest.approx(welch_p(*logs), rel=1e-6)


@given(control=POSITIVE, arm=POSITIVE)
def test_swapped_arms_turn_the_ratio_over(control: list[float], arm: list[float]):
    assume(differ(control, arm))
    one, other = found(control, arm), found(arm, control)

    assert (one.ratio, one.low) == pytest.approx((1 / other.ratio, 1 / other.high), rel=1e-9)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-9)


@given(control=POSITIVE, arm=POSITIVE, factor=st.floats(1e-6, 1e6))
def test_other_units_leave_the_ratio(control: list[float], arm: list[float], factor: float):
    assume(differ(control, arm))
    plain = found(control, arm)
    scaled = found([x * factor for x in control], [x * factor for x in arm])

    assert (scaled.ratio, scaled.low, scaled.high) == pytest.approx(plain[1:4], rel=1e-6)
    assert scaled.arm == pytest.approx(plain.arm * factor, rel=1e-9)


@given(control=POSITIVE, arm=POSITIVE, at=st.integers(1, 2))
def test_two_halves_say_what_the_whole_says(control: list[float], arm: list[float], at: int):
    assume(differ(control, arm))

    halves = merged(summary_of(control[:at]), summary_of(control[at:]))

    ours = geometric_ratio(halves, summary_of(arm), alpha=0.05)
    assert ours is not None
    assert ours[1:5] == pytest.approx(found(control, arm)[1:5], rel=1e-6)


@pytest.mark.parametrize("arm", [[0.0, 1.0, 2.0], [-1.0, 1.0, 2.0], [3.0], [3.0, 3.0, 3.0], [1e-100, 1e100]])
def test_no_ratio_is_made_up_where_there_is_none(arm: list[float]):
    assert geometric_ratio(summary_of([2.0, 2.0]), summary_of(arm), alpha=0.05) is None


def test_what_rounding_leaves_of_no_spread_is_no_ratio():
    control, arm = summary_of([0.1] * 10), summary_of([0.3] * 14)
    assert control.logs is not None
    assert control.logs.variance != 0

    assert geometric_ratio(control, arm, alpha=0.05) is None


@given(answers=ANSWERS)
def test_skewness_is_that_of_scipy_without_bias(answers: list[float]):
    assume(len(set(answers)) > 1)

    ours = skewness(summary_of(answers))

    assert ours == pytest.approx(float(stats.skew(answers, bias=False)), rel=1e-9, abs=1e-9)


@given(answers=ANSWERS, factor=st.floats(1e-90, 1e90))
def test_skewness_has_no_unit_and_turns_with_the_sign(answers: list[float], factor: float):
    assume(len(set(answers)) > 1)
    plain = skewness(summary_of(answers))
    assert plain is not None

    assert skewness(summary_of([-factor * x for x in answers])) == pytest.approx(-plain, rel=1e-6, abs=1e-9)


@given(answers=ANSWERS)
def test_large_offset_leaves_the_skewness(answers: list[float]):
    assume(len(set(answers)) > 1)

    moved = skewness(summary_of([x + 1e8 for x in answers]))

    assert moved == pytest.approx(skewness(summary_of(answers)), abs=1e-6)


@given(answers=st.lists(st.integers(1, 5).map(float), min_size=3, max_size=40))
def test_counted_answers_of_a_scale_are_as_skewed_as_their_rows(answers: list[float]):
    assume(len(set(answers)) > 1)

    counted = skewness(summary_of(answers).model_copy(update={"third": None}))

    assert counted == pytest.approx(float(stats.skew(answers, bias=False)), rel=1e-9, abs=1e-9)


def test_skewness_is_not_known_where_neither_third_moments_nor_answers_were_read():
    assert skewness(summary_of([1.0, 2.0, 9.0]).model_copy(update={"third": None, "answers": None})) is None


@pytest.mark.parametrize("answers", [[], [1.0], [1.0, 2.0], [4.0, 4.0, 4.0]])
def test_skewness_is_not_made_up_where_there_is_none(answers: list[float]):
    assert skewness(summary_of(answers)) is None


def shaped(n: int, *, skewed: bool) -> Summary:
    """Of *n* answers, exactly at the quantiles of an exponential or a normal distribution."""
    at = (np.arange(n) + 0.5) / n
    answers = stats.expon.ppf(at) if skewed else stats.norm.ppf(at)
    return summary_of(answers.tolist())


@pytest.mark.parametrize(
    ("control", "arm", "skewed", "caution"),
    [
        (100, 100, True, False),
        (100, 29, True, True),
        (30, 30, True, False),
        (400, 100, True, False),
        (401, 100, True, True),
        (100, 401, True, True),
        (20, 20, False, False),
        (401, 30, False, False),
        (2, 2, True, False),
    ],
)
def test_caution_is_for_skew_with_few_answers_or_with_unlike_arms(
    control: int, arm: int, skewed: bool, caution: bool
):
    pilot = shaped(control, skewed=skewed), shaped(arm, skewed=skewed)

    assert needs_caution(*pilot) == caution
    assert needs_caution(*reversed(pilot)) == caution


def test_long_lower_tail_needs_as_much_caution():
    low = summary_of([-x for x in [1.0] * 18 + [9.0, 20.0]])

    assert needs_caution(low, low)
