"""A file of an older version is brought up to date, after a copy of it was put aside."""

from contextlib import closing
from pathlib import Path

import pytest

from registry.domain.person import Role
from registry.domain.proposal import Proposal
from registry.services.check import check
from registry.store import experiments, people
from registry.store.database import (
    APPLICATION_ID,
    Home,
    connect,
    one_row,
    opened,
    transaction,
)
from registry.store.schema import create_registry, migrations, newest_version
from tests.nouns import CARD, LATER


@pytest.fixture
def first_version(tmp_path: Path) -> Home:
    """A registry as version 1 left it: one person, who proposed a card."""
    home = Home(tmp_path / "old")
    home.folder.mkdir()
    with closing(connect(home.database, create=True)) as db, transaction(db):
        migrations.apply(db, stop_before="people_and_history")
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute("pragma user_version = 1")
        person = {"name": "Local colleague", "email": "local@localhost", "team": "Parcels", "function": ""}
        db.table("people").insert({"id": 1, **person})
        moment = "2026-03-02T12:00:00.000Z"
        when = {"at": moment, "by": 1, "version": 1, "changed_at": moment, "changed_by": 1}
        db.table("experiments").insert({"id": 1, **when, "proposal": CARD.model_dump_json()})
        row = {"title": CARD.title, "stage": "draft", "touched_at": moment}
        db.table("experiment_index").insert({"experiment": 1, **row})
        db.table("search").insert({"rowid": 1, "title": CARD.title, "quote": CARD.quote.words})
    return home


def version_of(file: Path) -> int:
    with closing(connect(file)) as db:
        return one_row(db, "pragma user_version")["user_version"]


def test_an_older_file_keeps_what_it_says_and_gains_a_team_a_steward_and_a_history(first_version: Home):
    create_registry(first_version)

    with opened(first_version) as db:
        draft, person = experiments.get(db, 1), people.first(db)
        (event,) = db.query("select verb, by from events")
    assert version_of(first_version.database) == newest_version()
    assert (draft.proposal, draft.team) == (CARD, "Parcels")
    assert person is not None
    assert person.roles == {Role.STEWARD}
    assert event == {"verb": "begin_history", "by": None}


def test_the_older_file_is_put_aside_as_it_was(first_version: Home):
    create_registry(first_version)

    (copy,) = first_version.backups.iterdir()
    with closing(connect(copy)) as db:
        (row,) = db.query("select proposal from experiments")
    assert version_of(copy) == 1
    assert Proposal.model_validate_json(row["proposal"]) == CARD


def test_an_updated_file_is_whole(first_version: Home, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("REGISTRY_HOME", str(first_version.folder))
    create_registry(first_version)

    assert check(LATER).findings == ()


def test_bringing_up_to_date_happens_once(first_version: Home):
    create_registry(first_version)
    create_registry(first_version)

    assert len(list(first_version.backups.iterdir())) == 1
