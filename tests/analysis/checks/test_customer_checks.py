"""The checks: when each is fine, asks for a look, or fails."""

from typing import Any

import pytest
from scipy import stats

from registry.analysis.checks.customer_checks import checks, response_p
from registry.analysis.pilot_data import PilotData
from registry.domain.evidence import Check, CheckName, CheckStatus
from registry.domain.plan import Plan
from registry.domain.summary import Summary
from registry.sentences import say
from tests.analysis.pilots import SPEND, pilot_plan
from tests.analysis.witness import chi_square


def data(*, a: int = 5000, b: int = 5000, answers: tuple[int, int] | None = None, **given: Any) -> PilotData:
    """A pilot with *a* and *b* units of which *answers* have a value for spend."""
    n = answers or (a, b)
    summaries = tuple(
        Summary(metric="spend", arm=arm, units=units, n=known, mean=1.0, variance=1.0)
        for arm, units, known in (("A", a, n[0]), ("B", b, n[1]))
    )
    arms = {"A": a, "B": b}
    given = {"units_named": False, **given}
    return PilotData(sha256="", rows=a + b, arms=arms, summaries=summaries, **given)


def only(name: CheckName, plan: Plan, pilot: PilotData) -> list[Check]:
    found = [check for check in checks(plan, pilot) if check.name is name]
    assert all(say(check.message) for check in found)
    return found


@pytest.mark.parametrize(
    ("b", "status"), [(5000, CheckStatus.OK), (5270, CheckStatus.WARN), (5400, CheckStatus.FAIL)]
)
def test_shares_of_the_arms_are_checked_against_the_plan(b: int, status: CheckStatus):
    (check,) = only(CheckName.SAMPLE_RATIO, pilot_plan(), data(b=b))

    assert check.status is status
    assert check.p_value == pytest.approx(stats.chisquare([5000, b]).pvalue)


def test_unequal_shares_that_were_planned_are_fine():
    (check,) = only(CheckName.SAMPLE_RATIO, pilot_plan(shares={"A": 9, "B": 1}), data(a=9000, b=1000))

    assert check.status is CheckStatus.OK


@pytest.mark.parametrize(
    ("a", "switched", "status"),
    [
        (5000, 0, CheckStatus.OK),
        (5000, 1, CheckStatus.WARN),
        (5000, 99, CheckStatus.WARN),
        (20, 9, CheckStatus.WARN),
        (495, 10, CheckStatus.FAIL),
        (4950, 100, CheckStatus.FAIL),
    ],
)
def test_units_in_two_arms_fail_at_one_percent_and_at_least_ten(a: int, switched: int, status: CheckStatus):
    (check,) = only(
        CheckName.SWITCHED_UNITS, pilot_plan(unit="id"), data(a=a, b=a, units_named=True, switched=switched)
    )

    assert check.status is status


def test_units_are_only_checked_where_the_plan_names_them():
    named = {check.name for check in checks(pilot_plan(unit="id"), data(units_named=True))}
    unnamed = {check.name for check in checks(pilot_plan(), data())}

    assert named - unnamed == {CheckName.REPEATED_UNITS, CheckName.SWITCHED_UNITS}


def test_missing_values_are_counted_by_arm():
    (check,) = only(CheckName.MISSING, pilot_plan(), data(answers=(5000, 4988)))

    assert check.status is CheckStatus.WARN
    assert "12 units have no value for “spend”: “A” 0, “B” 12." in say(check.message)


def test_nothing_missing_is_said_too():
    (check,) = only(CheckName.MISSING, pilot_plan(), data())

    assert check.status is CheckStatus.OK


def test_arm_with_fewer_than_ten_values_asks_for_a_look():
    nine = only(CheckName.MISSING, pilot_plan(), data(a=9, b=10))

    assert [check.message.values["arm"] for check in nine] == ["A"]
    assert [check.status for check in nine] == [CheckStatus.WARN]


def test_blank_of_a_survey_is_not_missing_but_not_answered():
    survey = pilot_plan({**SPEND, "survey": True})

    (missing,) = only(CheckName.MISSING, survey, data(answers=(2500, 2500)))
    (response,) = only(CheckName.RESPONSE, survey, data(answers=(2500, 2500)))

    assert missing.status is CheckStatus.OK
    assert response.status is CheckStatus.OK
    assert "“A” 50%, “B” 50%" in say(response.message)


def test_unequal_response_asks_for_a_look():
    (check,) = only(CheckName.RESPONSE, pilot_plan({**SPEND, "survey": True}), data(answers=(2500, 2300)))

    table = [[2500, 2500], [2300, 2700]]
    assert check.status is CheckStatus.WARN
    assert check.p_value == pytest.approx(chi_square(table)[1])


@pytest.mark.parametrize("answers", [(5000, 5000), (0, 0)])
def test_response_of_all_or_nobody_has_no_p(answers: tuple[int, int]):
    summaries = data().summaries

    same = [s.model_copy(update={"n": n}) for s, n in zip(summaries, answers, strict=True)]

    assert response_p(same) is None


@pytest.mark.parametrize(
    ("days", "status"), [(1, CheckStatus.WARN), (6, CheckStatus.WARN), (7, CheckStatus.OK)]
)
def test_less_than_a_whole_week_asks_for_a_look(days: int, status: CheckStatus):
    (check,) = only(CheckName.WEEK, pilot_plan(day="date"), data(days=days))

    assert check.status is status


def test_without_a_day_there_is_no_check_of_the_week():
    assert only(CheckName.WEEK, pilot_plan(), data()) == []
