"""The arms found in a file, and what must be true of them."""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

from collections.abc import Mapping
from difflib import get_close_matches

import duckdb

from registry.analysis.pilot_data import PilotFileRefused
from registry.analysis.reading.table import Table
from registry.domain.plan import ARM_AFTER, ARM_BEFORE, Design, Plan
from registry.domain.plan_rules import twins

MOST_ARMS = 20
"""More, and the column is a customer's number or a date rather than an arm."""


MOST_LETTERS = 200
"""Characters in the name of an arm; more, and the column holds what customers wrote."""

SAMPLE = 200_000
"""Rows whose arms are counted first: customers' numbers would be millions of arms to add up."""


def check_few_arms(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan) -> None:
    """Raise PilotFileRefused when the first rows alone name more arms than a pilot has."""
    if plan.arm is None:
        return
    rows = f"select {of.exact(plan.arm)} as arm from {of.scan} limit {SAMPLE}"
    counted = engine.execute(f"select count(distinct arm) from ({rows})", [of.path]).fetchall()
    if (n := int(counted[0][0])) > MOST_ARMS:
        raise PilotFileRefused("file-arms-many", file=of.called, column=plan.arm, n=n, limit=MOST_ARMS)


def check_arms(plan: Plan, arms: Mapping[str, int], called: str) -> None:
    """Raise PilotFileRefused when *arms*, with their rows, are not those of the plan."""
    column, control = plan.arm or "", plan.control or ""
    if len(arms) > MOST_ARMS:
        raise PilotFileRefused("file-arms-many", file=called, column=column, n=len(arms), limit=MOST_ARMS)
    if pair := twins(sorted(arms)):
        raise PilotFileRefused("file-arms-twins", file=called, column=column, one=pair[0], other=pair[1])
    if control not in arms:
        raise PilotFileRefused(
            "file-control-absent", file=called, column=column, control=control, arms=_listed(arms, control)
        )
    if len(arms) < 2:
        raise PilotFileRefused("file-one-arm", file=called, column=column, arm=control)
    if plan.shares is None:
        return
    for arm in arms:
        if arm not in plan.shares:
            raise PilotFileRefused("file-arm-unplanned", file=called, column=column, arm=arm)
    for arm in plan.shares:
        if arm not in arms:
            raise PilotFileRefused("file-arm-absent", file=called, column=column, arm=arm)


def check_periods(plan: Plan, arms: Mapping[str, int], called: str) -> None:
    """Raise PilotFileRefused when there are no rows of the time before, or none of the time after."""
    for arm, period in ((ARM_BEFORE, 0), (ARM_AFTER, 1)):
        if arm not in arms:
            raise PilotFileRefused("file-period-absent", file=called, column=plan.period or "", period=period)


def in_order(plan: Plan, arms: Mapping[str, int]) -> dict[str, int]:
    """*arms* with the control first, then in the plan's order, then by name."""
    planned = list(plan.shares or ())
    control = ARM_BEFORE if plan.design is Design.PRE_POST else plan.control

    def place(arm: str) -> tuple[bool, int, str]:
        return arm != control, planned.index(arm) if arm in planned else len(planned), arm

    return {arm: arms[arm] for arm in sorted(arms, key=place)}


def _listed(arms: Mapping[str, int], control: str) -> str:
    """The names of *arms*, the one most like the control first."""
    near = get_close_matches(control, arms, n=1, cutoff=0)
    rest = [arm for arm in sorted(arms) if arm not in near]
    return ", ".join(f"“{arm}”" for arm in [*near, *rest][:5])
