"""The one-way path from hand-in to start, and what nobody can read anywhere before all reviews are in."""

import json
import re

import pytest

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier, Stage, door, stage
from registry.domain.facts import Pilot
from registry.domain.finding import Wanted
from registry.domain.person import Person
from registry.domain.pilot import CannotStart, StartingPoint
from registry.domain.proposal import Limits
from registry.domain.review import Conclusion, Rating, ReviewRefused, visible_reviews
from registry.domain.review_facts import Outcome, PanelFound, Review
from registry.services import pilot, proposal, review
from registry.services.check import check
from registry.services.history_reading import history_of
from registry.services.person import add_person, change_person
from registry.store import experiments, finding, index
from registry.store.database import Database, Home
from tests.nouns import NOON, OLGA, STELLA, asking
from tests.reviewing import CLEO, HOMEWORK, RISKY, says

HIDDEN = "Nobodyelsesawthis"


@pytest.fixture
def cleo(db: Database) -> Person:
    """A reviewer who speaks for customers."""
    return add_person(db, asking(person=STELLA), CLEO)


@pytest.fixture
def number(db: Database) -> int:
    """A one-way door that Olga handed in."""
    number = proposal.begin(db, asking(), RISKY).id
    proposal.submit(db, asking(), number)
    return number


def gives(db: Database, by: Person, number: int, **ratings: object) -> Dossier:
    return review.review(db, asking(person=by), number, says(by, **ratings))


def now(dossier: Dossier) -> tuple[Door | None, Stage]:
    return door(dossier), stage(dossier, NOON)


def test_a_one_way_door_is_cleared_in_one_story(
    db: Database, home: Home, monkeypatch: pytest.MonkeyPatch, number: int, people: tuple[Person, ...]
):
    ravi, rosa, cleo = people

    # Homework, a sponsor, somebody who cannot review it.
    review.make_case(db, asking(), number, HOMEWORK)
    review.stand_up(db, asking(person=STELLA), number)
    review.ask_reviewer(db, asking(), number, ravi.id)
    review.pass_on(db, asking(person=ravi), number, cleo.id)

    # Three blind reviews; Rosa alone sees lasting harm, and Ravi and Cleo what jobs it takes.
    gives(db, ravi, number, colleagues="jobs")
    gives(db, rosa, number, harm="lasting")
    seen = gives(db, cleo, number, colleagues="jobs")
    found = seen.round.found
    assert found is not None
    assert (found.door, found.lone) == (Door.ONE_WAY, ("harm",))
    with pytest.raises(ReviewRefused):
        review.conclude(db, asking(person=ravi), number, Conclusion(outcome=Outcome.CLEARED))

    # They talk, Rosa rates it again, one thing is missing, and then it is cleared under a condition.
    review.talk(db, asking(person=ravi), number, "harm", "The number stays open.")
    gives(db, rosa, number, harm="repairable")
    waiting = review.conclude(
        db, asking(person=rosa), number, Conclusion(outcome=Outcome.NOT_YET, what="How many?", who="planning")
    )
    assert now(waiting) == (Door.ONE_WAY, Stage.NOT_YET)
    assert now(review.supply(db, asking(), number, "Two.")) == (Door.ONE_WAY, Stage.IN_REVIEW)
    said = Conclusion(outcome=Outcome.CLEARED_IF, what="The number stays")
    assert now(review.conclude(db, asking(person=cleo), number, said)) == (Door.ONE_WAY, Stage.IN_REVIEW)
    assert now(review.accept(db, asking(), number)) == (Door.ONE_WAY, Stage.CLEARED)

    # It starts as any other does.
    started = pilot.start(db, asking(), number, StartingPoint())
    assert now(started) == (Door.ONE_WAY, Stage.RUNNING)
    assert len(started.all(Pilot)) == 1
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    assert check(NOON).findings == ()


@pytest.fixture
def people(ravi: Person, rosa: Person, cleo: Person) -> tuple[Person, ...]:
    """Ravi of legal, Rosa of the front line, Cleo for customers."""
    return ravi, rosa, cleo


