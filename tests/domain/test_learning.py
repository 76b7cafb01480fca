"""One sentence is a learning, none is not; and what the registry knows is written in already."""

from datetime import date, timedelta

import pytest

from registry.domain.facts import Choice, Decision, Learning, Withdrawal
from registry.domain.learning import (
    Expectation,
    NothingLearned,
    StaleLearning,
    expectations,
    learned,
    looked_at_again,
    prefilled,
)
from registry.domain.organisation import Organisation, Topic
from registry.domain.review_facts import Review
from registry.domain.risk import RiskProfile
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
    assert learned(again, asking(), learning(tell_others="Cards work in winter"), seen=1)


@pytest.mark.parametrize("seen", [0, 2])
def test_who_did_not_know_the_latest_revision_is_told_of_it(seen: int):
    again = dossier(*DECIDED.facts, learning(tell_others="Cards work"))

    with pytest.raises(StaleLearning) as refusal:
        learned(again, asking(), learning(tell_others="Cards work in winter"), seen=seen)

    assert "Your words are still in the fields" in say(refusal.value.sentence)


def test_what_proposers_and_reviewers_expected_beforehand_is_told_without_names():
    by = {"premortem": "It hurt", "ratings": RiskProfile()}
    late = Review(at=NOON + timedelta(days=1), by=4, function="finance", expected="Nothing at all", **by)
    legal = Review(at=NOON, by=3, function="legal", expected="Two complaints", **by)

    told = expectations(dossier(legal, pilot(), late))

    assert told == (Expectation("", "Ten more come back", 0.1), Expectation("legal", "Two complaints"))


@pytest.mark.parametrize(
    ("topic", "day"),
    [("web and app", date(2026, 9, 2)), ("waiting and service", date(2027, 3, 2)), ("", date(2027, 3, 2))],
)
def test_the_topic_says_when_somebody_looks_again(topic: str, day: date):
    assert looked_at_again(Organisation().topics, topic, NOON.date()) == day


def test_a_day_that_the_month_lacks_becomes_one_that_it_has():
    half_a_year = (Topic(name="prices", months=6),)

    assert looked_at_again(half_a_year, "prices", date(2026, 8, 31)) == date(2027, 2, 28)


def test_what_was_expected_is_written_in_already():
    assert prefilled(DECIDED, asking()).expected == "Ten more come back"
    assert prefilled(dossier(), asking()).expected == ""
