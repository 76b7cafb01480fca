"""What comes back to a team: never empty, named only with consent, money only where it can be true."""

from typing import Any

import pytest

from registry.domain.echo import (
    EstimateRefused,
    NothingSaid,
    NotNamed,
    cost_estimated,
    heard,
    is_named,
    open_questions,
    question_asked,
    replied,
    replies_to,
    thanked,
)
from registry.domain.facts import Choice, Decision, Question, Reply, Thanks
from registry.domain.permission import NotAllowed
from registry.domain.person import Person
from registry.domain.steps import WrongStage
from tests.nouns import NOON, OLGA, asking, dossier, pilot

NORA = Person(id=9, name="Nora Neighbour", email="nora@example.org", team="Counter")
TOM = 7
RUNNING = dossier(pilot())
DECIDED = dossier(pilot(), Decision(at=NOON, by=OLGA.id, choice=Choice.WALK_BACK))


def question(words: str) -> Question:
    return Question(at=NOON, by=NORA.id, words=words)


def reply(number: int, words: str = "Two of ten") -> Reply:
    return Reply(at=NOON, by=OLGA.id, question=number, words=words)


def test_anybody_thanks_asks_and_adds_what_they_heard():
    nora = asking(person=NORA)

    said = (
        thanked(RUNNING, nora, " Thank you\0 "),
        question_asked(RUNNING, nora, "How many?"),
        heard(RUNNING, nora, "I kept it", "counter"),
    )

    assert [(each.words, each.by) for each in said] == [
        ("Thank you", NORA.id),
        ("How many?", NORA.id),
        ("I kept it", NORA.id),
    ]


@pytest.mark.parametrize("words", ["", " \n\t", "\0\0"])
def test_without_a_word_nothing_is_said(words: str):
    asked = dossier(pilot(), question("How many?"))
    verbs: tuple[Any, ...] = (
        lambda: thanked(RUNNING, asking(), words),
        lambda: question_asked(RUNNING, asking(), words),
        lambda: replied(asked, asking(), 1, words),
        lambda: heard(RUNNING, asking(), words, "counter"),
        lambda: cost_estimated(DECIDED, asking(), 900, words),
    )
    for verb in verbs:
        with pytest.raises(NothingSaid):
            verb()


def test_a_draft_that_nobody_handed_in_hears_nothing():
    for verb in (thanked, question_asked):
        with pytest.raises(WrongStage):
            verb(dossier(), asking(), "How so?")


def test_somebody_is_thanked_by_name_only_while_they_agree():
    kept = thanked(RUNNING, asking(), "Thank you", TOM, agreed={TOM})

    with pytest.raises(NotNamed):
        thanked(RUNNING, asking(), "Thank you", TOM, agreed={NORA.id})
    assert (is_named(kept, {TOM}), is_named(kept, {NORA.id})) == (True, False)


def test_thanks_to_a_team_name_nobody_whoever_agreed():
    to_all = Thanks(at=NOON, by=NORA.id, words="Thank you")

    assert not is_named(to_all, {TOM, NORA.id})


def test_the_team_answers_a_question_by_its_number_and_nobody_else_does():
    asked = dossier(pilot(), question("How many?"), question("What then?"))

    said = replied(asked, asking(), 2, "They came back")

    assert replies_to(dossier(*asked.facts, said), 2) == (said,)
    for number in (0, 3):
        with pytest.raises(NothingSaid):
            replied(asked, asking(), number, "They came back")
    with pytest.raises(NotAllowed):
        replied(asked, asking(person=NORA), 1, "I think two")


def test_a_question_is_open_until_its_first_answer():
    asked = dossier(pilot(), question("How many?"), reply(1), question("What then?"), reply(1, "Now three"))

    assert [(number, each.words) for number, each in open_questions(asked)] == [(2, "What then?")]
    assert [each.words for each in replies_to(asked, 1)] == ["Two of ten", "Now three"]


@pytest.mark.parametrize("amount", [-0.01, float("inf"), float("nan")])
def test_an_estimate_that_cannot_be_true_is_refused_in_words(amount: float):
    with pytest.raises(EstimateRefused):
        cost_estimated(DECIDED, asking(), amount, "Two a card")


def test_an_estimate_is_signed_after_the_decision_by_anybody():
    signed = cost_estimated(DECIDED, asking(person=NORA), 0, "Nothing: the cards were left over")

    assert (signed.by, signed.amount) == (NORA.id, 0)
    with pytest.raises(WrongStage):
        cost_estimated(RUNNING, asking(), 900, "Two a card")
