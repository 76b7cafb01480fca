"""Who asks, and when, travels as one value."""

from datetime import datetime

import pytest
from pydantic import ValidationError

from registry.domain.person import Asking, Person
from tests.nouns import LATER, NOON, OLGA


def test_a_name_loses_what_no_screen_can_carry():
    assert Person(id=7, name=" Ravi\x00 Reviewer\n", email="ravi@example.org").name == "Ravi Reviewer"


def test_nobody_asks_at_a_time_without_a_zone():
    with pytest.raises(ValidationError):
        Asking(person=OLGA, at=datetime(2026, 3, 2, 12))  # noqa: DTZ001


def test_an_asking_cannot_be_changed_on_its_way():
    asking = Asking(person=OLGA, at=NOON)

    with pytest.raises(ValidationError, match="frozen"):
        asking.at = LATER  # pyright: ignore[reportAttributeAccessIssue]
