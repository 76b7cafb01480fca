"""Policies of an organisation's own: kept as they were adopted, by their numbers."""

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.services.check import check
from registry.services.policy_change import adopt_policy
from registry.store import policies
from registry.store.database import Database, Home, opened, writing
from tests.nouns import LATER, NOON, STELLA, asking
from tests.policies import NEXT, next_policy
from tests.store.tampering import behind_its_back, named


def test_they_come_back_as_they_were_adopted_oldest_first(db: Database):
    with writing(db):
        first = policies.add(db, asking(NOON, STELLA), 2, "version = 2")
        second = policies.add(db, asking(LATER, STELLA), 3, "version = 3")

    assert policies.every(db) == [first, second]
    assert (second.version, second.at, second.by, second.toml) == (3, LATER, STELLA.id, "version = 3")


def test_the_click_that_adopted_one_finds_it_again(db: Database):
    with writing(db):
        kept = policies.add(db, asking(NOON, STELLA, "a click"), 2, "version = 2")
        policies.add(db, asking(NOON, STELLA), 3, "version = 3")

    assert policies.made_by(db, asking(click="a click")) == kept
    assert policies.made_by(db, asking(click="another")) is None
    assert policies.made_by(db, asking()) is None


@pytest.mark.parametrize(
    "statement",
    [
        "update policies set toml = ''",
        "delete from policies",
        "replace into policies (id, at, by, toml) values (2, '2026-01-01', 2, '')",
    ],
)
def test_one_can_be_neither_changed_nor_deleted(db: Database, statement: str):
    with writing(db):
        policies.add(db, asking(NOON, STELLA), 2, "version = 2")

    with pytest.raises(sqlite3.IntegrityError), writing(db):
        db.execute(statement)

    assert [each.toml for each in policies.every(db)] == ["version = 2"]


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("update policies set toml = replace(toml, 'one_way = 45', 'one_way = 99')", "row-changed"),
        ("delete from policies", "row-missing"),
        ("insert into policies (id, at, by, toml) values (9, '2026-01-01', 2, '')", "row-unsealed"),
    ],
)
def test_a_check_finds_one_that_was_changed_taken_out_or_added(lived: Home, statement: str, finding: str):
    with opened(lived) as db:
        adopt_policy(db, asking(LATER, STELLA), next_policy())
    assert check(LATER).findings == ()

    with behind_its_back(lived) as connection:
        connection.execute(statement)

    row = "9" if finding == "row-unsealed" else str(NEXT)
    assert named(check(LATER).findings, "table", "row") == [(finding, "policies", row)]
