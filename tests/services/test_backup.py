"""Going back to a backup takes everything back at once, keeps what it replaces, and is told for good."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.permission import NotAllowed
from registry.domain.person import Asking, HasLeft, Person, Role
from registry.sentences import say
from registry.services import backup
from registry.services.backup import back_up, back_up_here, kept, look_at, on_shelf, restore, take_away
from registry.services.check import check
from registry.services.person import add_person, change_person
from registry.services.proposal import begin
from registry.store import experiments, index, people, search, sign_ins
from registry.store.backup import BackupRefused
from registry.store.candidate import State
from registry.store.database import Home, connect, one_row, opened, writing
from registry.store.keys import HISTORY, key_file
from registry.store.restore import RestoreRefused
from registry.store.schema import create_registry, newest_version
from tests.nouns import CARD, LATER, NOON, OLGA, PHONE_LINE, STELLA, asking
from tests.services.entries import newest, with_
from tests.source import ROOT
from tests.store.tampering import LEARNED, behind_its_back, lived_in

STEWARD = asking(LATER, STELLA)
A_DAY_LATER = asking(LATER + timedelta(days=1), STELLA)


@pytest.fixture
def lived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The registry that REGISTRY_HOME names, with a short history."""
    home = lived_in(tmp_path / "lived")
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    return home


@pytest.fixture
def file(lived: Home, tmp_path: Path) -> Path:
    """A backup of that registry, made by its steward; since then a proposal was begun."""
    file = tmp_path / "friday.db"
    with opened(lived) as db:
        back_up(db, STEWARD, file)
        begin(db, asking(LATER), PHONE_LINE)
    return file


def went_back(home: Home, file: Path, by: Asking = A_DAY_LATER) -> str:
    """Restore *file*; the name of what it replaced."""
    with opened(home) as db:
        return restore(db, by, file, file.name).replaced


def titles(home: Home) -> list[str]:
    with opened(home) as db:
        return [each.proposal.title for each in experiments.every(db)]


def test_a_backup_holds_the_event_that_tells_of_it(lived: Home, tmp_path: Path):
    with opened(lived) as db:
        made = back_up(db, STEWARD, tmp_path / "friday.db")
        event = newest(db)

    assert (made.state, made.events, made.at) == (State.GOOD, LEARNED + 1, LATER)
    assert (event.verb, event.by, event.id) == ("back_up", STELLA.id, LEARNED + 1)
    assert [each.after for each in event.changes] == ["friday.db"]


def test_a_backup_that_cannot_be_made_is_not_told_of(lived: Home, tmp_path: Path):
    (tmp_path / "friday.db").write_text("something else")

    with opened(lived) as db:
        with pytest.raises(BackupRefused):
            back_up(db, STEWARD, tmp_path / "friday.db")

        assert newest(db).verb == "learn"


def test_the_registrys_own_backups_are_listed_newest_first_with_their_space(lived: Home):
    with opened(lived) as db:
        assert kept(db, STEWARD, 10).files == 0
        first, second = back_up_here(db, STEWARD), back_up_here(db, A_DAY_LATER)

        found = kept(db, STEWARD, 1)

    assert [each.name for each in found.newest] == [second.name]
    assert (found.files, found.size) == (2, first.size + second.size)
    assert found.events == LEARNED + 2


def test_who_takes_a_backup_along_is_told_of(lived: Home):
    with opened(lived) as db:
        made = back_up_here(db, STEWARD)

        content = take_away(db, A_DAY_LATER, made.name)

        assert content == on_shelf(db, made.name).read_bytes()
        assert (newest(db).verb, newest(db).changes[0].after) == ("take_backup", made.name)


@pytest.mark.parametrize("name", ["../registry.db", "../keys/history.key", "none.db", ""])
def test_nothing_but_a_backup_is_taken_along(lived: Home, name: str):
    with opened(lived) as db:
        back_up_here(db, STEWARD)

        with pytest.raises(BackupRefused) as refused:
            take_away(db, STEWARD, name)

    assert say(refused.value.sentence)


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
        assert [each.experiment for each in search.find(db, "handwritten")] == [1]
        assert search.find(db, "phone line") == []


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


def broken_by(statement: str) -> Callable[[Path], None]:
    def attack(file: Path) -> None:
        with behind_its_back(Home(file.parent)) as connection:
            connection.executescript(statement)

    return attack


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-4096])


def another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("create table songs (title text)")
        connection.commit()


