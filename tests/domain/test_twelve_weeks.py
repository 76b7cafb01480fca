"""Periods are fixed: every day lies in exactly one, and only those that are over are told."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from registry.domain.twelve_weeks import BEGINNING, finished, period_of

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def test_the_first_period_begins_on_a_monday():
    assert BEGINNING.strftime("%A") == "Monday"


@given(days)
def test_every_day_lies_in_its_period_of_twelve_weeks_from_monday_to_sunday(day: date):
    period = period_of(day)

    assert period.first <= day <= period.last
    assert (period.last - period.first).days + 1 == 84
    assert period.first.isoweekday() == 1
    assert period.last.isoweekday() == 7


@given(days, days)
def test_two_periods_are_one_or_have_no_day_in_common(one: date, other: date):
    first, second = sorted((period_of(one), period_of(other)))

    assert first == second or first.last < second.first


@given(days)
def test_the_day_after_a_period_begins_the_next(day: date):
    period = period_of(day)

    assert period_of(period.last + timedelta(days=1)).first == period.last + timedelta(days=1)


@given(days, st.integers(0, 8))
def test_finished_periods_follow_each_other_and_end_before_today(today: date, count: int):
    periods = finished(today, count)

    assert len(periods) == count
    assert all(period.is_over(today) for period in periods)
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(periods))
    assert not periods or periods[-1].last + timedelta(days=1) == period_of(today).first


def test_the_period_that_runs_is_not_among_the_finished_ones_until_its_last_day_has_passed():
    last_day = period_of(date(2026, 3, 1)).last

    assert not period_of(last_day).is_over(last_day)
    assert period_of(last_day) in finished(last_day + timedelta(days=1), 1)
