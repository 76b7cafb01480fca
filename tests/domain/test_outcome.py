"""What follows the reveal: talk, one answer of the reviewers, and signatures under another door."""

import pytest

from registry.domain.assessment import Door, assess
from registry.domain.experiment import Dossier, is_cleared
from registry.domain.outcome import accepted, concluded, door_signed, supplied, talked
from registry.domain.permission import NotAllowed
from registry.domain.person import Person
from registry.domain.review import CASE, Conclusion, ReviewRefused
from registry.domain.review_facts import Outcome
from registry.domain.risk import Answer
from registry.domain.steps import WrongStage
from registry.domain.text import LINE, TooLong
from registry.sentences import say
from tests.nouns import NOON, OLGA, asking
from tests.reviewing import (
    CLEO,
    FINN,
    PANEL,
    POLICY,
    RAVI,
    ROSA,
    THREE,
    answered,
    complete,
    grown,
    handed_in,
    rated_by,
    revealed,
    talked_about,
)

TWO = rated_by(rated_by(handed_in(), RAVI), ROSA)
ALONE = revealed(harm="lasting")
"""Rosa alone sees lasting harm."""


def agreed() -> Dossier:
    """All three see a one-way door; nothing is left to talk through, and the case is whole."""
    dossier = handed_in()
    for person in THREE:
        dossier = rated_by(dossier, person, harm="lasting")
    return complete(dossier)


AGREED = agreed()
CLEARED = Conclusion(outcome=Outcome.CLEARED)


def refused(before: Dossier, said: Conclusion, by: Person = RAVI) -> str:
    """Why *said* is not kept as the reviewers' answer."""
    with pytest.raises(ReviewRefused) as refusal:
        concluded(before, asking(person=by), said, PANEL)
    assert say(refusal.value.sentence)
    return refusal.value.sentence.id


def not_yet(what: str, who: str = "planning") -> Conclusion:
    return Conclusion(outcome=Outcome.NOT_YET, what=what, who=who)


def test_there_is_no_answer_before_the_quorum():
    for said in (CLEARED, not_yet("numbers"), Conclusion(outcome=Outcome.CLEARED_IF, what="x")):
        assert refused(complete(TWO), said) == "review-not-revealed"


def test_the_answer_is_given_by_who_reviewed_it():
    assert refused(AGREED, CLEARED, FINN) == "conclude-without-review"
    with pytest.raises(NotAllowed):
        concluded(AGREED, asking(person=OLGA), CLEARED, PANEL)


def test_a_lone_knock_out_is_talked_through_before_it_is_cleared():
    assert refused(complete(ALONE), CLEARED) == "conclude-talk-first"
    assert refused(talked_about(complete(ALONE), "harm"), CLEARED) == "conclude-talk-first"
    assert concluded(complete(ALONE), asking(person=RAVI), not_yet("numbers"), PANEL).what == "numbers"


@pytest.mark.parametrize("outcome", [Outcome.CLEARED, Outcome.CLEARED_IF])
def test_only_a_whole_case_is_cleared(outcome: Outcome):
    said = Conclusion(outcome=outcome, what="the number stays")
    facts = [fact for fact in AGREED.facts if fact.kind not in ("case", "sponsorship")]
    without = AGREED.model_copy(update={"facts": tuple(facts)})

    with pytest.raises(ReviewRefused) as refusal:
        concluded(without, asking(person=RAVI), said, PANEL)

    assert refusal.value.sentence.values == {"part": CASE[0]}
    assert concluded(AGREED, asking(person=RAVI), said, PANEL).outcome is outcome


def test_nothing_is_cleared_when_a_voice_went_with_whoever_works_elsewhere_now():
    moved = ROSA.model_copy(update={"function": "legal"})

    # Rosa rates it again as somebody of legal: nobody speaks for the front line any more.
    again = rated_by(AGREED, moved, harm="lasting")

    assert again.round.is_revealed
    assert refused(again, CLEARED) == "conclude-quorum-changed"


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (Conclusion(outcome=Outcome.CLEARED_IF, what=" "), "conclude-cleared_if-says-nothing"),
        (not_yet(""), "conclude-not_yet-says-nothing"),
        (not_yet("numbers", who=""), "conclude-not_yet-by-nobody"),
    ],
)
def test_an_answer_that_says_too_little_is_refused(said: Conclusion, refusal: str):
    assert refused(AGREED, said) == refusal


def test_one_thing_stands_in_one_line():
    with pytest.raises(TooLong):
        concluded(AGREED, asking(person=RAVI), not_yet("x" * (LINE + 1)), PANEL)


def test_one_thing_is_missing_at_a_time():
    waiting = answered(AGREED, Outcome.NOT_YET, "numbers", "planning")

    assert refused(waiting, not_yet("a survey"), ROSA) == "conclude-one-thing"
    said_better = answered(waiting, Outcome.NOT_YET, "the number of callers", "planning")
    awaited = said_better.round.awaits
    assert awaited is not None
    assert awaited.what == "the number of callers"
    there = grown(waiting, supplied(waiting, asking(), "Two in a hundred."))
    assert answered(there, Outcome.NOT_YET, "a survey", "planning", by=ROSA).round.awaits is not None


def test_reviewers_may_clear_it_without_the_thing_after_all():
    waiting = answered(AGREED, Outcome.NOT_YET, "numbers", "planning")

    assert is_cleared(answered(waiting, Outcome.CLEARED, by=ROSA))


