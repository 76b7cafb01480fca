"""A quantile's interval against scipy, R and a table, the bootstrap against scipy's, and laws."""

import time
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.quantile import Bootstrap, quantile, quantile_difference, resampled_quantiles

NUMBERS = st.lists(st.integers(-1000, 1000).map(float), min_size=1, max_size=60).map(np.array)
MANY = st.lists(st.integers(-1000, 1000).map(float), min_size=20, max_size=60).map(np.array)
SHARES = st.integers(5, 95).map(lambda n: n / 100)
SEED = Bootstrap(seed=12, draws=999)


def found(control: np.ndarray, arm: np.ndarray, *, q: float = 0.5, bootstrap: Bootstrap = SEED) -> Difference:
    difference = quantile_difference(control, arm, q=q, alpha=0.05, bootstrap=bootstrap)
    assert difference is not None
    return difference


@given(values=NUMBERS, q=SHARES, alpha=st.floats(0.001, 0.4))
def test_value_and_interval_equal_those_of_numpy_and_scipy(values: np.ndarray, q: float, alpha: float):
    ours = quantile(values, q=q, alpha=alpha)

    theirs: Any = stats.quantile_test(values, p=q)
    interval = theirs.confidence_interval(1 - alpha)
    assert ours is not None
    assert ours.value == pytest.approx(np.quantile(values, q))
    assert [np.nan if x is None else x for x in (ours.low, ours.high)] == pytest.approx(
        [interval.low, interval.high], nan_ok=True
    )


@pytest.mark.parametrize(
    ("q", "alpha", "low", "high"),
    [(0.3, 0.05, 1.221402758160170, 1.476980793882643), (0.5, 0.1, 1.506817785112854, 1.803988415397857)],
)
def test_interval_equals_that_of_r(q: float, alpha: float, low: float, high: float):
    # confintr::ci_quantile(exp(seq(0, 1, by = 0.01)), …), as quoted in scipy's tests (test_R_ci_quantile).
    ours = quantile(np.exp(np.arange(101) / 100), q=q, alpha=alpha)

    assert ours is not None
    assert (ours.low, ours.high) == pytest.approx((low, high), rel=1e-14)


@pytest.mark.parametrize(
    ("n", "low", "high"), [(6, 1, 6), (9, 2, 8), (12, 3, 10), (15, 4, 12), (17, 5, 13), (20, 6, 15)]
)
def test_ranks_for_a_median_equal_the_printed_table(n: int, low: int, high: int):
    # “Confidence intervals for the population median”, a table that many textbooks print: the narrowest
    # pair of ranks with at least 95 % confidence (96.9, 96.1, 96.1, 96.5, 95.1 and 95.9 %).
    ours = quantile(np.arange(1, n + 1, dtype=float), q=0.5, alpha=0.05)

    assert ours is not None
    assert (ours.low, ours.high) == (low, high)


@pytest.mark.parametrize(("n", "q"), [(30, 0.5), (30, 0.9), (1_000_000, 0.9)])
def test_interval_covers_at_least_what_it_says_and_hardly_more(n: int, q: float):
    ours = quantile(np.arange(1, n + 1, dtype=float), q=q, alpha=0.05)

    # The values are their own ranks: the true quantile lies between two of them as the binomial says.
    assert ours is not None
    low, high = (n + 1 if x is None else x for x in (ours.low, ours.high))
    above_low = stats.binom.sf(low - 1, n, q)
    assert above_low - stats.binom.sf(high - 1, n, q) >= 0.95
    assert stats.binom.cdf(low, n, q) > 0.025


def test_large_pilot_has_the_interval_of_the_normal_approximation():
    n, q = 1_000_000, 0.9
    ours = quantile(np.arange(n, dtype=float), q=q, alpha=0.05)

    width = 1.959963985 * np.sqrt(n * q * (1 - q))
    assert ours is not None
    assert (ours.low, ours.high) == pytest.approx((n * q - width, n * q + width), abs=2)


@pytest.mark.parametrize(("n", "q"), [(5, 0.5), (6, 0.5), (11, 0.9), (8, 0.3)])
def test_ranks_of_resamples_are_those_of_real_resampling(n: int, q: float):
    ordered = np.arange(n, dtype=float) ** 2
    rng = np.random.default_rng(3)

    ours = resampled_quantiles(ordered, q=q, draws=40_000, rng=rng)

    theirs = np.quantile(rng.choice(ordered, size=(40_000, n)), q, axis=1)
    values, counts = np.unique(np.concatenate([ours, theirs]).round(9), return_counts=True)
    often = values[counts > 20]
    table = [[(np.round(each, 9) == value).sum() for value in often] for each in (ours, theirs)]
    chi_square: Any = stats.chi2_contingency(table)
    assert chi_square.pvalue > 0.001


