"""The shape of every fact: who recorded it, and when."""

from pydantic import BaseModel, ConfigDict

from registry.domain.moment import Moment


class Recorded(BaseModel):
    """A fact: who recorded it, and when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: Moment
    by: int
    """The person's id."""
