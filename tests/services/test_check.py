"""A registry is whole, or a check says what is not: its file, its history, what follows from its facts."""

import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.pilot import StartingPoint
from registry.services import check as service
from registry.services import pilot
from registry.services.check import Checked, check
from registry.services.proposal import begin
from registry.store import backup
from registry.store.database import Home, RegistryRefused, opened
from registry.store.keys import HISTORY, key_file
from registry.store.schema import newest_version
from tests.nouns import CARD, LATER, NOON, asking
from tests.store.tampering import LEARNED, NOTED, behind_its_back, named


def found(*values: str) -> list[tuple[object, ...]]:
    """The kinds of what a check finds, and those of its values that are asked for."""
    return named(check(LATER).findings, *values)


def test_a_registry_as_its_verbs_left_it_is_whole(lived: Home):
    assert check(LATER) == Checked(experiments=2, events=LEARNED)


def test_a_check_changes_not_one_byte(lived: Home):
    before = lived.database.read_bytes()

    check(LATER)

    assert lived.database.read_bytes() == before


def test_there_is_nothing_to_check_where_no_registry_is(lived: Home, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("REGISTRY_HOME", str(lived.inbox))

    with pytest.raises(RegistryRefused) as refusal:
        check(LATER)

    assert refusal.value.sentence.id == "cli-check-no-registry"
    assert list(lived.inbox.iterdir()) == []


BEHIND_ITS_BACK = {
    "a byte of a fact": (
        "update facts set body = replace(body, 'smiled', 'smiles') where id = 3",
        [("row-changed", "facts", "CX-1")],
    ),
    "a fact that is no JSON any more": (
        "update facts set body = substr(body, 2) where id = 3",
        [("row-changed", "facts", "CX-1"), ("underivable", "CX-1")],
    ),
    "a fact of a kind that there is not": (
        "update facts set kind = 'wish' where id = 3",
        [("row-changed", "facts", "CX-1"), ("underivable", "CX-1")],
    ),
    "a proposal that says nothing that we know": (
        "update experiments set proposal = '[]' where id = 2",
        [("row-changed", "experiments", "CX-2"), ("underivable", "CX-2")],
    ),
    "the last events with their facts, and the count of those": (
        "update sqlite_sequence set seq = 4 where name = 'facts'; delete from facts where id = 5;"
        "delete from events where id = 10",
        [("list-differs", "CX-1")],
    ),
    "the last events with their facts": (
        "delete from facts where id = 5; delete from events where id = 10; update experiment_index"
        " set stage = 'to_learn', standing = null, learned_on = null, has_sentence = 0,"
        " touched_at = '2026-03-02T12:00:00.000Z' where experiment = 1",
        [("numbers-missing", "facts", 4, 5)],
    ),
    "a person whom others' rows name": (
        "delete from people where id = 2",
        [
            ("refers-to-nothing", "organisation"),
            ("refers-to-nothing", "events"),
            ("refers-to-nothing", "events"),
            ("row-missing", "people", ""),
        ],
    ),
    "a stage in a list": (
        "update experiment_index set stage = 'draft' where experiment = 1",
        [("list-differs", "CX-1")],
    ),
    "a draft that others may see in lists": (
        "update experiment_index set is_private = 0 where experiment = 2",
        [("list-differs", "CX-2")],
    ),
    "a list without an experiment": (
        "delete from experiment_index where experiment = 1",
        [("list-lacks", "CX-1")],
    ),
    "search without an experiment": ("delete from search where rowid = 1", [("search-lacks", "CX-1")]),
    "search with an experiment too many": (
        "insert into search (rowid, title) values (9, 'Nothing')",
        [("search-strange", "CX-9")],
    ),
    "the file of an older app": ("pragma user_version = 1", [("older", 1, newest_version())]),
    "the file of a newer app": ("pragma user_version = 99", [("newer", 99, newest_version())]),
    "another program's file": ("pragma application_id = 7", [("foreign",)]),
}


@pytest.mark.parametrize("what", BEHIND_ITS_BACK)
def test_what_was_changed_behind_its_back_is_found(lived: Home, what: str):
    statements, expected = BEHIND_ITS_BACK[what]

    with behind_its_back(lived) as file:
        file.executescript(statements)

    assert Counter(found("table", "code", "there", "given", "version", "newest")) == Counter(expected)


def test_bytes_changed_in_the_file_itself_are_found(lived: Home):
    """The quote stands in its fact, and in what the history tells of it."""
    whole = lived.database.read_bytes()

    lived.database.write_bytes(whole.replace(b"smiled", b"smiles"))

    assert found("table", "row") == [("row-changed", "facts", "3"), ("row-changed", "events", str(NOTED))]


def test_a_guard_taken_away_or_put_beside_is_found(lived: Home):
    with sqlite3.connect(lived.database) as file:
        file.execute("drop trigger facts_are_never_changed")
        file.execute("create trigger mine after insert on facts begin select 1; end")
        file.execute("drop index facts_by_experiment")
    file.close()

    assert found("what", "name", "state") == [
        ("made-otherwise", "index", "facts_by_experiment", "gone"),
        ("made-otherwise", "trigger", "facts_are_never_changed", "gone"),
        ("made-otherwise", "trigger", "mine", "strange"),
    ]


def test_a_table_taken_away_is_found_and_no_more_is_asked(lived: Home):
    with sqlite3.connect(lived.database) as file:
        file.execute("drop table events")
    file.close()

    assert ("made-otherwise", "events", "gone") in found("name", "state")
    assert found()[-1] == ("unreadable",)


@pytest.mark.parametrize("place", [100, 4_096 * 3, 4_096 * 7])
def test_a_damaged_page_is_found(lived: Home, place: int):
    whole = lived.database.read_bytes()

    lived.database.write_bytes(whole[:place] + b"\xff" * 1_000 + whole[place + 1_000 :])

    assert found()[0] in {("damaged",), ("unreadable",), ("registry-damaged",)}


def test_a_file_that_is_no_database_is_found(lived: Home):
    lived.database.write_text("Dear registry, " * 500)

    assert found() == [("registry-damaged",)]


def test_without_its_key_the_history_is_not_verified_and_the_rest_is(lived: Home):
    key_file(lived, HISTORY).unlink()
    with behind_its_back(lived) as file:
        file.execute("delete from search where rowid = 1")

    assert found("code") == [("no-key",), ("search-lacks", "CX-1")]


def test_another_registrys_key_is_told_in_one_finding(lived: Home):
    key_file(lived, HISTORY).write_text("ab" * 32)

    assert found("events") == [("other-key", LEARNED)]


def a_backup(home: Home, name: str) -> Path:
    home.backups.mkdir(exist_ok=True)
    with opened(home) as db:
        backup.write(db, home.backups / name, NOON)
    return home.backups / name


def test_an_old_copy_put_in_place_of_the_file_is_found_by_a_newer_backup(lived: Home):
    old = shutil.copy(lived.database, lived.folder / "old.db")
    with opened(lived) as db:
        begin(db, asking(), CARD)
    a_backup(lived, "newer.db")
    assert check(LATER) == Checked(experiments=3, events=LEARNED + 1, backups=1)

    lived.database.write_bytes(Path(old).read_bytes())

    assert found("backup", "number") == [("cut-off", "newer.db", LEARNED + 1)]


def test_a_backup_that_somebody_altered_accuses_nobody(lived: Home):
    altered = a_backup(lived, "altered.db")
    with sqlite3.connect(altered) as file:
        file.execute("update backup set events = events + 1")
    file.close()
    (lived.backups / "no-backup.db").write_text("Dear registry")

    assert check(LATER) == Checked(experiments=2, events=LEARNED, backups=0)


def test_a_pilot_that_time_has_ended_is_no_finding(lived: Home):
    with opened(lived) as db:
        draft = begin(db, asking(), CARD).id
        pilot.start(db, asking(), draft, StartingPoint())

    assert check(NOON + timedelta(days=300)).findings == ()


def test_findings_of_one_kind_are_told_so_far_as_somebody_reads(lived: Home):
    with behind_its_back(lived) as file:
        for _ in range(service.MOST_TOLD + 5):
            file.execute(
                "insert into facts (experiment, kind, at, by, body)"
                " select experiment, kind, at, by, body from facts where id = 3"
            )

    kinds = found("more")
    assert kinds.count(("row-unsealed",)) == service.MOST_TOLD
    assert kinds[-1] == ("more", 5)


def test_a_check_sees_one_moment_while_people_write(lived: Home):
    def write() -> None:
        for _ in range(30):
            with opened(lived) as own:
                begin(own, asking(), CARD)

    writer = Thread(target=write)
    writer.start()
    checks = [check(LATER)]
    while writer.is_alive():
        checks.append(check(LATER))

    assert {each.findings for each in checks} == {()}
    assert check(LATER).events == LEARNED + 30
