"""Simulated pilots whose metric is a quantile: how often they say what is not so; seeded."""

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from registry.analysis.estimates.quantile import Bootstrap, quantile_difference
from registry.analysis.stores.cluster_quantile import cluster_quantile_difference


def quantile_alarms(n_control: int, n_arm: int, *, q: float, pilots: int) -> float:
    """Share of pilots called different at 5 %, with the same skewed waiting times in both arms."""
    rng, alarms = np.random.default_rng(14), 0
    for seed in range(pilots):
        control, arm = rng.lognormal(0, 1, n_control), rng.lognormal(0, 1, n_arm)
        found = quantile_difference(control, arm, q=q, alpha=0.05, bootstrap=Bootstrap(seed, 499))
        alarms += found is not None and not found.low <= 0 <= found.high
    return alarms / pilots


def quantile_coverage(n_control: int, n_arm: int, *, q: float, pilots: int) -> float:
    """Share of 95 % intervals that hold the true difference of exponential waiting times."""
    rng, held = np.random.default_rng(15), 0
    truth = 2 * float(stats.expon.ppf(q))
    for seed in range(pilots):
        control, arm = rng.exponential(10, n_control), rng.exponential(12, n_arm)
        found = quantile_difference(control, arm, q=q, alpha=0.05, bootstrap=Bootstrap(seed, 499))
        held += found is not None and found.low <= truth <= found.high
    return held / pilots


def cluster_quantile_alarms(n_control: int, n_arm: int, *, q: float, pilots: int) -> float:
    """Share of pilots called different at 5 %, with so many unequal stores and no effect."""
    rng, alarms = np.random.default_rng(7), 0
    for seed in range(pilots):
        found = cluster_quantile_difference(
            stores(rng, n_control), stores(rng, n_arm), q=q, alpha=0.05, bootstrap=Bootstrap(seed, 200)
        )
        alarms += found is not None and not found.low <= 0 <= found.high
    return alarms / pilots


def stores(rng: np.random.Generator, n: int, *, icc: float = 0.05) -> list[NDArray[np.float64]]:
    """Waiting times in *n* unequal stores."""
    own = rng.normal(0, np.sqrt(icc), n)
    return [
        np.exp(0.7 * (store + rng.normal(0, np.sqrt(1 - icc), size)))
        for store, size in zip(own, rng.integers(20, 60, n), strict=True)
    ]