@pytest.mark.parametrize("q", [0.5, 0.75])
def test_difference_equals_the_percentile_bootstrap_of_scipy(q: float):
    rng = np.random.default_rng(8)
    control, arm = rng.exponential(10, 40), rng.exponential(13, 60)

    ours = found(control, arm, q=q, bootstrap=Bootstrap(seed=1, draws=40_000))

    theirs: Any = stats.bootstrap(
        (control, arm),
        lambda x, y, axis: np.quantile(y, q, axis=axis) - np.quantile(x, q, axis=axis),
        method="percentile",
        n_resamples=20_000,
        batch=2000,
        rng=np.random.default_rng(9),
    )
    error = theirs.standard_error
    assert ours.difference == pytest.approx(np.quantile(arm, q) - np.quantile(control, q))
    assert ours.standard_error == pytest.approx(error, rel=0.03)
    # Two bootstraps differ by chance: a bound by about a twentieth of the error.
    assert (ours.low, ours.high) == pytest.approx(tuple(theirs.confidence_interval), abs=0.08 * error)


@given(control=MANY, arm=MANY, seed=st.integers(0, 99))
def test_p_and_interval_never_contradict_each_other(control: np.ndarray, arm: np.ndarray, seed: int):
    ours = quantile_difference(control, arm, q=0.5, alpha=0.05, bootstrap=Bootstrap(seed, 499))
    assume(ours is not None)

    assert ours is not None
    assert ours.p_value is not None
    assert 0 < ours.p_value <= 1
    assert (ours.p_value <= 0.05) == (not ours.low <= 0 <= ours.high)


@given(control=MANY, arm=MANY, factor=st.sampled_from([1e-9, 7.0, 1e9]), offset=st.sampled_from([0.0, 1e8]))
def test_other_units_scale_and_an_offset_changes_nothing(
    control: np.ndarray, arm: np.ndarray, factor: float, offset: float
):
    assume(len(set(control)) > 1 and len(set(arm)) > 1)
    plain = quantile_difference(control, arm, q=0.3, alpha=0.05, bootstrap=SEED)
    scaled = quantile_difference(
        (control + offset) * factor, (arm + offset) * factor, q=0.3, alpha=0.05, bootstrap=SEED
    )
    assume(plain is not None and scaled is not None)

    assert plain is not None
    assert scaled is not None
    assert (scaled.difference, scaled.low, scaled.high) == pytest.approx(
        (plain.difference * factor, plain.low * factor, plain.high * factor), rel=1e-6, abs=1e-6 * factor
    )


def test_swapped_arms_mirror_the_estimate_but_for_chance():
    rng = np.random.default_rng(10)
    control, arm = rng.exponential(10, 200), rng.exponential(11, 150)
    one, other = (
        found(*arms, q=0.9, bootstrap=Bootstrap(seed=2)) for arms in ((control, arm), (arm, control))
    )

    assert one.difference == -other.difference
    assert (one.control, one.arm) == (other.arm, other.control)
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), abs=0.1 * one.standard_error)


def test_same_seed_gives_the_same_interval_and_another_seed_nearly():
    rng = np.random.default_rng(11)
    control, arm = rng.normal(size=300), rng.normal(size=300)

    assert found(control, arm) == found(control[::-1], arm)
    other = found(control, arm, bootstrap=Bootstrap(seed=13, draws=999))
    assert other != found(control, arm)
    assert other.low == pytest.approx(found(control, arm).low, abs=0.3 * other.standard_error)


def test_two_million_values_take_seconds_at_most():
    rng = np.random.default_rng(16)
    control, arm = rng.exponential(10, 1_000_000), rng.exponential(10, 1_000_000)

    start = time.process_time()
    found(control, arm, q=0.9, bootstrap=Bootstrap(seed=1))

    # Resampling them two thousand times takes minutes.
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("control", "arm", "q"),
    [
        ([], [1, 2, 3, 4, 5, 6], 0.5),
        ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], 0.5),
        (list(range(35)), list(range(99)), 0.9),
        ([4.0] * 50, [4.0] * 60, 0.5),
        ([0.1] * 50, [0.3] * 61, 0.5),
    ],
)
def test_no_difference_is_made_up_where_values_are_too_few_or_all_alike(
    control: list[float], arm: list[float], q: float
):
    one, other = np.array(control, dtype=float), np.array(arm, dtype=float)

    assert quantile_difference(one, other, q=q, alpha=0.05, bootstrap=SEED) is None


def test_no_quantile_is_made_up_without_values():
    assert quantile(np.array([]), q=0.5, alpha=0.05) is None
