"""Whether a file adds its days to those read before, takes their place, or does neither."""

from datetime import date

import pytest

from registry.domain.plan import Plan
from registry.domain.snapshot import Days, DaysRefused, adds_days
from registry.sentences import say
from tests.domain.plans import SPEND, plan

RETURNING = plan(day="date")
DAILY = plan(day="date", units_return=False)
MEDIAN = plan(day="date", units_return=False, metric=[{**SPEND, "kind": "quantile", "q": 0.5}])
BURNT_IN = plan(day="date", units_return=False, design="switchback", block="hour", burn_in=1)


def days(first: int, last: int) -> Days:
    """Days of March."""
    return Days(first=date(2026, 3, first), last=date(2026, 3, last))


BEFORE = days(3, 6)


def test_both_the_first_and_the_last_day_are_counted():
    assert (days(3, 3).n, BEFORE.n) == (1, 4)


@pytest.mark.parametrize("given", [days(7, 7), days(7, 9), days(20, 21)])
def test_later_days_are_added_where_nobody_comes_back(given: Days):
    assert adds_days(DAILY, BEFORE, given, called="a.csv")


@pytest.mark.parametrize("given", [days(3, 6), days(1, 6), days(3, 9), days(1, 31)])
def test_a_file_with_all_the_days_takes_the_place_of_those_read_before(given: Days):
    assert not adds_days(DAILY, BEFORE, given, called="a.csv")


@pytest.mark.parametrize("given", [days(6, 9), days(4, 5), days(4, 9), days(1, 5), days(1, 2), days(3, 5)])
def test_a_file_with_some_of_the_days_is_refused_naming_them_and_what_to_do(given: Days):
    with pytest.raises(DaysRefused) as refusal:
        adds_days(DAILY, BEFORE, given, called="a.csv")

    said = say(refusal.value.sentence)
    assert "“a.csv”" in said
    assert "read before were 3 March 2026 to 6 March 2026" in said
    assert "only days after 6 March 2026" in said


@pytest.mark.parametrize("drawn", [RETURNING, MEDIAN, BURNT_IN])
def test_where_parts_do_not_make_the_whole_a_file_takes_the_place(drawn: Plan):
    assert not adds_days(drawn, BEFORE, days(7, 9), called="a.csv")
    assert not adds_days(drawn, BEFORE, days(4, 5), called="a.csv")


def test_the_first_file_adds_to_nothing():
    assert not adds_days(DAILY, None, days(7, 9), called="a.csv")
