"""What somebody of an asked function is shown of a proposal, and what an answer does to its door."""

from datetime import timedelta

import pytest

from registry.domain.asked import Asked, NothingToAnswer, moved, put_to, question_put_to
from registry.domain.assessment import Door
from registry.domain.experiment import Dossier
from registry.domain.facts import Withdrawal
from registry.domain.person import Person
from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.domain.review_facts import FunctionAnswered, FunctionAsked
from registry.domain.risk import NAMES, RiskProfile
from tests.nouns import CARD, NOON, OLGA, YARDSTICK, asking, dossier, pilot

RAVI = Person(id=3, name="Ravi Reviewer", email="ravi@example.org", team="Contracts", function="legal")
NORA = Person(id=4, name="Nora Neighbour", email="nora@example.org", team="Counter", function="finance")
WHOLE = Proposal(
    quote=Quote(words="I wait too long.", source="phone"),
    idea=Idea(change="Call back", whom="callers", effect="stay", signal="fewer leave"),
    answers=RiskProfile(harm="lasting", law="look"),
    limits=Limits(cap="€200"),
    expected="Ten fewer",
)


def asked(question: str = "law", function: str = "legal", minutes: int = 0) -> FunctionAsked:
    at = NOON + timedelta(minutes=minutes)
    return FunctionAsked(at=at, by=OLGA.id, question=question, function=function)


def answered(question: str = "law", function: str = "legal") -> FunctionAnswered:
    return FunctionAnswered(at=NOON, by=RAVI.id, question=question, function=function, answer="none")


def test_of_a_proposal_only_the_question_the_words_and_the_idea_are_shown():
    (shown,) = put_to(dossier(asked(), proposal=WHOLE), asking(person=RAVI))

    assert shown == Asked(
        experiment=1, question="law", function="legal", since=NOON, quote=WHOLE.quote, idea=WHOLE.idea
    )
    for private in ("lasting", "look", "€200", "Ten fewer", OLGA.name, OLGA.team):
        assert private not in shown.model_dump_json()


def test_a_function_is_shown_its_own_questions_however_it_is_written_and_no_others():
    story = dossier(asked("law", "Legal "), asked("money_at_risk", "finance"), asked("data", "legal"))

    assert [each.question for each in put_to(story, asking(person=RAVI))] == ["law", "data"]
    assert [each.question for each in put_to(story, asking(person=NORA))] == ["money_at_risk"]
    assert put_to(story, asking(person=OLGA)) == ()


def test_who_has_said_no_function_is_shown_nothing():
    nobody = RAVI.model_copy(update={"function": " "})

    assert put_to(dossier(asked(function="legal")), asking(person=nobody)) == ()


@pytest.mark.parametrize("over", [pilot(), Withdrawal(at=NOON, by=OLGA.id)])
def test_after_the_start_or_when_it_was_taken_back_nothing_is_left_to_answer(over: Withdrawal):
    story = dossier(asked(), over)

    assert put_to(story, asking(person=RAVI)) == ()
    with pytest.raises(NothingToAnswer) as refused:
        question_put_to(story, asking(person=RAVI), "law")
    assert refused.value.sentence.id == "answer-nothing-here"


def test_an_answered_question_is_told_as_answered_to_its_function_only():
    story = dossier(asked(), answered())

    with pytest.raises(NothingToAnswer) as theirs:
        question_put_to(story, asking(person=RAVI), "law")
    with pytest.raises(NothingToAnswer) as others:
        question_put_to(story, asking(person=NORA), "law")

    assert theirs.value.sentence.id == "answer-given"
    assert others.value.sentence.id == "answer-nothing-here"


@pytest.mark.parametrize("story", [dossier(), dossier(asked()), dossier(asked(), answered())])
def test_to_who_works_elsewhere_it_says_the_same_whatever_is_there(story: Dossier):
    for question in (*NAMES, "", "nonsense"):
        with pytest.raises(NothingToAnswer) as refused:
            question_put_to(story, asking(person=NORA), question)

        values = dict(refused.value.sentence.values)
        assert (refused.value.sentence.id, values) == (
            "answer-nothing-here",
            {"function": "finance", "has_function": 1},
        )


def test_a_question_that_is_asked_again_can_be_answered_again():
    story = dossier(asked(), answered(), asked(minutes=5))

    assert question_put_to(story, asking(person=RAVI), "law").since == NOON + timedelta(minutes=5)


def test_a_question_asked_twice_waits_since_it_was_asked_first():
    (shown,) = put_to(dossier(asked(), asked(minutes=5)), asking(person=RAVI))

    assert shown.since == NOON


def test_an_answer_that_moves_the_door_is_told_from_one_that_does_not():
    worse = CARD.model_copy(update={"answers": RiskProfile(harm="lasting")})

    there, stays = moved(CARD, worse, YARDSTICK), moved(CARD, CARD, YARDSTICK)

    assert (there.before, there.after, there.is_another_door) == (Door.TWO_WAY, Door.ONE_WAY, True)
    assert (stays.before, stays.after, stays.is_another_door) == (Door.TWO_WAY, Door.TWO_WAY, False)
