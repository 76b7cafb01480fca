"""A backup holds all that was written, says so in the history, and is taken along by stewards only."""

from pathlib import Path

import pytest

from registry.sentences import say
from registry.services.backup import back_up, back_up_here, kept, on_shelf, take_away
from registry.store.backup import BackupRefused
from registry.store.candidate import State
from registry.store.database import Home, opened
from tests.nouns import LATER, STELLA
from tests.services.backups import A_DAY_LATER, STEWARD
from tests.services.entries import newest
from tests.store.tampering import LEARNED


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


def test_what_lies_among_the_backups_and_is_none_is_not_offered(lived: Home):
    lived.backups.mkdir()
    (lived.backups / "folder.db").mkdir()
    (lived.backups / "half\x1b[31m\udcff.db").write_bytes(b"")
    (lived.backups / "notes.txt").write_text("Friday's is the good one")

    with opened(lived) as db:
        assert kept(db, STEWARD, 10).files == 0


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
