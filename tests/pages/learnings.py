"""Learnings for the pages to show: taught, cited and used so many days ago."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from registry.domain.experiment import experiment_code, experiment_id
from registry.domain.learning_facts import Speaks
from registry.domain.person import Person
from registry.services.person import local_person
from registry.store.database import Database, opened
from registry.web.clock import now
from tests.pages.seeds import Seeds
from tests.services import learned


def ago(days: int) -> datetime:
    """The moment so many days before the pages are looked at."""
    return now() - timedelta(days=days)


@contextmanager
def in_registry(seeds: Seeds, by: Person | None = None) -> Iterator[tuple[Database, Person]]:
    """The registry of *seeds*, and who does things in it: *by*, or the local colleague."""
    with opened(seeds.home) as db:
        yield db, by or local_person(db)


def taught(seeds: Seeds, days: int = 30, by: Person | None = None, change: str = "", **said: Any) -> str:
    """The code of an experiment that taught what is *said*, so many *days* ago."""
    if "came_from" in said:
        said["came_from"] = experiment_id(said["came_from"])
    with in_registry(seeds, by) as (db, who):
        return experiment_code(learned.taught(db, ago(days), who, change, **said))


def tried(seeds: Seeds, by: Person | None = None, change: str = "") -> str:
    """The code of a small idea that was tried and kept; nobody wrote down yet what it taught."""
    with in_registry(seeds, by) as (db, who):
        return experiment_code(learned.tried(db, who, change))


def revised(seeds: Seeds, code: str, days: int, **said: Any) -> None:
    """What *code* taught, as it is *said* since so many *days*."""
    with in_registry(seeds) as (db, who):
        learned.revised(db, experiment_id(code), ago(days), who, **said)


def cited(seeds: Seeds, code: str, other: str, speaks: Speaks, days: int) -> None:
    """*other* cited for or against what *code* taught, so many *days* ago."""
    with in_registry(seeds) as (db, who):
        learned.cited(db, experiment_id(code), experiment_id(other), speaks, ago(days), who)


def helped(seeds: Seeds, code: str, by: str, days: int, who: Person | None = None) -> None:
    """*code* was helped by what *by* taught, as somebody said so many *days* ago."""
    with in_registry(seeds, who) as (db, person):
        learned.helped(db, experiment_id(code), experiment_id(by), ago(days), person)
