"""What comes in from look to look: twenty of them, each with as much as the one before."""

from collections.abc import Callable, Iterator

import numpy as np

from bench.calibration.answers import yes
from bench.calibration.drawn import Group, Numbers

LOOKS = 20

Arriving = Callable[[np.random.Generator], Iterator[list[Group]]]
"""All that has come in by each look."""


def customers(draw: Callable[[np.random.Generator], dict[str, Numbers]]) -> Arriving:
    """Customers of both arms, one after the other."""

    def arriving(rng: np.random.Generator) -> Iterator[list[Group]]:
        control, arm = draw(rng), draw(rng)
        units = len(next(iter(control.values())))
        for n in np.linspace(units / LOOKS, units, LOOKS).astype(int):
            yield [
                Group(name, {column: values[:n] for column, values in columns.items()})
                for name, columns in (("A", control), ("B", arm))
            ]

    return arriving


def spending(units: int) -> Arriving:
    """So many customers in each arm at the end, with skewed spending."""
    return customers(lambda rng: {"spend": rng.exponential(size=units)})


def guarded(units: int, *, rate: float) -> Arriving:
    """The same customers, of whom few say yes to something else."""
    return customers(lambda rng: {"spend": rng.exponential(size=units), "came_back": yes(rng, units, rate)})


def stores(n: int, *, icc: float) -> Arriving:
    """So many stores in each arm, all there from the first look; five customers of each between two looks."""

    def arriving(rng: np.random.Generator) -> Iterator[list[Group]]:
        own = rng.normal(0, np.sqrt(icc), (2 * n, 1))
        values = own + rng.normal(0, np.sqrt(1 - icc), (2 * n, 5 * LOOKS))
        for seen in range(5, 5 * LOOKS + 1, 5):
            yield [
                Group("AB"[i // n], {"spend": row[:seen]}, f"store {i:02}") for i, row in enumerate(values)
            ]

    return arriving
