"""A policy file as it is written: its tables, and what must hold in each of them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from pydantic import BaseModel, ConfigDict, Field

from registry.domain.risk import BY_NAME, QUESTIONS, Cuts
from registry.domain.sentence import Refusal, SentenceValue
from registry.domain.text import LINE, cleaned

MOST_LEVERS = 12
"""Every set of levers is tried: 12 make 4,096 sets, and more than that no team reads."""
MOST_ENTRIES = 50
MOST_WEIGHT = 100
LONGEST_NAME = 60
LEVELS_OF_NUMBERS = {"exposure": 4, "people": 4, "undo_cost": 4, "money_at_risk": 4, "duration_days": 3}
"""How many cuts each number has: every level of every question has words and an example on the form."""
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


class PolicyRefused(Refusal):
    """The text is not a policy that can be used; what it repeats of the text is cut short."""

    def __init__(self, id: str, **values: SentenceValue) -> None:
        super().__init__(id, **{name: _short(value) for name, value in values.items()})


def _short(value: SentenceValue) -> SentenceValue:
    if not isinstance(value, str):
        return value
    line = " ".join(cleaned(value).split())
    return line if len(line) <= 4 * LONGEST_NAME else f"{line[: 4 * LONGEST_NAME - 1]}…"


class Table(BaseModel):
    """A table of the file: nothing else than its keys, each of exactly its kind."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class WrittenScore(Table):
    """The table `[score]`."""

    near_hinge: int
    one_way: int


class WrittenKnockout(Table):
    """One `[[knockout]]`."""

    id: str
    says: str = Field(default="", max_length=LINE)
    all: dict[str, int | str]
    any: dict[str, int | str] = {}


class WrittenLever(Table):
    """One `[[lever]]`."""

    id: str
    effort: int = Field(ge=1, le=100)
    at_most: dict[str, int | str]


class WrittenReview(Table):
    """The table `[review]`."""

    reviewers: int = Field(ge=2, le=20)
    functions: int = Field(ge=2, le=20)
    voices: list[str]
    days: int = Field(ge=1, le=365)


class Written(Table):
    """A policy file as it is written."""

    version: int = Field(ge=1, le=1_000_000)
    date: date
    score: WrittenScore
    cuts: dict[str, list[int | float]]
    weights: dict[str, int]
    knockout: list[WrittenKnockout] = Field(max_length=MOST_ENTRIES)
    lever: list[WrittenLever]
    review: WrittenReview
    owners: dict[str, list[str]] = Field(max_length=MOST_ENTRIES)


NUMBERS = tuple(question for question in QUESTIONS if question.kind != "choice")
"""The questions that have cuts."""


def check_score(score: WrittenScore) -> None:
    """Every score has a door of its own. Raises PolicyRefused otherwise."""
    if not 0 < score.near_hinge <= score.one_way <= 100:
        raise PolicyRefused(
            "policy-score-without-door", near_hinge=str(score.near_hinge), one_way=str(score.one_way)
        )


def check_cuts(cuts: Cuts) -> None:
    """Every number has a cut between any two levels, and they rise. Raises PolicyRefused otherwise."""
    _check_names("cuts", cuts, {question.name for question in NUMBERS})
    for name, borders in cuts.items():
        rising = all(lower < higher for lower, higher in pairwise(borders))
        if not borders or borders[0] < 0 or not rising:
            raise PolicyRefused("policy-cuts-not-rising", name=name)
        if len(borders) != LEVELS_OF_NUMBERS[name]:
            raise PolicyRefused("policy-cuts-number", name=name, wanted=LEVELS_OF_NUMBERS[name])


def check_weights(weights: Mapping[str, int]) -> None:
    """Every question weighs something. Raises PolicyRefused otherwise."""
    _check_names("weights", weights, set(BY_NAME))
    for name, weight in weights.items():
        if weight < 1:
            raise PolicyRefused("policy-weight-too-small", name=name, weight=str(weight))
        if weight > MOST_WEIGHT:
            raise PolicyRefused("policy-weight-too-large", name=name, most=MOST_WEIGHT)


def _check_names(where: str, given: Iterable[str], wanted: set[str]) -> None:
    for name in given:
        if name not in wanted:
            raise PolicyRefused("policy-unknown-question", where=where, name=name)
    for name in sorted(wanted - set(given)):
        raise PolicyRefused("policy-missing-question", where=where, name=name)


def check_panel(review: WrittenReview) -> None:
    """There can be such a panel, with these voices in it. Raises PolicyRefused otherwise."""
    for voice in review.voices:
        _check_function("review.voices", voice)
    _check_twice(voice.casefold() for voice in review.voices)
    if review.functions > review.reviewers or len(review.voices) > review.functions:
        raise PolicyRefused(
            "policy-panel-impossible",
            reviewers=review.reviewers,
            functions=review.functions,
            voices=len(review.voices),
        )


def check_owners(owners: Mapping[str, list[str]]) -> None:
    """Functions are called like functions, and own risk questions. Raises PolicyRefused otherwise."""
    _check_twice(function.casefold() for function in owners)
    for function, questions in owners.items():
        _check_function("owners", function)
        _check_twice(questions)
        for name in questions:
            if name not in BY_NAME:
                raise PolicyRefused("policy-unknown-question", where=f"owners.{function}", name=name)


def _check_function(where: str, function: str) -> None:
    """A function is called as people's own functions are: one short line."""
    if not function or function != " ".join(cleaned(function).split()) or len(function) > LONGEST_NAME:
        raise PolicyRefused("policy-function-strange", where=where, function=function, most=LONGEST_NAME)


def check_ids(ids: Iterable[str]) -> None:
    """Entries are called by plain names, each by its own. Raises PolicyRefused otherwise."""
    names = list(ids)
    for name in names:
        if not NAME.fullmatch(name):
            raise PolicyRefused("policy-id-strange", entry=name)
    _check_twice(names)


def _check_twice(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise PolicyRefused("policy-id-twice", entry=name)
        seen.add(name)
