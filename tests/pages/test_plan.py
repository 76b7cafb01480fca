"""Choosing a plan on its page: the same keys a plan file has."""

from datetime import date
from typing import Any

from registry.domain.plan import Design, Kind, Plan, fingerprint, plan_from
from registry.sentences import say
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

CHOSEN: dict[str, Any] = {
    "design": "randomised",
    "arm": "group",
    "control": "no card",
    "shares": {"no card": 2.0, "card": 1.0, "letter": 1.0},
    "planned_units": 400,
    "unit": "customer",
    "day": "date",
    "alpha": 0.1,
    "power": 0.9,
    "look": "once",
    "start": date(2026, 3, 2),
    "end": date(2026, 3, 29),
    "metric": [
        {
            "name": "spend",
            "role": "primary",
            "kind": "mean",
            "column": "spend",
            "better": "higher",
            "mde": 0.5,
        },
        {
            "name": "complaints",
            "role": "guardrail",
            "kind": "proportion",
            "column": "complained",
            "better": "lower",
            "margin": 0.02,
            "counter_metric": True,
        },
    ],
}


def plan_of(seeds: Seeds, code: str) -> Plan:
    plan = seeds.dossier(code).plan
    assert plan is not None
    return plan


def test_a_plan_chosen_on_the_page_is_the_plan_a_file_would_give(seeds: Seeds):
    code = seeds.cleared()
    tab = Tab("plan", id=code)
    tab.write(say("field-arm"), "group")
    tab.write(say("field-control"), "no card")
    tab.write(say("field-treatment"), "card")
    tab.write(say("field-column"), "back")

    tab.press(say("plan-use"))

    metric = {"name": "back", "role": "primary", "kind": "mean", "column": "back", "better": "higher"}
    assert plan_of(seeds, code) == plan_from(
        {
            "design": "randomised",
            "arm": "group",
            "control": "no card",
            "shares": {"no card": 1.0, "card": 1.0},
            "metric": [metric],
        }
    )


def test_a_chosen_plan_stands_in_the_form_and_using_it_again_changes_nothing(seeds: Seeds):
    chosen = plan_from(CHOSEN)
    code = seeds.cleared(plan=chosen)
    tab = Tab("plan", id=code)
    assert say("plan-chosen", fingerprint=fingerprint(chosen)) in tab.shown

    tab.press(say("plan-use"))

    assert plan_of(seeds, code) == chosen


def test_stores_and_a_ratio_are_chosen_on_the_page(seeds: Seeds):
    code = seeds.cleared()
    tab = Tab("plan", id=code)
    tab.choose(say("field-design"), Design.CLUSTERED, "radio")
    for name, column in (("arm", "group"), ("control", "usual"), ("cluster", "store"), ("column", "returns")):
        tab.write(say(f"field-{name}"), column)
    tab.choose(say("field-kind"), Kind.RATIO, "selectbox")
    tab.press(say("plan-use"))
    assert tab.said("error") == [say("plan-form-metric-missing", number=1, field=say("field-denominator"))]

    tab.write(say("field-denominator"), "orders")
    tab.press(say("plan-use"))

    metric = {"name": "returns", "role": "primary", "kind": "ratio", "column": "returns", "better": "higher"}
    assert plan_of(seeds, code) == plan_from(
        {
            "design": "clustered",
            "arm": "group",
            "control": "usual",
            "cluster": "store",
            "metric": [{**metric, "denominator": "orders"}],
        }
    )


def test_a_half_written_plan_is_still_there_after_a_look_at_another_page(seeds: Seeds):
    code = seeds.cleared()
    tab = Tab("plan", id=code)
    tab.choose(say("field-design"), Design.CLUSTERED, "radio")
    tab.write(say("field-cluster"), "store")

    tab.go("experiment", id=code)
    tab.go("plan", id=code)

    assert tab.written(say("field-cluster")) == "store"


def test_another_plan_chosen_meanwhile_stands_in_the_form(seeds: Seeds):
    code = seeds.cleared()
    tab = Tab("plan", id=code)
    tab.write(say("field-arm"), "typed before")

    seeds.plans(code, plan_from(CHOSEN))
    tab.run()

    assert tab.written(say("field-arm")) == "group"


def test_an_unfinished_plan_is_refused_in_one_sentence_and_stays(seeds: Seeds):
    code = seeds.cleared()
    tab = Tab("plan", id=code)
    tab.write(say("field-arm"), "group")

    tab.press(say("plan-use"))

    assert len(tab.said("error")) == 1
    assert tab.written(say("field-arm")) == "group"
    assert seeds.dossier(code).plan is None


def test_arms_and_metrics_are_added_and_removed(seeds: Seeds):
    tab = Tab("plan", id=seeds.cleared())
    assert say("arm-remove") not in tab.buttons

    tab.press(say("arm-add"))
    tab.press(say("metric-add"))
    assert say("field-margin") in tab.widgets("number_input"), "the second metric is a guardrail"

    tab.press(say("arm-remove"))
    tab.press(say("metric-remove"))
    assert say("arm-remove") not in tab.buttons
    assert say("field-margin") not in tab.widgets("number_input")
