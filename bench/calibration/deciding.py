"""What the rules recommend: in pilots without effect, with one, and with a guardrail at its margin.

A pilot has one score to win, CSAT as a mean, and guardrails that people planned as they should: each
shows with power 1 - 0.1/k that it is no worse than its margin, when nothing is lost. A customer who is
happier also calls back less, so the metrics are drawn from one mood.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy.special import ndtr

from bench.calibration.answers import PROMISED
from bench.calibration.case import Band, Case, Pilot
from bench.calibration.drawn import Group, Numbers, read
from registry.analysis.estimates.halving import turning_point
from registry.analysis.sizing.size import Aim, Certainty, Mean, Proportion, chance, units_per_arm
from registry.domain.evidence import Action, Evidence
from registry.domain.plan import Plan
from tests.analysis.pilots import pilot_plan

SELDOM = Band(0.0, 0.025)
MOSTLY = Band(0.70, 0.80)
"""“About 75 %”."""

MDE = 0.3
"""Points of a score whose standard deviation is 1."""
CALLS = 0.2
"""The share of customers that call back."""
MOOD = 0.3
"""The correlation of any two of the metrics behind a customer."""


class Truth(NamedTuple):
    """What the change does."""

    gain: float = 0.0
    """Of the primary."""
    loss: float = 0.0
    """Of the first guardrail."""


class Trial(NamedTuple):
    """A plan, how many customers each arm gets, and how many guardrails."""

    plan: Plan
    n: int
    guardrails: int
    margin: float


Rule = Callable[[Evidence], bool]


def planned(guardrails: int) -> Trial:
    """As many customers as the primary asks for, and margins that so many can show."""
    n = units_per_arm(Aim(MDE), Mean(1.0), Certainty())
    if n is None:
        raise ValueError("the smallest difference that matters cannot be seen")
    power = 1 - 0.1 / guardrails

    def is_shown(margin: float) -> bool:
        return chance(Aim(0.0, margin), Proportion(CALLS), n, alpha=0.05) >= power

    return trial(n, guardrails=guardrails, margin=turning_point(is_shown, 0.0, 1 - CALLS))


def trial(n: int, *, guardrails: int, margin: float, mde: float = MDE) -> Trial:
    """So many customers in each arm."""
    primary = {
        "name": "csat",
        "role": "primary",
        "kind": "mean",
        "column": "csat",
        "better": "higher",
        "mde": mde,
    }
    others = [
        {
            "name": f"called {i}",
            "role": "guardrail",
            "kind": "proportion",
            "column": f"called {i}",
            "better": "lower",
            "margin": margin,
        }
        for i in range(guardrails)
    ]
    return Trial(pilot_plan(primary, *others), n, guardrails, margin)


def decided(trial: Trial, truth: Truth, rule: Rule, *, calls: float = CALLS) -> Pilot:
    """Does the *rule* adopt?"""

    def pilot(rng: np.random.Generator) -> bool:
        control = _customers(rng, trial, Truth(), calls)
        arm = _customers(rng, trial, truth, calls)
        return rule(read(trial.plan, [Group("A", control), Group("B", arm)]))

    return pilot


def _customers(rng: np.random.Generator, trial: Trial, truth: Truth, calls: float) -> dict[str, Numbers]:
    mood = np.sqrt(MOOD) * rng.normal(size=trial.n)
    own = np.sqrt(1 - MOOD) * rng.normal(size=(1 + trial.guardrails, trial.n))
    columns = {"csat": mood + own[0] + truth.gain}
    for i in range(trial.guardrails):
        rate = calls + (truth.loss if i == 0 else 0.0)
        columns[f"called {i}"] = (ndtr(-(mood + own[1 + i])) < rate).astype(float)
    return columns


def ours(found: Evidence) -> bool:
    """The rules say “adopt”."""
    return found.recommendation.action is Action.ADOPT


def common(found: Evidence) -> bool:
    """The common rule: the primary is significantly better, and no guardrail significantly worse."""
    primary, *guardrails = found.estimates
    better = primary.low is not None and primary.low > 0
    return better and not any(each.low is not None and each.low > 0 for each in guardrails)


TWO, FOUR = planned(2), planned(4)
SMALL = {n: trial(n, guardrails=1, margin=0.04, mde=2.8 * (2 / n) ** 0.5) for n in (50, 200)}
"""Pilots whose guardrail nobody planned: one in ten calls back, and four points more are allowed."""


def _cases(name: str, of: Trial) -> tuple[Case, ...]:
    return (
        Case(
            f"Adopt without effect, {name}",
            f"{of.n} customers in each arm; the rules say “adopt”",
            SELDOM,
            PROMISED,
            decided(of, Truth(), ours),
            small=80,
        ),
        Case(
            f"Adopt with a gain of mde, {name}",
            "such pilots with a true gain, and nothing lost",
            MOSTLY,
            "promised: about 75 %",
            decided(of, Truth(gain=MDE), ours),
            small=80,
        ),
        Case(
            f"Adopt with a guardrail at its margin, {name}",
            "the same gain, and one guardrail truly at its margin",
            SELDOM,
            PROMISED,
            decided(of, Truth(gain=MDE, loss=of.margin), ours),
            small=80,
        ),
    )


def _contrast(n: int) -> tuple[Case, ...]:
    of = SMALL[n]
    truth = Truth(gain=of.plan.metric[0].mde or 0.0, loss=of.margin)
    return (
        Case(
            f"Adopt with a guardrail at its margin, {n} answers",
            "a true gain of mde; the guardrail, a share of 10 %, was not planned for",
            SELDOM,
            PROMISED,
            decided(of, truth, ours, calls=0.1),
            small=150,
        ),
        Case(
            f"… by “no guardrail significantly worse”, {n} answers (contrast)",
            "such pilots under the common rule",
            None,
            "known: 57–74 %",
            decided(of, truth, common, calls=0.1),
        ),
    )


CASES = (
    *_cases("2 guardrails", TWO),
    *_cases("4 guardrails", FOUR),
    *_contrast(50),
    *_contrast(200),
)
