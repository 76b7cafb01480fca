"""Benjamini and Hochberg's adjustment against scipy and the example of their article, and its laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from registry.analysis.several.benjamini_hochberg import benjamini_hochberg
from registry.analysis.several.holm import holm

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=12)


@given(p_values=P_VALUES)
def test_adjusted_p_values_equal_those_of_scipy(p_values: list[float]):
    assert list(benjamini_hochberg(p_values)) == pytest.approx(list(false_discovery_control(p_values)))


def test_example_of_the_article_has_four_discoveries():
    # Benjamini and Hochberg (1995): fifteen endpoints of a study of heart attacks. Their
    # procedure rejects four at 5 %, Bonferroni's (and Holm's) three.
    p_values = [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240),
        *(0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
    ]

    assert [p is not None and p <= 0.05 for p in benjamini_hochberg(p_values)] == [True] * 4 + [False] * 11
    assert [p is not None and p <= 0.05 for p in holm(p_values)] == [True] * 3 + [False] * 12


@given(p_values=P_VALUES)
def test_p_that_is_not_known_does_not_count(p_values: list[float]):
    with_gaps = [p for known in p_values for p in (None, known)]

    assert benjamini_hochberg(with_gaps)[1::2] == benjamini_hochberg(p_values)
    assert set(benjamini_hochberg(with_gaps)[::2]) == {None}


@given(p_values=P_VALUES)
def test_adjusted_p_lies_between_the_p_itself_and_that_of_holm(p_values: list[float]):
    for p, ours, strict in zip(p_values, benjamini_hochberg(p_values), holm(p_values), strict=True):
        assert ours is not None
        assert strict is not None
        assert p <= ours + 1e-12
        assert ours <= strict + 1e-12


def test_few_of_those_called_different_are_false_alarms():
    rng = np.random.default_rng(11)
    shares: list[float] = []
    for _ in range(1000):
        # Eight segments without a difference, two with one.
        p_values = [*rng.uniform(size=8), *rng.beta(0.05, 1, size=2)]
        called = [p is not None and p <= 0.05 for p in benjamini_hochberg([float(p) for p in p_values])]
        shares.append(sum(called[:8]) / max(1, sum(called)))

    # It is 5 % times the share without a difference, 0.04; three standard errors are 0.015 here.
    assert np.mean(shares) == pytest.approx(0.04, abs=0.015)