def test_cleared_keeps_no_condition_and_a_condition_nobody_who_supplies_it():
    cleared = concluded(AGREED, asking(person=RAVI), not_yet("x").model_copy(update=dict(CLEARED)), PANEL)
    said = Conclusion(outcome=Outcome.CLEARED_IF, what="the number stays", who="planning")

    assert (cleared.what, cleared.who) == ("", "")
    assert concluded(AGREED, asking(person=RAVI), said, PANEL).who == ""


def test_without_an_offer_there_is_nothing_to_accept():
    with pytest.raises(ReviewRefused) as refusal:
        accepted(AGREED, asking())

    assert say(refusal.value.sentence)


def test_only_the_team_accepts_and_supplies():
    offered = answered(AGREED, Outcome.CLEARED_IF, "the number stays")
    waiting = answered(AGREED, Outcome.NOT_YET, "numbers", "planning")

    with pytest.raises(NotAllowed):
        accepted(offered, asking(person=RAVI))
    with pytest.raises(NotAllowed):
        supplied(waiting, asking(person=RAVI), "Two in a hundred.")
    with pytest.raises(WrongStage):
        supplied(offered, asking(), "Two in a hundred.")
    with pytest.raises(ReviewRefused):
        supplied(waiting, asking(), " ")


@pytest.mark.parametrize(
    ("before", "question", "words", "refusal"),
    [
        (TWO, "harm", "We met.", "review-not-revealed"),
        (ALONE, "weather", "We met.", "review-unknown-question"),
        (ALONE, "harm", " ", "talk-says-nothing"),
    ],
)
def test_a_talk_comes_after_the_reveal_and_says_something(
    before: Dossier, question: str, words: str, refusal: str
):
    with pytest.raises(ReviewRefused) as refused:
        talked(before, asking(person=RAVI), question, words)

    assert refused.value.sentence.id == refusal


def not_signed(before: Dossier, which: Door, reason: str = "We know it.", by: Person = RAVI) -> str:
    """Why *by* cannot sign it."""
    with pytest.raises(ReviewRefused) as refusal:
        door_signed(before, asking(person=by), which, reason, POLICY)
    assert say(refusal.value.sentence)
    return refusal.value.sentence.id


def test_a_door_is_signed_after_the_reveal_by_a_reviewer_of_it_with_a_reason():
    assert not_signed(TWO, Door.ONE_WAY) == "review-not-revealed"
    assert not_signed(ALONE, Door.ONE_WAY, by=FINN) == "conclude-without-review"
    assert not_signed(ALONE, Door.ONE_WAY, reason=" ") == "sign-without-reason"
    assert not_signed(ALONE, Door.UNDECIDED) == "sign-which-door"
    assert (
        door_signed(ALONE, asking(person=CLEO), Door.ONE_WAY, "We know it.", POLICY).function == CLEO.function
    )


@pytest.mark.parametrize(
    ("question", "answer"), [("harm", "lasting"), ("law", "serious"), ("data", "erased_valued")]
)
def test_nobody_signs_harm_law_or_data_away(question: str, answer: str):
    dossier = handed_in()
    for person in THREE:
        dossier = rated_by(dossier, person, **{question: answer})

    assert not_signed(dossier, Door.TWO_WAY) == "sign-unbendable"
    assert door_signed(dossier, asking(person=RAVI), Door.ONE_WAY, "It is one.", POLICY)


@pytest.mark.parametrize(
    ("rated", "question"),
    [
        ({"undo_time": "never", "harm": "repairable"}, "harm"),
        ({"undo_time": "never", "law": "look"}, "law"),
        ({"undo_control": "outside", "harm": "repairable"}, "harm"),
        ({"undo_time": "never", "harm": "repairable", "spotlight": "press"}, "harm"),
    ],
)
def test_nobody_signs_away_what_harm_or_law_makes_of_no_way_back(rated: dict[str, Answer], question: str):
    dossier = handed_in()
    for person in THREE:
        dossier = rated_by(dossier, person, **rated)

    with pytest.raises(ReviewRefused) as refusal:
        door_signed(dossier, asking(person=RAVI), Door.TWO_WAY, "We know it.", POLICY)

    assert refusal.value.sentence.id == "sign-unbendable"
    assert refusal.value.sentence.values == {"question": question}


def test_no_way_back_from_talk_outside_may_be_seen_otherwise_by_two():
    dossier = handed_in()
    for person in THREE:
        dossier = rated_by(dossier, person, undo_time="never", spotlight="press")
    found = dossier.round.found
    assert found is not None
    assert assess(found.profile, POLICY, 1e6).knockouts == ("no_way_back",)

    assert door_signed(dossier, asking(person=RAVI), Door.TWO_WAY, "It was told before.", POLICY)


def test_nobody_signs_a_lone_rating_of_harm_away():
    assert not_signed(ALONE, Door.TWO_WAY) == "sign-unbendable"


def test_what_it_does_to_colleagues_may_be_seen_otherwise_by_two():
    dossier = handed_in()
    for person in THREE:
        dossier = rated_by(dossier, person, colleagues="jobs")

    assert door_signed(dossier, asking(NOON, RAVI), Door.TWO_WAY, "Nobody leaves.", POLICY)
