"""CR2 with Satterthwaite degrees of freedom on raw rows, as the papers define it: n × n, no shortcut.

An outside witness for `stores/cr2.py`, itself held to what R's clubSandwich printed (`test_cr2`).
Source: J. E. Pustejovsky and E. Tipton, Journal of Business & Economic Statistics 36 (2018), 672-683.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Dense(NamedTuple):
    """A regression by ordinary least squares."""

    coefficients: Array
    variance: Array
    """CR2's variance matrix of the coefficients."""
    freedoms: Array
    """Of every coefficient."""


def dense_cr2(columns: Sequence[Sequence[float]], y: Sequence[float], clusters: Sequence[object]) -> Dense:
    """Regress *y* on *columns*; rows with equal *clusters* belong together."""
    design, target = np.array(columns, dtype=float).T, np.array(y, dtype=float)
    bread = np.linalg.inv(design.T @ design)
    coefficients = bread @ design.T @ target
    residuals = target - design @ coefficients
    maker = np.eye(len(target)) - design @ bread @ design.T
    meat = np.zeros_like(bread)
    vectors: list[Array] = []
    for cluster in dict.fromkeys(clusters):
        rows = np.array([each == cluster for each in clusters])
        values, axes = np.linalg.eigh(maker[np.ix_(rows, rows)])
        lift = axes @ np.diag(values**-0.5) @ axes.T
        score = design[rows].T @ lift @ residuals[rows]
        meat += np.outer(score, score)
        vectors.append(maker[rows].T @ lift @ design[rows] @ bread)
    p = np.array(vectors)
    products = np.einsum("gik,hik->kgh", p, p)
    traces = np.einsum("kgg->k", products)
    return Dense(coefficients, bread @ meat @ bread, traces**2 / (products**2).sum(axis=(1, 2)))
