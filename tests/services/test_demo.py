"""The demo: a year of experiments in an empty registry."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from registry.domain.assessment import Door
from registry.domain.evidence import Action
from registry.domain.experiment import Dossier, Stage, door, stage
from registry.domain.facts import Choice, Learning
from registry.domain.learning import WRITTEN
from registry.domain.organisation import Organisation
from registry.domain.person import Asking
from registry.domain.pilot import CannotStart, takes_data
from registry.domain.proposal import Voice
from registry.services import demo
from registry.services.demo import DemoRefused, fill
from registry.services.demo.story import Start, Story, stories
from registry.services.organisation import describe
from registry.services.person import local_person
from registry.services.proposal import begin
from registry.store import experiments, index, people
from registry.store import organisation as organisations
from registry.store.database import Database, Home, opened
from registry.store.schema import create_registry
from tests.nouns import CARD

NOW = datetime(2026, 3, 1, 0, 5, tzinfo=UTC)
"""Shortly after a midnight, on the first day of a month: where days are most easily miscounted."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A registry that the demo filled; the tests only read it."""
    home = Home(tmp_path_factory.mktemp("demo"))
    create_registry(home)
    with opened(home) as db:
        fill(db, Asking(person=local_person(db), at=NOW))
    # Opened anew, as after a restart.
    with opened(home) as db:
        yield db


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    """A registry in which nobody has done anything."""
    home = Home(tmp_path)
    create_registry(home)
    with opened(home) as db:
        yield db


def dossiers(db: Database) -> list[Dossier]:
    return experiments.dossiers(db, experiments.every(db))


def test_there_are_at_least_fourteen_experiments_at_every_stage(filled: Database):
    counts = index.counts(filled)

    assert set(counts) == set(Stage)
    assert sum(counts.values()) == len(stories()) >= 14


def test_lists_agree_with_the_stages_that_the_facts_give(filled: Database):
    derived = {dossier.id: stage(dossier, NOW) for dossier in dossiers(filled)}

    listed = {row.experiment: row.stage for row in index.rows(filled, list(Stage))}

    assert listed == derived


def test_both_doors_occur_and_only_the_two_way_ones_have_started(filled: Database):
    told = dossiers(filled)

    assert {door(dossier) for dossier in told} == {Door.TWO_WAY, Door.ONE_WAY, None}
    assert all(door(dossier) is Door.TWO_WAY for dossier in told if dossier.pilot)


def test_every_action_is_recommended_somewhere_by_the_data(filled: Database):
    readings = [dossier.reading for dossier in dossiers(filled) if dossier.reading]

    assert len(readings) >= 5
    assert {reading.evidence.recommendation.action for reading in readings} == set(Action)


def test_walking_back_is_recommended_for_three_different_reasons(filled: Database):
    recommended = [each.reading.evidence.recommendation for each in dossiers(filled) if each.reading]

    rules = {each.rule for each in recommended if each.action is Action.WALK_BACK}

    assert rules == {"guardrail_harm", "primary_worse", "not_worth_it"}


def test_pilots_that_look_and_listen_have_tallies_and_customers_words(filled: Database):
    listening = [dossier for dossier in dossiers(filled) if dossier.pilot and not takes_data(dossier)]

    assert len(listening) >= 3
    for dossier in listening:
        assert any(note.is_quote for note in dossier.notes), dossier.code
        assert any(note.count is not None for note in dossier.notes), dossier.code


def test_every_learning_says_something_in_each_of_its_fields(filled: Database):
    learned = [fact for dossier in dossiers(filled) for fact in dossier.all(Learning)]

    assert len(learned) >= 6
    for learning in learned:
        assert all(getattr(learning, field) for field in WRITTEN), learning.tell_others
        assert learning.change_our_mind, learning.tell_others


def test_most_that_was_walked_back_left_a_learning(filled: Database):
    walked_back = [
        each for each in dossiers(filled) if each.decision and each.decision.choice is Choice.WALK_BACK
    ]

    learned = [each for each in walked_back if each.learning]

    assert len(learned) >= 3
    assert len(learned) > len(walked_back) / 2


