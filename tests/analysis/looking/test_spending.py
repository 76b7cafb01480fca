"""Planned looks: boundaries of rpact and gsDesign, exact integrals, and laws."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats
from scipy.special import ndtr

from registry.analysis.looking.spending import (
    boundaries,
    chance_of_finding,
    equal_looks,
    inflation,
    nominal_levels,
    spent,
)

ALPHA = st.floats(0.001, 0.3)
FRACTIONS = (
    st.lists(st.integers(1, 100), min_size=1, max_size=6, unique=True)
    .map(sorted)
    .map(lambda hundredths: tuple(n / 100 for n in hundredths))
)


@pytest.mark.parametrize(
    ("fractions", "expected"),
    [
        # rpact, tests/testthat/test-f_design_group_sequential_beta_spending.R: typeOfDesign "asOF",
        # two-sided, with futility bounds that do not bind and so leave the boundaries as they are.
        ((0.15, 0.4, 0.8, 1), (6.3431527, 3.7800251, 2.5620799, 2.2927506)),
        # There rpact's second, 4.8600403, is 8e-5 off the integral below: it searches in the chance spent,
        # to 1e-8, and at 4.86 that is much.
        ((0.15, 0.25, 0.8, 1), (6.3431527, None, 2.560259, 2.292451)),
    ],
)
def test_boundaries_equal_those_of_rpact(fractions: Sequence[float], expected: Sequence[float | None]):
    ours = boundaries(fractions, alpha=0.025)

    for bound, theirs in zip(ours, expected, strict=True):
        assert theirs is None or bound == pytest.approx(theirs, abs=5e-6)


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        # gsDesign's vignette “Integer sample size and event counts” (toInteger): sfLDOF, one-sided 0.025, as
        # planned and at the numbers that can be had. Crossing on both sides has no chance worth a digit.
        ((0.5, 0.75, 1), (2.962588, 2.359018, 2.014084)),
        ((219, 329, 441), (2.974067, 2.366106, 2.012987)),
    ],
)
def test_boundaries_equal_those_of_gsdesign(units: Sequence[float], expected: Sequence[float]):
    fractions = [n / units[-1] for n in units]

    assert boundaries(fractions, alpha=0.05) == pytest.approx(expected, abs=5e-6)


def test_boundaries_equal_those_of_seqbounds():
    # The README of SeqBounds.jl (PharmCat): O'Brien-Fleming spending, one-sided 0.05, on its coarser grid.
    fractions = equal_looks(4)

    assert boundaries(fractions, alpha=0.1) == pytest.approx((3.74955, 2.53993, 2.01604, 1.72014), abs=5e-5)
    assert [spent(fraction, alpha=0.1) / 2 for fraction in fractions] == pytest.approx(
        (8.85754e-5, 0.0055746, 0.0236251, 0.05), rel=1e-5
    )


@pytest.mark.parametrize(
    ("fraction", "expected"),
    # rpact, the file above: alphaSpent of "asOF", two-sided 0.025.
    [(0.15, 2.2511015e-10), (0.25, 1.1742122e-06), (0.35, 4.8451862e-05), (0.4, 1.5681311e-04)],
)
def test_chance_spent_equals_that_of_rpact(fraction: float, expected: float):
    assert spent(fraction, alpha=0.025) == pytest.approx(expected, rel=1e-6)


@given(first=st.floats(0.1, 0.95), alpha=ALPHA)
def test_second_of_two_looks_spends_exactly_the_rest(first: float, alpha: float):
    one, two = boundaries((first, 1), alpha=alpha)

    def missed_then_found(z: float) -> float:
        left = math.sqrt(1 - first)
        moved = z * math.sqrt(first)
        found = ndtr((moved - two) / left) + ndtr((-two - moved) / left)
        return float(math.exp(-z * z / 2) / math.sqrt(2 * math.pi) * found)

    breaks = [float(x) for x in np.linspace(-one, one, 20)[1:-1]]
    later = integrate.quad(missed_then_found, -one, one, points=breaks, epsabs=1e-13, limit=400)[0]
    assert 2 * stats.norm.sf(one) + later == pytest.approx(alpha, abs=1e-10)


@given(fractions=FRACTIONS, alpha=ALPHA)
def test_all_looks_together_err_in_what_was_spent(fractions: tuple[float, ...], alpha: float):
    bounds = boundaries(fractions, alpha=alpha)

    # What crosses both sides is counted twice; it has hardly a chance.
    assert 2 * chance_of_finding(fractions, bounds, drift=0.0) == pytest.approx(
        spent(fractions[-1], alpha=alpha), abs=1e-12
    )


@given(fractions=FRACTIONS, alpha=ALPHA)
def test_what_comes_later_changes_no_earlier_boundary(fractions: tuple[float, ...], alpha: float):
    all_of_them = boundaries(fractions, alpha=alpha)

    assert boundaries(fractions[:-1], alpha=alpha) == pytest.approx(all_of_them[:-1], abs=1e-10)


def test_one_look_at_the_end_is_no_other_than_the_usual_test():
    assert boundaries((1,), alpha=0.05) == pytest.approx((1.959963984540054,), abs=1e-12)
    assert nominal_levels((1,), alpha=0.05) == pytest.approx((0.05,), abs=1e-12)
    assert inflation(1, alpha=0.05, power=0.8) == 1


@pytest.mark.parametrize("last", [0.7, 0.95, 1.3])
def test_end_that_comes_at_another_number_spends_the_rest(last: float):
    fractions = (0.3, 0.6, last)

    bounds = boundaries(fractions, alpha=0.05, complete=True)

    assert 2 * chance_of_finding(fractions, bounds, drift=0.0) == pytest.approx(0.05, abs=1e-10)


def test_look_in_the_very_first_days_can_find_nothing():
    assert boundaries((0.001, 1), alpha=0.05) == pytest.approx((math.inf, 1.959963984540054), abs=1e-9)
    assert nominal_levels((0.001, 1), alpha=0.05)[0] == 0


@pytest.mark.parametrize(
    "fractions", [(0.5, 0.5), (0.5, 0.4), (0.0, 1.0), (-0.1, 1.0), (0.5, 0.5001), (math.nan,)]
)
def test_looks_that_do_not_follow_each_other_are_refused(fractions: tuple[float, ...]):
    with pytest.raises(ValueError, match="looks must follow each other"):
        boundaries(fractions, alpha=0.05)


def test_sample_size_grows_as_gsdesign_says():
    # The vignette above: 429.8846 units for one look, 438.3243 for three, power 0.8.
    fractions = (0.5, 0.75, 1)
    once = float(stats.norm.ppf(0.975) + stats.norm.ppf(0.8))
    drift = once * math.sqrt(438.3243 / 429.8846)

    found = chance_of_finding(fractions, boundaries(fractions, alpha=0.05), drift=drift)

    assert found == pytest.approx(0.8, abs=1e-6)


@settings(max_examples=20)
@given(looks=st.integers(2, 12), alpha=st.floats(0.01, 0.2), power=st.floats(0.5, 0.95))
def test_inflated_size_has_the_power_of_one_look(looks: int, alpha: float, power: float):
    more = inflation(looks, alpha=alpha, power=power)
    once = float(stats.norm.ppf(1 - alpha / 2) + stats.norm.ppf(power))
    fractions = equal_looks(looks)

    found = chance_of_finding(fractions, boundaries(fractions, alpha=alpha), drift=once * math.sqrt(more))

    assert 1 <= more < 1.2
    assert found == pytest.approx(power, abs=1e-9)


def test_power_is_that_of_simulated_looks():
    fractions = equal_looks(5)
    bounds = boundaries(fractions, alpha=0.05)
    steps = np.random.default_rng(21).normal(3.0 / 5, math.sqrt(1 / 5), size=(40_000, 5))
    z = steps.cumsum(axis=1) / np.sqrt(fractions)

    found = (z >= bounds).any(axis=1).mean()

    assert found == pytest.approx(chance_of_finding(fractions, bounds, drift=3.0), abs=0.006)
