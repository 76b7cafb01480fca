"""The eight rules, row by row: each one just met and just not met."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.evidence import Action, CheckName, Grade
from registry.domain.recommendation import (
    RULES,
    ArmReading,
    GuardrailReading,
    Interval,
    figure,
    recommend,
    recommendations,
)
from registry.sentences import say

SAFE = GuardrailReading("returns", margin=2.0, gain=Interval(-1.9, 3.0), strict_gain=Interval(-2.5, 4.0))
UNSAFE = SAFE._replace(gain=Interval(-2.0, 3.0))
HARMED = SAFE._replace(gain=Interval(-9.0, -2.2), strict_gain=Interval(-9.5, -2.1))
NEARLY_HARMED = SAFE._replace(gain=Interval(-9.0, -2.2), strict_gain=Interval(-9.5, -2.0))

COMPLETE = ArmReading(
    arm="Card",
    grade=Grade.A,
    complete=True,
    end=date(2026, 3, 31),
    failed_check=None,
    primary="spend",
    primary_missing=False,
    gain=Interval(-1.0, 5.0),
    mde=2.0,
    guardrails=(SAFE,),
    units=100,
    units_needed=400,
)

ROWS: list[tuple[str, dict[str, Any], str, Action]] = [
    ("a check failed", {"failed_check": CheckName.SAMPLE_RATIO}, "invalid", Action.CANNOT_TELL),
    ("the primary is missing", {"primary_missing": True, "gain": None}, "invalid", Action.CANNOT_TELL),
    ("harmed beyond the margin", {"guardrails": (SAFE, HARMED)}, "guardrail_harm", Action.WALK_BACK),
    (
        "harm before the end",
        {"complete": False, "gain": None, "guardrails": (HARMED,)},
        "guardrail_harm",
        Action.WALK_BACK,
    ),
    (
        "harm beats a better primary",
        {"gain": Interval(1, 5), "guardrails": (HARMED,)},
        "guardrail_harm",
        Action.WALK_BACK,
    ),
    ("up to the margin is not harmed", {"guardrails": (NEARLY_HARMED,)}, "still_open", Action.KEEP_GOING),
    ("surely below 0", {"gain": Interval(-5, -0.1)}, "primary_worse", Action.WALK_BACK),
    ("up to 0 is not worse", {"gain": Interval(-5, 0)}, "not_worth_it", Action.WALK_BACK),
    ("better and safe", {"gain": Interval(0.1, 5)}, "better_and_safe", Action.ADOPT),
    ("from 0 on is not better", {"gain": Interval(0, 5)}, "still_open", Action.KEEP_GOING),
    ("better in stores", {"gain": Interval(0.1, 5), "grade": Grade.B}, "better_and_safe", Action.ADOPT),
    ("better beside others", {"gain": Interval(0.1, 5), "grade": Grade.C}, "better_and_safe", Action.ADOPT),
    (
        "better before and after",
        {"gain": Interval(0.1, 5), "grade": Grade.D, "units_needed": None},
        "otherwise",
        Action.CANNOT_TELL,
    ),
    (
        "better without guardrails",
        {"gain": Interval(0.1, 5), "guardrails": ()},
        "better_and_safe",
        Action.ADOPT,
    ),
    (
        "on the margin is not safe",
        {"gain": Interval(0.1, 5), "guardrails": (UNSAFE,)},
        "still_open",
        Action.KEEP_GOING,
    ),
    (
        "one of two is not safe",
        {"gain": Interval(0.1, 5), "guardrails": (SAFE, UNSAFE), "units_needed": None},
        "otherwise",
        Action.CANNOT_TELL,
    ),
    (
        "unknown is not safe",
        {"gain": Interval(0.1, 5), "guardrails": (SAFE._replace(gain=None),), "units_needed": 50},
        "otherwise",
        Action.CANNOT_TELL,
    ),
    (
        "inside the smallest that matters",
        {"gain": Interval(-1.9, 1.9)},
        "no_difference",
        Action.NO_DIFFERENCE,
    ),
    ("as much as matters is still open", {"gain": Interval(-1.9, 2.0)}, "still_open", Action.KEEP_GOING),
    ("as bad as matters", {"gain": Interval(-2.0, 1.9)}, "not_worth_it", Action.WALK_BACK),
    (
        "no difference before the end",
        {"gain": Interval(-1, 1), "complete": False},
        "still_open",
        Action.KEEP_GOING,
    ),
    ("no gain before the end", {"gain": Interval(-3, 1), "complete": False}, "still_open", Action.KEEP_GOING),
    (
        "no smallest that matters",
        {"gain": Interval(-1, 1), "mde": None, "units_needed": None},
        "otherwise",
        Action.CANNOT_TELL,
    ),
    (
        "before the end",
        {"gain": None, "complete": False, "units_needed": None},
        "still_open",
        Action.KEEP_GOING,
    ),
    ("more units would settle it", {"units_needed": 101}, "still_open", Action.KEEP_GOING),
    ("enough units and still open", {"units_needed": 100}, "otherwise", Action.CANNOT_TELL),
    ("nobody can say how many", {"units_needed": None}, "otherwise", Action.CANNOT_TELL),
]


@pytest.mark.parametrize(("_case", "changes", "rule", "action"), ROWS, ids=[row[0] for row in ROWS])
def test_first_rule_that_holds_speaks(_case: str, changes: dict[str, Any], rule: str, action: Action):
    advice = recommend(COMPLETE._replace(**changes))

    assert (advice.rule, advice.action) == (rule, action)
    assert "Card" in say(advice.message) or rule == "invalid"


def test_rules_stand_in_their_order():
    assert [rule.name for rule in RULES] == [
        "invalid",
        "guardrail_harm",
        "primary_worse",
        "better_and_safe",
        "no_difference",
        "not_worth_it",
        "still_open",
        "otherwise",
    ]


def test_every_rule_is_met_by_a_row():
    assert {row[2] for row in ROWS} == {rule.name for rule in RULES}


def test_grade_c_is_adopted_in_steps():
    advice = recommend(COMPLETE._replace(gain=Interval(0.1, 5), grade=Grade.C))

    assert "step by step" in say(advice.message)


@pytest.mark.parametrize("changes", [{"units_needed": 400}, {"units_needed": None}])
def test_missing_smallest_difference_is_said_where_two_rules_were_skipped(changes: dict[str, Any]):
    with_mde = say(recommend(COMPLETE._replace(**changes)).message)
    without = say(recommend(COMPLETE._replace(mde=None, **changes)).message)

    assert "names no smallest difference that matters" in without
    assert "names no smallest difference that matters" not in with_mde


def test_still_open_says_the_end_and_the_units_needed():
    advice = recommend(COMPLETE._replace(complete=False, gain=None, units_needed=12_345))

    assert "the plan ends on 31 March 2026" in say(advice.message)
    assert "12,345 units" in say(advice.message)


def test_harmed_guardrail_is_named_with_its_margin():
    advice = recommend(COMPLETE._replace(guardrails=(SAFE._replace(metric="complaints"), HARMED)))

    assert say(advice.message) == "With “Card”, “returns” got worse by more than the 2 that you allowed."


def test_best_supported_arm_comes_first():
    arms = {
        "harms": {"guardrails": (HARMED,)},
        "open": {},
        "adopt": {"gain": Interval(0.1, 5)},
        "adopt surely": {"gain": Interval(2, 5)},
        "same": {"gain": Interval(-1, 1)},
    }

    ordered = recommendations(COMPLETE._replace(arm=arm, **changes) for arm, changes in arms.items())

    assert [advice.arm for advice in ordered] == ["adopt surely", "adopt", "open", "same", "harms"]


BOUNDS = st.tuples(st.floats(-10, 10), st.floats(-10, 10)).map(lambda pair: Interval(min(pair), max(pair)))


@settings(deadline=None)
@given(
    gain=st.none() | BOUNDS,
    guardrail=st.none() | BOUNDS,
    complete=st.booleans(),
    grade=st.sampled_from(Grade),
)
def test_nothing_is_adopted_that_is_not_surely_better_and_surely_safe(
    gain: Interval | None, guardrail: Interval | None, complete: bool, grade: Grade
):
    watched = SAFE._replace(gain=guardrail, strict_gain=None)

    advice = recommend(COMPLETE._replace(gain=gain, guardrails=(watched,), complete=complete, grade=grade))

    sure = gain is not None and gain.low > 0 and guardrail is not None and guardrail.low > -2
    assert (advice.action is Action.ADOPT) == (sure and grade in {Grade.A, Grade.B, Grade.C})


@pytest.mark.parametrize(
    ("number", "shown"), [(0.0004, "0.0004"), (2.0, "2"), (1234.5678, "1,235"), (123456.7, "123,457")]
)
def test_figure_keeps_what_matters_of_a_number(number: float, shown: str):
    assert figure(number) == shown
