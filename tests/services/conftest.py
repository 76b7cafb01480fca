"""Two more people of the tests: Tom works in Olga's team, Nora in another one."""

import pytest

from registry.domain.person import Person
from registry.services.person import add_person
from registry.store.database import Database
from tests.nouns import OLGA, STELLA, asking


@pytest.fixture
def tom(db: Database) -> Person:
    """A colleague of Olga's team."""
    return _colleague(db, "Tom Teammate", OLGA.team)


@pytest.fixture
def nora(db: Database) -> Person:
    """A colleague of another team."""
    return _colleague(db, "Nora Neighbour", "Counter")


def _colleague(db: Database, name: str, team: str) -> Person:
    email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
    person = Person(id=0, name=name, email=email, team=team, function="operations")
    return add_person(db, asking(person=STELLA), person)
