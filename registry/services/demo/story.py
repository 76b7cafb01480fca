"""A story of the demo: one experiment's year, written as a TOML file in `stories/`.

To add an experiment to the demo, write one more file there; no code is needed. Its sections are
the fields of `Story`, its times are days before the demo is filled, its `[proposal]` and `[plan]`
are written as everywhere else. The plan's first and last day are those of the pilot.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from registry.domain.facts import Choice
from registry.domain.learning_facts import Speaks
from registry.domain.organisation import Organisation
from registry.domain.person import Person, Role
from registry.domain.plan import Plan, plan_from
from registry.domain.proposal import Proposal
from registry.domain.review import Conclusion, Homework
from registry.domain.risk import RiskProfile
from registry.services.demo.customers import Customers

FOLDER = resources.files("registry.services.demo")


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Act(_Told):
    """Something that somebody did, *days_ago*; the story's owner, when nobody is named."""

    days_ago: int = Field(ge=1)
    by: str | None = None

    def day(self, today: date) -> date:
        """The day it happens, when the demo is filled *today*."""
        return today - timedelta(days=self.days_ago)


class Beginning(Act):
    """The draft is written; where the story comes from another one, the draft its decision opened."""


class HandingIn(Act):
    """The proposal is handed in, its door assessed."""


class Case(Act, Homework):
    """The homework for a one-way door."""


class StandingUp(Act):
    """Somebody stands up for it."""


class Reviewing(Act):
    """Somebody reviews it, blind."""

    premortem: str
    ratings: RiskProfile
    missing: str = ""


class Answer(Act, Conclusion):
    """The reviewers answer."""


class Start(Act):
    """The pilot begins."""

    days: int
    """From the first day to the last."""
    expected_difference: float | None = None


class Note(Act):
    """Something seen while the pilot ran."""

    words: str
    count: int | None = None
    is_quote: bool = False


class Stop(Act):
    """The pilot is stopped early."""

    reason: str


class Reading(Act):
    """The customers' rows are read under the plan."""

    file: str


class Decision(Act):
    """What people chose."""

    choice: Choice
    reason: str


class Learning(Act):
    """What was learned; no field may be left out."""

    expected: str
    happened: str
    surprised: str
    hard_to_see: tuple[str, ...]
    hard_to_hear: tuple[str, ...]
    tell_others: str
    next_step: str
    change_our_mind: str = ""


class Citation(Act):
    """Another story is cited for or against what was learned."""

    experiment: str
    speaks: Speaks
    why: str


class Use(Act):
    """What another story taught helped."""

    learning: str
    how: str


class Hearing(Act):
    """Somebody adds a customer's words that they heard themselves."""

    words: str
    source: str


class Question(Act):
    """Somebody asks the team something."""

    words: str


class Reply(Act):
    """The team answers."""

    question: int
    words: str


class Thanks(Act):
    """Somebody says thank you: to the team, or to one of the made-up people."""

    words: str
    whom: str | None = None


class CostEstimate(Act):
    """Somebody signs what doing it for everybody would have cost."""

    amount: float
    how: str


class Withdrawal(Act):
    """The proposal is taken back before its start."""

    reason: str


class Colleague(_Told):
    """Somebody made up, whose name says what they do."""

    name: str
    team: str
    function: str
    roles: frozenset[Role] = frozenset()
    may_be_named: bool = False
    """Whether they agreed to be named where they are thanked."""

    def person(self, key: str) -> Person:
        """Them, with an address of their own."""
        return Person(id=0, email=f"{key}@lindenmark.example", **self.model_dump(exclude={"may_be_named"}))


class Story(_Told):
    """One experiment of the demo."""

    name: str
    """The file's name; by it another story may say that it comes from this one."""
    owner: str
    comes_from: str | None = None
    """The story whose decision opened this one's draft; what is not written here stays as it was copied."""
    proposal: Proposal
    plan: dict[str, Any] | None = None
    """As in a plan file, without first and last day; left out, the pilot looks and listens."""
    customers: Customers | None = None
    begin: Beginning
    submit: HandingIn | None = None
    case: Case | None = None
    stand_up: StandingUp | None = None
    review: tuple[Reviewing, ...] = ()
    answer: Answer | None = None
    start: Start | None = None
    note: tuple[Note, ...] = ()
    stop: Stop | None = None
    read: Reading | None = None
    decide: Decision | None = None
    learn: Learning | None = None
    withdraw: Withdrawal | None = None
    cite: tuple[Citation, ...] = ()
    use: tuple[Use, ...] = ()
    hear: tuple[Hearing, ...] = ()
    question: tuple[Question, ...] = ()
    reply: tuple[Reply, ...] = ()
    thank: tuple[Thanks, ...] = ()
    estimate: tuple[CostEstimate, ...] = ()

    @property
    def acts(self) -> Iterator[Act]:
        """What happens in it, in the order of one day."""
        looked_at = (self.submit, self.case, self.stand_up, *self.review, self.answer)
        told = (self.begin, *looked_at, self.start, *self.note, self.stop)
        ending = (self.read, self.decide, self.learn, self.withdraw)
        said = (*self.hear, *self.question, *self.reply, *self.thank, *self.estimate)
        return (act for act in (*told, *ending, *self.use, *self.cite, *said) if act is not None)

    def plan_on(self, today: date) -> Plan | None:
        """Its plan with the first and the last day of its pilot, when the demo is filled *today*."""
        if self.plan is None or self.start is None:
            return None
        first = self.start.day(today)
        return plan_from({**self.plan, "start": first, "end": first + timedelta(days=self.start.days)})


@cache
def stories() -> tuple[Story, ...]:
    """Every story of the demo."""
    files = sorted((FOLDER / "stories").iterdir(), key=lambda file: file.name)
    return tuple(
        Story.model_validate({"name": file.name.removesuffix(".toml"), **_read(file)})
        for file in files
        if file.name.endswith(".toml")
    )


@cache
def organisation() -> Organisation:
    """The made-up organisation."""
    return Organisation.model_validate(_read(FOLDER / "organisation.toml"))


@cache
def colleagues() -> dict[str, Colleague]:
    """The made-up people, by the name that stories use."""
    return {key: Colleague.model_validate(told) for key, told in _read(FOLDER / "people.toml").items()}


def _read(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
