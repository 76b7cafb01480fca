"""Customers were randomised, and the change does nothing: how often is a difference found all the same?"""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from bench.calibration.answers import (
    CSAT,
    MIDDLING,
    MINUTES,
    OF_METHOD,
    PROMISED,
    RECOMMEND,
    RETURNS,
    SATISFIED,
    SHARE,
    SMALL,
    SPEND,
    USUAL,
    half_silent,
    orders_and_returns,
    scores,
    yes,
)
from bench.calibration.case import Band, Case, Pilot
from bench.calibration.drawn import Group, Numbers, called_different, p_beside, taken
from registry.analysis.estimates.reshuffling import reshuffled_p
from registry.analysis.estimates.tails import geometric_ratio
from registry.domain.evidence import BesideName
from registry.domain.from_rows import Drawn
from tests.analysis.pilots import pilot_plan

CHEAP = 5_000
"""Draws of what takes little time."""

Draw = Callable[[np.random.Generator], dict[str, Numbers]]
"""The customers of one arm."""


def alike(metric: dict[str, Any], draw: Draw, **keys: Any) -> Pilot:
    """Both arms are drawn in the same way."""
    plan = pilot_plan(metric, **keys)

    def pilot(rng: np.random.Generator) -> bool:
        return called_different(plan, Group("A", draw(rng)), Group("B", draw(rng)))

    return pilot


def _csat(rng: np.random.Generator) -> dict[str, Numbers]:
    return {"csat": half_silent(rng, scores(rng, 30))}


def _spending(rng: np.random.Generator) -> dict[str, Numbers]:
    return {"spend": rng.exponential(30, 50)}


def _came_back(rng: np.random.Generator) -> dict[str, Numbers]:
    return {"came_back": yes(rng, 40, 0.2)}


def _recommending(chances: tuple[float, ...], rng: np.random.Generator) -> dict[str, Numbers]:
    return {"recommend": rng.choice(np.array([3.0, 8.0, 10.0]), 40, p=chances)}


def _returning(rng: np.random.Generator) -> dict[str, Numbers]:
    return orders_and_returns(rng, 50)


def adjusted(n_control: int, n_arm: int, *, spread: float) -> Pilot:
    """Spending beside what was spent before, which one in five has no value of."""
    plan = pilot_plan({**SPEND, "covariate": "before"})

    def customers(rng: np.random.Generator, n: int, spread: float) -> dict[str, Numbers]:
        before = rng.normal(size=n)
        spend = spread * (0.7 * before + 0.7 * rng.normal(size=n))
        return {"spend": spend, "before": np.where(rng.random(n) < 0.8, before, np.nan)}

    def pilot(rng: np.random.Generator) -> bool:
        control, arm = customers(rng, n_control, 1.0), customers(rng, n_arm, spread)
        return called_different(plan, Group("A", control), Group("B", arm))

    return pilot


def _sessions(rng: np.random.Generator) -> tuple[Numbers, Numbers]:
    """The minutes of each session of 60 customers, and whose session it was."""
    sessions = 1 + rng.poisson(4, 60)
    whose = np.repeat(np.arange(60), sessions)
    minutes = np.exp(rng.normal(0, 0.6, 60)[whose] + rng.normal(1, 0.5, len(whose)))
    return minutes, whose.astype(float)


def sessions_by_customer(rng: np.random.Generator) -> dict[str, Numbers]:
    """Sessions as rows: of each customer, the mean of all of them, as the reader takes it."""
    minutes, whose = _sessions(rng)
    whose = whose.astype(int)
    return {"minutes": (np.bincount(whose, weights=minutes) / np.bincount(whose)).astype(float)}


def sessions_as_rows(rng: np.random.Generator) -> dict[str, Numbers]:
    """The same sessions, each taken for a customer."""
    return {"minutes": _sessions(rng)[0]}


def better_answer(chances: tuple[float, ...], n: int) -> Pilot:
    """Brunner and Munzel's test on a scale, which stands beside the estimate."""
    plan = pilot_plan(CSAT)

    def pilot(rng: np.random.Generator) -> bool:
        arms = [Group(arm, {"csat": scores(rng, n, chances)}) for arm in "AB"]
        p = p_beside(plan, BesideName.WHOSE_IS_HIGHER, arms)
        return p is not None and p < 0.05

    return pilot


