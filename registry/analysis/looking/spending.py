"""Planned looks: how far from zero an estimate must lie at each of them, so that all together err in alpha.

The chance of a false alarm is spent little by little, as O'Brien and Fleming would: hardly any at first,
nearly all of it at the end. So the last look is almost as sharp as if there had been no other.

Assumption: the estimates at the looks move like a Brownian motion in information (one over the squared
standard error), as means, proportions, ratios and their differences do when units come in one after the
other. Sources: K. K. G. Lan and D. L. DeMets, Biometrika 70 (1983), 659-663, their alpha*_1; P. Armitage,
C. K. McPherson and B. C. Rowe, Journal of the Royal Statistical Society A 132 (1969), 235-244, for the
integration; C. Jennison and B. W. Turnbull, Group Sequential Methods (2000), chapter 19 for the numbers.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scipy.special import ndtr, ndtri

from registry.analysis.estimates.halving import turning_point
from registry.analysis.looking.walk import START, Walk, beyond, walked

FARTHEST = 40.0
"""Standard errors; what lies beyond has no chance that a float could hold."""

CLOSEST = 1e-3
"""Two looks must be this far apart, as a share of the information at the later one."""


def spent(fraction: float, *, alpha: float) -> float:
    """How much of a two-sided *alpha* may be spent when this *fraction* of the information is in.

    Half of it on either side: 4 (1 - Phi(z / sqrt(fraction))) with z the normal quantile at 1 - alpha/4.
    Nothing at 0, *alpha* from 1 on. Source: Lan and DeMets (1983), alpha*_1 for each side.
    """
    if fraction <= 0:
        return 0.0
    return 4 * float(ndtr(float(ndtri(alpha / 4)) / math.sqrt(min(fraction, 1.0))))


def boundaries(fractions: Sequence[float], *, alpha: float, complete: bool = False) -> tuple[float, ...]:
    """How many standard errors from 0 the estimate must lie at each look to be a finding; two-sided.

    *fractions* say how much of the planned information was in at each look so far, be it as planned or
    not; above 1 at the end when more came than was planned. *complete* says that the last of them is the
    end, whatever its fraction, and spends what is left. Infinite where the chance to be spent is less than
    a float can hold (alpha 0.05: before 0.4 % of the information). Raises ValueError when looks do not
    follow each other by at least 0.1 % of the information, or are not above 0.
    """
    _check(fractions)
    found: list[float] = []
    walk, before, gone = START, 0.0, 0.0
    for i, fraction in enumerate(fractions):
        last = i == len(fractions) - 1
        allowed = alpha if complete and last else spent(fraction, alpha=alpha)
        step = fraction - before
        bound = _bound(walk, step, (allowed - gone) / 2)
        found.append(bound / math.sqrt(fraction))
        if not last:
            walk = walked(walk, bound, step, following=fractions[i + 1] - fraction)
        before, gone = fraction, allowed
    return tuple(found)


def nominal_levels(fractions: Sequence[float], *, alpha: float, complete: bool = False) -> tuple[float, ...]:
    """The two-sided p below which an estimate is a finding at each look; all looks together err in *alpha*.

    2 (1 - Phi(boundary)); *fractions* and *complete* as in `boundaries`. An estimator called with such a
    level as its alpha gives the interval to show at that look.
    """
    return tuple(2 * float(ndtr(-bound)) for bound in boundaries(fractions, alpha=alpha, complete=complete))


def equal_looks(looks: int) -> tuple[float, ...]:
    """The fractions at that many looks when as much comes in before each."""
    return tuple((i + 1) / looks for i in range(looks))


def chance_of_finding(fractions: Sequence[float], bounds: Sequence[float], *, drift: float) -> float:
    """How likely some look finds an effect on its true side, the upper one.

    *drift* is the true difference in standard errors at fraction 1: 0 gives half the false alarms. Looks
    are as in `boundaries`. Source: Jennison and Turnbull (2000), chapter 19.
    """
    return _chance(tuple(_looks(fractions, bounds)), drift)


def inflation(looks: int, *, alpha: float, power: float) -> float:
    """By how much the planned number of units grows when it is looked at *looks* times, equally spaced.

    The squared drift with *power* over that of one look, (z at 1 - alpha/2 + z at power)²; 1 for one look.
    *power* is above *alpha*. Source: Jennison and Turnbull (2000).
    """
    if looks == 1:
        return 1.0
    fractions = equal_looks(looks)
    once = float(ndtri(1 - alpha / 2)) + float(ndtri(power))
    looked = tuple(_looks(fractions, boundaries(fractions, alpha=alpha)))

    def enough(drift: float) -> bool:
        return _chance(looked, drift) >= power

    drift = turning_point(enough, once, 2 * once)
    return (drift / once) ** 2


class _Look(NamedTuple):
    before: Walk
    bound: float
    """On the scale of the walk."""
    step: float


def _looks(fractions: Sequence[float], bounds: Sequence[float]) -> Iterator[_Look]:
    _check(fractions)
    walk, steps = START, [now - before for before, now in pairwise((0.0, *fractions))]
    for i, (fraction, bound, step) in enumerate(zip(fractions, bounds, steps, strict=True)):
        reached = bound * math.sqrt(fraction)
        yield _Look(walk, reached, step)
        if i < len(steps) - 1:
            walk = walked(walk, reached, step, following=steps[i + 1])


def _chance(looks: Sequence[_Look], drift: float) -> float:
    return sum(beyond(look.before, look.bound, look.step, drift=drift) for look in looks)


def _bound(walk: Walk, step: float, chance: float) -> float:
    """The bound that the walk passes with this *chance* on one side in its next *step*."""
    if chance <= 0:
        return math.inf
    farthest = float(walk.places[-1]) + FARTHEST * math.sqrt(step)
    return turning_point(lambda bound: beyond(walk, bound, step) <= chance, 0.0, farthest)


def _check(fractions: Sequence[float]) -> None:
    if not all(now - before >= CLOSEST * now > 0 for before, now in pairwise((0.0, *fractions))):
        raise ValueError(f"looks must follow each other in information: {list(fractions)}")
