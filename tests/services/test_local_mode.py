"""Local mode: whoever opens the registry is its local person, and may act as others."""

from datetime import timedelta

import pytest

from registry.domain.history import Filters
from registry.domain.person import HasLeft, Person, PersonRefused
from registry.domain.sign_in import SignInRules
from registry.services.person import LOCAL_EMAIL
from registry.services.sign_in import act_as, open_locally, who
from registry.store import history, people
from registry.store.database import Database, writing
from tests.nouns import NOON, OLGA, asking

RULES = SignInRules()


def test_in_local_mode_one_is_the_local_person_until_one_acts_as_another(db: Database, ravi: Person):
    local = open_locally(db, "one", NOON)

    acted = act_as(db, "one", asking(person=local), ravi.id)

    assert local.email == LOCAL_EMAIL
    assert acted == who(db, "one", NOON, RULES) == ravi
    (told,) = history.newest(db, Filters(), 1)
    assert (told.verb, told.by) == ("act_as", local.id)
    assert [(change.before, change.after) for change in told.changes] == [(local.name, ravi.name)]


def test_in_local_mode_a_ticket_that_ended_begins_anew(db: Database):
    local = open_locally(db, "one", NOON)
    later = NOON + timedelta(days=1)

    assert who(db, "one", later, RULES) is None
    assert open_locally(db, "one", later) == local
    assert who(db, "one", later, RULES) == local


def test_nobody_acts_as_somebody_gone_or_unknown_or_without_a_ticket(db: Database, ravi: Person):
    local = open_locally(db, "one", NOON)
    with writing(db):
        people.change(db, asking(), ravi.model_copy(update={"has_left": True}))

    with pytest.raises(HasLeft):
        act_as(db, "one", asking(person=local), ravi.id)
    with pytest.raises(PersonRefused):
        act_as(db, "one", asking(person=local), 99)
    with pytest.raises(PersonRefused):
        act_as(db, "none", asking(person=local), OLGA.id)

    assert who(db, "one", NOON, RULES) == local
