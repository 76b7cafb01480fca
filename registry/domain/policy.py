"""A policy: the rules that turn a risk profile into a door. `policy_file.py` reads one from TOML.

A condition always means "at this level or higher", and every weight is above zero, so a worse
answer can never turn a one-way door into a two-way one: policies are monotone by construction.
"""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict

from registry.domain.moment import Moment
from registry.domain.text import Text

Levels: TypeAlias = Mapping[str, int]
"""Questions by name, each with a level."""


class Knockout(BaseModel):
    """What makes a door one-way whatever the score: every level of `all`, and one of `any`, is reached."""

    model_config = ConfigDict(frozen=True)

    id: str
    all: Levels
    any: Levels
    says: Text = ""
    """What it is about, in the policy's own words; empty where the catalogue has some."""


class Lever(BaseModel):
    """A change to a proposal that keeps answers at or below the levels of `at_most`."""

    model_config = ConfigDict(frozen=True)

    id: str
    effort: int
    at_most: Levels


class Panel(BaseModel):
    """Who looks at a one-way door before it starts."""

    model_config = ConfigDict(frozen=True)

    reviewers: int
    """So many different people, none of the proposing team."""
    functions: int
    """So many different functions among them."""
    voices: tuple[str, ...]
    """Functions of which one must be among them."""
    days: int
    """After so many days without an answer somebody else of that function is offered."""


class Policy(BaseModel):
    """One version of the rules; assessments keep its number."""

    model_config = ConfigDict(frozen=True)

    version: int
    date: date
    near_hinge: int
    """From this score on (0 to 100) a two-way door is near the hinge."""
    one_way: int
    """From this score on (0 to 100) a door is one-way."""
    cuts: Mapping[str, tuple[int | float, ...]]
    weights: Mapping[str, int]
    knockouts: tuple[Knockout, ...]
    levers: tuple[Lever, ...]
    panel: Panel
    owners: Mapping[str, tuple[str, ...]]
    """Functions by name, each with the questions that it must judge in a review."""

    def owned_by(self, function: str) -> tuple[str, ...]:
        """The questions that somebody of *function* must judge; none for a function that owns none."""
        owned = {name.casefold(): questions for name, questions in self.owners.items()}
        return owned.get(function.strip().casefold(), ())

    def __hash__(self) -> int:
        return hash(self.version)


class Adopted(BaseModel):
    """A policy that the organisation wrote for itself, as it was adopted."""

    model_config = ConfigDict(frozen=True)

    version: int
    at: Moment
    by: int
    """The person's id."""
    toml: Text
