"""Going back to a backup takes everything back at once, keeps what it replaces, and is told for good."""

import shutil
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

from registry.domain.person import Person, Role
from registry.services.backup import back_up_here, restore
from registry.services.check import check
from registry.services.person import add_person
from registry.services.proposal import begin
from registry.store import experiments, index, people, sign_ins
from registry.store.candidate import State
from registry.store.database import Home, connect, opened, writing
from registry.store.schema import create_registry
from tests.finding import found
from tests.nouns import CARD, LATER, NOON, OLGA, PHONE_LINE, STELLA, asking
from tests.services.backups import A_DAY_LATER, STEWARD, titles, went_back
from tests.services.entries import newest, with_
from tests.source import ROOT
from tests.store.tampering import LEARNED


def test_everything_is_as_it_was_and_what_it_replaced_is_kept(lived: Home, file: Path):
    replaced = went_back(lived, file)

    assert titles(lived) == [CARD.title, "Call people back"]
    assert check(LATER).findings == ()
    went_back(lived, lived.backups / replaced, asking(LATER + timedelta(days=2), STELLA))
    assert titles(lived) == [CARD.title, "Call people back", PHONE_LINE.title]
    assert check(LATER).findings == ()


def test_lists_and_search_are_those_of_the_backup(lived: Home, file: Path):
    went_back(lived, file)

    with opened(lived) as db:
        assert sum(index.counts(db).values()) == 2
        assert found(db, "handwritten") == [1]
        assert found(db, "phone line") == []


def test_a_restore_is_told_in_the_registry_that_was_restored(lived: Home, file: Path):
    replaced = went_back(lived, file)

    with opened(lived) as db:
        event = newest(db)
    assert (event.id, event.verb, event.by) == (LEARNED + 2, "restore", STELLA.id)
    assert [each.after for each in event.changes] == ["friday.db", "1 May 2026, 12:00 UTC", replaced]


def test_everybody_signs_in_again(lived: Home, file: Path):
    with opened(lived) as db, writing(db):
        sign_ins.put(db, "ticket", OLGA.id, NOON)

    went_back(lived, file)

    with opened(lived) as db:
        assert sign_ins.get(db, "ticket") is None
        assert "backup" not in db.table_names()


def test_a_registrys_own_file_can_be_restored_while_it_is_in_use(lived: Home):
    with opened(lived) as db:
        begin(db, asking(LATER), PHONE_LINE)
        assert lived.database.with_name("registry.db-wal").stat().st_size > 0

        restore(db, A_DAY_LATER, lived.database, "registry.db")

    assert PHONE_LINE.title in titles(lived)
    assert check(LATER).findings == ()


def test_other_connections_and_processes_see_what_was_restored(lived: Home, file: Path):
    reading = (
        "import sys\n"
        "from pathlib import Path\n"
        "from registry.store import experiments\n"
        "from registry.store.database import Home, opened\n"
        "with opened(Home(Path(sys.argv[1]))) as db:\n"
        "    for _ in sys.stdin:\n"
        "        print(len(experiments.every(db)), flush=True)\n"
    )
    with (
        closing(connect(lived.database)) as other,
        subprocess.Popen(
            [sys.executable, "-c", reading, str(lived.folder)],
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process,
    ):
        assert process.stdin
        assert process.stdout

        def count() -> tuple[int, int]:
            print("count", file=process.stdin, flush=True)
            return len(experiments.every(other)), int(process.stdout.readline() if process.stdout else 0)

        before = count()
        went_back(lived, file)
        after = count()
        begin(other, asking(LATER), CARD)
        later = count()
        process.stdin.close()

    assert (before, after, later) == ((3, 3), (2, 2), (3, 3))
    assert check(LATER).findings == ()


def test_a_restore_among_writers_leaves_a_registry_that_is_whole(lived: Home, file: Path):
    enough = Event()
    written: list[int] = []

    def write_on() -> None:
        with opened(lived) as own:
            while not enough.is_set():
                written.append(begin(own, asking(LATER), CARD).id)

    writers = [Thread(target=write_on) for _ in range(2)]
    for each in writers:
        each.start()
    try:
        for day in range(3):
            went_back(lived, file, asking(LATER + timedelta(days=day), STELLA))
    finally:
        enough.set()
        for each in writers:
            each.join()

    assert written
    assert check(LATER).findings == ()


def test_who_is_another_in_the_backup_is_not_taken_for_them(lived: Home, file: Path):
    with opened(lived) as db:
        sue = Person(id=0, name="Sue Steward", email="sue@example.org", roles=frozenset({Role.STEWARD}))
        sue = add_person(db, STEWARD, sue)

    went_back(lived, file, asking(LATER, sue))

    with opened(lived) as db:
        event = newest(db)
        assert people.get(db, sue.id) is None
    assert event.by is None
    assert "Sue Steward" in [each.after for each in event.changes]


def test_a_steward_under_another_number_in_the_backup_is_known_by_their_address(
    lived: Home, file: Path, tmp_path: Path
):
    elsewhere = Home(tmp_path / "elsewhere")
    shutil.copytree(lived.keys, elsewhere.keys)
    create_registry(elsewhere)
    with opened(elsewhere) as db:
        with writing(db):
            people.add(db, STELLA.name, STELLA.email)
            people.change(db, STEWARD, with_(STELLA, id=1))
        restore(db, asking(LATER, with_(STELLA, id=1)), file, file.name)

        assert newest(db).by == STELLA.id == 2


def test_a_good_backup_put_in_place_of_a_damaged_file_by_hand_is_a_registry(lived: Home, file: Path):
    for each in ("", "-wal", "-shm"):
        lived.database.with_name(f"registry.db{each}").unlink(missing_ok=True)
    shutil.copy(file, lived.database)

    create_registry(lived)

    assert check(LATER).findings == ()
    with opened(lived) as db:
        begin(db, asking(LATER), CARD)
        again = back_up_here(db, A_DAY_LATER)
    assert again.state is State.GOOD
    assert again.events == LEARNED + 3
