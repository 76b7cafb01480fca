"""Before the first visitor: what cannot be used is refused in one sentence, and what is not well is said."""

import os
import shutil
import stat
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.sentences import say
from registry.services.home import registry
from registry.services.start_up import LEAST_ROOM, LITTLE_ROOM, room, start_up
from registry.store import backup, experiments
from registry.store.database import Database, Home, RegistryRefused, opened
from registry.store.keys import HISTORY, key_file
from tests.limited import limited
from tests.nouns import NOON


def refused() -> str:
    """The one line that the start is refused with."""
    with pytest.raises(RegistryRefused) as refusal:
        start_up()
    line = say(refusal.value.sentence)
    assert "\n" not in line
    return line


def a_backup(home: Home, name: str, day: int) -> Path:
    """A backup of *home*, made on that day of 1970 as far as the file system knows."""
    home.backups.mkdir(exist_ok=True)
    with opened(home) as db:
        backup.write(db, home.backups / name, NOON)
    os.utime(home.backups / name, (day * 86_400, day * 86_400))
    return home.backups / name


def spoiled(file: Path) -> None:
    """Overwrite a page of *file*, and nothing else about it."""
    times = file.stat()
    whole = file.read_bytes()
    file.write_bytes(whole[: 4_096 * 3] + b"\xff" * 4_096 + whole[4_096 * 4 :])
    os.utime(file, (times.st_atime, times.st_mtime))


def test_a_registry_that_is_well_needs_no_words(lived: Home):
    assert start_up() == ()


def test_a_first_start_makes_the_registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path / "deep" / "new"))

    told = start_up()

    assert told == ()
    with registry() as db:
        assert experiments.every(db) == []


def test_a_damaged_file_is_refused_with_the_newest_backup_that_is_good(lived: Home, home: Home, db: Database):
    """Those after Tuesday’s are damaged, another registry’s, and no database at all."""
    a_backup(lived, "monday.db", 1)
    a_backup(lived, "tuesday.db", 2)
    spoiled(a_backup(lived, "wednesday.db", 3))
    shutil.copy2(a_backup(home, "thursday.db", 4), lived.backups)
    (lived.backups / "friday.db").write_text("Dear registry")
    spoiled(lived.database)
    before = lived.database.read_bytes()

    line = refused()

    assert line.startswith("The registry’s file “registry.db” is damaged")
    assert "“backups/tuesday.db”" in line
    assert lived.database.read_bytes() == before


def test_a_damaged_file_without_a_good_backup_says_that_there_is_none(lived: Home):
    spoiled(lived.database)

    assert "There is no good backup" in refused()


def test_a_backup_named_so_can_be_put_in_place_by_hand(lived: Home):
    good = a_backup(lived, "tuesday.db", 2)
    spoiled(lived.database)
    assert "“backups/tuesday.db”" in refused()

    for each in lived.folder.glob("registry.db*"):
        each.unlink()
    shutil.copy(good, lived.database)

    assert start_up() == ()
    with registry() as db:
        assert len(experiments.every(db)) == 2


def test_another_programs_file_is_refused_and_left_as_it_is(lived: Home):
    a_backup(lived, "monday.db", 1)
    lived.database.unlink()
    with sqlite3.connect(lived.database) as file:
        file.execute("create table songs (title text)")
    file.close()
    before = lived.database.read_bytes()

    line = refused()

    assert "holds another program’s data" in line
    assert "“backups/monday.db”" in line
    assert lived.database.read_bytes() == before


def test_without_the_historys_key_nothing_starts(lived: Home):
    key_file(lived, HISTORY).unlink()

    assert "“history.key”" in refused()


def test_keys_that_others_could_read_are_made_private(lived: Home):
    lived.keys.chmod(0o755)
    key_file(lived, HISTORY).chmod(0o644)

    start_up()

    assert stat.S_IMODE(lived.keys.stat().st_mode) == 0o700
    assert stat.S_IMODE(key_file(lived, HISTORY).stat().st_mode) == 0o600


def test_a_folder_that_everybody_may_write_to_is_told(lived: Home):
    lived.folder.chmod(0o777)

    told = [say(each) for each in start_up()]

    assert len(told) == 1
    assert str(lived.folder) in told[0]


def test_a_read_only_registry_starts_and_says_so(lived: Home):
    lived.database.chmod(0o400)

    told = limited(start_up)

    assert [each.id for each in told] == ["server-read-only"]


@pytest.mark.parametrize("free", [0, LEAST_ROOM - 1])
def test_a_disk_that_is_nearly_full_is_refused(free: int):
    with pytest.raises(RegistryRefused) as refusal:
        room(free)

    assert "20 MB" in say(refusal.value.sentence)


@pytest.mark.parametrize(
    ("free", "is_told"), [(LEAST_ROOM, True), (LITTLE_ROOM - 1, True), (LITTLE_ROOM, False)]
)
def test_a_disk_that_is_getting_full_is_told(free: int, is_told: bool):
    told = room(free)

    assert (told is not None) == is_told
    assert told is None or str(free // 1_000_000) in say(told)
