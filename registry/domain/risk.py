"""The fourteen risk questions, and what people answer. Read this file first.

An answer is one of three things:

    a value               "day", 12.5, {"percent_of_revenue": 0.05}
    an upper bound        {"at_most": "day"}: no worse than this, perhaps better
    None                  "I don't know"

Every answer has a *level*, from 0 (harmless) to the top of its question: a choice's place in its
list, or how many of a number's cuts it lies strictly above. What is not known exactly lies between
two levels, its `Bounds`: an upper bound between 0 and its level, an unknown between 0 and the top.
The cuts belong to a policy; which door the levels make is told in `assessment.py`.
"""

import json
import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal, NamedTuple, TypeAlias, cast

from pydantic import BaseModel, ConfigDict, model_validator

from registry.domain.sentence import Refusal, SentenceValue

PERMANENT = "permanent"
"""The one word among the answers to `duration_days`; it lies above every cut."""


class Question(BaseModel):
    """One risk question: its name in files, and the shape of its answers."""

    model_config = ConfigDict(frozen=True)

    name: str
    kind: Literal["choice", "percent", "count", "amount", "days"]
    values: tuple[str, ...] = ()
    """The answers of a choice, from harmless to worst."""


def _choice(name: str, *values: str) -> Question:
    return Question(name=name, kind="choice", values=values)


QUESTIONS: tuple[Question, ...] = (
    Question(name="exposure", kind="percent"),
    Question(name="people", kind="count"),
    _choice("undo_time", "hour", "day", "week", "month", "never"),
    Question(name="undo_cost", kind="amount"),
    Question(name="money_at_risk", kind="amount"),
    _choice("harm", "none", "annoyance", "repairable", "lasting"),
    _choice("law", "none", "ordinary", "look", "serious"),
    _choice("promise", "none", "trial", "dated", "open_ended"),
    _choice("data", "untouched", "hidden", "erased_low_value", "erased_valued"),
    _choice("spotlight", "nobody", "posts", "press", "headline"),
    _choice("detection", "day", "week", "month", "later"),
    _choice("colleagues", "nothing", "habit", "tools", "jobs"),
    _choice("undo_control", "us", "another_team", "partner", "outside"),
    Question(name="duration_days", kind="days"),
)
BY_NAME: Mapping[str, Question] = {question.name: question for question in QUESTIONS}
NAMES: tuple[str, ...] = tuple(BY_NAME)


class PercentOfRevenue(BaseModel):
    """An amount of money as a percentage (0.05 is one two-thousandth) of the yearly revenue."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    percent_of_revenue: int | float


Value: TypeAlias = str | int | float | PercentOfRevenue


class AtMost(BaseModel):
    """An upper bound: the true answer is this one or a more harmless one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at_most: Value


Answer: TypeAlias = Value | AtMost | None


