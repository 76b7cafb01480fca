"""Help from another function: a conversation near the hinge, one question to those who know; never a gate."""

from datetime import timedelta

import pytest

from registry.domain.advice import (
    AdviceRefused,
    Said,
    Talked,
    conversed,
    function_answered,
    function_asked,
    open_questions,
    told_until,
)
from registry.domain.experiment import Dossier, Stage, stage
from registry.domain.permission import NotAllowed
from registry.domain.person import Person
from registry.domain.pilot import StartingPoint, started
from registry.domain.risk import AtMost, RiskRefused
from registry.domain.steps import WrongStage
from registry.domain.submission import submitted
from registry.sentences import say
from tests.nouns import CARD, NOON, OPEN, YARDSTICK, asking, dossier, pilot
from tests.reviewing import RAVI, ROSA, grown, handed_in, rated_by

DAY = timedelta(days=1)
LEGAL = Talked(function="legal", on=NOON.date(), suggested="Ask for consent first.")


def asked(before: Dossier, question: str = "law", function: str = "legal", days: int = 0) -> Dossier:
    """The dossier after Olga asked *function*."""
    return grown(before, function_asked(before, asking(NOON + days * DAY), question, function))


def refused(before: Dossier, said: Said, by: Person = RAVI) -> str:
    with pytest.raises(AdviceRefused) as refusal:
        function_answered(before, asking(person=by), said)
    assert say(refusal.value.sentence)
    return refusal.value.sentence.id


def test_a_conversation_is_kept_before_the_start_and_in_the_week_after_it():
    running = dossier(pilot())

    assert conversed(dossier(), asking(), LEGAL).suggested == LEGAL.suggested
    assert conversed(running, asking(NOON + 7 * DAY), LEGAL)
    assert (told_until(dossier()), told_until(running)) == (None, NOON + 7 * DAY)
    with pytest.raises(AdviceRefused) as refusal:
        conversed(running, asking(NOON + 7 * DAY + timedelta(minutes=1)), LEGAL)
    assert refusal.value.sentence.id == "conversation-too-late"


@pytest.mark.parametrize(
    ("talked", "refusal"),
    [
        (Talked(on=NOON.date()), "conversation-with-whom"),
        (Talked(function="legal", on=(NOON + DAY).date()), "conversation-in-the-future"),
    ],
)
def test_a_conversation_was_with_somebody_and_took_place(talked: Talked, refusal: str):
    with pytest.raises(AdviceRefused) as refused:
        conversed(dossier(), asking(), talked)

    assert refused.value.sentence.id == refusal


def test_nobody_is_held_up_by_a_missing_conversation_or_an_open_question():
    waiting = asked(dossier(proposal=CARD))

    _, pilot = started(waiting, asking(), YARDSTICK, StartingPoint())

    assert pilot.until > NOON.date()


def test_a_question_is_open_until_that_function_answered_it():
    two = asked(asked(dossier()), "harm", "front line", days=1)

    answered = grown(two, function_answered(two, asking(person=RAVI), Said(question="law", answer="look"))[0])

    assert [fact.question for fact in open_questions(two)] == ["law", "harm"]
    assert [fact.question for fact in open_questions(answered)] == ["harm"]
    assert [fact.question for fact in open_questions(asked(answered))] == ["harm", "law"]


def test_asking_twice_leaves_one_question_that_waits_since_the_first_time():
    twice = asked(asked(dossier()), function="Legal ", days=3)

    assert [fact.at for fact in open_questions(twice)] == [NOON]


@pytest.mark.parametrize(("question", "function"), [("weather", "legal"), ("law", " ")])
def test_one_question_goes_to_one_function(question: str, function: str):
    with pytest.raises(AdviceRefused):
        asked(dossier(), question, function)


def test_the_answer_becomes_the_proposals_and_moves_its_door():
    fact, proposal = function_answered(
        asked(dossier(proposal=OPEN)),
        asking(person=RAVI),
        Said(question="law", answer=AtMost(at_most="ordinary")),
    )

    assert fact.answer == proposal.answers.law == AtMost(at_most="ordinary")
    assert proposal.idea == OPEN.idea


def test_a_one_way_door_that_is_looked_at_stays_as_its_reviewers_see_it():
    before = rated_by(asked(handed_in()), ROSA)

    fact, proposal = function_answered(before, asking(person=RAVI), Said(question="law", answer="serious"))

    assert proposal == before.proposal
    after = grown(before, fact)
    assert stage(after, NOON) is Stage.IN_REVIEW
    assert len(after.round.reviews) == 1


def test_a_two_way_door_takes_the_answer_over_before_its_start():
    ready = asked(dossier(submitted(dossier(), asking(), YARDSTICK)))

    _, proposal = function_answered(ready, asking(person=RAVI), Said(question="law", answer="look"))

    assert proposal.answers.law == "look"


def test_an_answer_comes_from_the_function_that_was_asked_and_says_something():
    waiting = asked(dossier())

    assert refused(waiting, Said(question="law", answer="look"), ROSA) == "answer-not-asked"
    assert refused(waiting, Said(question="harm", answer="none")) == "answer-not-asked"
    assert refused(waiting, Said(question="law")) == "answer-says-nothing"
    with pytest.raises(RiskRefused):
        function_answered(waiting, asking(person=RAVI), Said(question="law", answer="maybe"))
    nobody = RAVI.model_copy(update={"function": ""})
    assert refused(waiting, Said(question="law", answer="look"), nobody) == "answer-not-asked"


def test_after_the_start_nothing_is_asked_or_answered():
    running = grown(asked(dossier()), pilot())

    with pytest.raises(WrongStage):
        function_answered(running, asking(person=RAVI), Said(question="law", answer="look"))
    with pytest.raises(WrongStage):
        asked(running, "harm")


def test_only_the_team_asks():
    with pytest.raises(NotAllowed):
        function_asked(dossier(), asking(person=RAVI), "law", "legal")
