"""Answering for one's function, as the pages ask for it."""

from datetime import timedelta

import pytest

from registry.domain.advice import Said
from registry.domain.asked import NothingToAnswer
from registry.domain.assessment import Door
from registry.domain.permission import is_allowed
from registry.domain.person import Person
from registry.domain.proposal import Idea, Proposal
from registry.services.advice import ask_function
from registry.services.asked import answer, asked_of, question_of
from registry.services.person import add_person
from registry.services.proposal import begin
from registry.store import experiments
from registry.store.database import Database
from tests.nouns import NOON, OLGA, OPEN, STELLA, asking


@pytest.fixture
def ravi(db: Database) -> Person:
    """Somebody of legal."""
    ravi = Person(id=0, name="Ravi Reviewer", email="ravi@example.org", team="Contracts", function="legal")
    return add_person(db, asking(person=STELLA), ravi)


def put(db: Database, question: str = "law", function: str = "legal", minutes: int = 0) -> int:
    """A draft about which a function is asked."""
    by = asking(NOON + timedelta(minutes=minutes))
    draft = begin(db, by, Proposal(idea=Idea(change=f"Idea at {minutes}")))
    ask_function(db, by, draft.id, question, function)
    return draft.id


def test_what_waits_for_a_function_is_found_the_longest_waiting_first(db: Database, ravi: Person):
    numbers = [put(db, minutes=minutes) for minutes in (30, 10, 20)]
    put(db, function="finance")

    found = asked_of(db, asking(person=ravi))

    assert [each.experiment for each in found] == [numbers[1], numbers[2], numbers[0]]


def test_a_private_draft_is_asked_about_without_becoming_visible(db: Database, ravi: Person):
    number = put(db)
    dossier = experiments.dossier(db, number)
    assert dossier.is_private
    assert not is_allowed(ravi, "see_draft", dossier.experiment)

    assert question_of(db, asking(person=ravi), f"CX-{number}", "law").idea.change == "Idea at 0"


def test_a_function_that_changed_inside_the_registry_counts_and_not_what_a_page_believes(
    db: Database, nora: Person
):
    number = put(db)
    pretends = nora.model_copy(update={"function": "legal"})

    assert asked_of(db, asking(person=pretends)) == []
    with pytest.raises(NothingToAnswer):
        question_of(db, asking(person=pretends), f"CX-{number}", "law")


@pytest.mark.parametrize("code", ["CX-99", "", "'; drop table experiments; --", "9" * 30])
def test_an_experiment_that_is_not_there_is_told_like_one_of_another_function(
    db: Database, ravi: Person, code: str
):
    with pytest.raises(NothingToAnswer) as refused:
        question_of(db, asking(person=ravi), code, "law")

    assert refused.value.sentence.id == "answer-nothing-here"


def test_an_answer_tells_what_it_did_to_the_door(db: Database, ravi: Person):
    number = begin(db, asking(), OPEN).id
    ask_function(db, asking(person=OLGA), number, "harm", "legal")

    moved = answer(db, asking(person=ravi), number, Said(question="harm", answer="lasting"))

    assert moved is not None
    assert (moved.before, moved.after) == (Door.UNDECIDED, Door.ONE_WAY)
    assert experiments.get(db, number).proposal.answers.harm == "lasting"
    assert asked_of(db, asking(person=ravi)) == []
