"""What is new to somebody is what happened since their last visit; nobody else learns when that was."""

from datetime import timedelta

import pytest

from registry.services.leaders import Since, look
from registry.store.database import Database
from tests.nouns import NOON, STELLA, asking

FIRST = Since(NOON - timedelta(days=30), 30, is_first=True)


def test_on_the_first_visit_the_last_thirty_days_are_new(db: Database):
    assert look(db, asking()) == FIRST


def test_within_the_hour_it_is_the_same_visit(db: Database):
    look(db, asking())

    assert look(db, asking(NOON + timedelta(minutes=59))).is_first


@pytest.mark.parametrize(("later", "days"), [(timedelta(hours=2), 0), (timedelta(days=12), 12)])
def test_whoever_comes_back_is_told_what_is_new_since_their_last_visit(
    db: Database, later: timedelta, days: int
):
    look(db, asking())

    again = look(db, asking(NOON + later))

    assert again == Since(NOON, days, is_first=False)


def test_a_visit_goes_on_as_long_as_somebody_looks_once_an_hour(db: Database):
    look(db, asking())
    back = NOON + timedelta(days=3)

    visit = [look(db, asking(back + timedelta(minutes=50 * n))) for n in range(5)]

    assert {each.moment for each in visit} == {NOON}


def test_days_are_counted_by_the_calendar(db: Database):
    evening = NOON + timedelta(hours=11)
    look(db, asking(evening))

    assert look(db, asking(evening + timedelta(hours=2))).days == 1


def test_one_persons_visit_is_none_of_anothers_and_not_in_the_history(db: Database):
    before = list(db.query("select * from events"))
    look(db, asking())

    assert look(db, asking(NOON + timedelta(days=2), STELLA)).is_first
    assert list(db.query("select * from events")) == before
