"""A plan in words: whatever it sets is told, and in no word that only a file knows."""

from datetime import date
from typing import Any

import pytest

from registry.domain.plan import Design, Kind, Metric, Plan
from registry.sentences import say
from registry.web.plan_words import metric_lines, plan_lines
from tests.domain.plans import RETURNS, SPEND, metric, plan
from tests.domain.test_plan import EVERY_DESIGN, EVERY_KIND


def told(of: Plan) -> str:
    return "\n".join(say(line) for line in plan_lines(of))


def told_metric(of: Metric) -> str:
    return " · ".join(say(line) for line in metric_lines(of))


@pytest.mark.parametrize("design", list(Design))
def test_every_design_is_told_in_words(design: Design):
    text = told(plan(design=design, **EVERY_DESIGN[design]))

    assert text.startswith(say(f"design-{design}"))
    assert "_" not in text


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_told_in_words(kind: Kind):
    text = told_metric(plan(metric=[metric(kind=kind, **EVERY_KIND[kind])]).metric[0])

    assert say(f"kind-{kind}") in text
    assert "_" not in text


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"design": "clustered", "cluster": "shop"}, ["“shop”", "Every one of them counts the same"]),
        ({"design": "clustered", "cluster": "shop", "weight": "unit"}, ["Every customer counts the same"]),
        ({"design": "clustered", "cluster": "shop", "pair": "town"}, ["in pairs", "“town”"]),
        ({"design": "clustered", "cluster": "shop", "within_cluster": True}, ["within each of them"]),
        ({"design": "switchback", "block": "hour"}, ["“hour” names the block of hours."]),
        ({"design": "switchback", "block": "hour", "burn_in": 1}, ["one block after each switch"]),
        ({"design": "switchback", "block": "hour", "burn_in": 2}, ["2 blocks after each switch"]),
        ({"design": "diff_in_diff", "cluster": "shop", "period": "then"}, ["“then” says when: 0 before"]),
        ({"unit": "id"}, ["“id” names the customer; each has one row"]),
        ({"unit": "id", "rows": "finer"}, ["several rows of one customer are added up"]),
        ({"day": "date"}, ["“date” names the day"]),
        ({"day": "date", "units_return": False}, ["Nobody is in the data on two days"]),
        ({"start": date(2026, 3, 1), "end": date(2026, 3, 31)}, ["1 March 2026", "31 March 2026"]),
        ({"planned_units": 1000}, ["1,000 customers in each arm"]),
        ({"look": "once"}, ["looked at once"]),
        ({"look": "planned", "looks": 4}, ["looked at 4 times"]),
        ({"look": "anytime"}, ["at any time"]),
        ({"segments": ["channel", "country"]}, ["“channel”, “country”"]),
        ({"alpha": 0.1, "power": 0.9}, ["10 of 100", "90 of 100"]),
        ({"shares": {"No card": 2, "Card": 1}}, ["No card 2, Card 1"]),
    ],
)
def test_every_key_that_is_set_is_told(keys: dict[str, Any], words: list[str]):
    text = told(plan(**keys))

    assert [word for word in words if word not in text] == []


def test_what_is_not_set_is_not_told():
    assert told(plan()).splitlines() == [
        say("design-randomised"),
        say("plan-arms", arm="segment", control="No card"),
    ]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"kind": "ratio", "denominator": "orders"}, "divided by column “orders”"),
        ({"kind": "ordinal", "scale": [1, 5]}, "answers from 1 to 5"),
        ({"kind": "top_box", "scale": [1, 5], "threshold": 4}, "answers from 1 to 5, top answers from 4 on"),
        ({"kind": "quantile", "q": 0.9}, "90 of 100 stay below it"),
        ({"covariate": "last year"}, "adjusted by column “last year”"),
        ({"survey": True}, "blank means not answered"),
    ],
)
def test_what_a_metric_needs_is_told_with_it(keys: dict[str, Any], words: str):
    assert words in told_metric(plan(metric=[metric(**keys)]).metric[0])


def test_a_counter_metric_is_told():
    guarded = plan(metric=[SPEND, {**RETURNS, "counter_metric": True}])

    assert say("plan-metric-counter") in told_metric(guarded.metric[1])
