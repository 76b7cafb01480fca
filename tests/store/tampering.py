"""A registry with a short history, and hands that change it behind its back."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.decision import Verdict
from registry.domain.facts import Choice, Learning, Note
from registry.domain.organisation import Organisation
from registry.domain.pilot import StartingPoint
from registry.domain.sentence import Sentence
from registry.sentences import say
from registry.services import decision, learning, organisation, person, pilot, proposal
from registry.store import history, people
from registry.store.database import Database, Home, opened, writing
from registry.store.schema import create_registry
from tests.nouns import CARD, NOON, OLGA, OPEN, STELLA, asking

PEOPLE, ORGANISATION, DRAFT, STARTED, NOTED, RENAMED, DECIDED, FOLLOWED, REVISED, LEARNED = range(1, 11)
"""The events of `lived_in`, by their numbers."""

NOTE, DECISION, LEARNING = 3, 4, 5
"""Facts of `lived_in`, by their numbers."""


def lived_in(folder: Path) -> Home:
    """A registry in *folder*, for one test: CX-1 is drafted, started, decided, learned from; CX-2 follows."""
    return Home(Path(shutil.copytree(_template().name, folder)))


@cache
def _template() -> "TemporaryDirectory[str]":
    folder = TemporaryDirectory()
    home = Home(Path(folder.name))
    create_registry(home)
    with opened(home) as db:
        with writing(db):
            for each in (OLGA, STELLA):
                people.add(db, each.name, each.email, each.team, each.function)
                people.change(db, asking(), each)
            history.begin(db, NOON)
        _live(db)
    return folder


def _live(db: Database) -> None:
    organisation.describe(db, asking(person=STELLA), Organisation(customers=4_000))
    draft = proposal.begin(db, asking(), CARD).id
    pilot.start(db, asking(), draft, StartingPoint(expected="Ten more come back"))
    drawn = BytesIO()
    Image.new("RGB", (4, 3), "teal").save(drawn, "PNG")
    seen = Note(at=NOON, by=OLGA.id, words="A customer smiled", is_quote=True)
    pilot.note(db, asking(), draft, seen, drawn.getvalue())
    person.change_person(db, asking(person=STELLA), OLGA.model_copy(update={"function": "front line"}))
    _, bigger = decision.decide(db, asking(), draft, Verdict(choice=Choice.TRY_BIGGER))
    assert bigger is not None
    proposal.revise(db, asking(), bigger.id, bigger.version, OPEN)
    told = Learning(at=NOON, by=OLGA.id, tell_others="Write it by hand")
    learning.learn(db, asking(), draft, told)


@contextmanager
def behind_its_back(home: Home) -> Iterator["sqlite3.Connection"]:
    """The file in the hands of somebody who knows SQLite: no triggers, no checks, and no trace of it."""
    with sqlite3.connect(home.database, isolation_level=None) as connection:
        triggers = connection.execute("select name, sql from sqlite_schema where type = 'trigger'").fetchall()
        connection.execute("pragma ignore_check_constraints = on")
        for name, _ in triggers:
            connection.execute(f"drop trigger {name}")
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
    connection.close()


def named(findings: Sequence[Sentence], *values: str) -> list[tuple[object, ...]]:
    """The kinds of *findings*, each with those of its values that are asked for; every one can be said."""
    assert all(say(each) for each in findings)
    return [
        (each.id.removeprefix("found-"), *(each.values[value] for value in values if value in each.values))
        for each in findings
    ]
