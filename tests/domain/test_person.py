"""Who asks, and when, travels as one value."""

from datetime import datetime

import pytest
from pydantic import ValidationError

from registry.domain.person import (
    Asking,
    NoSteward,
    Person,
    PersonRefused,
    Role,
    check_person,
    check_steward_remains,
    is_steward,
    share_team,
)
from tests.nouns import LATER, NOON, OLGA, STELLA


def test_a_name_loses_what_no_screen_can_carry():
    assert Person(id=7, name=" Ravi\x00 Reviewer\n", email="ravi@example.org").name == "Ravi Reviewer"


def test_nobody_asks_at_a_time_without_a_zone():
    with pytest.raises(ValidationError):
        Asking(person=OLGA, at=datetime(2026, 3, 2, 12))  # noqa: DTZ001


def test_an_asking_cannot_be_changed_on_its_way():
    asking = Asking(person=OLGA, at=NOON)

    with pytest.raises(ValidationError, match="frozen"):
        asking.at = LATER  # pyright: ignore[reportAttributeAccessIssue]


def test_whoever_is_gone_is_no_steward_any_more():
    gone = STELLA.model_copy(update={"has_left": True})

    assert is_steward(STELLA)
    assert not is_steward(gone)
    assert not is_steward(OLGA)


def test_somebody_has_to_look_after_the_registry():
    leader = OLGA.model_copy(update={"roles": frozenset({Role.LEADER, Role.REVIEWER})})
    check_steward_remains([leader, STELLA])

    for nobody in ([], [leader], [leader, STELLA.model_copy(update={"has_left": True})]):
        with pytest.raises(NoSteward):
            check_steward_remains(nobody)


def test_a_person_has_a_name():
    with pytest.raises(PersonRefused):
        check_person(OLGA.model_copy(update={"name": ""}))


def test_a_team_is_the_same_however_it_is_written_and_no_name_is_no_team():
    assert share_team("Parcels", " parcels")
    assert not share_team("Parcels", "Parcel")
    assert not share_team("", "")
