"""A case of the battery: what is simulated, what is counted, and the band that the rate must stay in."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias
from zlib import crc32

import numpy as np
from scipy.special import bdtr

Pilot: TypeAlias = Callable[[np.random.Generator], bool]
"""One simulated pilot: whether what is counted happened in it."""

SEED = 2026
BY_CHANCE = 0.001
"""How likely a method that stands at the edge of its band may fall outside the widened one."""


class Band(NamedTuple):
    """The rates that are allowed, both ends included."""

    low: float
    high: float

    def __contains__(self, rate: object) -> bool:
        return isinstance(rate, float) and self.low <= rate <= self.high


class Case(NamedTuple):
    """One line of the table."""

    name: str
    simulated: str
    """What is simulated and what is counted, in a sentence without its point."""
    band: Band | None
    """None for a contrast: what others do on the same pilots, which is shown and not judged."""
    source: str
    """Where the band is from."""
    pilot: Pilot | None = None
    draws: int = 2_000
    small: int = 200
    """Draws in `make test`."""
    enumerated: Callable[[], float] | None = None
    """In the place of a pilot: the rate itself, over every outcome there is, each with its chance."""


class Measured(NamedTuple):
    """What a case came to."""

    case: Case
    draws: int | None
    """None where every outcome was counted."""
    rate: float
    band: Band | None
    """As it was applied: widened where the draws were fewer."""

    @property
    def is_inside(self) -> bool:
        """Always, for a contrast."""
        return self.band is None or self.rate in self.band


def measured(case: Case, *, draws: int | None = None) -> Measured:
    """Run *case*, or so many of its draws in a band that is widened as far as their number asks for.

    Every case has a stream of random numbers of its own, so that no other case changes what it draws.
    """
    if case.enumerated is not None:
        return Measured(case, None, case.enumerated(), case.band)
    if case.pilot is None:
        raise ValueError(f"“{case.name}” has nothing to simulate")
    n = case.draws if draws is None else draws
    rng = np.random.default_rng([SEED, crc32(case.name.encode())])
    rate = sum(case.pilot(rng) for _ in range(n)) / n
    band = case.band
    return Measured(case, n, rate, widened(band, draws=n) if band is not None and n < case.draws else band)


def widened(band: Band, *, draws: int) -> Band:
    """The *band* for a simulation of only so many *draws*.

    As wide as a method needs that truly stands at an edge, so that chance alone carries it outside in
    at most one of a thousand simulations: by the binomial distribution of the number of draws counted.
    """
    counts = np.arange(draws + 1)
    # The largest count that so few simulations fall below, and the smallest that so few go beyond.
    low = int((bdtr(counts, draws, band.low) <= BY_CHANCE).sum())
    high = int((1 - bdtr(counts, draws, band.high) > BY_CHANCE).sum())
    return Band(low / draws, high / draws)