UNFIT: dict[str, tuple[Callable[[Path], object], str]] = {
    "a text": (lambda file: file.write_text("Dear diary, " * 1_000), "restore-foreign"),
    "nothing at all": (lambda file: file.write_bytes(b""), "restore-foreign"),
    "another program's database": (another_program, "restore-foreign"),
    "half of it": (cut_short, "restore-damaged"),
    "zeros in the middle": (
        lambda file: file.write_bytes(file.read_bytes()[:20_000] + bytes(8_192) + file.read_bytes()[28_192:]),
        "restore-damaged",
    ),
    "a trigger of somebody's own": (
        broken_by("create trigger t after insert on events begin delete from people; end"),
        "restore-damaged",
    ),
    "a trigger called as the table that every backup has": (
        broken_by(
            "drop table backup; create trigger backup after insert on events begin delete from people; end"
        ),
        "restore-damaged",
    ),
    "nothing about itself": (broken_by("delete from backup"), "restore-damaged"),
    "no day that it was made on": (broken_by("update backup set at = 'yesterday'"), "restore-damaged"),
    "another head than it has": (broken_by("update backup set head = 'x'"), "restore-altered"),
    "a fact changed": (
        broken_by("update facts set body = replace(body, 'smiled', 'smiles')"),
        "restore-altered",
    ),
    "a role taken": (broken_by("update people set roles = '[\"steward\"]'"), "restore-altered"),
    "its end cut off": (
        broken_by("delete from events where id = (select max(id) from events)"),
        "restore-altered",
    ),
    "an older version": (broken_by("pragma user_version = 1"), "restore-older"),
    "a newer version": (broken_by(f"pragma user_version = {newest_version() + 1}"), "restore-newer"),
    "nothing there": (Path.unlink, "restore-unreadable"),
}


@pytest.mark.parametrize("attack", UNFIT)
def test_a_file_that_cannot_take_its_place_is_refused_and_nothing_changes(
    lived: Home, file: Path, tmp_path: Path, attack: str
):
    folder = tmp_path / "attacked"
    folder.mkdir()
    attacked = Path(shutil.copy(file, folder / "registry.db"))
    do, refusal = UNFIT[attack]
    do(attacked)
    with opened(lived) as db:
        before = newest(db)

        with pytest.raises(RestoreRefused) as refused:
            restore(db, A_DAY_LATER, attacked, "friday.db")

        assert newest(db) == before
    assert refused.value.sentence.id == refusal
    assert "friday.db" in say(refused.value.sentence) or refusal == "restore-unreadable"
    assert not lived.backups.exists()
    assert [each.name for each in lived.folder.iterdir() if each.name.startswith(".")] == []
    assert check(LATER).findings == ()


def test_a_backup_that_another_key_signed_is_refused_until_its_key_is_there(
    lived: Home, file: Path, tmp_path: Path
):
    elsewhere = Home(tmp_path / "elsewhere")
    create_registry(elsewhere)
    with opened(elsewhere) as db:
        with writing(db):
            people.add(db, "Local", "local@localhost")
            people.change(db, STEWARD, with_(STELLA, id=1, email="local@localhost"))
        by = asking(LATER, with_(STELLA, id=1))

        with pytest.raises(RestoreRefused) as refused:
            restore(db, by, file, file.name)
        shutil.copy(key_file(lived, HISTORY), key_file(elsewhere, HISTORY))
        restore(db, by, file, file.name)

    assert refused.value.sentence.id == "restore-other_key"
    assert titles(elsewhere) == [CARD.title, "Call people back"]


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


def test_only_who_is_steward_in_the_registry_that_is_replaced_restores(lived: Home, file: Path):
    with opened(lived) as db:
        change_person(db, STEWARD, with_(OLGA, function="front line", roles=frozenset({Role.STEWARD})))
        change_person(db, STEWARD, with_(STELLA, roles=frozenset()))
        tampered = with_(STELLA, roles=frozenset(Role))

        for by in (STELLA, tampered):
            with pytest.raises(NotAllowed):
                restore(db, asking(LATER, by), file, file.name)
            with pytest.raises(NotAllowed):
                look_at(db, asking(LATER, by), file, file.name)
        with pytest.raises(HasLeft):
            restore(db, asking(LATER, with_(STELLA, id=99)), file, file.name)
        restore(db, asking(LATER, OLGA), file, file.name)

        assert people.get(db, STELLA.id) == STELLA


def test_a_steward_who_loses_the_role_meanwhile_restores_nothing(
    lived: Home, file: Path, monkeypatch: pytest.MonkeyPatch
):
    ready = backup.rebuild

    def lose_the_role_meanwhile(*given: object) -> None:
        ready(*given)  # pyright: ignore[reportArgumentType]
        with opened(lived) as own:
            change_person(own, STEWARD, with_(OLGA, function="front line", roles=frozenset({Role.STEWARD})))
            change_person(own, asking(LATER, OLGA), with_(STELLA, roles=frozenset()))

    monkeypatch.setattr(backup, "rebuild", lose_the_role_meanwhile)

    with opened(lived) as db, pytest.raises(NotAllowed):
        restore(db, A_DAY_LATER, file, file.name)

    assert PHONE_LINE.title in titles(lived)


def test_somebody_who_keeps_the_file_locked_is_told_of_and_nothing_changes(
    lived: Home, file: Path, monkeypatch: pytest.MonkeyPatch
):
    with opened(lived) as db, closing(connect(lived.database)) as stranger:
        db.execute("pragma busy_timeout = 50")
        stranger.execute("begin immediate")

        with pytest.raises(RestoreRefused) as refused:
            restore(db, A_DAY_LATER, file, file.name)

        stranger.rollback()
        assert one_row(db, "pragma integrity_check") == {"integrity_check": "ok"}
    assert refused.value.sentence.id == "restore-kept-waiting"
    assert PHONE_LINE.title in titles(lived)
