"""Miettinen and Nurminen's interval: published values, the likelihood itself, its laws."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.special import xlogy

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.proportion import Counts, likeliest_control_rate, miettinen_nurminen, score
from registry.domain.summary import Summary
from tests.analysis.summaries import yes
from tests.analysis.witness import chi_square

ARM = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))

THOUSANDTHS = st.integers(-1000, 1000).map(lambda thousandths: thousandths / 1000)


def found(control: tuple[int, int], arm: tuple[int, int], *, alpha: float = 0.05) -> Difference:
    difference = miettinen_nurminen(yes(*control), yes(*arm), alpha=alpha)
    assert difference is not None
    return difference


@pytest.mark.parametrize(
    ("arm", "control", "low", "high"),
    [
        # Newcombe's examples (1998) with this method: C. Fan and D. Zhou, WUSS 2016, paper 127.
        ((56, 70), (48, 80), 0.0528, 0.3382),
        ((9, 10), (3, 10), 0.1700, 0.8406),
        ((10, 10), (0, 20), 0.7156, 1.0000),
    ],
)
def test_interval_equals_the_published_one(
    arm: tuple[int, int], control: tuple[int, int], low: float, high: float
):
    ours = found(control, arm)

    assert (round(ours.low, 4), round(ours.high, 4)) == (low, high)


def test_interval_equals_that_of_r():
    # PropCIs::diffscoreci(7, 34, 1, 34, 0.95), as quoted in the tests of statsmodels, whose own
    # interval is off in the third digit (statsmodels#10269).
    ours = found((1, 34), (7, 34))

    assert (ours.low, ours.high) == pytest.approx((0.0270416, 0.3452912), abs=1e-6)


@given(control=ARM, arm=ARM, assumed=st.floats(-0.999, 0.999))
def test_assumed_difference_is_met_with_the_likeliest_rates(
    control: tuple[int, int], arm: tuple[int, int], assumed: float
):
    def log_likelihood(rate: np.ndarray) -> np.ndarray:
        other = np.clip(rate + assumed, 0, 1)
        return (
            xlogy(control[0], rate)
            + xlogy(control[1] - control[0], 1 - rate)
            + xlogy(arm[0], other)
            + xlogy(arm[1] - arm[0], 1 - other)
        )

    rate = likeliest_control_rate(Counts(*control, *arm), assumed)

    everywhere = np.linspace(max(0.0, -assumed), min(1.0, 1.0 - assumed), 501)
    assert log_likelihood(np.array([rate]))[0] >= log_likelihood(everywhere).max() - 1e-6


@given(control=ARM, arm=ARM, one=THOUSANDTHS, other=THOUSANDTHS)
def test_score_falls_as_the_assumed_difference_rises(
    control: tuple[int, int], arm: tuple[int, int], one: float, other: float
):
    counts = Counts(*control, *arm)

    low, high = sorted((one, other))

    assert score(counts, low) >= score(counts, high) - 1e-6


@given(control=ARM, arm=ARM, alpha=st.floats(0.01, 0.3))
def test_p_and_interval_never_contradict_each_other(
    control: tuple[int, int], arm: tuple[int, int], alpha: float
):
    ours = found(control, arm, alpha=alpha)

    assert ours.p_value is not None
    if abs(ours.p_value - alpha) > 1e-6:
        assert (ours.p_value < alpha) == (not ours.low <= 0 <= ours.high)


@given(control=ARM, arm=ARM)
def test_p_is_that_of_the_chi_square_test_with_its_small_correction(
    control: tuple[int, int], arm: tuple[int, int]
):
    table = [[control[0], control[1] - control[0]], [arm[0], arm[1] - arm[0]]]
    ours = found(control, arm)
    if min(sum(column) for column in zip(*table, strict=True)) == 0:
        assert ours.p_value == 1
        return

    both = control[1] + arm[1]
    corrected = chi_square(table)[0] * (both - 1) / both

    assert ours.p_value == pytest.approx(stats.chi2.sf(corrected, 1), rel=1e-6)


@given(control=ARM, arm=ARM)
def test_swapped_arms_mirror_the_interval(control: tuple[int, int], arm: tuple[int, int]):
    one, other = found(control, arm), found(arm, control)

    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), abs=1e-9)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-9)


@given(control=ARM, arm=ARM)
def test_yes_and_no_swapped_mirror_the_interval(control: tuple[int, int], arm: tuple[int, int]):
    one = found(control, arm)
    other = found((control[1] - control[0], control[1]), (arm[1] - arm[0], arm[1]))

    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), abs=1e-9)


def test_large_pilot_is_as_good_as_a_small_one():
    ours = found((500_000, 1_000_000), (501_000, 1_000_000))

    wald = 1.959963985 * np.sqrt(0.25 / 1e6 + 0.501 * 0.499 / 1e6)
    assert (ours.low, ours.high) == pytest.approx((0.001 - wald, 0.001 + wald), abs=1e-7)


RARE = [(3, 12, 10**6), (3, 9, 10**7), (0, 5, 10**7), (30, 60, 10**8), (10**7 - 3, 10**7 - 9, 10**7)]
"""Yes in control and arm, of as many answers each."""


@pytest.mark.parametrize(("control", "arm", "n"), RARE)
def test_few_yes_of_millions_have_the_p_of_the_pooled_share(control: int, arm: int, n: int):
    # Assumed to be alike, the likeliest rate is the pooled one: chi-square with its small correction.
    pooled = (control + arm) / (2 * n)
    z = (arm - control) / n / np.sqrt(pooled * (1 - pooled) * 2 / n * (2 * n / (2 * n - 1)))

    ours = miettinen_nurminen(counted(control, n), counted(arm, n), alpha=0.05)

    assert ours is not None
    assert ours.p_value == pytest.approx(2 * stats.norm.sf(abs(z)), rel=1e-9)


@pytest.mark.parametrize(("control", "arm", "n"), RARE)
@pytest.mark.parametrize("steps", [-2, 1, 3])
def test_few_yes_of_millions_are_met_with_the_likeliest_rate(control: int, arm: int, n: int, steps: int):
    assumed = steps * np.sqrt(control + arm + 1) / n if control + arm < n else steps / n
    rate = likeliest_control_rate(Counts(control, n, arm, n), assumed)

    def slope(rate: Fraction) -> Fraction:
        """Of the log-likelihood, times what is above 0; in whole numbers, so nothing is rounded."""
        other = rate + Fraction(assumed)
        one = (control - n * rate) * other * (1 - other)
        return one + (arm - n * other) * rate * (1 - rate)

    # It changes its sign between two rates that differ in the ninth digit, or the rate stands at an end.
    near = Fraction(rate if rate < 0.5 else 1 - rate) / 10**9
    at_an_end = rate <= max(0.0, -assumed) or rate >= min(1.0, 1 - assumed)
    assert at_an_end or slope(Fraction(rate) - near) > 0 > slope(Fraction(rate) + near)


def counted(successes: int, n: int) -> Summary:
    """Of more answers than a list should hold."""
    share = successes / n
    return Summary(
        metric="m", arm="a", units=n, n=n, mean=share, variance=share * (1 - share), successes=successes
    )


def test_no_interval_is_made_up_without_answers():
    assert miettinen_nurminen(yes(0, 0), yes(1, 2), alpha=0.05) is None