def test_a_one_way_door_does_not_start_before_it_is_cleared(db: Database, number: int):
    with pytest.raises(CannotStart):
        pilot.start(db, asking(), number, StartingPoint())

    assert experiments.dossier(db, number).pilot is None


def test_a_cleared_one_way_door_runs_no_longer_than_its_reviewers_were_told(
    db: Database, number: int, people: tuple[Person, ...]
):
    for person in people:
        gives(db, person, number)
    month = Limits(until=NOON.date().replace(month=4))

    with pytest.raises(CannotStart) as refusal:
        pilot.start(db, asking(), number, StartingPoint(limits=month))

    assert refusal.value.sentence.id == "start-longer-than-reviewed"
    assert pilot.start(db, asking(), number, StartingPoint()).pilot is not None


def everything_told(db: Database, number: int, reader: Person) -> str:
    """All that lists, search and the history say to *reader*."""
    events = history_of(db, asking(person=reader), number)
    rows = index.rows(db, list(Stage), viewer=reader)
    answers = [finding.find(db, Wanted(words=text), viewer=reader) for text in (HIDDEN, "look", "")]
    return json.dumps([each.model_dump(mode="json") for each in (*events, *rows)]) + repr(answers)


@pytest.mark.parametrize("reader", [OLGA, STELLA, "rosa", "cleo"], ids=str)
def test_before_the_quorum_nothing_that_others_rated_or_wrote_can_be_read_anywhere(
    db: Database, number: int, people: tuple[Person, ...], reader: Person | str
):
    who = reader if isinstance(reader, Person) else people[["ravi", "rosa", "cleo"].index(reader)]
    said = Rating(
        premortem=HIDDEN, missing=HIDDEN, expected=HIDDEN, ratings=says(people[0], law="look").ratings
    )

    dossier = review.review(db, asking(person=people[0]), number, said)

    told = everything_told(db, number, who)
    assert HIDDEN not in told
    assert not re.search(r"\blook\b", told)
    assert '"verb": "review"' in told
    assert [each.by for each in visible_reviews(dossier, who)] == []


def test_what_was_found_is_revealed_once_and_again_with_each_later_rating(
    db: Database, number: int, people: tuple[Person, ...]
):
    for person in people:
        gives(db, person, number, harm="lasting")
    dossier = gives(db, people[1], number, harm="repairable")

    assert len(dossier.all(PanelFound)) == 2
    assert [each.after_reveal for each in dossier.all(Review)] == [False, False, False, True]


def test_a_reviewer_who_changes_team_afterwards_was_none_of_the_team(
    db: Database, number: int, people: tuple[Person, ...]
):
    ravi, rosa, cleo = people
    gives(db, ravi, number, harm="lasting")
    gives(db, rosa, number, harm="lasting")
    change_person(db, asking(person=STELLA), ravi.model_copy(update={"team": OLGA.team, "function": "sales"}))

    dossier = gives(db, cleo, number, harm="lasting")

    assert dossier.round.is_revealed
    assert {each.function for each in dossier.round.reviews} == {each.function for each in people}


def test_nobody_who_is_not_here_is_asked_for_a_review(db: Database, number: int):
    with pytest.raises(ReviewRefused) as refusal:
        review.ask_reviewer(db, asking(), number, 99)

    assert refusal.value.sentence.id == "review-unknown-person"


def test_lists_show_what_waits_for_one_thing(db: Database, number: int, people: tuple[Person, ...]):
    for person in people:
        gives(db, person, number, harm="lasting")
    said = Conclusion(outcome=Outcome.NOT_YET, what="How many?", who="planning")

    review.conclude(db, asking(person=people[0]), number, said)

    (row,) = index.rows(db, [Stage.NOT_YET])
    assert (row.experiment, row.door, row.stage) == (number, Door.ONE_WAY, Stage.NOT_YET)
