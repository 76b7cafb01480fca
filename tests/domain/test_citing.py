"""Citing for and against, and “this helped us”: what was said last of each counts."""

from datetime import timedelta

import pytest

from registry.domain.citing import CitationRefused, Citing, Helping, citations, cited, used, uses
from registry.domain.evidence import Grade
from registry.domain.experiment import Dossier
from registry.domain.facts import Choice, Citation, Decision, Learning, Use
from registry.domain.learning_facts import Speaks
from registry.domain.permission import NotAllowed
from registry.domain.person import Person
from registry.domain.steps import WrongStage
from tests.nouns import NOON, OLGA, asking, dossier, pilot

NORA = Person(id=9, name="Nora Neighbour", email="nora@example.org", team="Counter")
DECIDED = (pilot(), Decision(at=NOON, by=OLGA.id, choice=Choice.KEEP_HERE))
LEARNED = dossier(*DECIDED, Learning(at=NOON, by=OLGA.id, tell_others="Cards work"))


def numbered(one: Dossier, number: int) -> Dossier:
    return one.model_copy(update={"experiment": one.experiment.model_copy(update={"id": number})})


TAUGHT = numbered(LEARNED, 2)
TRIED = numbered(dossier(pilot()), 3)
UNTRIED = numbered(dossier(), 4)


def use(learning: int, *, helped: bool = True, how: str = "") -> Use:
    return Use(at=NOON, by=OLGA.id, learning=learning, helped=helped, how=how)


def citation(experiment: int, speaks: Speaks) -> Citation:
    return Citation(at=NOON, by=OLGA.id, experiment=experiment, speaks=speaks)


def test_an_experiment_is_cited_with_its_grade_of_that_day():
    kept = cited(LEARNED, asking(person=NORA), Citing(3, Speaks.AGAINST, "It rained"), TRIED)

    assert (kept.experiment, kept.speaks, kept.why, kept.grade) == (3, Speaks.AGAINST, "It rained", Grade.E)


@pytest.mark.parametrize(
    ("about", "other", "why"),
    [
        (LEARNED, LEARNED, "citation-of-itself"),
        (numbered(dossier(*DECIDED), 1), TRIED, "wrong-stage-cite"),
        (LEARNED, UNTRIED, "citation-untried"),
    ],
)
def test_what_cannot_speak_for_or_against_a_learning_is_refused(about: Dossier, other: Dossier, why: str):
    with pytest.raises((CitationRefused, WrongStage)) as refusal:
        cited(about, asking(), Citing(other.id, Speaks.FOR), other)

    assert refusal.value.sentence.id == why


def test_of_each_cited_experiment_what_was_said_last_counts_and_neither_takes_it_out():
    said = (citation(2, Speaks.FOR), citation(3, Speaks.FOR), citation(3, Speaks.AGAINST))
    told = dossier(*LEARNED.facts, *said, citation(2, Speaks.NEITHER))

    assert [(each.experiment, each.speaks) for each in citations(told)] == [(3, Speaks.AGAINST)]


def test_a_draft_of_ones_own_team_may_say_what_helped_it_with_and_without_a_word():
    said = used(dossier(), asking(), Helping(2), TAUGHT)

    assert (said.learning, said.how, said.helped) == (2, "", True)


def test_what_helped_may_be_said_until_long_after_the_decision():
    later = NOON + timedelta(days=400)

    assert used(LEARNED, asking(later), Helping(2, "The wording"), TAUGHT).how == "The wording"


def test_nobody_of_another_team_says_what_helped():
    with pytest.raises(NotAllowed):
        used(dossier(*DECIDED), asking(person=NORA), Helping(2), TAUGHT)


@pytest.mark.parametrize(
    ("taught", "why"), [(LEARNED, "use-of-itself"), (TRIED, "citation-without-learning")]
)
def test_what_taught_nothing_and_ones_own_learning_cannot_have_helped(taught: Dossier, why: str):
    with pytest.raises(CitationRefused) as refusal:
        used(dossier(*DECIDED), asking(), Helping(taught.id), taught)

    assert refusal.value.sentence.id == why


def test_of_each_learning_what_was_said_last_counts_and_may_be_taken_back_and_said_again():
    back = dossier(use(2), use(5, how="Fewer words"), use(2, helped=False))
    again = dossier(*back.facts, use(2, how="After all"))

    assert [each.learning for each in uses(back)] == [5]
    assert {each.learning: each.how for each in uses(again)} == {5: "Fewer words", 2: "After all"}
