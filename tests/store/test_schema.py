"""The registry's file: made once, refused when it is not ours, and facts that nobody can change."""

import errno
import os
import shutil
import stat
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.sentences import say
from registry.store import experiments
from registry.store.database import Database, Home, RegistryRefused, connect, one_row, opened, writing
from registry.store.schema import create_registry, newest_version
from tests.nouns import CARD, asking, pilot


def refusal_of(home: Home) -> str:
    """The id of the sentence with which opening *home* is refused; the sentence can be said."""
    with pytest.raises(RegistryRefused) as refusal:
        create_registry(home)
    assert home.database.name in say(refusal.value.sentence)
    return refusal.value.sentence.id


def a_file(folder: Path, content: bytes) -> Home:
    (folder / "registry.db").write_bytes(content)
    return Home(folder)


def test_a_registry_is_made_once(tmp_path: Path):
    home = Home(tmp_path / "new" / "registry")

    made = [create_registry(home), create_registry(home)]

    assert made == [True, False]


def test_the_folder_of_a_registry_is_private(tmp_path: Path):
    home = Home(tmp_path / "registry")

    create_registry(home)

    assert [stat.S_IMODE(each.stat().st_mode) for each in (home.folder, home.inbox)] == [0o700, 0o700]


def test_opening_again_keeps_what_was_written(home: Home, db: Database):
    with writing(db):
        added = experiments.add(db, asking(), CARD)

    create_registry(home)

    with opened(home) as again:
        assert experiments.get(again, added.id).proposal == CARD


def test_an_empty_file_becomes_a_registry(tmp_path: Path):
    home = a_file(tmp_path, b"")

    create_registry(home)

    with opened(home) as db:
        assert experiments.every(db) == []


def test_a_file_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path):
    home = Home(tmp_path)
    foreign = sqlite3.connect(home.database)
    foreign.execute("create table songs (title text)")
    foreign.commit()
    foreign.close()
    before = home.database.read_bytes()

    refused = refusal_of(home)

    assert refused == "registry-foreign"
    assert home.database.read_bytes() == before


def test_a_text_file_is_refused_and_left_as_it_was(tmp_path: Path):
    text = b"Dear registry, " * 500
    home = a_file(tmp_path, text)

    refused = refusal_of(home)

    assert refused == "registry-damaged"
    assert home.database.read_bytes() == text


def test_a_damaged_file_is_refused(home: Home):
    whole = home.database.read_bytes()
    home.database.write_bytes(whole[:100] + b"\xff" * 3_000 + whole[3_100:])

    assert refusal_of(home) == "registry-damaged"


def test_a_file_of_a_newer_app_is_refused(home: Home):
    """A newer app has taken a step more, and said so in both places."""
    with opened(home) as db, writing(db):
        db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " values ('registry', 'a_later_step', '2027-01-01')"
        )
        db.execute(f"pragma user_version = {newest_version() + 1}")

    assert refusal_of(home) == "registry-newer"


def test_a_folder_that_is_a_file_is_refused_with_the_reason_in_words(tmp_path: Path):
    (tmp_path / "registry").write_text("not a folder")

    with pytest.raises(RegistryRefused) as refusal:
        create_registry(Home(tmp_path / "registry"))

    assert refusal.value.sentence.id == "registry-not-openable"
    assert refusal.value.sentence.values["problem"] == os.strerror(errno.EEXIST)


def test_a_file_that_came_from_a_backup_is_written_through_a_log_again(home: Home, tmp_path: Path):
    restored = Home(tmp_path / "restored")
    shutil.copytree(home.keys, restored.keys)
    with opened(home) as db:
        db.execute("vacuum into :file", {"file": str(restored.database)})

    create_registry(restored)

    with opened(restored) as db:
        assert one_row(db, "pragma journal_mode") == {"journal_mode": "wal"}


def test_a_library_that_can_corrupt_the_file_is_refused(home: Home, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("registry.store.database.is_safe_for_wal", lambda _version: False)

    with pytest.raises(RegistryRefused) as refusal:
        connect(home.database)

    assert refusal.value.sentence.id == "registry-sqlite-too-old"


@pytest.mark.parametrize(
    "statement",
    [
        "update facts set body = '{}'",
        "delete from facts",
        "insert or replace into facts select * from facts",
        "insert or replace into facts (experiment, kind, at, by, token, body)"
        " select experiment, kind, at, by, token, '{}' from facts",
        "replace into facts (id, experiment, kind, at, by, body)"
        " select id, experiment, kind, at, by, '{}' from facts",
    ],
)
def test_a_fact_can_be_neither_changed_nor_deleted(db: Database, statement: str):
    with writing(db):
        number = experiments.add(db, asking(), CARD).id
        experiments.append(db, asking(click="one click"), number, pilot())
    before = experiments.dossier(db, number)

    with pytest.raises(sqlite3.IntegrityError), writing(db):
        db.execute(statement)

    assert experiments.dossier(db, number) == before


@pytest.mark.parametrize("table", ["facts", "pictures"])
def test_nothing_belongs_to_an_experiment_that_is_not_there(db: Database, table: str):
    columns = {"facts": "kind, body", "pictures": "media_type, image"}[table]
    values = {"facts": "'note', '{}'", "pictures": "'image/png', x'00'"}[table]

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), writing(db):
        db.execute(f"insert into {table} (experiment, at, by, {columns}) values (99, 'now', 1, {values})")  # noqa: S608
