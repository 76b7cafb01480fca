"""Where a stopped Brownian motion stands, against one-dimensional integrals by scipy."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats
from scipy.special import ndtr

from registry.analysis.looking.walk import START, beyond, walked

BOUND = st.floats(0.5, 6)
STEP = st.floats(0.02, 1)
DRIFT = st.floats(-3, 3)


def integral(density: Any, low: float, high: float) -> float:
    peaks = list(np.linspace(low, high, 12)[1:-1])
    return float(integrate.quad(density, low, high, epsabs=1e-14, epsrel=1e-12, limit=400, points=peaks)[0])


@given(bound=BOUND, first=STEP, second=STEP)
def test_chance_to_stay_inside_is_that_of_the_normal_distribution(bound: float, first: float, second: float):
    walk = walked(START, bound, first, following=second)

    outside = 2 * stats.norm.sf(bound / math.sqrt(first))
    assert walk.chances.sum() == pytest.approx(1 - outside, abs=1e-13)


@given(bound=BOUND, passed=BOUND, first=STEP, second=STEP, drift=DRIFT)
def test_chance_to_pass_later_is_the_integral_over_the_places_before(
    bound: float, passed: float, first: float, second: float, drift: float
):
    walk = walked(START, bound, first, following=second)

    def joint(x: float) -> float:
        here = math.exp(-((x - drift * first) ** 2) / first / 2) / math.sqrt(2 * math.pi * first)
        return here * float(ndtr((x + drift * second - passed) / math.sqrt(second)))

    assert beyond(walk, passed, second, drift=drift) == pytest.approx(
        integral(joint, -bound, bound), abs=1e-12
    )


@given(bound=BOUND, first=STEP, second=STEP, third=STEP)
def test_walk_without_a_band_forgets_where_it_was(bound: float, first: float, second: float, third: float):
    walk = walked(START, math.inf, first, following=second)
    walk = walked(walk, math.inf, second, following=third)

    alone = stats.norm.sf(bound / math.sqrt(first + second + third))
    assert beyond(walk, bound, third) == pytest.approx(alone, abs=1e-13)


def test_walk_that_was_carried_out_of_the_band_stays_out():
    walk = walked(START, 1.0, 1.0, following=1.0)

    assert beyond(START, 1.0, 1.0, drift=1000.0) == 1
    assert beyond(walk, 1.0, 1.0, drift=1000.0) == pytest.approx(0, abs=1e-12)
