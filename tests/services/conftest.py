"""Two more people: Tom works in Olga's team, Nora in another one. And a backup to go back to."""

from pathlib import Path

import pytest

from registry.domain.person import Person
from registry.services.backup import back_up
from registry.services.person import add_person
from registry.services.proposal import begin
from registry.store.database import Database, Home, opened
from tests.nouns import LATER, OLGA, PHONE_LINE, STELLA, asking
from tests.services.backups import STEWARD


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


@pytest.fixture
def file(lived: Home, tmp_path: Path) -> Path:
    """A backup of the registry with a short history, made by its steward; since then a proposal was begun."""
    file = tmp_path / "friday.db"
    with opened(lived) as db:
        back_up(db, STEWARD, file)
        begin(db, asking(LATER), PHONE_LINE)
    return file
