"""Holm's adjustment against statsmodels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from registry.analysis.several.holm import holm


@pytest.mark.parametrize("seed", range(6))
def test_adjusted_p_values_equal_those_of_statsmodels(seed: int):
    rng = np.random.default_rng(seed)
    p_values = list(rng.beta(0.3, 1, size=2 + seed).round(seed))

    assert list(holm(p_values)) == pytest.approx(multipletests(p_values, method="holm")[1])


@given(p_values=st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_p_that_is_not_known_does_not_count(p_values: list[float]):
    with_gaps = [p for known in p_values for p in (None, known)]

    assert holm(with_gaps)[1::2] == holm(p_values)
    assert set(holm(with_gaps)[::2]) == {None}
