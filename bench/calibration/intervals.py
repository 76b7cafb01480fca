"""How often an interval holds the truth."""

from functools import cache

import numpy as np
from scipy import stats

from bench.calibration.answers import PROMISED, SPEND
from bench.calibration.case import Band, Case, Pilot
from bench.calibration.drawn import Group, Numbers, first
from registry.analysis.estimates.proportion import miettinen_nurminen
from registry.domain.summary import Summary
from tests.analysis.pilots import pilot_plan

SHARES = Band(0.94, 1.0)
ANYWHERE = Band(0.90, 1.0)
"""A score interval holds the truth often enough over the rates, not at each of them."""
RELATIVE = Band(0.935, 0.965)

RATES = np.linspace(0.05, 0.95, 10)
ALIKE = tuple((n, n) for n in range(10, 51, 5))
UNLIKE = ((10, 30), (20, 50))


@cache
def covered(n_control: int, n_arm: int) -> Numbers:
    """How often Miettinen and Nurminen's interval at 95 % holds the truth, for each pair of `RATES`.

    Exact: every outcome there is, with its chance.
    """
    low, high = np.empty((2, n_control + 1, n_arm + 1))
    for x in range(n_control + 1):
        for y in range(n_arm + 1):
            if n_control == n_arm and y < x:
                # Swapped arms mirror the interval.
                low[x, y], high[x, y] = -high[y, x], -low[y, x]
                continue
            found = miettinen_nurminen(_yes(x, n_control), _yes(y, n_arm), alpha=0.05)
            if found is None:
                raise ValueError(f"no interval for {x} of {n_control} against {y} of {n_arm}")
            low[x, y], high[x, y] = found.low, found.high
    control = [stats.binom.pmf(np.arange(n_control + 1), n_control, rate) for rate in RATES]
    arm = [stats.binom.pmf(np.arange(n_arm + 1), n_arm, rate) for rate in RATES]
    return np.array(
        [
            [
                np.outer(control[i], arm[j])[(low <= q - p) & (q - p <= high)].sum()
                for j, q in enumerate(RATES)
            ]
            for i, p in enumerate(RATES)
        ]
    )


def _yes(successes: int, n: int) -> Summary:
    share = successes / n
    return Summary(metric="m", arm="A", units=n, n=n, mean=share, variance=None, successes=successes)


def mean_coverage(sizes: tuple[tuple[int, int], ...]) -> float:
    """Over all rates, at the numbers where that is least."""
    return min(float(covered(*each).mean()) for each in sizes)


def least_coverage(sizes: tuple[tuple[int, int], ...]) -> float:
    """At the rates and the numbers where it is least."""
    return min(float(covered(*each).min()) for each in sizes)


def relative_covered(n_control: int, n_arm: int) -> Pilot:
    """Handle times, skewed, 20 % longer in the arm: does the relative interval say so?"""
    plan = pilot_plan(SPEND)

    def pilot(rng: np.random.Generator) -> bool:
        control, arm = rng.gamma(6, 1 / 6, n_control), 1.2 * rng.gamma(6, 1 / 6, n_arm)
        found = first(plan, [Group("A", {"spend": control}), Group("B", {"spend": arm})])
        if found.relative_low is None or found.relative_high is None:
            return False
        return found.relative_low <= 0.2 <= found.relative_high

    return pilot


CASES = (
    Case(
        "Miettinen–Nurminen, n = 10, 15, … 50",
        "mean coverage over rates from 5 to 95 %, at the n where it is least; every outcome with its chance",
        SHARES,
        PROMISED,
        enumerated=lambda: mean_coverage(ALIKE),
    ),
    Case(
        "Miettinen–Nurminen, 10 + 30 and 20 + 50",
        "the same with unequal arms",
        SHARES,
        PROMISED,
        enumerated=lambda: mean_coverage(UNLIKE),
    ),
    Case(
        "… at the rates where it is least",
        "the same, not the mean over the rates but the least of them",
        ANYWHERE,
        "own: a score interval is right on average",
        enumerated=lambda: least_coverage(ALIKE + UNLIKE),
    ),
    Case(
        "Relative difference, 15 customers",
        "Fieller's interval; handle times really 20 % longer",
        RELATIVE,
        "own: 0.95 and three standard errors",
        relative_covered(15, 15),
    ),
    Case(
        "Relative difference, 10 and 40 customers",
        "the same with unequal arms",
        RELATIVE,
        "own: 0.95 and three standard errors",
        relative_covered(10, 40),
    ),
)
