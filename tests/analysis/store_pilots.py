"""Simulated pilots of stores without any effect, and how often a method finds one all the same."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from registry.analysis.estimates.difference import Difference
from registry.analysis.stores.ancova import Adjustable, cluster_ancova
from registry.analysis.stores.changes import Stores, changes, difference_in_differences, placebo
from registry.analysis.stores.clusters import cluster_difference
from registry.analysis.stores.paired import Pair, paired
from registry.analysis.stores.permutation import permutation_p

Numbers: TypeAlias = NDArray[np.float64]
Pilot: TypeAlias = Callable[[np.random.Generator], float]
"""One pilot without effect: its p-value."""

STORES = 12
ICC = 0.05
CARRIED_OVER = 0.6
"""The correlation of a store's weeks with its next ones."""


def rejected(pilot: Pilot, *, draws: int = 2_000, seed: int = 1994, alpha: float = 0.05) -> float:
    """The share of *draws* pilots whose p-value is below *alpha*."""
    rng = np.random.default_rng(seed)
    return float(np.mean([pilot(rng) < alpha for _ in range(draws)]))


def unequal_stores(rng: np.random.Generator) -> float:
    """Six of twelve stores of 20 to about 1,000 customers; means of 0."""
    return _p(cluster_difference(*_by_lot(rng, _means(rng), 6), alpha=0.05))


def shares_of_unequal_stores(rng: np.random.Generator) -> float:
    """The same with a share of about 30 %, which differs between stores."""
    alike = 1 / ICC - 1
    rates = rng.beta(0.3 * alike, 0.7 * alike, STORES)
    sizes = _sizes(rng)
    return _p(cluster_difference(*_by_lot(rng, rng.binomial(sizes, rates) / sizes, 6), alpha=0.05))


def three_of_twelve(rng: np.random.Generator) -> float:
    """Three of the twelve unequal stores have the change."""
    return _p(cluster_difference(*_by_lot(rng, _means(rng), 3), alpha=0.05))


def three_of_twelve_exact(rng: np.random.Generator) -> float:
    """The same, by permutation."""
    p = permutation_p(*_by_lot(rng, _means(rng), 3))
    assert p is not None
    return p


def unequal_stores_adjusted(rng: np.random.Generator) -> float:
    """Six of twelve stores, adjusted for what the weeks before looked like."""
    before = rng.normal(0, 1, STORES)
    values = 0.7 * before + rng.normal(0, 0.5, STORES)
    lot = rng.permutation(STORES)
    clusters = [Adjustable(float(values[each]), float(before[each])) for each in lot]
    return _p(cluster_ancova(clusters[:6], clusters[6:], alpha=0.05))


def pairs_of_stores(rng: np.random.Generator) -> float:
    """Six pairs of stores that resemble each other, one of each by lot."""
    pairs = rng.normal(0, 1, (6, 1)) + rng.normal(0, 0.5, (6, 2))
    return _p(paired([Pair(float(one), float(other)) for one, other in pairs], alpha=0.05))


def changes_of_stores(rng: np.random.Generator) -> float:
    """Six of twelve stores change in the middle of 16 weeks; all have had the same good and bad weeks."""
    before, after = np.split(_weeks(rng, 16), 2, axis=1)
    stores = [{0: float(b), 1: float(a)} for b, a in zip(before.mean(1), after.mean(1), strict=True)]
    control, arm = _named(stores[:6]), _named(stores[6:])
    return _p(difference_in_differences(changes(control), changes(arm), alpha=0.05))


def placebo_of_stores(rng: np.random.Generator) -> float:
    """The four weeks before the change, one period each."""
    stores = [{week - 3: float(value) for week, value in enumerate(row)} for row in _weeks(rng, 4)]
    return _p(placebo(_named(stores[:6]), _named(stores[6:]), alpha=0.05))


def _sizes(rng: np.random.Generator) -> NDArray[np.int64]:
    return np.maximum(20, rng.lognormal(4.5, 0.9, STORES)).astype(np.int64)


def _means(rng: np.random.Generator) -> Numbers:
    """Of customers with variance 1, of which the part ICC lies between the stores."""
    return rng.normal(0, np.sqrt(ICC + (1 - ICC) / _sizes(rng)))


def _by_lot(rng: np.random.Generator, values: Numbers, treated: int) -> tuple[list[float], list[float]]:
    shuffled = [float(value) for value in rng.permutation(values)]
    return shuffled[treated:], shuffled[:treated]


def _weeks(rng: np.random.Generator, n: int) -> Numbers:
    """A row per store: its level, the week's ups and downs, and an AR(1) course of its own."""
    course = np.empty((STORES, n))
    course[:, 0] = rng.normal(0, 1, STORES)
    for week in range(1, n):
        fresh = rng.normal(0, np.sqrt(1 - CARRIED_OVER**2), STORES)
        course[:, week] = CARRIED_OVER * course[:, week - 1] + fresh
    return course + rng.normal(0, 3, (STORES, 1)) + rng.normal(0, 2, n)


def _named(stores: list[dict[int, float]]) -> Stores:
    return {f"store {number}": periods for number, periods in enumerate(stores)}


def _p(difference: Difference | None) -> float:
    assert difference is not None
    assert difference.p_value is not None
    return difference.p_value
