"""Evidence as a chart and a table: what is drawn is what was estimated, on the scale people read."""

from typing import Any

import pytest

from registry.domain.evidence import Estimate, Method
from registry.domain.plan import Metric, Plan, Role, plan_from
from registry.sentences import say
from registry.web.evidence import edges, estimate_table, interval_spec, primary_number

ZERO = say("line-zero")


def plan(**said: Any) -> Plan:
    """A plan whose only metric, or whose guardrail, is as *said*."""
    first = {"name": "came back", "role": "primary", "kind": "proportion", "column": "b", "better": "higher"}
    metrics = [first | said] if said.get("role") != "guardrail" else [first, first | {"name": "hours"} | said]
    return plan_from({"design": "randomised", "arm": "g", "control": "no card", "metric": metrics})


def last(of: Plan) -> Metric:
    return of.metric[-1]


def estimate(arm: str = "card", **values: Any) -> Estimate:
    """Ten points more, from five to fifteen; or as *values* say."""
    usual: dict[str, Any] = {
        "control_value": 0.20,
        "arm_value": 0.30,
        "difference": 0.10,
        "standard_error": 0.025,
        "low": 0.05,
        "high": 0.15,
        "p_value": 0.00006,
        "p_adjusted": 0.00012,
        "relative": 0.5,
    }
    return Estimate(
        metric="came back",
        role=Role.PRIMARY,
        arm=arm,
        control="no card",
        alpha_used=0.05,
        method=Method.MIETTINEN_NURMINEN,
        n_control=1960,
        n_arm=1990,
        **{**usual, **values},
    )


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({}, []),
        ({"mde": 0.03}, [("line-mde", -3), ("line-mde", 3)]),
        ({"mde": 0.03, "better": "lower"}, [("line-mde", 3), ("line-mde", -3)]),
        ({"mde": 0.5, "kind": "mean"}, [("line-mde", -0.5), ("line-mde", 0.5)]),
        ({"role": "guardrail", "margin": 0.02}, [("line-margin", -2)]),
        ({"role": "guardrail", "margin": 0.02, "better": "lower"}, [("line-margin", 2)]),
        ({"role": "guardrail", "margin": 2, "kind": "mean", "better": "lower"}, [("line-margin", 2)]),
    ],
)
def test_an_interval_is_judged_by_lines_on_the_side_that_is_meant(
    said: dict[str, Any], lines: list[tuple[str, float]]
):
    found = edges(last(plan(**said)))

    assert [line for line, _ in found] == [say(line) for line, _ in lines]
    assert [at for _, at in found] == pytest.approx([at for _, at in lines])


def test_the_chart_shows_zero_the_edges_and_every_interval_inside_its_frame():
    metric = last(plan(mde=0.03))
    estimates = [estimate("card"), estimate("letter", difference=-0.02, low=-0.06, high=0.02)]

    judged, interval, point = interval_spec(metric, estimates)["layer"]

    assert [row["line"] for row in judged["data"]["values"]] == [ZERO, *(line for line, _ in edges(metric))]
    assert [row["at"] for row in judged["data"]["values"]] == pytest.approx([0, -3, 3])
    assert [row["arm"] for row in interval["data"]["values"]] == ["card", "letter"]
    drawn = [(row["low"], row["difference"], row["high"]) for row in point["data"]["values"]]
    assert drawn == [pytest.approx((5, 10, 15)), pytest.approx((-6, -2, 2))]
    left, right = interval["encoding"]["x"]["scale"]["domain"]
    assert left < -6
    assert right > 15


def test_an_interval_of_no_width_still_has_a_frame():
    nothing = estimate(difference=0.0, low=0.0, high=0.0)

    _, interval, _ = interval_spec(last(plan()), [nothing])["layer"]

    left, right = interval["encoding"]["x"]["scale"]["domain"]
    assert left < 0 < right


def test_the_table_says_in_words_what_the_chart_draws():
    of = plan()

    (row,) = estimate_table(of, last(of), [estimate()]).to_dict("records")

    assert row == {
        "Arm": "card",
        "no card": "20.0 %",
        "This arm": "30.0 %",
        "Difference": "+10.0",
        "95 % interval": "+5.0 to +15.0",
        "Relative": "+50.0%",
        "p-value": "< 0.0001",
        "Answers (control, arm)": "1,960 and 1,990",
    }


def test_only_several_arms_have_an_adjusted_p_value():
    of = plan()

    one = estimate_table(of, last(of), [estimate()])
    two = estimate_table(of, last(of), [estimate(), estimate("letter", p_adjusted=0.2)])

    assert say("column-p-adjusted") not in one.columns
    assert list(two[say("column-p-adjusted")]) == ["0.0001", "0.2000"]


def test_an_expected_difference_is_told_in_the_units_of_the_primary_metric():
    points = say("percentage-points")

    assert primary_number(0.04, plan()) == f"4 {points}"
    assert primary_number(-0.5, plan(kind="mean")) == "−0.5"
    assert primary_number(2.0, None) == "2"
