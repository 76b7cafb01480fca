"""Whether the registry can be read and written is tried, and every fault has its word."""

import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from registry.store.database import Database, Home, locked, opened, writing
from registry.store.health import Health, health

PROBE = """
import resource, sys
from pathlib import Path
from registry.store.database import Home
from registry.store.health import health
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
print(health(Home(Path(sys.argv[1]))))
"""


def taken_away(home: Home) -> None:
    for file in home.folder.glob("registry.db*"):
        file.unlink()


def folder_moved(home: Home) -> None:
    home.folder.rename(home.folder.with_name("elsewhere"))


def file_in_place_of_the_folder(home: Home) -> None:
    folder_moved(home)
    home.folder.write_text("not a folder", encoding="utf-8")


def emptied(home: Home) -> None:
    taken_away(home)
    home.database.touch()


def of_another_kind(home: Home) -> None:
    taken_away(home)
    home.database.write_text("Dear colleague, " * 1000, encoding="utf-8")


def torn(home: Home) -> None:
    with home.database.open("r+b") as file:
        file.seek(200)
        file.write(b"\\xff" * 100_000)


def folder_in_place_of_the_file(home: Home) -> None:
    taken_away(home)
    home.database.mkdir()


def folder_in_place_of_the_probe(home: Home) -> None:
    (home.folder / ".health").mkdir()


def test_a_registry_that_can_be_read_and_written_is_well_and_nothing_is_left_behind(home: Home, db: Database):
    before = {each.name for each in home.folder.iterdir()}

    found = health(home)

    assert found is Health.OK
    assert {each.name for each in home.folder.iterdir()} == before
    with writing(db):
        db.execute("insert into experiments (at, by, version, changed_at, changed_by, proposal) "
                   "select '', id, 1, '', id, '{}' from people limit 1")  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (taken_away, Health.MISSING),
        (folder_moved, Health.MISSING),
        (file_in_place_of_the_folder, Health.MISSING),
        (folder_in_place_of_the_file, Health.MISSING),
        (emptied, Health.DAMAGED),
        (of_another_kind, Health.DAMAGED),
        (torn, Health.DAMAGED),
        (folder_in_place_of_the_probe, Health.FAILED),
    ],
)
def test_a_fault_has_its_word(home: Home, fault: Callable[[Home], None], word: Health):
    fault(home)

    assert health(home) is word


def test_a_registry_taken_away_is_not_made_anew(home: Home):
    taken_away(home)

    health(home)

    assert not home.database.exists()


def test_a_disk_that_takes_nothing_more_is_full(home: Home):
    told = subprocess.run(
        [sys.executable, "-c", PROBE, str(home.folder)], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == Health.FULL


def test_it_waits_for_its_turn_behind_a_writer(home: Home):
    found: list[Health] = []
    looking = threading.Thread(target=lambda: found.append(health(home)))

    with locked(home.database):
        looking.start()
        looking.join(timeout=0.2)
        waited = looking.is_alive() and not found
    looking.join()

    assert waited
    assert found == [Health.OK]


def test_a_writer_that_keeps_out_of_the_queue_and_never_ends_is_told(
    home: Home, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("registry.store.database.BUSY_SECONDS", 0.01)

    with opened(home) as other:
        other.execute("begin immediate")
        found = health(home)
        other.rollback()

    assert found is Health.BUSY
    assert health(home) is Health.OK
