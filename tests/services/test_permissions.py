"""Every verb refuses who may not, whatever a page believes, and tells the history what it wrote."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import get_type_hints

import pytest

from registry import services
from registry.domain.decision import Verdict
from registry.domain.facts import Choice
from registry.domain.permission import NotAllowed
from registry.domain.person import Asking, HasLeft, Person, Role
from registry.domain.pilot import StartingPoint
from registry.sentences import say
from registry.services import decision, demo, person, pilot, proposal
from registry.store import experiments, people
from registry.store.database import Database
from registry.store.history import SEALED
from tests.nouns import CARD, NOON, OLGA, STELLA, asking
from tests.services.situations import OTHER, drafted, here, running
from tests.services.verbs import OTHERWISE, REFUSED, VERBS

COUNTED_OTHERWISE = {
    "proposal.revise",
    "history_reading.history_of",
    "asked.question_of",
    "reading.plan_to_read",
}
"""By its version; not at all, for they only read."""


@pytest.fixture
def gus(db: Database) -> Person:
    """Somebody who has left, as a page still believes in him: of Olga's team, with every role."""
    stella = asking(person=STELLA)
    everything = Person(id=0, name="Gus Gone", email="gus@example.org", team=OLGA.team, roles=frozenset(Role))
    added = person.add_person(db, stella, everything)
    person.change_person(db, stella, added.model_copy(update={"has_left": True}))
    return added


def kept(db: Database) -> dict[str, list[dict[str, object]]]:
    """Everything that the history seals."""
    return {table: list(db.query(f"select * from {table} order by id")) for table in SEALED}  # noqa: S608


def asked_verbs() -> Iterator[str]:
    """Every public function of services that is handed an asking."""
    for module in pkgutil.walk_packages(services.__path__, "registry.services."):
        for name, verb in inspect.getmembers(import_module(module.name), inspect.isfunction):
            is_public = verb.__module__ == module.name and not name.startswith("_")
            if is_public and Asking in get_type_hints(verb).values():
                yield f"{module.name.removeprefix('registry.services.')}.{name}"


def test_no_verb_is_forgotten_here():
    assert set(asked_verbs()) == {*VERBS, *OTHERWISE}


@pytest.mark.parametrize("name", REFUSED)
def test_somebody_of_another_team_is_refused_in_a_sentence_that_says_who_may(
    db: Database, nora: Person, name: str
):
    verb = REFUSED[name]
    number = verb.about(db)
    before = kept(db)

    with pytest.raises(NotAllowed) as refusal:
        verb.ask(db, asking(NOON, nora), number)

    assert OLGA.team in say(refusal.value.sentence) or "steward" in say(refusal.value.sentence)
    assert kept(db) == before


@pytest.mark.parametrize("name", REFUSED)
def test_a_team_and_roles_that_only_the_page_believes_in_grant_nothing(db: Database, nora: Person, name: str):
    verb = REFUSED[name]
    number = verb.about(db)
    before = kept(db)
    tampered = nora.model_copy(update={"team": OLGA.team, "roles": frozenset(Role)})

    with pytest.raises(NotAllowed):
        verb.ask(db, asking(NOON, tampered), number)

    assert kept(db) == before


@pytest.mark.parametrize("name", VERBS)
def test_who_has_left_asks_for_nothing(db: Database, gus: Person, name: str):
    verb = VERBS[name]
    number = verb.about(db)
    before = kept(db)

    with pytest.raises(HasLeft):
        verb.ask(db, asking(NOON, gus), number)

    assert kept(db) == before


@pytest.mark.parametrize("name", VERBS)
def test_nobody_whom_the_registry_does_not_know_asks_for_anything(db: Database, name: str):
    verb = VERBS[name]
    number = verb.about(db)

    with pytest.raises(HasLeft):
        verb.ask(db, asking(NOON, STELLA.model_copy(update={"id": 99})), number)


@pytest.mark.parametrize("name", VERBS)
def test_whoever_may_is_written_into_the_history_once(db: Database, name: str):
    verb = VERBS[name]
    number = verb.about(db)
    who_may = here(db, verb.who_may)
    before = kept(db)["events"]

    verb.ask(db, asking(NOON, who_may), number)

    added = kept(db)["events"][len(before) :]
    assert [each["by"] for each in added] == [who_may.id] * verb.events


@pytest.mark.parametrize(
    "name",
    [name for name, verb in VERBS.items() if verb.who_may is not STELLA and name not in COUNTED_OTHERWISE],
)
def test_the_same_click_twice_writes_once(db: Database, name: str):
    verb = VERBS[name]
    number = verb.about(db)
    who_may = here(db, verb.who_may)

    verb.ask(db, asking(NOON, who_may, click="one"), number)
    once = kept(db)
    verb.ask(db, asking(NOON, who_may, click="one"), number)

    assert kept(db) == once


def test_a_decision_that_opens_a_draft_writes_both(db: Database):
    number = running(db)
    before = kept(db)["events"]

    decision.decide(db, asking(), number, Verdict(choice=Choice.TRY_BIGGER))

    assert [each["verb"] for each in kept(db)["events"][len(before) :]] == ["decide", "begin"]


def test_a_draft_belongs_to_the_team_that_the_registry_knows(db: Database, nora: Person):
    tampered = nora.model_copy(update={"team": OLGA.team})

    draft = proposal.begin(db, asking(person=tampered), CARD)

    assert (draft.by, draft.team) == (nora.id, nora.team)


def test_what_a_steward_decides_stays_with_the_team_that_tried_it(db: Database):
    number = running(db)

    _, draft = decision.decide(db, asking(person=STELLA), number, Verdict(choice=Choice.TRY_BIGGER))

    assert draft is not None
    assert (draft.by, draft.team) == (STELLA.id, OLGA.team)


def test_a_steward_goes_on_for_a_team_but_leaves_its_words_alone(db: Database):
    number = drafted(db)

    with pytest.raises(NotAllowed):
        proposal.revise(db, asking(person=STELLA), number, 1, OTHER)
    pilot.start(db, asking(person=STELLA), number, StartingPoint())

    assert experiments.get(db, number).proposal == CARD


def test_nobody_gives_a_role_to_themselves(db: Database, nora: Person):
    for more in ({"roles": frozenset({Role.STEWARD})}, {"roles": frozenset({Role.REVIEWER})}):
        with pytest.raises(NotAllowed):
            person.change_person(db, asking(person=nora), nora.model_copy(update=more))

    assert people.get(db, nora.id) == nora


def test_only_a_steward_fills_the_demo(db: Database, nora: Person):
    before = kept(db)

    with pytest.raises(NotAllowed):
        demo.fill(db, asking(person=nora))

    assert kept(db) == before
