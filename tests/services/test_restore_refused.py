"""What cannot take the registry's place is refused, and so is who may not; then nothing changes."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.permission import NotAllowed
from registry.domain.person import HasLeft, Role
from registry.sentences import say
from registry.services import backup
from registry.services.backup import look_at, restore
from registry.services.check import check
from registry.services.person import change_person
from registry.store import people
from registry.store.database import Home, connect, one_row, opened, writing
from registry.store.keys import HISTORY, key_file
from registry.store.restore import RestoreRefused
from registry.store.schema import create_registry, newest_version
from tests.nouns import CARD, LATER, OLGA, PHONE_LINE, STELLA, asking
from tests.services.backups import A_DAY_LATER, STEWARD, titles
from tests.services.entries import newest, with_
from tests.store.tampering import behind_its_back


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