def typical_value(rng: np.random.Generator) -> bool:
    """The ratio of geometric means, of handle times with a long tail."""
    metric = pilot_plan(SPEND).metric[0]
    arms = [taken(metric, Group(arm, {"spend": rng.lognormal(3.0, 1.5, 20)})) for arm in "AB"]
    found = geometric_ratio(*arms, alpha=0.05)
    return found is not None and found.p_value is not None and found.p_value < 0.05


LOTS = 499


def lots_again(rng: np.random.Generator) -> bool:
    """Revenue with a long tail in two very unequal arms, and the lot drawn again among what was seen."""
    control, arm = rng.lognormal(3.0, 1.2, 50), rng.lognormal(3.0, 1.2, 10)
    p = reshuffled_p(control, arm, Drawn(seed=int(rng.integers(2**32)), draws=LOTS))
    return p is not None and p < 0.05


CASES = (
    Case(
        "CSAT, 30 customers, half unanswered",
        "answers from 1 to 5 of 30 customers in each arm, of whom half do not answer",
        USUAL,
        PROMISED,
        alike(CSAT, _csat),
        draws=CHEAP,
    ),
    Case(
        "Skewed spending, 50 customers",
        "exponential spending, Welch",
        USUAL,
        OF_METHOD,
        alike(SPEND, _spending),
        draws=CHEAP,
    ),
    Case(
        "Share of 20 %, 40 customers",
        "yes or no; the score p, exact where a cell is below 5",
        Band(0.0, 0.06),
        "as its interval covers 94 %",
        alike(SHARE, _came_back),
        small=200,
    ),
    Case(
        "NPS, 40 answers, many promoters",
        "15 % detractors, 60 % promoters",
        USUAL,
        OF_METHOD,
        alike(RECOMMEND, partial(_recommending, (0.15, 0.25, 0.6))),
        draws=CHEAP,
    ),
    Case(
        "NPS, 40 answers, few promoters",
        "40 % detractors, 30 % promoters",
        USUAL,
        OF_METHOD,
        alike(RECOMMEND, partial(_recommending, (0.4, 0.3, 0.3))),
        draws=CHEAP,
    ),
    Case(
        "Returns per order, 50 customers",
        "customers with several orders, each with an own inclination to return",
        SMALL,
        PROMISED,
        alike(RETURNS, _returning),
        draws=CHEAP,
    ),
    Case(
        "Sessions as rows, customers randomised",
        "60 customers in each arm with five sessions on average, alike within a customer",
        SMALL,
        PROMISED,
        alike(MINUTES, sessions_by_customer, rows="finer", unit="customer"),
        draws=CHEAP,
    ),
    Case(
        "… taken for customers (contrast)",
        "the same sessions, each counted as if it had been randomised",
        None,
        "what to beware of",
        alike(MINUTES, sessions_as_rows),
    ),
    Case(
        "CUPED, 8 customers",
        "a covariate with correlation 0.7, missing for one in five",
        USUAL,
        OF_METHOD,
        adjusted(8, 8, spread=1.0),
        draws=CHEAP,
    ),
    Case(
        "CUPED, 10 and 30 customers",
        "the same, with three times the spread in the larger arm",
        USUAL,
        OF_METHOD,
        adjusted(10, 30, spread=3.0),
        draws=CHEAP,
    ),
    Case(
        "Brunner–Munzel, 15 answers",
        "answers from 1 to 5, most of them 5",
        USUAL,
        OF_METHOD,
        better_answer(SATISFIED, 15),
        draws=CHEAP,
    ),
    Case(
        "Brunner–Munzel, 10 answers",
        "answers from 1 to 5, all equally likely",
        USUAL,
        OF_METHOD,
        better_answer((0.2,) * 5, 10),
        draws=CHEAP,
    ),
    Case(
        "Brunner–Munzel, 30 answers",
        "answers from 1 to 5, most in the middle",
        USUAL,
        OF_METHOD,
        better_answer(MIDDLING, 30),
        draws=CHEAP,
    ),
    Case(
        "Ratio of geometric means, 20 customers",
        "log-normal handle times with a very long tail",
        USUAL,
        OF_METHOD,
        typical_value,
        draws=CHEAP,
        small=2_000,
    ),
    Case(
        "Revenue with a long tail, 50 and 10 customers, lots drawn again",
        "log-normal revenue, the lot drawn 499 times more; it stands beside the estimate",
        USUAL,
        OF_METHOD,
        lots_again,
        draws=CHEAP,
    ),
)
