"""What a plan form still needs is told in the words of its fields, the first thing first."""

from datetime import date
from typing import Any

import pytest

from registry.domain.plan import Design, Kind, Look, Role, Rows, plan_from
from registry.sentences import say
from registry.web.plan_who import Drawn
from tests.domain.plans import metric, plan
from tests.web.plan_paper import Paper


def test_pairs_without_their_column_are_told_in_the_words_of_the_field():
    paper = Paper()
    paper.tap("design", Design.CLUSTERED)
    paper.fill_in()

    paper.tap("drawn", Drawn.PAIRS)

    assert paper.missing == say("plan-form-missing", field=say("field-pair"))


KIND_ASKS: list[tuple[Kind, dict[str, float | str], dict[str, Any]]] = [
    (Kind.MEAN, {}, {}),
    (Kind.PROPORTION, {}, {}),
    (Kind.NPS, {}, {}),
    (Kind.RATIO, {"denominator": "orders"}, {"denominator": "orders"}),
    (Kind.ORDINAL, {"scale-low": 1.0, "scale-high": 5.0}, {"scale": (1.0, 5.0)}),
    (
        Kind.TOP_BOX,
        {"scale-low": 1.0, "scale-high": 5.0, "threshold": 4.0},
        {"scale": (1.0, 5.0), "threshold": 4.0},
    ),
    (Kind.QUANTILE, {"q": 90.0}, {"q": 0.9}),
]


@pytest.mark.parametrize(("kind", "asked", "keys"), KIND_ASKS)
def test_a_kind_asks_for_what_it_needs_one_after_the_other(
    kind: Kind, asked: dict[str, float | str], keys: dict[str, Any]
):
    paper = Paper()
    paper.tick("rare", True)
    paper.fill_in()
    paper.choose("kind", kind)

    for name, value in asked.items():
        assert paper.missing, f"{name} was not missed"
        paper.set("text_input" if isinstance(value, str) else "number_input", name, value)

    assert paper.missing == ""
    metric = plan_from(paper.values).metric[0]
    assert metric.kind is kind
    assert {key: getattr(metric, key) for key in keys} == keys


@pytest.mark.parametrize("role", [Role.GUARDRAIL, Role.WATCH])
def test_a_plan_in_which_nothing_decides_is_told_so(role: Role):
    paper = Paper()
    paper.fill_in()
    paper.choose("role", role)
    if role is Role.GUARDRAIL:
        paper.number("margin", 1)

    assert paper.missing == say("plan-form-one-decides", n=0)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"scale-low": 1.0}, "plan-form-scale-end"),
        ({"scale-low": 5.0, "scale-high": 1.0}, "plan-form-scale-order"),
        ({"scale-low": 1.0, "scale-high": 5.0, "threshold": 6.0}, "plan-form-threshold"),
        ({"scale-low": 1.0, "scale-high": 5.0, "threshold": 4.0, "mde-points": 0.0}, "plan-form-mde"),
        ({"scale-low": 1.0, "scale-high": 5.0, "threshold": 4.0, "mde-points": -1.0}, "plan-form-mde"),
    ],
)
def test_numbers_that_cannot_be_true_are_told_in_the_words_of_the_form(fields: dict[str, float], told: str):
    paper = Paper()
    paper.fill_in()
    paper.choose("kind", Kind.TOP_BOX)
    paper.number("threshold", 2.0)

    for name, value in fields.items():
        paper.number(name, value)

    assert paper.missing == say(told, number=1)


@pytest.mark.parametrize("q", [0.0, 100.0, -3.0])
def test_how_many_stay_below_lies_between_none_and_all(q: float):
    paper = Paper()
    paper.tick("rare", True)
    paper.fill_in()
    paper.choose("kind", Kind.QUANTILE)

    paper.number("q", q)

    assert paper.missing == say("plan-form-q", number=1)


def test_a_margin_below_zero_is_told():
    paper = Paper(plan())
    paper.choose("role", Role.GUARDRAIL)

    paper.number("margin", -1)

    assert paper.missing == say("plan-form-margin", number=1)


def test_arms_of_one_name_are_told_apart_first():
    paper = Paper(plan())
    paper.write("control", "Card")

    paper.write("treatment", "card")

    assert paper.missing == say("plan-form-arms-alike")


def test_a_share_of_nothing_is_told():
    paper = Paper(plan(shares={"No card": 3, "Card": 1}))

    next(each for each in paper.fields("number_input") if "No card" in each.label).set_value(0.0)
    paper.run()

    assert paper.missing == say("plan-form-shares")


def test_planned_looks_need_their_number_and_the_day_on_which_the_pilot_begins():
    paper = Paper(plan())
    paper.tap("look", Look.PLANNED)
    assert plan_from(paper.values).looks == 4, "something sensible stands there at first"

    paper.set("date_input", "end", date(2026, 5, 31))
    assert paper.missing == say("plan-form-start")
    paper.set("date_input", "start", date(2026, 6, 1))
    assert paper.missing == say("plan-form-end")
    paper.set("date_input", "start", date(2026, 5, 1))

    assert plan_from(paper.values).look is Look.PLANNED


def test_rows_that_are_added_up_need_the_customers_column():
    paper = Paper(plan())

    paper.choose("rows", Rows.FINER)

    assert paper.missing == say("plan-form-missing", field=say("field-unit"))


def test_a_value_that_most_stay_below_has_no_pair():
    paper = Paper(plan(metric=[metric(kind="quantile", q=0.9)]))
    paper.tap("design", Design.CLUSTERED)
    paper.write("cluster", "store")
    assert paper.missing == ""

    paper.tap("drawn", Drawn.WITHIN)

    assert paper.missing == say("plan-form-quantile")
