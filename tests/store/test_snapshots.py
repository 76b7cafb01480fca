"""Snapshots: what is kept comes back, days that were added lead to those before, and nobody changes any."""

from datetime import date

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.snapshot import Days, Snapshot
from registry.services.check import check
from registry.services.reading import record_reading
from registry.store import experiments, snapshots
from registry.store.database import Database, Home, opened, writing
from tests.nouns import CARD, LATER, NOON, OLGA, asking
from tests.readings import started
from tests.services.seen import SO_FAR
from tests.store.tampering import behind_its_back, named


@pytest.fixture
def number(db: Database) -> int:
    with writing(db):
        return experiments.add(db, asking(), CARD).id


def snapshot(experiment: int, **more: object) -> Snapshot:
    said = {"id": 0, "experiment": experiment, "at": NOON, "by": OLGA.id, "file_name": "“März”.csv"}
    return Snapshot.model_validate({**said, "sha256": "a" * 64, "rows": 3, "body": '{"rows":3}', **more})


def added(db: Database, kept: Snapshot) -> Snapshot:
    """*kept* with the number that the store gave it."""
    with writing(db):
        return kept.model_copy(update={"id": snapshots.add(db, kept)})


def days(first: int, last: int) -> Days:
    return Days(first=date(2026, 3, first), last=date(2026, 3, last))


def test_what_is_kept_comes_back(db: Database, number: int):
    plain = added(db, snapshot(number))
    dated = added(db, snapshot(number, days=days(2, 4)))

    assert snapshots.of_experiment(db, number) == [plain, dated]


def test_a_snapshot_leads_to_those_whose_days_it_adds_to_and_to_no_others(db: Database, number: int):
    first = added(db, snapshot(number, days=days(1, 1)))
    second = added(db, snapshot(number, days=days(2, 2), adds_to=first.id))
    another = added(db, snapshot(number, days=days(3, 3), adds_to=first.id))
    third = added(db, snapshot(number, days=days(3, 4), adds_to=second.id))

    assert snapshots.chain(db, third.id) == [first, second, third]
    assert snapshots.chain(db, another.id) == [first, another]
    assert snapshots.chain(db, first.id) == [first]
    assert snapshots.chain(db, 99) == []


@pytest.mark.parametrize(
    "statement",
    [
        "update snapshots set body = '{}'",
        "delete from snapshots",
        "insert or replace into snapshots select * from snapshots",
    ],
)
def test_a_snapshot_can_be_neither_changed_nor_deleted(db: Database, number: int, statement: str):
    kept = added(db, snapshot(number))

    with pytest.raises(sqlite3.IntegrityError, match="appended"), writing(db):
        db.execute(statement)

    assert snapshots.of_experiment(db, number) == [kept]


@pytest.mark.parametrize(
    "more",
    [{"experiment": 99}, {"by": 99}, {"adds_to": 99, "days": days(1, 1)}, {"adds_to": 1}, {"body": "{"}],
)
def test_a_snapshot_that_belongs_to_nothing_or_says_nothing_is_refused(
    db: Database, number: int, more: dict[str, object]
):
    added(db, snapshot(number))

    with pytest.raises(sqlite3.IntegrityError), writing(db):
        snapshots.add(db, snapshot(number).model_copy(update=more))

    assert len(snapshots.of_experiment(db, number)) == 1


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("update snapshots set body = replace(body, '40', '41')", "row-changed"),
        ("update snapshots set first_day = '2026-03-01', last_day = '2026-03-01'", "row-changed"),
        ("delete from snapshots", "row-missing"),
    ],
)
def test_a_check_finds_what_was_changed_behind_the_registrys_back(lived: Home, statement: str, kind: str):
    with opened(lived) as db:
        number = started(db)
        record_reading(db, asking(), number, "cards.csv", SO_FAR)
    with behind_its_back(lived) as connection:
        connection.execute(statement)

    found = named(check(LATER).findings, "table", "code")

    assert (kind, "snapshots", f"CX-{number}") in found
