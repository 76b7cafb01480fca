"""Stores and their customers as they are drawn: alike within a store, unequal in number."""

import numpy as np
from numpy.typing import NDArray

from bench.calibration.answers import orders_and_returns
from bench.calibration.drawn import Group, Numbers

STORES = 12
ICC = 0.05
"""The part of the customers' variance that lies between the stores."""
CARRIED_OVER = 0.6
"""The correlation of a store's weeks with its next ones."""


def sizes(rng: np.random.Generator) -> NDArray[np.int64]:
    """Customers in each of twelve stores: from 20 to a thousand or so."""
    return np.maximum(20, rng.lognormal(4.5, 0.9, STORES)).astype(np.int64)


def near_sizes(rng: np.random.Generator) -> NDArray[np.int64]:
    """Customers in each of twelve stores that are less unlike: from 5 to 59."""
    return rng.integers(5, 60, STORES)


def spending(rng: np.random.Generator, customers: NDArray[np.int64]) -> list[dict[str, Numbers]]:
    """The customers of each store, with variance 1 in all; the stores stand in an order by lot."""
    own = rng.normal(0, np.sqrt(ICC), len(customers))
    return [
        {"spend": rng.normal(store, np.sqrt(1 - ICC), n)} for store, n in zip(own, customers, strict=True)
    ]


def spending_beside(rng: np.random.Generator, customers: NDArray[np.int64]) -> list[dict[str, Numbers]]:
    """The same with what each customer spent before, which tells most about the store."""
    own = rng.normal(0, 1, len(customers))
    return [
        {
            "before": (before := own[i] + rng.normal(0, 1, n)),
            "spend": 0.7 * before + rng.normal(0, 0.3) + rng.normal(0, 1, n),
        }
        for i, n in enumerate(customers.tolist())
    ]


def coming_back(rng: np.random.Generator, customers: NDArray[np.int64]) -> list[dict[str, Numbers]]:
    """Yes or no, with a share of about 30 % that differs between stores."""
    alike = 1 / ICC - 1
    rates = rng.beta(0.3 * alike, 0.7 * alike, len(customers))
    return [
        {"came_back": (rng.random(n) < rate).astype(float)} for rate, n in zip(rates, customers, strict=True)
    ]


def recommending(rng: np.random.Generator, customers: NDArray[np.int64]) -> list[dict[str, Numbers]]:
    """Answers from 0 to 10 of customers whose stores are liked more or less."""
    own = rng.normal(8, 0.5, len(customers))
    return [
        {"recommend": np.clip(np.round(rng.normal(store, 2, n)), 0, 10)}
        for store, n in zip(own, customers, strict=True)
    ]


def returning(rng: np.random.Generator, customers: NDArray[np.int64]) -> list[dict[str, Numbers]]:
    """Orders and returns; a store's customers return more or less than those of another."""
    drawn: list[dict[str, Numbers]] = []
    for n in customers.tolist():
        columns = orders_and_returns(rng, n)
        kept = rng.beta(20, 5)
        returns = rng.binomial(columns["returns"].astype(int), kept).astype(float)
        drawn.append({"orders": columns["orders"], "returns": returns})
    return drawn


def by_lot(rng: np.random.Generator, stores: list[dict[str, Numbers]], treated: int) -> list[Group]:
    """So many of the *stores* in arm B, by lot, the others in A."""
    chosen = set(rng.permutation(len(stores))[:treated].tolist())
    groups = [Group("B" if i in chosen else "A", each, f"store {i}") for i, each in enumerate(stores)]
    return sorted(groups, key=lambda group: group.arm)


def weeks(rng: np.random.Generator, n: int) -> Numbers:
    """The mean of each store (row) in each week: its level, the week's ups and downs, and an AR(1) course."""
    course = np.empty((STORES, n))
    course[:, 0] = rng.normal(0, 1, STORES)
    for week in range(1, n):
        fresh = rng.normal(0, np.sqrt(1 - CARRIED_OVER**2), STORES)
        course[:, week] = CARRIED_OVER * course[:, week - 1] + fresh
    return course + rng.normal(0, 3, (STORES, 1)) + rng.normal(0, 2, n)
