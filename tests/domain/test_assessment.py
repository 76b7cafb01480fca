"""Which door it is, and what would settle it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.assessment import Door, assess
from registry.domain.risk import NAMES, QUESTIONS, AtMost, RiskProfile, RiskRefused
from tests.domain import witness
from tests.domain.witness import POLICY, exact_profiles, percent, profile_with, profiles

NEVER, OUTSIDE = {"undo_time": "never"}, {"undo_control": "outside"}
NOT_OURS, NO_WAY = "not_ours_to_undo", "no_way_back"
ENDLESS, HEADLINE = {"promise": "open_ended"}, {"spotlight": "headline"}


@pytest.mark.parametrize(
    ("id", "just_met", "just_not_met"),
    [
        ("harm", {"harm": "lasting"}, {"harm": "repairable"}),
        ("law", {"law": "serious"}, {"law": "look"}),
        ("data", {"data": "erased_valued"}, {"data": "erased_low_value"}),
        ("promise", ENDLESS | {"exposure": 5.1}, ENDLESS | {"exposure": 5}),
        ("promise", ENDLESS | {"money_at_risk": percent(0.051)}, ENDLESS | {"money_at_risk": percent(0.05)}),
        ("promise", ENDLESS | {"exposure": 100}, {"promise": "dated", "exposure": 100}),
        (NO_WAY, NEVER | {"harm": "repairable"}, NEVER | {"harm": "annoyance"}),
        (NO_WAY, NEVER | {"money_at_risk": percent(0.26)}, NEVER | {"money_at_risk": percent(0.25)}),
        (NO_WAY, NEVER | {"spotlight": "press"}, NEVER | {"spotlight": "posts"}),
        (NO_WAY, NEVER | {"colleagues": "jobs"}, NEVER | {"colleagues": "tools"}),
        (NO_WAY, NEVER | {"law": "look"}, NEVER | {"law": "ordinary"}),
        (NO_WAY, NEVER | {"law": "look"}, {"undo_time": "month", "law": "look"}),
        (NOT_OURS, OUTSIDE | {"harm": "repairable"}, OUTSIDE | {"harm": "annoyance"}),
        (NOT_OURS, OUTSIDE | {"money_at_risk": percent(0.26)}, OUTSIDE | {"money_at_risk": percent(0.25)}),
        (NOT_OURS, OUTSIDE | {"spotlight": "press"}, OUTSIDE | {"spotlight": "posts"}),
        (NOT_OURS, OUTSIDE | {"spotlight": "press"}, {"undo_control": "partner", "spotlight": "press"}),
        ("money", {"money_at_risk": percent(1.01)}, {"money_at_risk": percent(1)}),
        ("colleagues", {"colleagues": "jobs"}, {"colleagues": "tools"}),
        ("brand", HEADLINE | {"exposure": 20.1}, HEADLINE | {"exposure": 20}),
        ("brand", HEADLINE | {"exposure": 100}, {"spotlight": "press", "exposure": 100}),
    ],
)
def test_a_knock_out_makes_it_one_way_and_only_when_it_is_met(
    id: str, just_met: dict[str, Any], just_not_met: dict[str, Any]
):
    met, not_met = assess(profile_with(**just_met), POLICY), assess(profile_with(**just_not_met), POLICY)

    assert (met.door, id in met.knockouts) == (Door.ONE_WAY, True)
    assert (not_met.door, not_met.knockouts) == (Door.TWO_WAY, ())
    assert met.reasons[met.knockouts.index(id)].id == f"knockout-{id}"


FAIRLY_RISKY = {
    "undo_time": "month",
    "harm": "repairable",
    "promise": "dated",
    "colleagues": "tools",
    "detection": "month",
}
"""5 x 3/4 + 6 x 2/3 + 4 x 2/3 + 3 x 2/3 + 2 x 2/3 = 13.75 points of 49: a score of 28.06."""

RISKIER = FAIRLY_RISKY | {"law": "ordinary", "undo_control": "partner", "spotlight": "headline"}
"""13.75 + 4 x 1/3 + 4 x 2/3 + 3 x 3/3 = 20.75 points of 49: 42.35."""


@pytest.mark.parametrize(
    ("answers", "points", "door", "near_hinge"),
    [
        ({}, 0, Door.TWO_WAY, False),
        (FAIRLY_RISKY, 13.75, Door.TWO_WAY, False),
        (FAIRLY_RISKY | {"law": "ordinary"}, 13.75 + 4 / 3, Door.TWO_WAY, True),  # 30.78
        (RISKIER | {"duration_days": 29}, 20.75 + 2 / 3, Door.TWO_WAY, True),  # 43.71
        (RISKIER | {"duration_days": 91}, 20.75 + 4 / 3, Door.ONE_WAY, False),  # 45.07
    ],
)
def test_the_score_weighs_the_answers_and_decides_the_rest(
    answers: dict[str, Any], points: float, door: Door, near_hinge: bool
):
    assessment = assess(profile_with(**answers), POLICY)

    assert assessment.score == pytest.approx(100 * points / 49)
    assert (assessment.door, assessment.near_hinge, assessment.knockouts) == (door, near_hinge, ())


def test_a_score_exactly_at_a_border_has_reached_it():
    # 3 x 4/4 + 5 x 1/4 + 6 x 2/3 + 3 x 2/3 + 3 x 2/3 = 12.25, a quarter of 49.
    quarter = profile_with(
        exposure=100, undo_time="day", harm="repairable", colleagues="tools", spotlight="press"
    )

    near = assess(quarter, POLICY.model_copy(update={"version": 25, "near_hinge": 25}))
    below = assess(quarter, POLICY.model_copy(update={"version": 26, "near_hinge": 26}))
    one_way = assess(quarter, POLICY.model_copy(update={"version": 27, "near_hinge": 25, "one_way": 25}))

    assert near.score == 25
    assert (near.near_hinge, below.near_hinge, one_way.door) == (True, False, Door.ONE_WAY)


@given(exact_profiles)
def test_score_and_knock_outs_agree_with_the_arithmetic_of_the_page(profile: RiskProfile):
    levels = witness.levels_of(profile, "high")

    assessment = assess(profile, POLICY)

    assert assessment.score == pytest.approx(float(witness.score(levels)))
    assert assessment.score_low == assessment.score
    assert assessment.knockouts == witness.knockouts(levels)
    assert (assessment.door is Door.ONE_WAY) == witness.is_one_way(levels)
    assert assessment.near_hinge == (not witness.is_one_way(levels) and not witness.is_plain(levels))


@given(profiles)
def test_open_answers_are_assessed_at_their_best_and_at_their_worst(profile: RiskProfile):
    best, worst = witness.levels_of(profile, "low"), witness.levels_of(profile, "high")
    doors = {witness.is_one_way(best), witness.is_one_way(worst)}

    assessment = assess(profile, POLICY)

    expected = {True: Door.ONE_WAY, False: Door.TWO_WAY}[doors.pop()] if len(doors) == 1 else Door.UNDECIDED
    assert assessment.door is expected
    assert assessment.score_low == pytest.approx(float(witness.score(best)))
    assert assessment.score == pytest.approx(float(witness.score(worst)))


@given(exact_profiles, st.sampled_from(QUESTIONS), st.data())
def test_a_worse_answer_never_opens_a_one_way_door(profile: RiskProfile, question: Any, data: st.DataObject):
    levels = witness.levels_of(profile, "high")
    top = witness.WEIGHTS_AND_TOPS[question.name][1]
    worse = data.draw(st.integers(levels[question.name], top))

    before = assess(profile, POLICY)
    after = assess(profile.with_answer(question.name, witness.answer_at(question, worse)), POLICY)

    assert after.score >= before.score
    assert set(after.knockouts) >= set(before.knockouts)
    assert (before.door, after.door) != (Door.ONE_WAY, Door.TWO_WAY)


@given(profiles, st.sampled_from(NAMES))
def test_not_knowing_never_makes_it_look_safer(profile: RiskProfile, name: str):
    knowing = assess(profile, POLICY)
    not_knowing = assess(profile.with_answer(name, None), POLICY)

    assert not_knowing.score >= knowing.score
    assert set(not_knowing.knockouts) >= set(knowing.knockouts)
    assert not_knowing.door in {knowing.door, Door.UNDECIDED}
    assert not_knowing.near_hinge or not knowing.near_hinge or not_knowing.door is Door.UNDECIDED


def test_a_profile_nobody_has_answered_is_undecided_and_harm_settles_most():
    # Lasting harm, a serious law, … each settle one of their four levels; harm moves the score most.
    assessment = assess(RiskProfile(), POLICY)

    assert (assessment.door, assessment.score_low, assessment.score) == (Door.UNDECIDED, 0, 100)
    assert assessment.settling_question == "harm"
    assert assessment.hinge is None
    assert assessment.levers == ()


def test_the_question_that_settles_at_most_of_its_levels_is_asked_first():
    # Nobody or posts: two-way however long undoing takes. Headline, in front of everybody: one-way however
    # short. No answer to `undo_time` settles what a headline would do, though it weighs 5 and spotlight 3.
    profile = profile_with(exposure=100, spotlight=None, undo_time=None)

    assert assess(profile, POLICY).settling_question == "spotlight"


def test_a_question_is_asked_too_when_only_nearness_to_the_hinge_is_open():
    # 28.06 alone; with the 2 x 2/4 points or more of over 2,000 people it is 30.10 or more.
    profile = profile_with(**FAIRLY_RISKY, people=None)

    assessment = assess(profile, POLICY)

    assert (assessment.door, assessment.near_hinge) == (Door.TWO_WAY, True)
    assert assessment.settling_question == "people"


@given(profiles)
def test_a_question_is_asked_exactly_when_something_is_open_and_it_is_an_open_one(profile: RiskProfile):
    best, worst = witness.levels_of(profile, "low"), witness.levels_of(profile, "high")
    is_open = (witness.is_one_way(best), witness.is_plain(best)) != (
        witness.is_one_way(worst),
        witness.is_plain(worst),
    )

    asked = assess(profile, POLICY).settling_question

    assert (asked is not None) == is_open
    assert asked is None or best[asked] < worst[asked]


@pytest.mark.parametrize("revenue", [0, -1, float("nan"), float("inf")])
def test_a_yearly_revenue_that_is_not_above_zero_is_refused(revenue: float):
    with pytest.raises(RiskRefused):
        assess(RiskProfile(), POLICY, yearly_revenue=revenue)


def test_an_upper_bound_is_its_best_and_its_worst():
    assessment = assess(profile_with(harm=AtMost(at_most="annoyance")), POLICY)

    # 6 x 1/3 = 2 of 49
    assert (assessment.score_low, assessment.score) == (0, pytest.approx(100 * 2 / 49))
    assert assessment.door is Door.TWO_WAY
