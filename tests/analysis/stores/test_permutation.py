"""Exact p-values against Fisher's own count, scipy, plain enumeration, and their laws."""

from itertools import combinations
from math import comb
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.stores.paired import Pair
from registry.analysis.stores.permutation import permutation_p, sign_flip_p

STORES = st.lists(st.integers(-20, 20).map(float), min_size=1, max_size=5)
TENTHS = st.lists(st.integers(-20, 20).map(lambda tenths: tenths / 10), min_size=2, max_size=6)


def distance(arm: Any, control: Any, axis: int = -1) -> Any:
    return np.abs(np.mean(arm, axis=axis) - np.mean(control, axis=axis))


def test_p_of_pairs_equals_what_fisher_counted():
    # Darwin's fifteen pairs of maize, cross-fertilised less self-fertilised, in eighths of an inch. R. A.
    # Fisher, The Design of Experiments (1935): in 863 of 32,768 cases the sum is 314 or more, and
    # in as many it is -314 or less.
    darwin = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]

    assert sign_flip_p([Pair(0.0, float(each)) for each in darwin]) == 1726 / 32768


@given(control=STORES, arm=STORES)
def test_p_equals_plain_enumeration(control: list[float], arm: list[float]):
    every, observed = [*control, *arm], distance(arm, control)
    ways = [
        distance([every[i] for i in chosen], [every[i] for i in range(len(every)) if i not in chosen])
        for chosen in combinations(range(len(every)), len(arm))
    ]

    p = permutation_p(control, arm)

    assert p == pytest.approx(np.mean([way >= observed - 1e-9 for way in ways]), rel=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_p_equals_that_of_scipy(seed: int):
    rng = np.random.default_rng(seed)
    control, arm = rng.normal(0, 1, 6), rng.normal(1, 1, 3)

    theirs: Any = stats.permutation_test((arm, control), distance, alternative="greater", n_resamples=1_000)

    assert permutation_p(control.tolist(), arm.tolist()) == pytest.approx(theirs.pvalue, rel=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_p_of_pairs_equals_that_of_scipy(seed: int):
    rng = np.random.default_rng(seed)
    control, arm = rng.normal(0, 1, 7), rng.normal(0.5, 1, 7)

    theirs: Any = stats.permutation_test(
        (arm, control), distance, alternative="greater", permutation_type="samples", n_resamples=1_000
    )

    pairs = [Pair(*both) for both in zip(control.tolist(), arm.tolist(), strict=True)]
    assert sign_flip_p(pairs) == pytest.approx(theirs.pvalue, rel=1e-12)


@pytest.mark.parametrize(("n", "m"), [(3, 3), (4, 4), (3, 9), (8, 8)])
def test_no_p_is_below_what_the_number_of_ways_allows(n: int, m: int):
    control, arm = [float(x) for x in range(n)], [100.0 + x for x in range(m)]

    # With equal numbers, swapped arms are as far apart: 2 of 20 ways with 3 + 3 stores, so 0.10.
    assert permutation_p(control, arm) == (2 if n == m else 1) / comb(n + m, n)


def test_p_of_two_pairs_cannot_be_below_a_half():
    assert sign_flip_p([Pair(0.0, 100.0), Pair(0.0, 50.0)]) == 0.5


@given(control=STORES, arm=STORES)
def test_swapped_arms_have_the_same_p(control: list[float], arm: list[float]):
    assert permutation_p(control, arm) == permutation_p(arm, control)


@given(control=TENTHS, arm=TENTHS)
def test_ties_are_ties_whatever_rounding_does(control: list[float], arm: list[float]):
    tenfold = permutation_p([round(10 * x) for x in control], [round(10 * x) for x in arm])

    assert permutation_p(control, arm) == tenfold
    assert permutation_p([x + 1e5 for x in control], [x + 1e5 for x in arm]) == tenfold


@given(control=TENTHS, arm=TENTHS)
def test_ties_of_pairs_are_ties_whatever_rounding_does(control: list[float], arm: list[float]):
    pairs = [Pair(*both) for both in zip(control, arm, strict=False)]

    tenfold = sign_flip_p([Pair(round(10 * pair.control), round(10 * pair.arm)) for pair in pairs])

    assert sign_flip_p(pairs) == tenfold
    assert sign_flip_p([Pair(pair.control + 1e5, pair.arm + 1e5) for pair in pairs]) == tenfold


def test_stores_that_are_all_the_same_are_as_far_apart_in_every_way():
    assert permutation_p([0.1] * 3, [0.1] * 4) == 1
    assert sign_flip_p([Pair(0.1, 0.1)] * 3) == 1


@pytest.mark.parametrize(("control", "arm"), [([], [1.0]), ([1.0], []), ([1.0] * 8, [2.0] * 9)])
def test_no_p_is_made_up_without_stores_or_with_too_many(control: list[float], arm: list[float]):
    assert permutation_p(control, arm) is None


@pytest.mark.parametrize("n", [0, 17])
def test_no_p_is_made_up_without_pairs_or_with_too_many(n: int):
    assert sign_flip_p([Pair(0.0, 1.0)] * n) is None
