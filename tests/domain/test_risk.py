"""The fourteen questions and their answers."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.risk import (
    BY_NAME,
    NAMES,
    QUESTIONS,
    AtMost,
    Bounds,
    PercentOfRevenue,
    RiskProfile,
    RiskRefused,
    at_most_level,
    bounds,
    level_of,
    top_level,
)
from registry.sentences import say
from tests.domain.witness import POLICY, profiles

TEN_MILLION = 10_000_000


def level(name: str, value: Any, yearly_revenue: float | None = None) -> int | None:
    return level_of(BY_NAME[name], value, POLICY.cuts, yearly_revenue)


def test_a_profile_has_one_answer_for_each_question_in_order():
    assert tuple(RiskProfile.model_fields) == NAMES


def test_the_level_of_a_choice_is_its_place_in_its_list():
    places = [level("undo_time", value) for value in ("hour", "day", "week", "month", "never")]

    assert places == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("exposure", 0, 0),
        ("exposure", 1, 0),
        ("exposure", 1.01, 1),
        ("exposure", 5, 1),
        ("exposure", 20, 2),
        ("exposure", 50, 3),
        ("exposure", 100, 4),
        ("people", 200, 0),
        ("people", 201, 1),
        ("people", 2_000, 1),
        ("people", 20_000, 2),
        ("people", 200_000, 3),
        ("people", 200_001, 4),
        ("duration_days", 28, 0),
        ("duration_days", 29, 1),
        ("duration_days", 90, 1),
        ("duration_days", 365, 2),
        ("duration_days", 366, 3),
        ("duration_days", "permanent", 3),
        ("undo_cost", PercentOfRevenue(percent_of_revenue=0.001), 0),
        ("undo_cost", PercentOfRevenue(percent_of_revenue=0.1), 2),
        ("undo_cost", PercentOfRevenue(percent_of_revenue=1), 3),
        ("undo_cost", PercentOfRevenue(percent_of_revenue=1.5), 4),
        ("money_at_risk", PercentOfRevenue(percent_of_revenue=0.05), 1),
        ("money_at_risk", PercentOfRevenue(percent_of_revenue=0.25), 2),
        ("money_at_risk", PercentOfRevenue(percent_of_revenue=0.26), 3),
    ],
)
def test_a_numbers_level_is_how_many_cuts_it_lies_strictly_above(name: str, value: Any, expected: int):
    assert level(name, value) == expected


@pytest.mark.parametrize(
    ("name", "amount", "expected"),
    [
        # 0.001 %, 0.01 %, 0.1 % and 1 % of ten million are 100, 1,000, 10,000 and 100,000.
        ("undo_cost", 100, 0),
        ("undo_cost", 100.01, 1),
        ("undo_cost", 1_000, 1),
        ("undo_cost", 10_000, 2),
        ("undo_cost", 100_000, 3),
        ("undo_cost", 100_001, 4),
        # 0.01 %, 0.05 %, 0.25 % and 1 % are 1,000, 5,000, 25,000 and 100,000.
        ("money_at_risk", 1_000, 0),
        ("money_at_risk", 5_000, 1),
        ("money_at_risk", 25_000, 2),
        ("money_at_risk", 100_000, 3),
        ("money_at_risk", 10**400, 4),
    ],
)
def test_an_amount_is_judged_against_the_yearly_revenue(name: str, amount: float, expected: int):
    assert level(name, amount, TEN_MILLION) == expected


def test_an_amount_exactly_at_a_cut_is_not_above_it_for_any_revenue():
    assert 100 * 0.00589 / 589 > 0.001  # so much for binary fractions
    assert level("undo_cost", 0.00589, 589) == 0


def test_an_amount_without_a_known_revenue_is_unknown_and_a_share_of_it_is_not():
    amount, share = BY_NAME["undo_cost"], PercentOfRevenue(percent_of_revenue=0.05)

    assert bounds(amount, 500, POLICY.cuts) == Bounds(0, 4)
    assert bounds(amount, AtMost(at_most=500), POLICY.cuts) == Bounds(0, 4)
    assert bounds(amount, share, POLICY.cuts) == Bounds(2, 2)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("week", Bounds(2, 2)), (AtMost(at_most="week"), Bounds(0, 2)), (None, Bounds(0, 4))],
)
def test_what_is_not_known_exactly_lies_between_two_levels(answer: Any, expected: Bounds):
    assert bounds(BY_NAME["undo_time"], answer, POLICY.cuts) == expected


def test_at_most_a_level_bounds_exactly_that_level_and_at_the_top_says_nothing():
    for question in QUESTIONS:
        top = top_level(question, POLICY.cuts)
        for highest in range(top + 1):
            answer = at_most_level(question, highest, POLICY.cuts)

            assert bounds(question, answer, POLICY.cuts) == Bounds(0, highest)
            assert (answer is None) == (highest == top)


@given(profiles)
def test_a_profile_survives_its_json(profile: RiskProfile):
    written = profile.model_dump(mode="json")

    assert RiskProfile.model_validate(written) == profile
    assert RiskProfile.model_validate_json(profile.model_dump_json()) == profile


def test_json_looks_as_it_is_written_in_files():
    given_answers = {
        "exposure": {"at_most": 5},
        "undo_cost": {"percent_of_revenue": 0.05},
        "money_at_risk": {"at_most": {"percent_of_revenue": 0.05}},
        "harm": "none",
        "duration_days": "permanent",
    }

    written = RiskProfile.model_validate(given_answers).model_dump(mode="json")

    assert written == dict.fromkeys(NAMES) | given_answers


def test_changing_one_answer_leaves_the_others_and_the_first_profile_alone():
    first = RiskProfile(harm="none", law="look")

    second = first.with_answer("harm", {"at_most": "repairable"})

    assert first.harm == "none"
    assert second == RiskProfile(harm=AtMost(at_most="repairable"), law="look")


@pytest.mark.parametrize(
    ("profile", "sentence"),
    [
        ([], "risk-not-a-profile"),
        (None, "risk-not-a-profile"),
        ({"harms": "none"}, "risk-unknown-question"),
        ({"harm": "terrible"}, "risk-not-a-choice"),
        ({"harm": 2}, "risk-not-a-choice"),
        ({"harm": {"at_most": "terrible"}}, "risk-not-a-choice"),
        ({"harm": {"at_most": None}}, "risk-not-a-choice"),
        ({"exposure": 100.1}, "risk-over-100"),
        ({"exposure": {"at_most": 101}}, "risk-over-100"),
        ({"exposure": "5"}, "risk-not-a-number"),
        ({"exposure": {"percent_of_revenue": 5}}, "risk-not-a-number"),
        ({"people": {"at_most": {"at_most": 5}}}, "risk-not-a-number"),
        ({"people": True}, "risk-yes-or-no"),
        ({"people": -1}, "risk-negative"),
        ({"people": float("inf")}, "risk-not-finite"),
        ({"duration_days": "forever"}, "risk-not-a-number"),
        ({"undo_cost": -0.01}, "risk-negative"),
        ({"undo_cost": float("nan")}, "risk-not-finite"),
        ({"undo_cost": {"percent_of_revenue": -1}}, "risk-negative"),
        ({"undo_cost": {"percent_of_revenue": False}}, "risk-yes-or-no"),
        ({"undo_cost": {"percent": 1}}, "risk-not-an-amount"),
        ({"undo_cost": {"percent_of_revenue": 1, "at_most": 2}}, "risk-not-an-amount"),
    ],
)
def test_what_is_not_an_answer_is_refused_in_its_own_sentence(profile: Any, sentence: str):
    with pytest.raises(RiskRefused) as refusal:
        RiskProfile.model_validate(profile)

    assert refusal.value.sentence.id == sentence
    assert "“I don’t know”" in say(refusal.value.sentence) or "Please" in say(refusal.value.sentence)


def test_an_unknown_question_cannot_be_answered_later_either():
    with pytest.raises(RiskRefused):
        RiskProfile().with_answer("harms", "none")


WORDS = st.sampled_from(["", "none", "permanent", "5"])
SCRAPS = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
KEYS = st.sampled_from(["at_most", "percent_of_revenue", "x"])
NESTED = st.recursive(SCRAPS, lambda inner: st.dictionaries(KEYS, inner, max_size=2), max_leaves=3)


@given(st.sampled_from(NAMES), NESTED)
def test_whatever_is_given_is_either_kept_as_it_is_or_refused_by_name(name: str, anything: object):
    refused = ""
    kept = anything
    try:
        kept = RiskProfile.model_validate({name: anything}).model_dump(mode="json")[name]
    except RiskRefused as refusal:
        refused = say(refusal.sentence)

    assert name in refused or kept == anything
