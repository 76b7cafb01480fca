"""What a given number of units can see: the reverse of their number."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.analysis.sizing.size import (
    Aim,
    Certainty,
    Clusters,
    Mean,
    Proportion,
    chance,
    smallest_difference,
    units_per_arm,
)

BASELINE = st.floats(0.02, 0.98)
POWER = st.floats(0.3, 0.99)


def test_smallest_change_of_a_share_equals_that_of_r():
    # The example of R's help page power.prop.test: n = 50, p1 = 0.5, power = 0.9 give p2 = 0.8026.
    seen = smallest_difference(50, Proportion(0.5), Certainty(power=0.9))

    assert seen is not None
    assert 0.5 + seen == pytest.approx(0.8026, abs=5e-5)


@given(n=st.integers(2, 10_000), baseline=BASELINE, power=POWER, side=st.sampled_from([-1, 1]))
def test_smallest_difference_is_seen_with_just_that_power(n: int, baseline: float, power: float, side: int):
    measured = Proportion(baseline)

    seen = smallest_difference(n, measured, Certainty(power=power), side=side)

    if seen is None:
        farthest = 1 - baseline if side > 0 else -baseline
        assert chance(Aim(farthest), measured, n, alpha=0.05) < power
    else:
        assert seen * side > 0
        assert 0 <= baseline + seen <= 1
        assert chance(Aim(seen), measured, n, alpha=0.05) == pytest.approx(power, abs=1e-4)


@given(n=st.integers(2, 10_000), deviation=st.floats(1e-100, 1e100), power=POWER)
def test_smallest_difference_of_means_needs_as_many_units(n: int, deviation: float, power: float):
    measured, certainty = Mean(deviation), Certainty(power=power)

    seen = smallest_difference(n, measured, certainty)

    assert seen is not None
    assert units_per_arm(Aim(seen * (1 + 1e-9)), measured, certainty) == n
    assert smallest_difference(n, measured, certainty, side=-1) == -seen


def test_fourteen_stores_in_each_arm_see_less_than_their_customers_would():
    stores = Clusters(60, 0.02)

    seen = smallest_difference(14, Proportion(0.12), Certainty(), clusters=stores)
    alone = smallest_difference(14 * 60, Proportion(0.12), Certainty())

    assert seen is not None
    assert alone is not None
    assert seen / alone == pytest.approx(math.sqrt(stores.design_effect), rel=0.08)


@pytest.mark.parametrize("n", [0, 1])
def test_one_unit_sees_nothing(n: int):
    assert smallest_difference(n, Mean(1.0), Certainty()) is None
    assert smallest_difference(n, Proportion(0.5), Certainty()) is None


def test_share_that_cannot_fall_far_enough_sees_no_fall():
    assert smallest_difference(30, Proportion(0.05), Certainty(), side=-1) is None
    assert smallest_difference(30, Proportion(0.05), Certainty(), side=1) is not None
