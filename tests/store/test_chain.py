"""Whatever somebody changes, adds or takes out behind the registry's back is found, and named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.sentence import Sentence
from registry.store import history
from registry.store.chain import Head, has_genuine_head, head, verify
from registry.store.database import Database, Home, opened, writing
from registry.store.history import SEALED, Entry, Sealed, digest_of, mac
from registry.store.keys import HISTORY, key
from registry.store.soundness import snapshot
from tests.nouns import OLGA, STELLA, asking
from tests.store.tampering import (
    DECIDED,
    DECISION,
    LEARNED,
    LEARNING,
    NOTE,
    NOTED,
    RENAMED,
    REVISED,
    STARTED,
    behind_its_back,
    named,
)


def found(home: Home) -> list[Sentence]:
    """What `verify` finds."""
    with snapshot(home.database) as db:
        return verify(db, key(home, HISTORY))


def test_a_registry_as_its_verbs_left_it_is_whole(lived: Home):
    assert found(lived) == []


def test_a_registry_that_nobody_has_used_is_whole(tmp_path: Path, home: Home):
    with snapshot(home.database) as db:
        assert verify(db, key(home, HISTORY)) == []
        assert head(db) == Head(0, "")
        assert has_genuine_head(db, key(home, HISTORY))


ROW_ATTACKS = {
    "one byte of a fact": (
        "update facts set body = replace(body, 'smiled', 'smiles') where id = 3",
        ("row-changed", "facts", str(NOTE), "CX-1", NOTED, "note", OLGA.name),
    ),
    "when a fact was": (
        "update facts set at = '2026-03-03T12:00:00.000Z' where id = 4",
        ("row-changed", "facts", str(DECISION), "CX-1", DECIDED, "decide", OLGA.name),
    ),
    "whose fact it is": (
        "update facts set experiment = 2 where id = 3",
        ("row-changed", "facts", str(NOTE), "CX-2", NOTED, "note", OLGA.name),
    ),
    "a byte that is no text any more": (
        "update facts set body = cast(replace(body, 'smiled', x'ff') as text) where id = 3",
        ("row-changed", "facts", str(NOTE), "CX-1", NOTED, "note", OLGA.name),
    ),
    "a name": (
        "update people set name = 'Somebody Else' where id = 1",
        ("row-changed", "people", "1", "", RENAMED, "change_person", STELLA.name),
    ),
    "a role taken": (
        "update people set roles = '[\"steward\"]' where id = 1",
        ("row-changed", "people", "1", "", RENAMED, "change_person", STELLA.name),
    ),
    "a picture": (
        "update pictures set image = zeroblob(100)",
        ("row-changed", "pictures", "1", "CX-1", NOTED, "note", OLGA.name),
    ),
    "a proposal put back to what it was before it was revised": (
        "update experiments set (version, proposal) = (1, (select proposal from experiments where id = 1))"
        " where id = 2",
        ("row-changed", "experiments", "2", "CX-2", REVISED, "edit", OLGA.name),
    ),
    "a proposal given to another team": (
        "update experiments set team = 'Quality' where id = 1",
        ("row-changed", "experiments", "1", "CX-1", 3, "begin", OLGA.name),
    ),
    "the words of an event": (
        "update events set changes = '[]' where id = 4",
        ("row-changed", "events", str(STARTED), "", STARTED, "start", OLGA.name),
    ),
    "a fact taken out": (
        "delete from facts where id = 3",
        ("row-missing", "facts", str(NOTE), "CX-1", NOTED, "note", OLGA.name),
    ),
    "a fact slipped in": (
        "insert into facts (experiment, kind, at, by, body) select experiment, kind, at, by, body"
        " from facts where id = 3",
        ("row-unsealed", "facts", str(LEARNING + 1), "CX-1"),
    ),
    "an organisation slipped in": (
        "insert into organisation (at, by, body) select at, by, '{}' from organisation",
        ("row-unsealed", "organisation", "2", ""),
    ),
}


@pytest.mark.parametrize("attack", ROW_ATTACKS)
def test_a_row_that_is_not_as_it_was_sealed_is_named_with_the_event_that_sealed_it(lived: Home, attack: str):
    statement, expected = ROW_ATTACKS[attack]

    with behind_its_back(lived) as file:
        file.execute(statement)

    assert named(found(lived), "table", "row", "code", "number", "verb", "who") == [expected]


def swapped(file: sqlite3.Connection, secret: bytes) -> None:
    for before, after in ((NOTED, 0), (RENAMED, NOTED), (0, RENAMED)):
        file.execute("update events set id = ? where id = ?", (after, before))


def written_anew_with(other: bytes) -> Callable[[sqlite3.Connection, bytes], None]:
    """A fact is changed, and everything that seals it, and all events after it, worked out again."""

    def attack(file: sqlite3.Connection, secret: bytes) -> None:
        file.row_factory = sqlite3.Row
        file.execute("update facts set body = replace(body, 'smiled', 'smiles') where id = 3")
        (row,) = file.execute("select * from facts where id = 3")
        (before,) = file.execute("select mac from events where id = ?", (NOTED - 1,))
        mark = before["mac"]
        for event in file.execute("select * from events where id >= ? order by id", (NOTED,)).fetchall():
            seals = json.loads(event["seals"])
            if event["id"] == NOTED:
                seals["facts:3"] = digest_of(other, "facts", dict(row))
            anew = {**dict(event), "seals": json.dumps(seals)}
            mark = mac(other, anew, mark)
            file.execute(
                "update events set seals = ?, mac = ? where id = ?", (anew["seals"], mark, event["id"])
            )

    return attack


LINK_ATTACKS: dict[str, tuple[Callable[[sqlite3.Connection, bytes], object], tuple[object, ...]]] = {
    "two events swapped": (swapped, ("link-broken", NOTED, "2026-03-02", "change_person", STELLA.name)),
    "an event taken out": (
        lambda file, _: file.execute("delete from events where id = 5"),
        ("link-missing", RENAMED, "2026-03-02", "change_person", STELLA.name),
    ),
    "another person's doing": (
        lambda file, _: file.execute("update events set by = 2 where id = 5"),
        ("link-broken", NOTED, "2026-03-02", "note", STELLA.name),
    ),
    "done on another day": (
        lambda file, _: file.execute("update events set at = '2026-01-01T12:00:00.000Z' where id = 5"),
        ("link-broken", NOTED, "2026-01-01", "note", OLGA.name),
    ),
    "another verb": (
        lambda file, _: file.execute("update events set verb = 'stop' where id = 5"),
        ("link-broken", NOTED, "2026-03-02", "stop", OLGA.name),
    ),
    "a seal copied from another row": (
        lambda file, _: file.execute(
            "update events set seals = (select seals from events where id = 4) where id = 5"
        ),
        ("link-broken", NOTED, "2026-03-02", "note", OLGA.name),
    ),
    "seals that are none": (
        lambda file, _: file.execute("update events set seals = '[]' where id = 5"),
        ("link-broken", NOTED, "2026-03-02", "note", OLGA.name),
    ),
    "seals nested without an end": (
        lambda file, _: file.execute("update events set seals = ? where id = 5", ("[" * 100_000,)),
        ("link-broken", NOTED, "2026-03-02", "note", OLGA.name),
    ),
    "written anew with no key": (
        written_anew_with(b""),
        ("link-broken", NOTED, "2026-03-02", "note", OLGA.name),
    ),
    "written anew with another key": (
        written_anew_with(b"k" * 32),
        ("link-broken", NOTED, "2026-03-02", "note", OLGA.name),
    ),
}


@pytest.mark.parametrize("attack", LINK_ATTACKS)
def test_the_first_broken_link_is_named_with_its_day_its_verb_and_who(lived: Home, attack: str):
    change, expected = LINK_ATTACKS[attack]

    with behind_its_back(lived) as file:
        change(file, key(lived, HISTORY))

    first, *_ = found(lived)
    assert named([first], "number", "day", "verb", "who") == [expected]


def cells(home: Home) -> list[tuple[str, str, int]]:
    """Every value that a seal or a mark covers: table, column, row."""
    covered = {**SEALED, "events": ("at", "by", "experiment", "verb", "changes", "seals", "mac")}
    with opened(home) as db:
        return [
            (table, column, row["id"])
            for table, columns in covered.items()
            for row in list(db.query(f"select id from {table}"))  # noqa: S608
            for column in columns
            if column != "id"
        ]


def test_no_value_anywhere_can_be_changed_unseen(lived: Home):
    secret, unseen = key(lived, HISTORY), list[tuple[str, str, int]]()

    with behind_its_back(lived) as file:
        for table, column, row in cells(lived):
            file.execute("begin")
            file.execute(f"update {table} set {column} = {OTHERWISE[column]} where id = {row}")  # noqa: S608
            if not verify(Database(file), secret):
                unseen.append((table, column, row))
            file.execute("rollback")

    assert len(cells(lived)) > 100
    assert unseen == []


NUMBERS = ("by", "changed_by", "version", "experiment", "origin")
OTHERWISE = {
    column: f"coalesce({column}, 0) + 1"
    if column in NUMBERS
    else "cast(image || x'00' as blob)"
    if column == "image"
    else f"coalesce({column}, '') || ' '"
    for columns in (*SEALED.values(), ("verb", "seals", "mac"))
    for column in columns
}
"""SQL for a value that is not the one a column has."""


def test_under_another_key_no_link_holds_and_no_row_is_accused(lived: Home):
    with snapshot(lived.database) as db:
        findings = verify(db, b"k" * 32)

    assert named(findings, "events") == [("other-key", LEARNED)]


def test_only_the_key_makes_a_head(lived: Home):
    with snapshot(lived.database) as db:
        assert has_genuine_head(db, key(lived, HISTORY))
        assert not has_genuine_head(db, b"k" * 32)


def test_words_replaced_and_sealed_anew_by_an_event_stand(lived: Home):
    with behind_its_back(lived) as file:
        file.execute("update facts set body = replace(body, 'A customer', 'Somebody') where id = 3")
        file.execute("update events set changes = replace(changes, 'A customer', 'Somebody')")
    with opened(lived) as db, writing(db):
        wrote = [Sealed("facts", NOTE), Sealed("events", NOTED)]
        history.add(db, asking(person=STELLA), Entry("redact", wrote=wrote))

    assert found(lived) == []
