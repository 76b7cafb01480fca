"""People, and the asking itself: every verb is asked by somebody, at some moment."""

from pydantic import BaseModel, ConfigDict

from registry.domain.moment import Moment
from registry.domain.text import Text


class Person(BaseModel):
    """Somebody who uses the registry."""

    model_config = ConfigDict(frozen=True)

    id: int
    name: Text
    email: Text
    team: Text = ""
    function: Text = ""


class Asking(BaseModel):
    """Who asks for something and when; made at the edge, carried to the domain."""

    model_config = ConfigDict(frozen=True)

    person: Person
    at: Moment
    token: str | None = None
    """The mark of the one click that asked. The same click arriving twice is one act, not two."""
