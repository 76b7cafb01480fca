"""How the registry's file is opened, and what a write transaction keeps and gives back."""

import shutil
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.proposal import Proposal
from registry.store import experiments
from registry.store.database import (
    Database,
    Home,
    RegistryRefused,
    connect,
    connect_to_read,
    is_safe_for_wal,
    one_row,
    writing,
)
from tests.nouns import asking

UNSAFE = [(3, 7, 0), (3, 40, 1), (3, 44, 5), (3, 45, 0), (3, 45, 6), (3, 50, 6), (3, 51, 0), (3, 51, 2)]
SAFE = [(3, 44, 6), (3, 44, 9), (3, 50, 7), (3, 51, 3), (3, 52, 0), (3, 53, 4), (4, 0, 0)]


@pytest.mark.parametrize("version", UNSAFE)
def test_a_library_that_can_corrupt_the_log_is_not_safe(version: tuple[int, ...]):
    assert not is_safe_for_wal(version)


@pytest.mark.parametrize("version", SAFE)
def test_a_library_with_the_fix_is_safe(version: tuple[int, ...]):
    assert is_safe_for_wal(version)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("foreign_keys", 1), ("recursive_triggers", 1), ("synchronous", 2), ("journal_mode", "wal")],
)
def test_every_connection_keeps_what_it_promises(db: Database, pragma: str, value: int | str):
    assert one_row(db, f"pragma {pragma}") == {pragma: value}


def test_a_registry_that_is_not_there_is_refused_and_not_made(tmp_path: Path):
    with pytest.raises(RegistryRefused) as refusal:
        connect(Home(tmp_path).database)

    assert refusal.value.sentence.id == "registry-not-openable"
    assert list(tmp_path.iterdir()) == []


def test_a_connection_to_read_cannot_write(home: Home, db: Database):
    reader = connect_to_read(home.database)

    with pytest.raises(RegistryRefused) as refusal, writing(reader):
        experiments.add(reader, asking(), Proposal())

    assert refusal.value.sentence.id == "fault-read-only"
    reader.close()


def test_a_finished_file_is_read_without_another_file_beside_it(home: Home, tmp_path: Path):
    copy = Path(shutil.copy(home.database, tmp_path / "copy.db"))

    reader = connect_to_read(copy, is_finished=True)
    read = experiments.every(reader)
    beside = list(tmp_path.glob("copy.db-*"))
    reader.close()

    assert (read, beside) == ([], [])


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt, BaseException])
def test_a_write_that_is_interrupted_leaves_nothing_behind(db: Database, interruption: type[BaseException]):
    def interrupted() -> None:
        with writing(db):
            experiments.add(db, asking(), Proposal())
            raise interruption

    with pytest.raises(interruption):
        interrupted()

    assert experiments.every(db) == []


def test_the_next_write_succeeds_after_an_interrupted_one(db: Database):
    with pytest.raises(KeyboardInterrupt), writing(db):
        raise KeyboardInterrupt

    with writing(db):
        added = experiments.add(db, asking(), Proposal())

    assert experiments.every(db) == [added]


def test_what_another_connection_has_not_committed_is_not_seen(home: Home, db: Database):
    other = connect(home.database)

    with writing(db):
        experiments.add(db, asking(), Proposal())
        seen = experiments.every(other)

    assert seen == []
    assert len(experiments.every(other)) == 1
    other.close()


def test_a_write_holds_the_file_from_its_first_moment(home: Home, db: Database):
    other = connect(home.database)
    other.execute("pragma busy_timeout = 0")

    with writing(db), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("begin immediate")

    other.close()


def test_one_lock_guards_a_file_whatever_it_is_called(home: Home, db: Database, tmp_path: Path):
    alias = tmp_path / "alias"
    alias.symlink_to(home.folder)
    other = connect(Home(alias).database)

    with writing(db):
        experiments.add(db, asking(), Proposal())
    with writing(other):
        experiments.add(other, asking(), Proposal())
    other.close()

    assert len(experiments.every(db)) == 2
    assert [path.name for path in home.folder.glob("*.lock")] == ["registry.lock"]
