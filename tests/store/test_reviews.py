"""What waits for whose review or answer, the longest waiting first; and what somebody reviewed."""

from datetime import timedelta

import pytest

from registry.domain.advice import Said
from registry.domain.person import Person
from registry.domain.pilot import StartingPoint
from registry.domain.proposal import Idea, Proposal
from registry.domain.review import Conclusion
from registry.domain.review_facts import Outcome
from registry.services import advice, pilot, proposal, review
from registry.services.person import add_person
from registry.store.database import Database
from registry.store.reviews import asked_of, reviewed, waiting_for_review
from tests.nouns import CARD, NOON, OLGA, OPEN, STELLA, asking
from tests.reviewing import CLEO, RISKY, says

DAY = timedelta(days=1)


@pytest.fixture
def cleo(db: Database) -> Person:
    """A reviewer who speaks for customers."""
    return add_person(db, asking(person=STELLA), CLEO)


def handed_in(db: Database, days: int = 0, written: Proposal = RISKY) -> int:
    """A proposal of Olga's, begun at noon and handed in so many days later."""
    number = proposal.begin(db, asking(), written).id
    proposal.submit(db, asking(NOON + days * DAY), number)
    return number


def gave_review(db: Database, by: Person, number: int, days: int = 9) -> None:
    review.review(db, asking(NOON + days * DAY, by), number, says(by, harm="lasting"))


def waiting(db: Database, viewer: Person) -> list[int]:
    return [dossier.id for dossier in waiting_for_review(db, viewer)]


def test_what_was_handed_in_first_waits_first(db: Database, ravi: Person):
    late, early, _ = handed_in(db, days=2), handed_in(db, days=1), handed_in(db, written=CARD)

    assert waiting(db, ravi) == [early, late]


def test_nothing_waits_for_the_team_for_who_is_no_reviewer_or_for_who_is_gone(db: Database, ravi: Person):
    handed_in(db)

    for viewer in (
        OLGA,
        STELLA,
        ravi.model_copy(update={"team": "PARCELS"}),
        ravi.model_copy(update={"has_left": True}),
    ):
        assert waiting(db, viewer) == []


def test_what_somebody_reviewed_waits_for_them_again_when_all_is_revealed(
    db: Database, ravi: Person, rosa: Person, cleo: Person
):
    number = handed_in(db)
    gave_review(db, ravi, number)
    assert (waiting(db, ravi), waiting(db, rosa)) == ([], [number])

    gave_review(db, rosa, number)
    gave_review(db, cleo, number)

    assert waiting(db, ravi) == waiting(db, cleo) == [number]
    said = Conclusion(outcome=Outcome.NOT_YET, what="numbers", who="planning")
    review.conclude(db, asking(person=ravi), number, said)
    assert waiting(db, ravi) == []


def test_what_is_written_anew_waits_when_it_is_handed_in_again(db: Database, ravi: Person):
    number = handed_in(db)
    gave_review(db, ravi, number)
    other = RISKY.model_copy(update={"idea": Idea(change="Another card")})

    proposal.revise(db, asking(), number, 1, other)
    assert waiting(db, ravi) == []
    proposal.submit(db, asking(NOON + DAY), number)

    assert waiting(db, ravi) == [number]


def test_what_somebody_reviewed_is_listed_once_the_latest_first(db: Database, ravi: Person, rosa: Person):
    first, second = handed_in(db), handed_in(db)
    gave_review(db, ravi, first)
    gave_review(db, ravi, second)
    gave_review(db, ravi, first, days=10)
    gave_review(db, rosa, second)

    assert reviewed(db, ravi.id) == [first, second]
    assert reviewed(db, rosa.id) == [second]
    assert reviewed(db, OLGA.id) == []


def test_a_function_finds_what_it_was_asked_drafts_too_until_it_answered(db: Database, ravi: Person):
    first, second = proposal.begin(db, asking(), OPEN).id, handed_in(db)
    advice.ask_function(db, asking(NOON + DAY), first, "law", "Legal")
    advice.ask_function(db, asking(NOON), second, "law", "legal")
    advice.ask_function(db, asking(NOON), second, "data", "legal")
    advice.ask_function(db, asking(NOON), first, "harm", "front line")

    assert asked_of(db, "legal") == [second, first]
    assert asked_of(db, " LEGAL ") == [second, first]
    assert asked_of(db, "finance") == asked_of(db, "") == []
    for question, answer in (("law", "look"), ("data", "hidden")):
        said = Said(question=question, answer=answer)
        advice.answer_function(db, asking(person=ravi), second, said)
    assert asked_of(db, "legal") == [first]


def test_nothing_is_asked_of_anybody_once_it_runs(db: Database):
    number = proposal.begin(db, asking(), CARD).id
    advice.ask_function(db, asking(), number, "law", "legal")

    pilot.start(db, asking(), number, StartingPoint())

    assert asked_of(db, "legal") == []
