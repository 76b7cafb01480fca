"""The sample-ratio check against scipy, and the share of sound pilots it disturbs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.checks.sample_ratio import sample_ratio_p

ARMS: tuple[str, ...] = ("No card", "Card", "Call")


@given(units=st.lists(st.integers(50, 5000), min_size=2, max_size=3), unequal=st.floats(0.5, 3))
def test_large_counts_are_compared_by_chi_square(units: list[int], unequal: float):
    counts = dict(zip(ARMS, units, strict=False))
    shares = dict(zip(counts, [unequal, 1.0, 1.0], strict=False))
    planned = np.array([*shares.values()]) / sum(shares.values()) * sum(units)

    assert sample_ratio_p(counts, shares) == pytest.approx(
        stats.chisquare(units, planned).pvalue, rel=1e-9, abs=1e-300
    )


@given(units=st.integers(0, 9), of=st.just(18))
def test_small_counts_are_compared_by_the_exact_binomial(units: int, of: int):
    counts = {"No card": units, "Card": of - units}

    assert sample_ratio_p(counts, {"No card": 1, "Card": 1}) == pytest.approx(
        stats.binomtest(units, of, 0.5).pvalue
    )


def test_one_of_three_small_arms_pays_for_the_choice_of_the_worst():
    counts = {"No card": 1, "Card": 9, "Call": 8}

    worst = stats.binomtest(1, 18, 1 / 3).pvalue

    assert sample_ratio_p(counts, dict.fromkeys(counts, 1.0)) == pytest.approx(3 * worst)


def test_shares_need_not_add_up_to_one():
    counts = {"No card": 900, "Card": 100}

    assert sample_ratio_p(counts, {"No card": 9, "Card": 1}) == 1
    assert sample_ratio_p(counts, {"No card": 0.9, "Card": 0.1}) == 1


@pytest.mark.parametrize("units", [12, 200])
def test_sound_split_is_called_a_mismatch_in_at_most_one_of_a_hundred(units: int):
    drawn = np.random.default_rng(3).binomial(units, 0.5, 400)

    alarms = [
        sample_ratio_p({"No card": n, "Card": units - n}, {"No card": 1, "Card": 1}) < 0.01
        for n in map(int, drawn)
    ]

    assert np.mean(alarms) <= 0.025
