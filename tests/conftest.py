"""A registry in a folder of its own, and the people of the tests: Olga owns, Ravi and Rosa review."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from registry.domain.person import Person, Role
from registry.services.person import add_person
from registry.store import history, people
from registry.store.database import Database, Home, opened, writing
from registry.store.schema import create_registry
from tests.nouns import NOON, OLGA, STELLA, asking
from tests.store.tampering import lived_in

# How long one try takes tells of the machine, not of the law. `make test` tries the same cases each
# time, so that it fails for a change and not by chance; `make soak` tries new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("new", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("LAWS", "same"))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A fresh registry."""
    home = Home(tmp_path / "registry")
    create_registry(home)
    return home


@pytest.fixture
def db(home: Home) -> Iterator[Database]:
    """A connection to the fresh registry; Olga, who asks in most tests, and its steward Stella are in it."""
    with opened(home) as db:
        with writing(db):
            for person in (OLGA, STELLA):
                people.add(db, person.name, person.email, person.team, person.function)
                people.change(db, asking(), person)
            history.begin(db, NOON)
        yield db


@pytest.fixture
def lived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The registry that REGISTRY_HOME names, with a short history."""
    home = lived_in(tmp_path / "lived")
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    return home


@pytest.fixture
def olga(db: Database) -> Person:
    """Who owns the experiments."""
    return OLGA


@pytest.fixture
def stella(db: Database) -> Person:
    """The steward."""
    return STELLA


@pytest.fixture
def ravi(db: Database) -> Person:
    """A reviewer from legal."""
    return _reviewer(db, "Ravi Reviewer", "ravi@example.org", "Contracts", "legal")


@pytest.fixture
def rosa(db: Database) -> Person:
    """A reviewer from the front line."""
    return _reviewer(db, "Rosa Reviewer", "rosa@example.org", "Counter", "front line")


def _reviewer(db: Database, name: str, email: str, team: str, function: str) -> Person:
    person = Person(
        id=0, name=name, email=email, team=team, function=function, roles=frozenset({Role.REVIEWER})
    )
    return add_person(db, asking(person=STELLA), person)
