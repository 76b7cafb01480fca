"""From summaries to evidence: what is shown when, at which confidence, and what follows."""

from datetime import date
from typing import Any

import pytest

from registry.analysis.estimates.mean import welch
from registry.analysis.looking.anytime import any_time
from registry.analysis.pilot import evidence, is_complete
from registry.analysis.pilot_data import PilotData
from registry.domain.evidence import Action, Estimate, Evidence, Method
from registry.domain.plan import fingerprint
from tests.analysis.pilots import SPEND, VISIT, pilot_plan
from tests.analysis.summaries import summary_of
from tests.analysis.witness import welch_p

END = date(2026, 3, 31)
BEFORE = date(2026, 3, 30)
RETURNS = {**SPEND, "name": "returns", "role": "guardrail", "better": "lower", "margin": 0.5}
CONTROL = [0.0, 1.0, 2.0, 3.0, 4.0] * 20


def moved(by: float) -> list[float]:
    return [answer + by for answer in CONTROL]


def pilot(**metrics: dict[str, list[float]]) -> PilotData:
    """Data with the answers of each metric in each arm."""
    summaries = tuple(
        summary_of(answers, arm=arm, metric=metric, proportion=metric == "visit")
        for metric, arms in metrics.items()
        for arm, answers in arms.items()
    )
    arms = {summary.arm: summary.units for summary in summaries}
    return PilotData(sha256="", rows=sum(arms.values()), arms=arms, summaries=summaries, units_named=False)


def of(found: Evidence, metric: str, arm: str = "B") -> Estimate:
    return next(one for one in found.estimates if (one.metric, one.arm) == (metric, arm))


def test_complete_pilot_shows_every_metric_with_its_method():
    plan = pilot_plan(SPEND, VISIT, end=END)
    data = pilot(
        spend={"A": CONTROL, "B": moved(1)}, visit={"A": [0.0, 1.0] * 50, "B": [1.0, 0.0, 1.0, 1.0] * 25}
    )

    found = evidence(plan, data, END)

    spend, visit = of(found, "spend"), of(found, "visit")
    assert (spend.method, visit.method) == (Method.WELCH, Method.MIETTINEN_NURMINEN)
    assert (spend.control_value, spend.arm_value, spend.difference) == pytest.approx((2, 3, 1))
    assert spend.p_value == spend.p_adjusted == pytest.approx(welch_p(moved(1), CONTROL))
    assert spend.relative == pytest.approx(0.5)
    assert (visit.control_value, visit.arm_value) == pytest.approx((0.5, 0.75))
    assert (spend.n_control, spend.n_arm, spend.alpha_used) == (100, 100, 0.05)
    assert (found.plan_fingerprint, found.complete, found.grade) == (fingerprint(plan), True, "A")


def test_before_its_end_a_pilot_that_looks_once_shows_nothing_but_its_guardrails():
    plan = pilot_plan(SPEND, VISIT, RETURNS, end=END, planned_units=5000)
    data = pilot(
        spend={"A": CONTROL, "B": moved(1)},
        visit={"A": [0.0, 1.0] * 50, "B": [1.0, 0.0] * 50},
        returns={"A": CONTROL, "B": moved(0.1)},
    )

    found = evidence(plan, data, BEFORE)

    hidden = {"control_value", "arm_value", "difference", "standard_error", "low", "high", "p_value"}
    hidden |= {"p_adjusted", "relative", "relative_low", "relative_high"}
    for metric in ("spend", "visit"):
        dumped = of(found, metric).model_dump()
        assert {dumped[key] for key in hidden} == {None}
    guardrail = of(found, "returns")
    witness = any_time(*data.summaries[4:6], alpha=0.05, tuned_to=5000)
    assert witness is not None
    assert (guardrail.method, guardrail.low, guardrail.high) == (Method.ANY_TIME, witness.low, witness.high)
    assert not found.complete
    assert found.recommendation.action is Action.KEEP_GOING


@pytest.mark.parametrize("as_of", [BEFORE, END])
def test_a_plan_that_may_be_looked_at_any_time_shows_its_any_time_interval_and_no_other(as_of: date):
    plan = pilot_plan(SPEND, end=END, look="anytime", planned_units=100)
    data = pilot(spend={"A": CONTROL, "B": moved(3)})
    witness = any_time(*data.summaries, alpha=0.05, tuned_to=100)

    found = evidence(plan, data, as_of)

    assert witness is not None
    assert (of(found, "spend").low, of(found, "spend").high) == (witness.low, witness.high)
    assert (of(found, "spend").method, of(found, "spend").p_value) == (Method.ANY_TIME, None)
    assert found.recommendation.rule == "better_and_safe"


def test_harmed_guardrail_walks_back_before_the_end():
    plan = pilot_plan(SPEND, RETURNS, end=END)
    data = pilot(spend={"A": CONTROL, "B": moved(1)}, returns={"A": CONTROL, "B": moved(3)})

    assert evidence(plan, data, BEFORE).recommendation.rule == "guardrail_harm"


@pytest.mark.parametrize(
    ("keys", "as_of", "complete"),
    [
        ({}, BEFORE, True),
        ({"end": END}, BEFORE, False),
        ({"end": END}, END, True),
        ({"end": END, "planned_units": 10}, BEFORE, True),
        ({"end": END, "planned_units": 11}, BEFORE, False),
        ({"planned_units": 11}, BEFORE, True),
    ],
)
def test_plan_is_complete_at_its_end_or_with_its_units_or_without_an_end(
    keys: dict[str, Any], as_of: date, complete: bool
):
    assert is_complete(pilot_plan(**keys), {"A": 10, "B": 12}, as_of) is complete


