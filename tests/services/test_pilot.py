"""Running a pilot: a start asks nobody, a double click counts once, and time ends it."""

from datetime import date, timedelta

import pytest

from registry.domain.experiment import Stage, UnknownExperiment, stage
from registry.domain.facts import Note, Pilot, Submission
from registry.domain.person import Person
from registry.domain.pilot import CannotStart, StartingPoint
from registry.domain.proposal import Limits
from registry.domain.steps import WrongStage
from registry.services import pilot
from registry.services.experiment import follow_time
from registry.services.proposal import begin
from registry.store import experiments, index
from registry.store.database import Database
from tests.finding import found
from tests.nouns import CARD, LATER, NOON, OLGA, PHONE_LINE, PLAN, asking

START = StartingPoint(expected="Ten more come back")


@pytest.fixture
def draft(db: Database) -> int:
    return begin(db, asking(), CARD).id


@pytest.fixture
def running(db: Database, draft: int) -> int:
    pilot.start(db, asking(), draft, START)
    return draft


def test_a_two_way_door_is_started_from_its_draft_by_anybody_of_the_team(
    db: Database, draft: int, tom: Person
):
    dossier = pilot.start(db, asking(person=tom), draft, START)

    assert stage(dossier, NOON) is Stage.RUNNING
    assert [type(fact) for fact in dossier.facts] == [Submission, Pilot]
    assert {fact.by for fact in dossier.facts} == {tom.id}


def test_a_double_click_starts_one_pilot(db: Database, draft: int):
    one = pilot.start(db, asking(click="start"), draft, START)
    two = pilot.start(db, asking(click="start"), draft, START)

    assert one == two


def test_two_people_who_start_at_once_start_one_pilot(db: Database, running: int, tom: Person):
    with pytest.raises(WrongStage):
        pilot.start(db, asking(person=tom), running, START)

    assert len(experiments.dossier(db, running).all(Pilot)) == 1


def test_a_one_way_door_that_is_started_leaves_no_trace(db: Database):
    one_way = begin(db, asking(), PHONE_LINE).id

    with pytest.raises(CannotStart):
        pilot.start(db, asking(), one_way, START)

    assert experiments.dossier(db, one_way).facts == ()
    assert index.counts(db) == {Stage.DRAFT: 1}


def test_a_pilot_that_is_not_there_is_not_started(db: Database):
    with pytest.raises(UnknownExperiment):
        pilot.start(db, asking(), 99, START)


def test_lists_follow_a_pilot_that_time_has_ended(db: Database, running: int):
    last = NOON + timedelta(days=28)

    follow_time(db, last)
    before = index.counts(db)
    follow_time(db, last + timedelta(days=1))

    assert [before, index.counts(db)] == [{Stage.RUNNING: 1}, {Stage.TO_DECIDE: 1}]
    assert index.overdue(db, LATER.date()) == []


def test_what_was_noted_is_found_again(db: Database, running: int):
    pilot.note(db, asking(), running, Note(at=NOON, by=OLGA.id, words="An umbrella came back"))

    assert found(db, "umbrella") == [running]


def test_a_stop_counts_once_and_its_reason_follows(db: Database, running: int):
    pilot.stop(db, asking(click="stop"), running)
    pilot.stop(db, asking(click="stop"), running)
    dossier = pilot.explain_stop(db, asking(LATER), running, "Rain")

    assert stage(dossier, NOON) is Stage.TO_DECIDE
    assert (dossier.stop and dossier.stop.at, dossier.stop_reason) == (NOON, "Rain")


def test_a_plan_is_chosen_before_the_start(db: Database, draft: int):
    pilot.draw_plan(db, asking(), draft, PLAN)

    dossier = pilot.start(db, asking(), draft, START)

    assert dossier.plan == PLAN
    with pytest.raises(WrongStage):
        pilot.draw_plan(db, asking(), draft, PLAN)


def test_an_end_in_more_than_ten_years_is_a_slip(db: Database, draft: int):
    far = StartingPoint(limits=Limits(until=date(2999, 1, 1)))

    with pytest.raises(CannotStart):
        pilot.start(db, asking(), draft, far)
