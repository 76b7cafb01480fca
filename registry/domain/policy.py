"""A policy: the rules that turn a risk profile into a door, read from TOML.

A condition always means "at this level or higher", and every weight is above zero, so a worse
answer can never turn a one-way door into a two-way one: policies are monotone by construction.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from registry.domain.risk import BY_NAME, QUESTIONS, Cuts, top_level
from registry.domain.sentence import Refusal

Levels: TypeAlias = Mapping[str, int]
"""Questions by name, each with a level."""


MOST_LEVERS = 12
"""Every set of levers is tried: 12 make 4,096 sets, and more than that no team reads."""


class Knockout(BaseModel):
    """What makes a door one-way whatever the score: every level of `all`, and one of `any`, is reached."""

    model_config = ConfigDict(frozen=True)

    id: str
    all: Levels
    any: Levels


class Lever(BaseModel):
    """A change to a proposal that keeps answers at or below the levels of `at_most`."""

    model_config = ConfigDict(frozen=True)

    id: str
    effort: int
    at_most: Levels


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

    def __hash__(self) -> int:
        return hash(self.version)


class PolicyRefused(Refusal):
    """The text is not a policy that can be used."""


def parse_policy(toml_text: str) -> Policy:
    """The policy written in *toml_text*; raises `PolicyRefused` for anything that is not one."""
    try:
        written = _Written.model_validate(tomllib.loads(toml_text))
    except tomllib.TOMLDecodeError as error:
        raise PolicyRefused("policy-not-toml", problem=str(error)) from error
    except ValidationError as error:
        raise _misfit(error) from error
    _check_score(written.score)
    _check_cuts(written.cuts)
    _check_weights(written.weights)
    _check_ids(item.id for item in written.knockout)
    _check_ids(item.id for item in written.lever)
    if len(written.lever) > MOST_LEVERS:
        raise PolicyRefused("policy-too-many-levers", most=MOST_LEVERS)
    return Policy(
        version=written.version,
        date=written.date,
        near_hinge=written.score.near_hinge,
        one_way=written.score.one_way,
        cuts={name: tuple(borders) for name, borders in written.cuts.items()},
        weights={question.name: written.weights[question.name] for question in QUESTIONS},
        knockouts=tuple(_knockout(item, written.cuts) for item in written.knockout),
        levers=tuple(_lever(item, written.cuts) for item in written.lever),
    )


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class _Score(_Table):
    near_hinge: int
    one_way: int


class _Knockout(_Table):
    id: str
    all: dict[str, int | str]
    any: dict[str, int | str] = {}


class _Lever(_Table):
    id: str
    effort: int = Field(ge=1)
    at_most: dict[str, int | str]


class _Written(_Table):
    """A policy file as it is written."""

    version: int = Field(ge=1)
    date: date
    score: _Score
    cuts: dict[str, list[int | float]]
    weights: dict[str, int]
    knockout: list[_Knockout]
    lever: list[_Lever]


def _misfit(error: ValidationError) -> PolicyRefused:
    first = error.errors()[0]
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return PolicyRefused("policy-unknown-key", where=where)
    if first["type"] == "missing":
        return PolicyRefused("policy-missing-key", where=where)
    return PolicyRefused("policy-misfit", where=where, problem=first["msg"])


def _check_score(score: _Score) -> None:
    if not 0 < score.near_hinge <= score.one_way <= 100:
        raise PolicyRefused(
            "policy-score-without-door", near_hinge=str(score.near_hinge), one_way=str(score.one_way)
        )


def _check_cuts(cuts: Cuts) -> None:
    _check_names("cuts", cuts, {question.name for question in QUESTIONS if question.kind != "choice"})
    for name, borders in cuts.items():
        rising = all(lower < higher for lower, higher in pairwise(borders))
        if not borders or borders[0] < 0 or not rising:
            raise PolicyRefused("policy-cuts-not-rising", name=name)


def _check_weights(weights: Mapping[str, int]) -> None:
    _check_names("weights", weights, set(BY_NAME))
    for name, weight in weights.items():
        if weight < 1:
            raise PolicyRefused("policy-weight-too-small", name=name, weight=str(weight))


def _check_names(where: str, given: Iterable[str], wanted: set[str]) -> None:
    for name in given:
        if name not in wanted:
            raise PolicyRefused("policy-unknown-question", where=where, name=name)
    for name in sorted(wanted - set(given)):
        raise PolicyRefused("policy-missing-question", where=where, name=name)


def _check_ids(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise PolicyRefused("policy-id-twice", entry=name)
        seen.add(name)


def _knockout(written: _Knockout, cuts: Cuts) -> Knockout:
    if not written.all:
        raise PolicyRefused("policy-knockout-empty", entry=written.id)
    knockout = Knockout(
        id=written.id,
        all=_levels(written.id, written.all, cuts),
        any=_levels(written.id, written.any, cuts),
    )
    for name, reached in (*knockout.all.items(), *knockout.any.items()):
        if reached == 0:  # met by every answer, so it would say nothing or close every door
            raise PolicyRefused("policy-condition-always", entry=written.id, name=name)
    return knockout


def _lever(written: _Lever, cuts: Cuts) -> Lever:
    at_most = _levels(written.id, written.at_most, cuts)
    for name, highest in at_most.items():
        if highest == top_level(BY_NAME[name], cuts):
            raise PolicyRefused("policy-lever-idle", entry=written.id, name=name)
    return Lever(id=written.id, effort=written.effort, at_most=at_most)


def _levels(entry: str, written: Mapping[str, int | str], cuts: Cuts) -> Levels:
    """The levels that *written* names: a choice's by its answer, a number's by its level."""
    found: dict[str, int] = {}
    for name, named in written.items():
        if name not in BY_NAME:
            raise PolicyRefused("policy-unknown-question", where=entry, name=name)
        question = BY_NAME[name]
        top = top_level(question, cuts)
        allowed = question.values or tuple(range(top + 1))
        if named not in allowed:
            choices = ", ".join(map(str, allowed))
            raise PolicyRefused(
                "policy-unknown-level", entry=entry, name=name, given=str(named), choices=choices
            )
        found[name] = allowed.index(named)
    return found
