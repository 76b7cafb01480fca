"""Looking twenty times before the end, and finding a difference at any of the looks."""

import numpy as np

from bench.calibration.answers import PROMISED, SHARE, SPEND, USUAL
from bench.calibration.case import Band, Case, Pilot
from bench.calibration.drawn import Group, called_different, first, is_different, read
from bench.calibration.looks import LOOKS, Arriving, guarded, spending, stores
from registry.analysis.checks.customer_checks import checks
from registry.analysis.pilot_data import PilotData
from registry.domain.evidence import CheckStatus
from registry.domain.plan import Plan
from tests.analysis.pilots import pilot_plan

ANY_TIME = Band(0.0, 0.05)
RATIO = Band(0.0, 0.015)

ONCE = pilot_plan(SPEND)


def at_any_time(plan: Plan, arriving: Arriving) -> Pilot:
    """Looks at a plan that allows them at any time."""
    return lambda rng: any(called_different(plan, *groups) for groups in arriving(rng))


def _any_time(units: int, **keys: object) -> Plan:
    return pilot_plan(SPEND, look="anytime", planned_units=units, **keys)


WATCHED = pilot_plan(
    SPEND,
    {**SHARE, "role": "guardrail", "margin": 0.05},
    end="2026-12-31",
)
"""Not over on the day of the reading."""


def watched(rng: np.random.Generator) -> bool:
    """Is the guardrail called different at any look?"""
    return any(is_different(read(WATCHED, groups).estimates[1]) for groups in guarded(400, rate=0.05)(rng))


STORES = _any_time(400, design="clustered", cluster="store")

PLANNED = pilot_plan(
    SPEND, look="planned", looks=LOOKS, planned_units=400, start="2026-03-01", end="2026-12-31"
)


def as_planned(rng: np.random.Generator) -> bool:
    """Twenty planned looks, each with what O'Brien and Fleming would spend."""
    return any(called_different(PLANNED, *groups) for groups in spending(400)(rng))


def again_and_again(rng: np.random.Generator) -> bool:
    """The same looks, each taken for the only one."""
    return any(called_different(ONCE, *groups) for groups in spending(400)(rng))


def probably_better(rng: np.random.Generator) -> bool:
    """The same looks, stopped when one arm is better with more than 95 %, under a flat prior.

    Under a flat prior that chance is one less the one-sided p.
    """
    return any(first_p(groups) < 0.1 for groups in spending(400)(rng))


def first_p(groups: list[Group]) -> float:
    """Two-sided."""
    p = first(ONCE, groups).p_value
    return 1.0 if p is None else p


def ratio_alarms(units: int) -> Pilot:
    """A fair lot for every customer; does the sample-ratio check fail at any of twenty looks?"""

    def pilot(rng: np.random.Generator) -> bool:
        arms = rng.integers(0, 2, units).cumsum()
        for n in np.linspace(units / LOOKS, units, LOOKS).astype(int):
            of_arm = int(arms[n - 1])
            data = PilotData(
                sha256="",
                rows=int(n),
                arms={"A": int(n) - of_arm, "B": of_arm},
                summaries=(),
                units_named=False,
            )
            if any(check.status is CheckStatus.FAIL for check in checks(ONCE, data)):
                return True
        return False

    return pilot


CASES = (
    Case(
        "Planned looks, O'Brien–Fleming",
        "twenty looks at skewed spending, 400 customers in each arm at the end",
        USUAL,
        PROMISED,
        as_planned,
        small=150,
    ),
    Case(
        "… each taken for the only one (contrast)",
        "the same looks at the fixed-horizon test",
        None,
        "known: 24–27 %",
        again_and_again,
    ),
    Case(
        "… “better with 95 %” (contrast)",
        "the same looks at the chance to be better, flat prior",
        None,
        "known: 39–41 %",
        probably_better,
    ),
    Case(
        "Any time, 200 customers",
        "twenty looks at skewed spending",
        ANY_TIME,
        PROMISED,
        at_any_time(_any_time(200), spending(200)),
        small=100,
    ),
    Case(
        "Any time, 1,000 customers",
        "the same",
        ANY_TIME,
        PROMISED,
        at_any_time(_any_time(1_000), spending(1_000)),
        small=150,
    ),
    Case(
        "A guardrail before the end, 400 customers",
        "twenty looks at a share of 5 % while the primary waits for its end",
        ANY_TIME,
        PROMISED,
        watched,
        small=100,
    ),
    Case(
        "Any time, 4 + 4 stores alike",
        "twenty looks; stores that hardly differ (ICC 0.001)",
        ANY_TIME,
        PROMISED,
        at_any_time(STORES, stores(4, icc=0.001)),
        small=60,
    ),
    Case(
        "Any time, 4 + 4 stores",
        "the same, ICC 0.05",
        ANY_TIME,
        PROMISED,
        at_any_time(STORES, stores(4, icc=0.05)),
        small=60,
    ),
    Case(
        "Any time, 12 + 12 stores",
        "the same, ICC 0.05",
        ANY_TIME,
        PROMISED,
        at_any_time(STORES, stores(12, icc=0.05)),
        small=40,
    ),
    Case(
        "Sample ratio, 1,000 customers",
        "twenty looks at a fair lot; the check fails at any of them",
        RATIO,
        PROMISED,
        ratio_alarms(1_000),
        draws=10_000,
    ),
    Case(
        "Sample ratio, 100 customers",
        "the same; exact at first",
        RATIO,
        PROMISED,
        ratio_alarms(100),
        small=200,
    ),
)
