"""People, and the asking itself: every verb is asked by somebody, at some moment."""

from collections.abc import Iterable
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from registry.domain.moment import Moment
from registry.domain.sentence import Refusal
from registry.domain.text import Text


class Role(StrEnum):
    """What somebody does for everybody else; whoever has none proposes, reads, cites and thanks."""

    REVIEWER = "reviewer"
    LEADER = "leader"
    STEWARD = "steward"


class Person(BaseModel):
    """Somebody who uses the registry."""

    model_config = ConfigDict(frozen=True)

    id: int
    name: Text
    email: Text
    team: Text = ""
    function: Text = ""
    roles: frozenset[Role] = frozenset()
    has_left: bool = False
    """Whether a steward said that they are gone; what they wrote stays, and they ask for nothing more."""


class PersonRefused(Refusal):
    """What was said about a person cannot be kept."""


class HasLeft(Refusal):
    """Somebody asks who does not work here any more."""


class NoSteward(Refusal):
    """Nobody would be left who looks after the registry."""


class Asking(BaseModel):
    """Who asks for something and when; made at the edge, carried to the domain."""

    model_config = ConfigDict(frozen=True)

    person: Person
    at: Moment
    token: str | None = None
    """The mark of the one click that asked. The same click arriving twice is one act, not two."""


def is_steward(person: Person) -> bool:
    """Whether *person* looks after the registry, now."""
    return Role.STEWARD in person.roles and not person.has_left


def check_steward_remains(everybody: Iterable[Person]) -> None:
    """Raise NoSteward when none of *everybody*, as they would be afterwards, is steward."""
    if not any(map(is_steward, everybody)):
        raise NoSteward("person-last-steward")


def check_person(person: Person) -> None:
    """Raise PersonRefused for a person without a name."""
    if not person.name:
        raise PersonRefused("person-without-name")


def is_moved(before: Person, after: Person) -> bool:
    """Whether *after* works in another team or function than *before* said: a first word is no move.

    Who may start and who may review hang on both, so nobody moves themselves.
    """
    return any(
        bool(said) and said != now
        for said, now in ((before.team, after.team), (before.function, after.function))
    )


def share_team(one: str, other: str) -> bool:
    """Whether both name the same team, however it is written; no name is no team."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()
