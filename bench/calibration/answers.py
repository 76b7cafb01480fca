"""The answers that customers are drawn from, and the metrics that they are answers to."""

from typing import Any

import numpy as np

from bench.calibration.case import Band
from bench.calibration.drawn import Numbers

USUAL = Band(0.035, 0.065)
SMALL = Band(0.035, 0.07)
"""What is allowed where the method is one for large numbers and the numbers are not."""

OF_METHOD = "as for others of its kind"
"""Where nothing is promised of a method: the band of those that are like it."""
PROMISED = "promised"
"""In what the product promises of its statistics."""

SCALE = np.arange(1.0, 6.0)
SATISFIED = (0.05, 0.05, 0.1, 0.3, 0.5)
MIDDLING = (0.08, 0.14, 0.22, 0.34, 0.22)
UNHAPPIER = (0.14, 0.22, 0.22, 0.26, 0.16)
"""As `MIDDLING`, and worse by 0.4."""

CSAT: dict[str, Any] = {
    "name": "csat",
    "role": "primary",
    "kind": "ordinal",
    "column": "csat",
    "scale": [1, 5],
    "better": "higher",
    "survey": True,
}
SPEND: dict[str, Any] = {
    "name": "spend",
    "role": "primary",
    "kind": "mean",
    "column": "spend",
    "better": "higher",
}
MINUTES: dict[str, Any] = {**SPEND, "name": "minutes", "column": "minutes"}
RETURNS: dict[str, Any] = {
    "name": "returns per order",
    "role": "primary",
    "kind": "ratio",
    "column": "returns",
    "denominator": "orders",
    "better": "lower",
}
SHARE: dict[str, Any] = {
    "name": "came back",
    "role": "primary",
    "kind": "proportion",
    "column": "came_back",
    "better": "higher",
}
RECOMMEND: dict[str, Any] = {
    "name": "recommend",
    "role": "primary",
    "kind": "nps",
    "column": "recommend",
    "better": "higher",
}


def scores(rng: np.random.Generator, n: int, chances: tuple[float, ...] = SATISFIED) -> Numbers:
    """Answers from 1 to 5."""
    return rng.choice(SCALE, n, p=chances)


def half_silent(rng: np.random.Generator, values: Numbers) -> Numbers:
    """The same customers, each of whom answers or does not with an even chance."""
    return np.where(rng.random(len(values)) < 0.5, values, np.nan)


def yes(rng: np.random.Generator, n: int, rate: float) -> Numbers:
    """1 for yes, 0 for no."""
    return (rng.random(n) < rate).astype(float)


def orders_and_returns(rng: np.random.Generator, n: int) -> dict[str, Numbers]:
    """Customers with one order or more, each with an own inclination to send things back."""
    orders = 1 + rng.poisson(2, n)
    returns = rng.binomial(orders, rng.beta(1, 4, n))
    return {"orders": orders.astype(float), "returns": returns.astype(float)}
