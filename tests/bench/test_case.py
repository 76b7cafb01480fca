"""A case of the battery: its band, and how far it is widened for fewer draws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from bench.calibration.case import BY_CHANCE, Band, Case, measured, widened

BANDS = st.tuples(st.floats(0.0, 0.2), st.floats(0.0, 0.2)).map(lambda ends: Band(*sorted(ends)))


@given(band=BANDS, draws=st.integers(20, 3_000))
def test_method_at_the_edge_falls_outside_the_widened_band_in_at_most_one_of_a_thousand(
    band: Band, draws: int
):
    wide = widened(band, draws=draws)

    low, high = round(wide.low * draws), round(wide.high * draws)
    assert stats.binom.cdf(low - 1, draws, band.low) <= BY_CHANCE + 1e-12
    assert stats.binom.sf(high, draws, band.high) <= BY_CHANCE + 1e-12


@given(band=BANDS, draws=st.integers(20, 3_000))
def test_band_is_widened_no_further_than_that(band: Band, draws: int):
    wide = widened(band, draws=draws)

    low, high = round(wide.low * draws), round(wide.high * draws)
    assert stats.binom.cdf(low, draws, band.low) > BY_CHANCE - 1e-12
    assert high == 0 or stats.binom.sf(high - 1, draws, band.high) > BY_CHANCE - 1e-12


def test_many_draws_hardly_widen_a_band():
    wide = widened(Band(0.035, 0.065), draws=1_000_000)

    assert (wide.low, wide.high) == pytest.approx((0.035, 0.065), abs=0.001)


def test_band_from_nothing_up_has_no_lower_end():
    assert widened(Band(0.0, 0.03), draws=500).low == 0
    assert widened(Band(0.94, 1.0), draws=500).high == 1


def test_rate_is_the_share_of_pilots_in_which_it_happened():
    case = Case("coin", "a coin", Band(0.45, 0.55), "", lambda rng: rng.random() < 0.5, draws=4_000)

    found = measured(case)

    assert found.draws == 4_000
    assert found.band == case.band
    assert found.rate == pytest.approx(0.5, abs=0.04)
    assert found.is_inside
    assert not found._replace(rate=0.551).is_inside
    assert not found._replace(rate=0.449).is_inside


def test_same_case_draws_the_same_pilots_whatever_else_is_in_the_battery():
    one = Case("one", "", None, "", lambda rng: rng.random() < 0.5)

    assert measured(one, draws=500) == measured(one, draws=500)
    assert measured(one._replace(name="other"), draws=500).rate != measured(one, draws=500).rate


def test_case_with_nothing_to_simulate_is_an_error():
    with pytest.raises(ValueError, match="nothing to simulate"):
        measured(Case("empty", "", None, ""))
