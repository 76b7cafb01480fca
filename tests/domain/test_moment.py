"""Moments are UTC, cut to milliseconds, and their texts sort as they do."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from registry.domain.moment import Moment, as_moment, moment_text

ZONES = st.timedeltas(timedelta(hours=-14), timedelta(hours=14)).map(
    lambda offset: timezone(timedelta(minutes=offset // timedelta(minutes=1)))
)
MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=ZONES)  # noqa: DTZ001 - zones come with them


class Seen(BaseModel):
    at: Moment


def test_a_moment_is_written_in_utc_to_the_millisecond():
    summer = datetime(2026, 7, 1, 0, 30, 0, 123_999, tzinfo=timezone(timedelta(hours=2)))

    assert moment_text(summer) == "2026-06-30T22:30:00.123Z"


def test_early_years_have_four_digits_too():
    assert moment_text(datetime(33, 4, 3, 15, tzinfo=UTC)) == "0033-04-03T15:00:00.000Z"


def test_a_time_without_a_zone_is_no_moment():
    with pytest.raises(ValueError, match="time zone"):
        as_moment(datetime(2026, 7, 1))  # noqa: DTZ001
    with pytest.raises(ValidationError):
        Seen.model_validate({"at": "2026-07-01T12:00:00"})


@given(MOMENTS)
def test_a_moment_comes_back_from_its_text(moment: datetime):
    seen = Seen(at=moment)

    assert Seen.model_validate_json(seen.model_dump_json()) == seen
    assert moment - seen.at < timedelta(milliseconds=1)


@given(MOMENTS, MOMENTS)
def test_texts_sort_as_their_moments_do(one: datetime, other: datetime):
    assert (moment_text(one) < moment_text(other)) == (as_moment(one) < as_moment(other))