def test_every_experiment_begins_with_words_or_an_observation_and_a_source(filled: Database):
    quotes = [dossier.proposal.quote for dossier in dossiers(filled)]

    assert all(quote.words and quote.source for quote in quotes)
    assert {quote.voice for quote in quotes} == set(Voice)


def test_every_pilot_has_an_expectation_a_cap_and_a_stop_signal(filled: Database):
    pilots = [dossier.pilot for dossier in dossiers(filled) if dossier.pilot]

    assert all(pilot.expected and pilot.limits.cap and pilot.limits.stop_if for pilot in pilots)


def test_no_moment_lies_in_the_future_and_facts_never_go_back_in_time(filled: Database):
    for dossier in dossiers(filled):
        moments = [dossier.experiment.at, *(fact.at for fact in dossier.facts)]

        assert moments == sorted(moments), dossier.code
        assert moments[-1] < NOW, dossier.code


def test_experiments_are_numbered_in_the_order_in_which_they_began(filled: Database):
    begun = [experiment.at for experiment in experiments.every(filled)]

    assert begun == sorted(begun)
    assert NOW - begun[0] > timedelta(days=300)


def test_a_family_of_three_generations_is_shown(filled: Database):
    parent = {each.id: each.origin.experiment for each in experiments.every(filled) if each.origin}

    grandchildren = [child for child, elder in parent.items() if elder in parent]

    assert len(parent) >= 3
    assert grandchildren


def test_what_a_story_leaves_unsaid_stays_as_its_parent_had_it(filled: Database):
    by_title = {dossier.proposal.title: dossier.proposal for dossier in dossiers(filled)}

    child = by_title["a handwritten card in every first parcel"]

    assert child.quote == by_title["a handwritten card in the parcel"].quote
    assert child.idea.whom == "everybody who orders for the first time"
    assert child.answers.exposure == 100


def test_nobody_is_without_a_role_in_their_name(filled: Database):
    made_up = [name for name in people.names(filled).values() if name != local_person(filled).name]

    assert len(made_up) >= 5
    assert all(name.endswith(")") and " (" in name for name in made_up)


def test_a_second_filling_is_refused_and_adds_nothing(filled: Database):
    before = index.counts(filled), people.names(filled)

    with pytest.raises(DemoRefused) as refused:
        fill(filled, Asking(person=local_person(filled), at=NOW))

    assert refused.value.sentence.id == "demo-not-empty"
    assert (index.counts(filled), people.names(filled)) == before


def test_a_registry_with_one_draft_is_refused(empty: Database):
    asking = Asking(person=local_person(empty), at=NOW)
    begin(empty, asking, CARD)

    with pytest.raises(DemoRefused):
        fill(empty, asking)

    assert len(experiments.every(empty)) == 1


def short(*names: str) -> tuple[Story, ...]:
    """The stories with these names; none of them has rows to be read, so they are told at once."""
    chosen = tuple(story for story in stories() if story.name in names)
    assert all(story.plan is None for story in chosen)
    return chosen


def test_what_an_organisation_said_about_itself_before_still_counts(
    empty: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(demo, "stories", lambda: short("early-breakfast"))
    asking = Asking(person=local_person(empty), at=NOW)
    mine = Organisation(name="Olga’s three cafés", places=3, places_word="cafés")
    describe(empty, asking, mine)

    fill(empty, asking)

    assert organisations.latest(empty) == mine


def test_a_story_that_is_refused_midway_is_named(empty: Database, monkeypatch: pytest.MonkeyPatch):
    one_way = next(story for story in stories() if story.name == "close-the-phone-line")
    started = one_way.model_copy(update={"start": Start(days_ago=3, days=28)})
    monkeypatch.setattr(demo, "stories", lambda: (started,))

    with pytest.raises(DemoRefused) as refused:
        fill(empty, Asking(person=local_person(empty), at=NOW))

    assert refused.value.sentence.values["story"] == "close-the-phone-line"
    assert isinstance(refused.value.__cause__, CannotStart)
