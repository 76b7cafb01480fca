"""The quick check: five rows instead of fourteen questions."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.assessment import Door, assess
from registry.domain.quick_check import ROWS, Reach, ReachRefused, opened_questions, quick_profile
from registry.domain.risk import NAMES, AtMost, PercentOfRevenue, RiskProfile
from registry.sentences import say
from tests.domain.witness import POLICY, levels_of

ALL_TRUE = {row.id: True for row in ROWS}
NOTHING = RiskProfile()


def test_the_rows_speak_for_every_question_once():
    names = [name for row in ROWS for name in row.opens]

    assert sorted(names) == sorted(NAMES)


def test_every_row_has_its_words():
    assert all(say(f"quick-{row.id}") and say(f"quick-{row.id}-means") for row in ROWS)


def test_the_first_row_names_the_figures_of_the_policy():
    means = say("quick-small-means")

    assert f"{POLICY.cuts['exposure'][1]} %" in means
    assert f"{POLICY.cuts['people'][1]:,} people" in means
    assert f"{POLICY.cuts['duration_days'][0]} days" in means


def test_five_rows_that_are_true_are_at_their_worst_a_plain_two_way_door_with_score_26():
    profile = quick_profile(ALL_TRUE, Reach(), NOTHING, POLICY)

    assessment = assess(profile, POLICY)

    # Points at worst: exposure 3/4, people 2/4, undo_time 5/4, undo_cost 3/4, money_at_risk 4/4, harm 6/3,
    # law 4/3, promise 4/3, data 0, spotlight 3/3, detection 2/3, colleagues 3/3, undo_control 4/3,
    # duration_days 0: together 12 11/12 of 49.
    assert assessment.score == pytest.approx(100 * (12 + 11 / 12) / 49)
    assert (int(assessment.score), assessment.score_low) == (26, 0)
    assert (assessment.door, assessment.near_hinge) == (Door.TWO_WAY, False)
    assert assessment.settling_question is None


def test_every_answer_of_a_true_row_is_an_upper_bound():
    profile = quick_profile(ALL_TRUE, Reach(), NOTHING, POLICY)

    assert profile.exposure == AtMost(at_most=5)
    assert profile.people == AtMost(at_most=2_000)
    assert profile.duration_days == AtMost(at_most=28)
    assert profile.undo_time == AtMost(at_most="day")
    assert profile.undo_cost == AtMost(at_most=PercentOfRevenue(percent_of_revenue=0.01))
    assert profile.money_at_risk == AtMost(at_most=PercentOfRevenue(percent_of_revenue=0.05))
    assert profile.data == AtMost(at_most="untouched")


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        # 2 of 40 stores are 5 %, and 5 % of 30,001 customers are 1,500 and a bit: nobody is cut in half.
        (Reach(places_used=2, places_total=40, weeks=4, customers=30_001), (5, 1_501, 28)),
        (Reach(places_used=2, places_total=40, weeks=4), (5, AtMost(at_most=2_000), 28)),
        (Reach(weeks=4, customers=30_000, places_total=40), (AtMost(at_most=5), AtMost(at_most=2_000), 28)),
        (Reach(places_total=40), (AtMost(at_most=5), AtMost(at_most=2_000), AtMost(at_most=28))),
        # Larger than small is not refused: the figures stand, and the door follows from them.
        (Reach(places_used=40, places_total=40, weeks=52, customers=1_000_000), (100, 1_000_000, 364)),
    ],
)
def test_where_and_how_long_become_share_people_and_days(reach: Reach, expected: Any):
    profile = quick_profile(ALL_TRUE, reach, NOTHING, POLICY)

    assert (profile.exposure, profile.people, profile.duration_days) == expected


def test_a_row_that_is_not_true_opens_its_own_questions_and_no_others():
    truths = {**ALL_TRUE, "annoyed": False}

    profile = quick_profile(truths, Reach(), NOTHING, POLICY)

    assert opened_questions(truths) == ("harm", "colleagues")
    assert [name for name in NAMES if profile.answer(name) is None] == ["harm", "colleagues"]


def test_a_row_nobody_has_tapped_leaves_its_questions_unknown_and_opens_none():
    profile = quick_profile({"small": None}, Reach(places_used=1, places_total=2, weeks=1), NOTHING, POLICY)

    assert profile == NOTHING
    assert opened_questions({"small": None}) == ()


def test_an_answer_to_an_opened_question_is_taken_over():
    answered = RiskProfile(harm="repairable")

    profile = quick_profile({**ALL_TRUE, "annoyed": False}, Reach(), answered, POLICY)

    assert (profile.harm, profile.colleagues) == ("repairable", None)


def test_an_answer_stands_before_the_row_that_would_set_it():
    profile = quick_profile(ALL_TRUE, Reach(), RiskProfile(undo_time="hour"), POLICY)

    assert (profile.undo_time, profile.detection) == ("hour", AtMost(at_most="week"))


@pytest.mark.parametrize(
    ("answered", "people"),
    [
        # Whoever says 30 % of 48,000 customers has said how many there are at most.
        (RiskProfile(exposure=30), AtMost(at_most=14_400)),
        (RiskProfile(exposure=AtMost(at_most=0.001)), AtMost(at_most=1)),
        (RiskProfile(exposure=30, people=900), 900),
        (RiskProfile(), None),
    ],
)
def test_how_many_customers_follows_from_the_share_where_nobody_said_it(answered: RiskProfile, people: Any):
    truths = {"small": False}

    assert quick_profile(truths, Reach(customers=48_000), answered, POLICY).people == people
    assert quick_profile(truths, Reach(), answered, POLICY).people == answered.people


@given(
    st.fixed_dictionaries({row.id: st.sampled_from([True, False, None]) for row in ROWS}),
    st.sampled_from([row.id for row in ROWS]),
)
def test_tapping_one_more_row_never_adds_risk(truths: dict[str, bool | None], tapped: str):
    before = levels_of(quick_profile(truths, Reach(), NOTHING, POLICY), "high")
    after = levels_of(quick_profile({**truths, tapped: True}, Reach(), NOTHING, POLICY), "high")

    assert all(after[name] <= before[name] for name in NAMES)


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ({"places_used": -1, "places_total": 4}, "quick-below-zero"),
        ({"weeks": -0.5}, "quick-below-zero"),
        ({"places_used": 0, "places_total": 0}, "quick-no-places"),
        ({"places_used": 5, "places_total": 4}, "quick-too-many-places"),
    ],
)
def test_figures_that_cannot_be_true_are_refused(figures: dict[str, Any], sentence: str):
    with pytest.raises(ReachRefused) as refusal:
        Reach(**figures)

    assert refusal.value.sentence.id == sentence
    assert say(refusal.value.sentence)