class RiskProfile(BaseModel):
    """The answers to the fourteen questions; as JSON they look as they are written in files.

    A missing answer is None. Anything that is not an answer raises `RiskRefused`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    exposure: Answer = None
    people: Answer = None
    undo_time: Answer = None
    undo_cost: Answer = None
    money_at_risk: Answer = None
    harm: Answer = None
    law: Answer = None
    promise: Answer = None
    data: Answer = None
    spotlight: Answer = None
    detection: Answer = None
    colleagues: Answer = None
    undo_control: Answer = None
    duration_days: Answer = None

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, given: object) -> object:
        if not isinstance(given, Mapping):
            raise RiskRefused("risk-not-a-profile", given=_as_written(given))
        answers = cast(Mapping[Any, object], given)
        for name in answers:
            if name not in BY_NAME:
                raise RiskRefused("risk-unknown-question", name=_as_written(name))
        return {name: parse_answer(BY_NAME[name], answer) for name, answer in answers.items()}

    def answer(self, name: str) -> Answer:
        """The answer to the question *name*."""
        return getattr(self, BY_NAME[name].name)

    def with_answer(self, name: str, answer: object) -> "RiskProfile":
        """This profile with one answer changed; raises `RiskRefused` as the profile itself does."""
        if name not in BY_NAME:
            raise RiskRefused("risk-unknown-question", name=_as_written(name))
        return self.model_copy(update={name: parse_answer(BY_NAME[name], answer)})


class RiskRefused(Refusal):
    """What was given is not an answer to a risk question."""


def parse_answer(question: Question, given: object) -> Answer:
    """The answer that *given*, a JSON value or an answer already read, stands for."""
    if given is None:
        return None
    if isinstance(given, AtMost):
        return AtMost(at_most=_parse_value(question, given.at_most))
    if (bound := _only(given, "at_most")) is not None:
        return AtMost(at_most=_parse_value(question, bound[0]))
    return _parse_value(question, given)


def _parse_value(question: Question, given: object) -> Value:
    if question.kind == "choice":
        if isinstance(given, str) and given in question.values:
            return given
        raise _refused("risk-not-a-choice", question, given, choices=", ".join(question.values))
    if question.kind == "days" and given == PERMANENT:
        return PERMANENT
    if question.kind == "amount":
        if isinstance(given, PercentOfRevenue):
            given = given.model_dump()
        if (share := _only(given, "percent_of_revenue")) is not None:
            return PercentOfRevenue(percent_of_revenue=_parse_number(question, share[0]))
        if isinstance(given, Mapping):
            raise _refused("risk-not-an-amount", question, cast(object, given))
    number = _parse_number(question, given)
    if question.kind == "percent" and number > 100:
        raise _refused("risk-over-100", question, given)
    return number


def _parse_number(question: Question, given: object) -> int | float:
    # JSON's true is a number to Python; an answer of 1 that nobody gave would pass unseen.
    if isinstance(given, bool):
        raise _refused("risk-yes-or-no", question, given)
    if not isinstance(given, int | float):
        raise _refused("risk-not-a-number", question, given)
    if isinstance(given, float) and not math.isfinite(given):
        raise _refused("risk-not-finite", question, given)
    if given < 0:
        raise _refused("risk-negative", question, given)
    return given


def _only(given: object, key: str) -> tuple[object] | None:
    """The value of a mapping that holds *key* and nothing else."""
    if not isinstance(given, Mapping):
        return None
    mapping = cast(Mapping[object, object], given)
    return (mapping[key],) if set(mapping) == {key} else None


def _refused(id: str, question: Question, given: object, **values: SentenceValue) -> RiskRefused:
    return RiskRefused(id, name=question.name, given=_as_written(given), **values)


def _as_written(given: object) -> str:
    """*given* as the person wrote it, short enough for a sentence."""
    text = json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:59] + "…"


class Bounds(NamedTuple):
    """The lowest and the highest level that an answer may turn out to have."""

    low: int
    high: int


Cuts: TypeAlias = Mapping[str, Sequence[float]]
"""For each number question the levels' borders, rising; amounts in percent of yearly revenue."""


def top_level(question: Question, cuts: Cuts) -> int:
    return len(question.values) - 1 if question.kind == "choice" else len(cuts[question.name])


def level_of(question: Question, value: Value, cuts: Cuts, yearly_revenue: float | None = None) -> int | None:
    """The level of *value*; None for an amount while the yearly revenue is not known."""
    if question.kind == "choice":
        return question.values.index(cast(str, value))
    borders = cuts[question.name]
    if value == PERMANENT:
        return len(borders)
    if isinstance(value, PercentOfRevenue):
        value = value.percent_of_revenue
    elif question.kind == "amount":
        if yearly_revenue is None:
            return None
        # Fractions, because 0.001 % of a revenue is rarely a binary number, and a cut is not above itself.
        share = 100 * _exact(cast(float, value)) / _exact(yearly_revenue)
        return sum(share > _exact(border) for border in borders)
    return sum(cast(float, value) > border for border in borders)


def _exact(number: float) -> Fraction:
    """*number* as it is written in decimals."""
    return Fraction(number) if isinstance(number, int) else Fraction(str(number))


def bounds(question: Question, answer: Answer, cuts: Cuts, yearly_revenue: float | None = None) -> Bounds:
    """Between which levels *answer* lies."""
    top = top_level(question, cuts)
    if answer is None:
        return Bounds(0, top)
    if isinstance(answer, AtMost):
        highest = level_of(question, answer.at_most, cuts, yearly_revenue)
        return Bounds(0, top if highest is None else highest)
    exactly = level_of(question, answer, cuts, yearly_revenue)
    return Bounds(0, top) if exactly is None else Bounds(exactly, exactly)


def at_most_level(question: Question, highest: int, cuts: Cuts) -> Answer:
    """The answer "at most *highest*", a level; at the top that says nothing, so it is None."""
    if highest >= top_level(question, cuts):
        return None
    if question.kind == "choice":
        return AtMost(at_most=question.values[highest])
    border = cuts[question.name][highest]
    if question.kind == "amount":
        return AtMost(at_most=PercentOfRevenue(percent_of_revenue=border))
    return AtMost(at_most=border)
