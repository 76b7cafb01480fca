"""The web's one clock; from here the moment travels as a value."""

from datetime import UTC, datetime

from registry.domain.moment import Moment, as_moment


def now() -> Moment:
    """The moment."""
    return as_moment(datetime.now(UTC))
