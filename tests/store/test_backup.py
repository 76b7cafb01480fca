"""A backup is whole or not there, for its owner's eyes only, and holds no sign-in."""

import os
import stat
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from registry.domain.proposal import Idea, Proposal
from registry.sentences import say
from registry.services.proposal import begin
from registry.store import sign_ins
from registry.store.backup import LEFT_BEHIND_SECONDS, BackupRefused, check_target, part_in, write
from registry.store.candidate import Backup, State, glanced_at, looked_at
from registry.store.chain import head
from registry.store.database import Home, connect, one_row, opened, writing
from registry.store.keys import HISTORY, key
from registry.store.schema import newest_version
from registry.store.soundness import snapshot
from tests.nouns import CARD, LATER, NOON, OLGA, asking
from tests.store.tampering import LEARNED, behind_its_back

TICKET = "digest-of-a-ticket"


@pytest.fixture
def lived(lived: Home) -> Home:
    """In the registry with a short history, Olga is signed in."""
    with opened(lived) as db, writing(db):
        sign_ins.put(db, TICKET, OLGA.id, NOON)
    return lived


def backed_up(home: Home, name: str = "copy.db") -> Path:
    file = home.folder.parent / name
    with opened(home) as db:
        write(db, file, LATER)
    return file


def look(home: Home, file: Path) -> Backup:
    return looked_at(file, key(home, HISTORY))


def refusal(file: Path, *, replace: bool = False) -> str:
    """The id of the sentence with which writing there is refused; the sentence can be said."""
    with pytest.raises(BackupRefused) as refused:
        check_target(file, replace=replace)
    assert file.name in say(refused.value.sentence)
    return refused.value.sentence.id


def test_a_backup_says_when_it_was_made_and_how_far_the_history_had_come(lived: Home):
    file = backed_up(lived)

    with opened(lived) as db:
        now = head(db)
    assert look(lived, file) == Backup(
        name="copy.db", size=file.stat().st_size, state=State.GOOD, at=LATER, events=LEARNED, head=now.mac
    )
    with snapshot(file) as copy:
        assert list(copy.query("select at, events, head from backup")) == [
            {"at": "2026-05-01T12:00:00.000Z", "events": LEARNED, "head": now.mac}
        ]


def test_a_backup_is_one_file_for_its_owners_eyes_only(lived: Home):
    file = backed_up(lived)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(each.name for each in lived.folder.parent.iterdir()) == ["copy.db", "lived"]
    with snapshot(file) as copy:
        assert one_row(copy, "pragma journal_mode") == {"journal_mode": "delete"}
        assert one_row(copy, "pragma user_version") == {"user_version": newest_version()}


def test_sign_ins_are_not_in_a_backup_not_even_their_bytes(lived: Home):
    with opened(lived) as db:
        list(db.query("pragma wal_checkpoint(truncate)"))

    file = backed_up(lived)

    assert TICKET.encode() in lived.database.read_bytes()
    assert TICKET.encode() not in file.read_bytes()


def test_a_backup_made_while_people_write_is_whole(lived: Home):
    enough = Event()
    written: list[int] = []

    def write_on() -> None:
        with opened(lived) as own:
            while not enough.is_set():
                idea = Idea(change=f"Idea {len(written)}")
                written.append(begin(own, asking(), Proposal(idea=idea)).id)

    writers = [Thread(target=write_on) for _ in range(2)]
    for each in writers:
        each.start()
    files = [backed_up(lived, f"copy-{number}.db") for number in range(4)]
    enough.set()
    for each in writers:
        each.join()

    found = [look(lived, file) for file in files]
    assert written
    assert [each.state for each in found] == [State.GOOD] * 4
    assert [each.events for each in found] == sorted(each.events for each in found)


def test_what_is_there_already_stays_unless_it_is_a_backup_that_is_to_be_replaced(lived: Home):
    diary = lived.folder.parent / "diary.txt"
    diary.write_text("Dear diary")
    file = backed_up(lived)
    before = file.read_bytes()

    with opened(lived) as db:
        begin(db, asking(), CARD)
        assert refusal(file) == refusal(diary) == refusal(lived.database) == "backup-exists"
        with pytest.raises(BackupRefused):
            write(db, file, LATER)
        assert file.read_bytes() == before
        assert refusal(diary, replace=True) == "backup-replaces-no-backup"
        assert refusal(lived.database, replace=True) == "backup-replaces-no-backup"
        assert refusal(lived.folder, replace=True) == "backup-replaces-no-backup"
        write(db, file, LATER, replace=True)

    assert look(lived, file).events == LEARNED + 1
    assert diary.read_text() == "Dear diary"


def test_a_backup_of_another_version_may_be_replaced_too(lived: Home):
    file = backed_up(lived)
    with connect(file) as old:
        old.execute("pragma user_version = 1")

    check_target(file, replace=True)

    assert look(lived, file).state is State.OLDER


@pytest.mark.parametrize("place", ["nowhere/copy.db", "lived/registry.db/copy.db", f"{'x' * 300}.db"])
def test_where_nothing_can_be_written_nothing_is_left(lived: Home, place: str):
    before = sorted(each.name for each in lived.folder.parent.rglob("*"))

    with opened(lived) as db, pytest.raises(BackupRefused) as refused:
        write(db, lived.folder.parent / place, LATER)

    assert say(refused.value.sentence)
    assert sorted(each.name for each in lived.folder.parent.rglob("*")) == before


def test_what_a_crash_left_is_removed_and_what_somebody_works_on_stays(lived: Home):
    folder = lived.folder.parent
    left, fresh, others = part_in(folder), part_in(folder), folder / ".others.part"
    for each in (left, fresh, others):
        each.write_bytes(b"half a file")
    long_ago = time.time() - LEFT_BEHIND_SECONDS - 1
    for each in (left, others):
        os.utime(each, (long_ago, long_ago))

    backed_up(lived)

    assert [each.exists() for each in (left, fresh, others)] == [False, True, True]


def test_a_registry_that_is_damaged_is_not_backed_up_as_if_it_were_whole(lived: Home):
    with behind_its_back(lived) as file:
        file.execute("update facts set experiment = 99 where id = 1")

    with opened(lived) as db, pytest.raises(BackupRefused) as refused:
        write(db, lived.folder.parent / "copy.db", LATER)

    assert say(refused.value.sentence)
    assert not (lived.folder.parent / "copy.db").exists()


def test_a_glance_is_not_fooled_by_what_the_file_was_before(lived: Home):
    file = backed_up(lived)
    secret = key(lived, HISTORY)
    before = glanced_at(file, secret)

    file.write_bytes(file.read_bytes()[:-4_096])

    assert (before.state, glanced_at(file, secret).state) == (State.GOOD, State.DAMAGED)


def test_two_backups_at_once_do_not_disturb_each_other(lived: Home):
    files = [lived.folder.parent / f"copy-{number}.db" for number in range(3)]

    def make(file: Path) -> None:
        with opened(lived) as own:
            write(own, file, LATER)

    makers = [Thread(target=make, args=(file,)) for file in files]
    for each in makers:
        each.start()
    for each in makers:
        each.join()

    assert [look(lived, file).state for file in files] == [State.GOOD] * 3
