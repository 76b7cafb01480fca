"""Whether an organisation has a policy of its own is told quickly, and never wrongly told as no."""

from pathlib import Path

import pytest

from registry.store.database import Database, Home, writing
from registry.store.own_policy import may_have_own
from registry.store.policies import add
from tests.nouns import STELLA, asking


def test_a_registry_without_one_has_none(home: Home):
    assert not may_have_own(home.database)


def test_one_that_was_adopted_is_found(home: Home, db: Database):
    with writing(db):
        add(db, asking(person=STELLA), 2, "version = 2")

    assert may_have_own(home.database)


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\0" + b"\xff" * 500])
def test_what_cannot_be_read_is_left_to_whoever_opens_it(tmp_path: Path, content: bytes):
    file = tmp_path / "registry.db"
    file.write_bytes(content)

    assert may_have_own(file)
    assert may_have_own(tmp_path / "nowhere.db")


def test_a_registry_that_an_older_app_made_has_none(home: Home, db: Database):
    with writing(db):
        db.execute("drop table policies")

    assert not may_have_own(home.database)
