"""Made-up customers: rows drawn by chance, the same ones every time, for the engine to read.

A story says how things truly are; what the pilot finds is up to the engine.
"""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from registry.domain.plan import Plan


class _Spread(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    blank: float = Field(default=0, ge=0, lt=1)
    """The share of customers who gave no answer."""


class Share(_Spread):
    """Yes or no: 1 for this share of the customers, 0 for the others."""

    share: float = Field(ge=0, le=1)

    def draw(self, dice: np.random.Generator, n: int) -> NDArray[Any]:
        """*n* answers, 0 or 1."""
        return (dice.random(n) < self.share).astype(int)


class Amount(_Spread):
    """An amount above zero with a long right tail, as minutes and money have."""

    mean: float = Field(gt=0)
    sd: float = Field(gt=0)

    def draw(self, dice: np.random.Generator, n: int) -> NDArray[Any]:
        """*n* amounts with two decimals, from a gamma distribution."""
        return dice.gamma((self.mean / self.sd) ** 2, self.sd**2 / self.mean, n).round(2)


class Stars(_Spread):
    """Answers on a scale from 1 upwards, with how often each is given."""

    stars: tuple[float, ...] = Field(min_length=2)

    def draw(self, dice: np.random.Generator, n: int) -> NDArray[Any]:
        """*n* answers."""
        weights = np.array(self.stars)
        return dice.choice(np.arange(1, len(weights) + 1), n, p=weights / weights.sum())


Spread: TypeAlias = Share | Amount | Stars


class Customers(BaseModel):
    """Who met which arm of a pilot, and how each column spreads there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seed: int
    units: Mapping[str, int]
    """Customers by arm."""
    columns: Mapping[str, Mapping[str, Spread]]
    """By column and arm."""


def write_rows(customers: Customers, plan: Plan, file: Path) -> None:
    """Write the *customers* to *file* as CSV, in an order that does not tell the arm."""
    dice = np.random.default_rng(customers.seed)
    rows: list[list[object]] = []
    for arm, units in customers.units.items():
        columns = [_answers(by_arm[arm], dice, units) for by_arm in customers.columns.values()]
        rows.extend([arm, *answers] for answers in zip(*columns, strict=True))
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([plan.unit or "customer", plan.arm, *customers.columns])
        writer.writerows([number, *rows[old]] for number, old in enumerate(dice.permutation(len(rows)), 1))


def _answers(spread: Spread, dice: np.random.Generator, n: int) -> list[object]:
    drawn, is_blank = spread.draw(dice, n).tolist(), dice.random(n) < spread.blank
    return ["" if blank else answer for answer, blank in zip(drawn, is_blank, strict=True)]
