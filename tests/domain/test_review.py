"""A review: blind until the quorum, with one's own questions judged; and for whom it waits."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier
from registry.domain.panel import shortfall
from registry.domain.permission import NotAllowed
from registry.domain.person import Person
from registry.domain.proposal import Quote, Voice
from registry.domain.review import (
    CASE,
    Homework,
    Rating,
    ReviewRefused,
    case_made,
    is_blind,
    is_small,
    may_be_asked,
    reviewed,
    still_missing,
    stood_up,
    visible_reviews,
    waits_for,
)
from registry.domain.review_facts import Outcome, PanelFound, Review
from registry.domain.reviewers import passed_on, reviewer_asked
from registry.domain.risk import NAMES, RiskProfile
from registry.domain.steps import WrongStage
from registry.domain.submission import submitted
from registry.sentences import say
from tests.nouns import LATER, NOON, OLGA, PHONE_LINE, STELLA, YARDSTICK, asking, dossier
from tests.reviewing import (
    CLEO,
    FINN,
    HOMEWORK,
    PANEL,
    POLICY,
    RAVI,
    RISKY,
    ROSA,
    THREE,
    answered,
    complete,
    grown,
    handed_in,
    rated_by,
    revealed,
    reviewer,
    says,
)

EVERYBODY = (*THREE, FINN, OLGA, STELLA)


def of_all(said: Dossier) -> dict[int, set[int]]:
    """Whose reviews each person sees."""
    return {person.id: {review.by for review in visible_reviews(said, person)} for person in EVERYBODY}


def test_until_the_quorum_each_sees_their_own_review_and_no_other():
    two = rated_by(rated_by(handed_in(), RAVI), ROSA)

    assert of_all(two) == {
        RAVI.id: {RAVI.id},
        ROSA.id: {ROSA.id},
        CLEO.id: set(),
        FINN.id: set(),
        OLGA.id: set(),
        STELLA.id: set(),
    }


def test_from_the_quorum_on_everybody_sees_all():
    everybody = {RAVI.id, ROSA.id, CLEO.id}

    assert of_all(revealed()) == dict.fromkeys((person.id for person in EVERYBODY), everybody)


@settings(max_examples=40)
@given(st.lists(st.sampled_from((*THREE, FINN)), max_size=8))
def test_nothing_is_found_and_nothing_shown_before_the_quorum(order: list[Person]):
    dossier = handed_in()
    for person in order:
        dossier = rated_by(dossier, person, harm="lasting")
        has_quorum = shortfall(dossier.round.reviews, PANEL).is_none
        assert dossier.round.is_revealed is has_quorum
        assert bool(dossier.all(PanelFound)) is has_quorum
        shown = {viewer.id: {each.by for each in visible_reviews(dossier, viewer)} for viewer in EVERYBODY}
        if not has_quorum:
            assert all(seen <= {viewer} for viewer, seen in shown.items())


def test_each_later_review_is_marked_and_found_anew():
    dossier = rated_by(revealed(harm="lasting"), FINN)

    assert [review.after_reveal for review in dossier.all(Review)] == [False, False, False, True]
    assert len(dossier.all(PanelFound)) == 2


def test_what_was_found_is_kept_with_the_ratings_that_it_follows_from():
    submission = submitted(dossier(proposal=RISKY), asking(), YARDSTICK)

    calm = revealed(grown(dossier(proposal=RISKY), submission)).round.found

    assert calm is not None
    assert (calm.door, calm.profile.harm, calm.lone) == (Door.TWO_WAY, "annoyance", ())


def test_what_nobody_knows_leaves_it_a_one_way_door():
    # Of the phone line only the harm is known; rated away, everything else is still open.
    found = revealed(handed_in(PHONE_LINE)).round.found

    assert found is not None
    assert found.profile.harm == "annoyance"
    assert found.door is Door.ONE_WAY


@pytest.mark.parametrize(
    ("person", "said", "refusal"),
    [
        (RAVI.model_copy(update={"function": " "}), says(RAVI), "review-without-function"),
        (RAVI, says(RAVI).model_copy(update={"premortem": ""}), "review-without-premortem"),
        (RAVI, Rating(premortem="x", ratings=RiskProfile(harm="none")), "review-own-question"),
        (CLEO, Rating(premortem="x"), "review-rates-nothing"),
        (CLEO, Rating(premortem="x", ratings=RiskProfile(undo_cost=500)), "review-without-revenue"),
    ],
)
def test_a_review_that_says_too_little_is_refused_with_what_to_do(person: Person, said: Rating, refusal: str):
    with pytest.raises(ReviewRefused) as refused:
        reviewed(handed_in(), asking(person=person), said, POLICY)

    assert refused.value.sentence.id == refusal
    assert say(refused.value.sentence)


@pytest.mark.parametrize("function", list(POLICY.owners))
def test_each_function_judges_every_question_that_is_its_own(function: str):
    person = reviewer(40, "Lia", "Elsewhere", function.upper())
    whole = says(reviewer(40, "Lia", "Elsewhere", function)).ratings

    for name in POLICY.owned_by(function):
        without = Rating(premortem="x", ratings=whole.with_answer(name, None))
        with pytest.raises(ReviewRefused) as refused:
            reviewed(handed_in(), asking(person=person), without, POLICY)
        assert refused.value.sentence.values["question"] == name
    assert reviewed(handed_in(), asking(person=person), Rating(premortem="x", ratings=whole), POLICY)


def test_what_is_not_theirs_to_judge_does_not_count():
    found = revealed().round.found

    assert found is not None
    rated = {"law", "promise", "data", "undo_control", "harm", "colleagues", "detection"}
    submission = revealed().submission
    assert submission is not None
    assert all(
        found.profile.answer(name) == submission.profile.answer(name) for name in NAMES if name not in rated
    )


@pytest.mark.parametrize("person", [OLGA, RAVI.model_copy(update={"team": "parcels"}), STELLA])
def test_nobody_of_the_proposing_team_reviews_and_nobody_without_the_role(person: Person):
    with pytest.raises(NotAllowed):
        reviewed(handed_in(), asking(person=person), says(RAVI), POLICY)
    assert not may_be_asked(person, handed_in())


def test_a_review_counts_as_what_the_reviewer_was_when_they_gave_it():
    two = rated_by(rated_by(handed_in(), RAVI), ROSA)
    moved = RAVI.model_copy(update={"team": OLGA.team, "function": "operations"})

    three = rated_by(two, CLEO)

    assert three.round.is_revealed
    assert [review.function for review in three.round.reviews] == [
        "legal",
        "front line",
        "customer experience",
    ]
    assert visible_reviews(three, moved) == three.round.reviews


def test_a_two_way_door_is_not_reviewed():
    with pytest.raises(WrongStage):
        reviewed(revealed(), asking(person=FINN), says(FINN), POLICY)


def test_a_case_lacks_its_empty_parts_and_a_sponsor():
    part = Homework(hurt="Those who cannot type.")

    assert still_missing(handed_in()) == (*CASE, "sponsor")
    begun = grown(handed_in(), case_made(handed_in(), asking(), part))
    assert still_missing(begun) == ("tried_small", "way_back", "process", "colleagues", "sponsor")
    sponsored = grown(begun, stood_up(begun, asking(person=STELLA)))
    assert still_missing(sponsored) == ("tried_small", "way_back", "process", "colleagues")
    assert still_missing(grown(sponsored, case_made(sponsored, asking(LATER), HOMEWORK))) == ()


@pytest.mark.parametrize("quote", [Quote(), Quote(words="The line is always busy.", voice=Voice.OBSERVATION)])
def test_a_case_has_a_customers_words_where_the_proposal_has_none(quote: Quote):
    silent = handed_in(RISKY.model_copy(update={"quote": quote}))
    said = HOMEWORK.model_copy(update={"customers_words": ""})
    begun = grown(silent, case_made(silent, asking(), said))

    assert still_missing(begun) == ("customers_words", "sponsor")
    assert still_missing(grown(begun, case_made(begun, asking(LATER), HOMEWORK))) == ("sponsor",)


def test_a_panel_of_two_is_small():
    assert not is_small(PANEL)
    assert is_small(PANEL.model_copy(update={"reviewers": 2, "functions": 2}))


def test_who_has_not_reviewed_yet_is_blind_to_what_the_team_answered():
    two = rated_by(rated_by(handed_in(), RAVI), ROSA)

    assert is_blind(two, asking(person=CLEO))
    assert not is_blind(two, asking(person=RAVI))
    assert not is_blind(two, asking(person=OLGA))
    assert not is_blind(revealed(harm="lasting"), asking(person=FINN))


def test_it_waits_for_every_reviewer_until_they_reviewed_it_or_passed_it_on():
    one = rated_by(handed_in(), RAVI)

    assert [waits_for(one, person) for person in (RAVI, ROSA, OLGA, STELLA)] == [False, True, False, False]
    passed = grown(one, passed_on(one, asking(person=ROSA), CLEO))
    assert [waits_for(passed, person) for person in (ROSA, CLEO, FINN)] == [False, True, True]


def test_after_the_reveal_it_waits_for_those_who_reviewed_it_or_were_asked():
    asked = handed_in()
    asked = grown(asked, reviewer_asked(asked, asking(NOON - timedelta(days=1)), FINN))

    three = revealed(asked, harm="lasting")
    lia = reviewer(50, "Lia", "Elsewhere", "operations")
    assert [waits_for(three, person) for person in (RAVI, ROSA, CLEO, FINN, lia)] == [True] * 4 + [False]
    waiting = answered(three, Outcome.NOT_YET, "numbers", "planning")
    assert not any(waits_for(waiting, person) for person in (*THREE, FINN))


def test_it_waits_for_nobody_while_the_team_thinks_about_the_condition():
    one_way = complete(handed_in())
    for person in THREE:
        one_way = rated_by(one_way, person, harm="lasting")

    offered = answered(one_way, Outcome.CLEARED_IF, "the number stays")

    assert waits_for(one_way, RAVI)
    assert not waits_for(offered, RAVI)


def test_who_stands_up_for_it_does_not_judge_it():
    of_rosa = grown(handed_in(), stood_up(handed_in(), asking(person=ROSA)))

    with pytest.raises(ReviewRefused) as refusal:
        reviewed(of_rosa, asking(person=ROSA), says(ROSA), POLICY)

    assert refusal.value.sentence.id == "review-by-sponsor"
    assert not waits_for(of_rosa, ROSA)
    assert not may_be_asked(ROSA, of_rosa)
    assert may_be_asked(RAVI, of_rosa)


def test_who_judged_it_does_not_stand_up_for_it_in_that_round():
    by_rosa = rated_by(handed_in(), ROSA)

    with pytest.raises(ReviewRefused) as refusal:
        stood_up(by_rosa, asking(person=ROSA))

    assert refusal.value.sentence.id == "sponsor-has-reviewed"
    assert stood_up(by_rosa, asking(person=RAVI)).by == RAVI.id
