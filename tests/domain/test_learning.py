"""One sentence is a learning, none is not; and what the registry knows is written in already."""

import pytest

from registry.domain.facts import Choice, Decision, Learning, Withdrawal
from registry.domain.learning import NothingLearned, learned, prefilled
from registry.domain.steps import WrongStage
from registry.sentences import say
from tests.nouns import NOON, OLGA, asking, dossier, pilot

DECIDED = dossier(pilot(), Decision(at=NOON, by=OLGA.id, choice=Choice.KEEP_HERE))
FIELDS = ("expected", "happened", "surprised", "tell_others", "next_step")


def learning(**fields: object) -> Learning:
    return Learning.model_validate({"at": NOON, "by": OLGA.id} | fields)


@pytest.mark.parametrize("field", FIELDS)
def test_one_sentence_in_any_field_is_a_learning(field: str):
    assert learned(DECIDED, asking(), learning(**{field: "Ink smudges"})) == learning(
        **{field: "Ink smudges"}
    )


@pytest.mark.parametrize("fields", [{}, {"happened": " \n"}, {"hard_to_see": ("", " ")}])
def test_a_learning_without_a_word_is_refused(fields: dict[str, object]):
    with pytest.raises(NothingLearned) as refusal:
        learned(DECIDED, asking(), learning(**fields))

    assert "One sentence is enough" in say(refusal.value.sentence)


def test_empty_conditions_are_left_out():
    kept = learned(DECIDED, asking(), learning(hard_to_see=("", "winter", " ")))

    assert kept.hard_to_see == ("winter",)


def test_a_learning_is_welcome_after_a_withdrawal_and_not_before_a_decision():
    withdrawn = dossier(Withdrawal(at=NOON, by=OLGA.id))

    assert learned(withdrawn, asking(), learning(tell_others="Ask legal first"))
    with pytest.raises(WrongStage):
        learned(dossier(pilot()), asking(), learning(tell_others="Too early"))


def test_a_learning_may_be_revised():
    first = learning(tell_others="Cards work")
    again = dossier(*DECIDED.facts, first)

    assert prefilled(again, asking()) == first
    assert learned(again, asking(), learning(tell_others="Cards work in winter"))


def test_what_was_expected_is_written_in_already():
    assert prefilled(DECIDED, asking()).expected == "Ten more come back"
    assert prefilled(dossier(), asking()).expected == ""
