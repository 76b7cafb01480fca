"""How far a pilot is when it is read, and which look that is."""

from datetime import date
from typing import Any

import pytest

from registry.analysis.looking.now import now
from registry.analysis.looking.spending import nominal_levels
from registry.analysis.pilot import evidence
from registry.domain.evidence import Method
from registry.domain.plan import Plan
from tests.analysis.pilots import SPEND, pilot_plan
from tests.analysis.test_pilot import CONTROL, moved, of, pilot

START, END = date(2026, 3, 1), date(2026, 3, 20)
RPACT = (0.000001, 0.001525, 0.009649, 0.022091, 0.037798)
"""Nominal two-sided levels of five equal looks, alpha 0.05, O'Brien-Fleming spending (two-sided)."""


def planned(**keys: Any) -> Plan:
    return pilot_plan(SPEND, look="planned", looks=5, end=END, **keys)


@pytest.mark.parametrize(
    ("units", "looks"), [(20, (0.2,)), (50, (0.2, 0.4, 0.5)), (99, (0.2, 0.4, 0.6, 0.8, 0.99))]
)
def test_of_a_file_alone_the_looks_planned_up_to_now_count_as_taken(units: int, looks: tuple[float, ...]):
    plan = planned(planned_units=100)

    taken = now(plan, {"A": units, "B": 500}, START, complete=False)

    assert taken.looks == pytest.approx(looks)


def test_looks_that_were_taken_count_instead_of_those_that_were_planned():
    plan = planned(planned_units=100)

    taken = now(plan, {"A": 50, "B": 50}, START, complete=False, looked=(0.1, 0.3))

    assert taken.looks == (0.1, 0.3, 0.5)


def test_reading_the_same_data_again_is_not_another_look():
    plan = planned(planned_units=100)

    assert now(plan, {"A": 30, "B": 30}, START, complete=False, looked=(0.1, 0.3)).looks == (0.1, 0.3)


def test_without_a_planned_size_a_look_comes_when_so_many_days_have_gone():
    plan = planned(start=START)

    assert now(plan, {"A": 9, "B": 9}, date(2026, 3, 5), complete=False).looks == (0.2, 0.25)


def test_the_end_spends_all_that_is_left():
    plan = planned(planned_units=100)

    taken = now(plan, {"A": 60, "B": 60}, END, complete=True, looked=(0.2,))

    assert taken.looks == (0.2, 0.6)
    assert taken.level(plan, 0.05) == nominal_levels((0.2, 0.6), alpha=0.05, complete=True)[-1] > 0.04


def test_a_plan_with_planned_looks_shows_the_interval_of_this_look():
    plan = planned(planned_units=250)
    data = pilot(spend={"A": CONTROL, "B": moved(1)})

    found = of(evidence(plan, data, START), "spend")

    assert found.method is Method.PLANNED
    assert found.alpha_used == nominal_levels((0.2, 0.4), alpha=0.05)[-1]
    (at_once,) = evidence(pilot_plan(alpha=found.alpha_used), data, START).estimates
    assert (found.low, found.high, found.p_value) == (at_once.low, at_once.high, at_once.p_value)


def test_so_early_that_hardly_any_alpha_is_spent_nothing_is_shown():
    plan = planned(planned_units=100_000)

    found = of(evidence(plan, pilot(spend={"A": CONTROL, "B": moved(1)}), START, looked=()), "spend")

    assert (found.low, found.difference) == (None, pytest.approx(1))