def test_several_arms_are_each_compared_with_the_control_and_pay_for_their_number():
    # B is significant at 5 % alone, but not among two arms.
    data = pilot(spend={"A": CONTROL, "B": moved(0.42), "C": moved(0)})
    alone = pilot(spend={"A": CONTROL, "B": moved(0.42)})

    among_two, single = evidence(pilot_plan(), data, END), evidence(pilot_plan(), alone, END)

    p = of(single, "spend").p_value
    assert p is not None
    assert 0.025 < p < 0.05
    assert of(among_two, "spend").p_value == p
    assert of(among_two, "spend").p_adjusted == pytest.approx(2 * p)
    assert of(among_two, "spend").low == of(single, "spend").low
    assert single.recommendation.action is Action.ADOPT
    assert [advice.action for advice in among_two.recommendations] == [Action.CANNOT_TELL] * 2


def test_better_for_a_metric_where_lower_is_better_is_below_zero():
    plan = pilot_plan({**SPEND, "better": "lower"})

    lower = evidence(plan, pilot(spend={"A": CONTROL, "B": moved(-1)}), END)
    higher = evidence(plan, pilot(spend={"A": CONTROL, "B": moved(1)}), END)

    assert (lower.recommendation.rule, higher.recommendation.rule) == ("better_and_safe", "primary_worse")


def test_guardrails_share_the_risk_of_a_false_alarm():
    # Harmed beyond its margin at 5 %, but not at a fifth of that.
    four = [{**RETURNS, "name": name} for name in ("calls", "waits", "claims", "chats")]
    harmed = {"A": CONTROL, "B": moved(0.95)}
    calm = {"A": CONTROL, "B": moved(0)}
    control, arm = (summary_of(harmed[side]) for side in "AB")
    at_5, at_1 = (welch(control, arm, alpha=alpha) for alpha in (0.05, 0.01))
    assert at_5 is not None
    assert at_1 is not None
    assert at_1.low < 0.5 < at_5.low

    alone = evidence(pilot_plan(SPEND, RETURNS), pilot(spend=calm, returns=harmed), END)
    among = evidence(
        pilot_plan(SPEND, RETURNS, *four),
        pilot(spend=calm, returns=harmed, calls=calm, waits=calm, claims=calm, chats=calm),
        END,
    )

    assert alone.recommendation.rule == "guardrail_harm"
    assert among.recommendation.rule != "guardrail_harm"


def test_failed_check_forbids_every_recommendation():
    data = pilot(spend={"A": CONTROL * 5, "B": moved(1)})

    found = evidence(pilot_plan(), data, END)

    assert (found.recommendation.rule, found.recommendation.action) == ("invalid", Action.CANNOT_TELL)


@pytest.mark.parametrize("arm", [[], [1.0]], ids=["no answer", "one answer"])
def test_primary_without_answers_in_an_arm_is_invalid(arm: list[float]):
    data = pilot(spend={"A": CONTROL, "B": arm})
    units = {"A": 100, "B": 100}
    data = data.model_copy(
        update={
            "arms": units,
            "summaries": tuple(s.model_copy(update={"units": 100}) for s in data.summaries),
        }
    )

    found = evidence(pilot_plan(), data, END)

    assert found.recommendation.rule == "invalid"
    assert of(found, "spend").low is None


def test_open_question_says_how_many_units_would_settle_it():
    plan = pilot_plan({**SPEND, "mde": 0.3})

    found = evidence(plan, pilot(spend={"A": CONTROL, "B": moved(0.1)}), END)

    # (1.96 + 0.8416)² x 2 x variance / 0.3², with the variance of the answers above, 200 / 99.
    assert found.recommendation.rule == "still_open"
    assert found.recommendation.message.values["needed"] == pytest.approx(
        7.8489 * 2 * (200 / 99) / 0.09, abs=1
    )


def test_unsafe_guardrail_of_a_better_arm_says_how_many_units_would_settle_it():
    plan = pilot_plan(SPEND, {**RETURNS, "margin": 0.1})
    data = pilot(spend={"A": CONTROL, "B": moved(1)}, returns={"A": CONTROL, "B": moved(0)})

    found = evidence(plan, data, END)

    assert found.recommendation.rule == "still_open"
    assert found.recommendation.message.values["needed"] == pytest.approx(
        7.8489 * 2 * (200 / 99) / 0.01, abs=2
    )


def test_swapped_arms_mirror_the_whole_answer():
    one = of(evidence(pilot_plan(), pilot(spend={"A": CONTROL, "B": moved(1)}), END), "spend")
    other = of(evidence(pilot_plan(), pilot(spend={"A": moved(1), "B": CONTROL}), END), "spend")

    assert one.low is not None
    assert other.high is not None
    assert one.low == pytest.approx(-other.high)
    assert one.p_value == pytest.approx(other.p_value)


@pytest.mark.parametrize(
    ("plan_end", "ended", "complete"),
    [
        (None, None, True),
        (None, False, False),
        (None, True, True),
        (END, None, False),
        (END, False, False),
        (date(2020, 1, 1), None, True),
        (date(2020, 1, 1), False, False),
        (END, True, True),
    ],
)
def test_the_one_look_is_at_the_plans_end_or_when_the_pilot_itself_has_ended(
    plan_end: date | None, ended: bool | None, complete: bool
) -> None:
    plan = pilot_plan(SPEND, end=plan_end)

    assert is_complete(plan, {"A": 10, "B": 10}, BEFORE, ended=ended) is complete
