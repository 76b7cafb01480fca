"""Waiting times that nine of ten customers, or half of them, do not exceed: the bootstrap."""

import numpy as np
from scipy import stats

from bench.calibration.case import Band, Case, Pilot
from bench.calibration.drawn import Numbers
from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.quantile import Bootstrap, quantile_difference
from registry.analysis.stores.cluster_quantile import cluster_quantile_difference

CAREFUL = Band(0.015, 0.065)
"""A bootstrap of few ordered values errs less often than it may."""

COVERED = Band(0.935, 0.985)

OURS = "own: a bootstrap of few values is careful"

OF_STORES = 200
"""Draws of the bootstrap of stores, where a reading takes 10,000: these are 10 ms, those half a second."""


def _differs(found: Difference | None) -> bool:
    return found is not None and not found.low <= 0 <= found.high


def _seed(rng: np.random.Generator) -> int:
    return int(rng.integers(2**32))


def waits_alike(n: int, *, q: float) -> Pilot:
    """The same skewed waiting times in both arms."""

    def pilot(rng: np.random.Generator) -> bool:
        control, arm = rng.lognormal(0, 1, (2, n))
        return _differs(quantile_difference(control, arm, q=q, alpha=0.05, bootstrap=Bootstrap(_seed(rng))))

    return pilot


def wait_covered(n_control: int, n_arm: int, *, q: float) -> Pilot:
    """Does the interval hold the true difference of exponential waiting times?"""
    truth = 2 * float(stats.expon.ppf(q))

    def pilot(rng: np.random.Generator) -> bool:
        control, arm = rng.exponential(10, n_control), rng.exponential(12, n_arm)
        found = quantile_difference(control, arm, q=q, alpha=0.05, bootstrap=Bootstrap(_seed(rng)))
        return found is not None and found.low <= truth <= found.high

    return pilot


def stores_alike(n_control: int, n_arm: int, *, q: float) -> Pilot:
    """So many unequal stores without effect."""

    def pilot(rng: np.random.Generator) -> bool:
        return _differs(
            cluster_quantile_difference(
                stores(rng, n_control),
                stores(rng, n_arm),
                q=q,
                alpha=0.05,
                bootstrap=Bootstrap(_seed(rng), OF_STORES),
            )
        )

    return pilot


def stores(rng: np.random.Generator, n: int, *, icc: float = 0.05) -> list[Numbers]:
    """Waiting times in *n* unequal stores."""
    own = rng.normal(0, np.sqrt(icc), n)
    return [
        np.exp(0.7 * (store + rng.normal(0, np.sqrt(1 - icc), size)))
        for store, size in zip(own, rng.integers(20, 60, n), strict=True)
    ]


CASES = (
    Case(
        "Median wait, 30 customers",
        "log-normal waits; bootstrap",
        CAREFUL,
        OURS,
        waits_alike(30, q=0.5),
    ),
    Case(
        "Wait of nine in ten, 40 customers",
        "the same",
        CAREFUL,
        OURS,
        waits_alike(40, q=0.9),
    ),
    Case(
        "Wait of nine in ten, 200 customers",
        "the same",
        CAREFUL,
        OURS,
        waits_alike(200, q=0.9),
    ),
    Case(
        "Interval of a wait, 100 and 300 customers",
        "nine in ten wait no longer; waits really longer in the arm; how often the interval holds it",
        COVERED,
        OURS,
        wait_covered(100, 300, q=0.9),
    ),
    Case(
        "Median wait, 6 + 6 stores",
        "unequal stores, ICC 0.05; cluster bootstrap",
        CAREFUL,
        OURS,
        stores_alike(6, 6, q=0.5),
        small=80,
    ),
    Case(
        "Wait of nine in ten, 6 + 6 stores",
        "the same",
        CAREFUL,
        OURS,
        stores_alike(6, 6, q=0.9),
        small=80,
    ),
    Case(
        "Median wait, 9 + 3 stores",
        "the same",
        CAREFUL,
        OURS,
        stores_alike(9, 3, q=0.5),
        small=80,
    ),
)
