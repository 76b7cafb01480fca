"""Fieller's interval: its bounds are the ratios that Welch's test on the raw rows just rejects."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from registry.analysis.mean import welch
from registry.analysis.relative import relative
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


@pytest.mark.parametrize(
    "control",
    [[-5.0, 5.0, 1.0], [-110.0, -100.0, -90.0], [0.0, 0.0, 0.0], [3.0], []],
    ids=["around 0", "below 0", "at 0", "one answer", "no answer"],
)
def test_share_of_nearly_nothing_is_not_given(control: list[float]):
    assert relative(summary_of(control), summary_of([1.0, 2.0, 4.0]), alpha=0.05) is None


def test_share_of_yes_that_nobody_said_is_not_given():
    assert relative(yes(0, 50), yes(5, 50), alpha=0.05) is None
