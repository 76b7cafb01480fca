"""No worse than the margin, and several comparisons at once."""

from typing import Any

import numpy as np

from bench.calibration.answers import CSAT, MIDDLING, PROMISED, SCALE, SHARE, SPEND, UNHAPPIER, scores, yes
from bench.calibration.case import Band, Case, Pilot
from bench.calibration.drawn import Group, Numbers, read
from registry.analysis.several.holm import holm
from tests.analysis.pilots import pilot_plan

AT_MARGIN = Band(0.0, 0.03)
"""One-sided 2.5 %."""

TOGETHER = Band(0.0, 0.065)


def _protected(metric: dict[str, Any], margin: float):
    return pilot_plan(SPEND, {**metric, "role": "guardrail", "margin": margin})


def csat_at_its_margin(n_control: int, n_arm: int) -> Pilot:
    """The guardrail is worse by exactly its margin: is it called safe?"""
    margin = float(SCALE @ (np.array(MIDDLING) - np.array(UNHAPPIER)))
    plan = _protected(CSAT, margin)

    def customers(rng: np.random.Generator, n: int, chances: tuple[float, ...]) -> dict[str, Numbers]:
        return {"csat": scores(rng, n, chances), "spend": rng.exponential(size=n)}

    def pilot(rng: np.random.Generator) -> bool:
        control, arm = customers(rng, n_control, MIDDLING), customers(rng, n_arm, UNHAPPIER)
        found = read(plan, [Group("A", control), Group("B", arm)]).estimates[1]
        return found.low is not None and found.low > -margin

    return pilot


def share_at_its_margin(n: int, *, rate: float, margin: float) -> Pilot:
    """The same for a share, which Miettinen and Nurminen's interval is for."""
    plan = _protected(SHARE, margin)

    def customers(rng: np.random.Generator, rate: float) -> dict[str, Numbers]:
        return {"came_back": yes(rng, n, rate), "spend": rng.exponential(size=n)}

    def pilot(rng: np.random.Generator) -> bool:
        groups = [Group("A", customers(rng, rate)), Group("B", customers(rng, rate - margin))]
        found = read(plan, groups).estimates[1]
        return found.low is not None and found.low > -margin

    return pilot


def ten_metrics() -> Pilot:
    """Ten metrics that have nothing to do with each other: is any called different, after Holm?"""
    names = [f"metric {number}" for number in range(10)]
    metrics = [{**SPEND, "name": name, "column": name, "role": "watch"} for name in names]
    plan = pilot_plan({**metrics[0], "role": "primary"}, *metrics[1:])

    def customers(rng: np.random.Generator) -> dict[str, Numbers]:
        return dict(zip(names, rng.normal(size=(10, 40)), strict=True))

    def pilot(rng: np.random.Generator) -> bool:
        found = read(plan, [Group("A", customers(rng)), Group("B", customers(rng))])
        return any(p is not None and p < 0.05 for p in holm([each.p_value for each in found.estimates]))

    return pilot


def ten_arms() -> Pilot:
    """Ten arms against one control: is any called different, after Holm?"""
    plan = pilot_plan(SPEND)

    def pilot(rng: np.random.Generator) -> bool:
        groups = [Group(arm, {"spend": rng.normal(size=40)}) for arm in "ABCDEFGHIJK"]
        adjusted = [each.p_adjusted for each in read(plan, groups).estimates]
        return any(p is not None and p < 0.05 for p in adjusted)

    return pilot


CASES = (
    Case(
        "CSAT at its margin, 30 answers",
        "worse by exactly the margin, and called no worse than it",
        AT_MARGIN,
        PROMISED,
        csat_at_its_margin(30, 30),
    ),
    Case(
        "CSAT at its margin, 15 and 60 answers",
        "the same with unequal arms",
        AT_MARGIN,
        PROMISED,
        csat_at_its_margin(15, 60),
    ),
    Case(
        "Share at its margin, 100 customers",
        "85 % against 75 %, the margin",
        AT_MARGIN,
        PROMISED,
        share_at_its_margin(100, rate=0.85, margin=0.1),
    ),
    Case(
        "Ten metrics, Holm",
        "ten metrics without effect, 40 customers; any of them called different",
        TOGETHER,
        PROMISED,
        ten_metrics(),
    ),
    Case(
        "Ten arms, Holm",
        "ten arms without effect against one control; any of them called different",
        TOGETHER,
        PROMISED,
        ten_arms(),
    ),
)
