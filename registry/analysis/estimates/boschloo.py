"""The difference of two proportions where few said yes, or few said no: Boschloo's exact p-value.

Fisher's exact p assumes that the total of yes was fixed, which no pilot does, and so is too large. Boschloo
takes it only to put outcomes in order: his p is the chance of an outcome that Fisher finds as extreme as the
observed one, with the common rate that makes this chance largest. It is exact whatever that rate is, and
never above Fisher's.

Two-sided it is twice the smaller of both sides, as the interval leaves out the same on both (M. P. Fay and
S. A. Hunsberger, Statistics Surveys 15 (2021), 72-110).

Source: R. D. Boschloo, Statistica Neerlandica 24 (1970), 1-35; the largest chance over all rates as in
D. V. Mehrotra, I. S. F. Chan and R. L. Berger, Biometrics 59 (2003), 441-450.

scipy's own `boschloo_exact` finds the same, in 68 seconds for 1,000 answers in each arm; this is half of one.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, gammaln, xlog1py, xlogy

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.proportion import Counts, miettinen_nurminen
from registry.domain.evidence import Method
from registry.domain.summary import Summary

SMALL_CELL = 5
"""From this many yes, and no, in every arm on, the score p is good enough."""

MOST_ANSWERS = 2_000
"""In both arms, half a second's work. Beyond, Fisher's p is told, which is never too small."""

TIES = 1e-9
"""Outcomes whose p-values differ by less than this share are equally extreme; the rest is rounding."""

Numbers = NDArray[np.float64]


def boschloo(control: Summary, arm: Summary, *, alpha: float) -> Difference | None:
    """Miettinen and Nurminen's interval with Boschloo's p.

    None where an arm has no answer, and where every cell is 5 or more: the score p is good there.
    """
    found = miettinen_nurminen(control, arm, alpha=alpha)
    if found is None or control.successes is None or arm.successes is None:
        return None
    counts = Counts(control.successes, control.n, arm.successes, arm.n)
    if smallest_cell(counts) >= SMALL_CELL:
        return None
    return found._replace(method=Method.BOSCHLOO, p_value=exact_p(counts))


def smallest_cell(counts: Counts) -> int:
    """The fewest of yes and no in control and arm."""
    return min(counts.control, counts.of_control - counts.control, counts.arm, counts.of_arm - counts.arm)


@lru_cache(maxsize=64)  # A reading asks for several intervals of the same counts, and each has the same p.
def exact_p(counts: Counts) -> float:
    """Two-sided; 1 where all said the same. Up to 2,000 answers Boschloo's, beyond Fisher's."""
    other = Counts(counts.arm, counts.of_arm, counts.control, counts.of_control)
    one_sided = fisher_p if counts.of_control + counts.of_arm > MOST_ANSWERS else boschloo_p
    return min(1.0, 2 * min(one_sided(counts), one_sided(other)))


def fisher_p(counts: Counts) -> float:
    """One-sided: the chance of as many yes in the arm, or more, given the total of yes."""
    steps = np.arange(min(counts.control, counts.of_arm - counts.arm) + 1)
    control, arm = counts.control - steps, counts.arm + steps
    both = _log_choose(counts.of_control + counts.of_arm, np.array(counts.control + counts.arm))
    log_chances = _log_choose(counts.of_control, control) + _log_choose(counts.of_arm, arm) - both
    return min(1.0, float(np.exp(log_chances).sum()))


def boschloo_p(counts: Counts) -> float:
    """One-sided: the largest chance, over all common rates, of an outcome that Fisher finds as extreme."""
    fewest = _fewest_in_arm(counts)
    # The angle whose squared sine is the rate: in it, the chance changes everywhere at the same pace.
    steps = 32 + 24 * math.isqrt(counts.of_control + counts.of_arm)
    angles = np.linspace(0.0, math.pi / 2, steps + 1)
    chances = _chance(counts, fewest, angles)
    largest = float(chances.max())
    for peak in np.argsort(chances)[-3:]:
        low, high = angles[max(peak - 1, 0)], angles[min(peak + 1, steps)]
        for _ in range(4):
            closer = np.linspace(low, high, 25)
            near = _chance(counts, fewest, closer)
            top = int(near.argmax())
            low, high = closer[max(top - 1, 0)], closer[min(top + 1, 24)]
            largest = max(largest, float(near[top]))
    return min(1.0, largest)


def _fewest_in_arm(counts: Counts) -> NDArray[np.int64]:
    """For every number of yes in the control, the fewest in the arm that Fisher finds as extreme.

    More are then, too (Boschloo 1970). Fisher's p of x and y is the chance of just them, given their
    total, and Fisher's p of x - 1 and y + 1.
    """
    limit = fisher_p(counts) * (1 + TIES)
    of_control, of_arm, of_both = (
        _log_choose(n, np.arange(n + 1))
        for n in (counts.of_control, counts.of_arm, counts.of_control + counts.of_arm)
    )
    fewest = np.empty(counts.of_control + 1, dtype=np.int64)
    row = np.zeros(counts.of_arm + 2)
    for x in range(counts.of_control + 1):
        just = np.exp(of_control[x] + of_arm - of_both[x : x + counts.of_arm + 1])
        row[:-1] = just + row[1:]
        fewest[x] = counts.of_arm + 1 - np.count_nonzero(row[:-1] <= limit)
    return fewest


def _chance(counts: Counts, fewest: NDArray[np.int64], angles: Numbers) -> Numbers:
    """The chance of an outcome as extreme, at each rate."""
    rates = np.sin(angles)[:, None] ** 2
    x = np.arange(counts.of_control + 1)
    just = np.exp(
        _log_choose(counts.of_control, x) + xlogy(x, rates) + xlog1py(counts.of_control - x, -rates)
    )
    inside = np.clip(fewest, 1, counts.of_arm)
    tail = betainc(inside, counts.of_arm - inside + 1, rates)
    tail = np.where(fewest == 0, 1.0, np.where(fewest > counts.of_arm, 0.0, tail))
    return (just * tail).sum(axis=1)


def _log_choose(n: int, picked: NDArray[np.int64]) -> Numbers:
    """Logarithms of how many ways there are to pick so many of *n*."""
    return gammaln(n + 1.0) - gammaln(picked + 1.0) - gammaln(n - picked + 1.0)
