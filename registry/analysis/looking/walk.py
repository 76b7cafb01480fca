"""Where a Brownian motion stands that was stopped whenever it had left a band at a look.

Time is information, so the place at time t is the estimate's z times the root of t. Source: P. Armitage,
C. K. McPherson and B. C. Rowe, Journal of the Royal Statistical Society A 132 (1969), 235-244; here each
integral by Gauss and Legendre's rule in panels no wider than one step's deviation.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

POINTS, WEIGHTS = np.polynomial.legendre.leggauss(8)
"""Of a panel from -1 to 1."""

TAIL = 36.0
"""Standard deviations beyond which nothing is counted; so far out, since a drift makes far places likely."""


class Walk(NamedTuple):
    """Where a motion without drift stands that is still inside the band."""

    time: float
    places: NDArray[np.float64]
    """From low to high."""
    chances: NDArray[np.float64]
    """To stand at each of the places."""


START = Walk(0.0, np.zeros(1), np.ones(1))


def beyond(walk: Walk, bound: float, step: float, *, drift: float = 0.0) -> float:
    """The chance that the next *step* of time ends above *bound*, when the motion has this *drift*.

    A drift makes a path that stands at x at time t likelier by exp(drift x - drift² t / 2), wherever it
    went before; R. H. Cameron and W. T. Martin, Annals of Mathematics 45 (1944), 386-396.
    """
    likelier = np.exp(drift * (walk.places - drift * walk.time / 2))
    return float((walk.chances * likelier) @ ndtr((walk.places + drift * step - bound) / math.sqrt(step)))


def walked(walk: Walk, bound: float, step: float, *, following: float) -> Walk:
    """The walk one *step* later, without what then lies outside -*bound* to *bound*.

    *following* is the step after it, which the panels must resolve as well.
    """
    deviation = math.sqrt(step)
    high = min(bound, float(walk.places[-1]) + TAIL * deviation)
    panels = math.ceil(2 * high / min(deviation, math.sqrt(following)))
    half = high / panels
    middles = half * (2 * np.arange(panels) + 1) - high
    places = (middles[:, None] + half * POINTS).ravel()
    distances = (places[:, None] - walk.places) / deviation
    densities = np.exp(-0.5 * distances * distances) @ walk.chances / (deviation * math.sqrt(2 * math.pi))
    return Walk(walk.time + step, places, densities * np.tile(half * WEIGHTS, panels))
