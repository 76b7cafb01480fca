"""Moments: points in time in UTC, to the millisecond, written one way everywhere."""

from datetime import UTC, datetime
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, AwareDatetime, PlainSerializer


def as_moment(value: datetime) -> datetime:
    """The moment *value* names, in UTC and cut to whole milliseconds.

    Raises ValueError when *value* has no time zone.
    """
    if value.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    in_utc = value.astimezone(UTC)
    return in_utc.replace(microsecond=in_utc.microsecond // 1000 * 1000)


def moment_text(moment: datetime) -> str:
    """The one way a moment is written: `2026-03-01T09:30:00.000Z`; such texts sort by time."""
    return as_moment(moment).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


Moment: TypeAlias = Annotated[
    AwareDatetime, AfterValidator(as_moment), PlainSerializer(moment_text, when_used="json")
]
