"""The lot drawn again: exact where the arms do not differ, and the same from the same seed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.analysis.estimates.reshuffling import reshuffled_p
from registry.domain.from_rows import MOST_VALUES, Drawn

DRAWN = Drawn(seed=7, draws=999)
VALUES = st.lists(st.integers(0, 50).map(float), min_size=2, max_size=12).map(np.array)


@given(control=VALUES, arm=VALUES)
@settings(max_examples=60, deadline=None)
def test_neither_swapped_arms_nor_another_unit_changes_it(control: np.ndarray, arm: np.ndarray):
    told = reshuffled_p(control, arm, DRAWN)

    other = reshuffled_p(100 * control + 7, 100 * arm + 7, DRAWN)

    assert told == other == reshuffled_p(arm, control, DRAWN)


def test_two_arms_that_share_no_value_have_the_smallest_p_that_the_draws_allow():
    p = reshuffled_p(np.arange(12.0), np.arange(100.0, 130.0), DRAWN)

    assert p == pytest.approx(1 / 1000)


def test_it_is_not_told_without_spread_nor_of_too_few_or_too_many():
    many = np.arange(float(MOST_VALUES))

    assert reshuffled_p(np.ones(5), np.ones(5), DRAWN) is None
    assert reshuffled_p(np.ones(1), np.arange(5.0), DRAWN) is None
    assert reshuffled_p(many, np.arange(2.0), DRAWN) is None
