"""What a person writes before it is an experiment: a customer's words, an idea, and what it risks."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from registry.domain.quick_check import ROWS
from registry.domain.risk import RiskProfile
from registry.domain.text import Text


class Voice(StrEnum):
    """Whose words an experiment begins with."""

    CUSTOMER = "customer"
    OBSERVATION = "observation"


class Move(StrEnum):
    """Whether we start something, change it, or stop it."""

    START = "start"
    CHANGE = "change"
    STOP = "stop"


class Quote(BaseModel):
    """A customer's own words, or what a colleague saw: the reason an experiment exists."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: Text = ""
    voice: Voice = Voice.CUSTOMER
    source: Text = ""
    """Where it was heard: a channel, a survey, a counter."""


class Idea(BaseModel):
    """“We believe that *change* for *whom* will *effect*. We will know when *signal*.”"""

    model_config = ConfigDict(frozen=True, extra="forbid")

    change: Text = ""
    whom: Text = ""
    effect: Text = ""
    signal: Text = ""


class QuickCheck(BaseModel):
    """Which rows of the quick check are true, and where and how long in the organisation's own units."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    small: bool | None = None
    back: bool | None = None
    annoyed: bool | None = None
    nothing_new: bool | None = None
    ours: bool | None = None
    places_used: int | None = None
    weeks: float | None = Field(default=None, allow_inf_nan=False)

    @property
    def truths(self) -> dict[str, bool | None]:
        """Each row's truth by its id; None while nobody has tapped it."""
        return {row.id: getattr(self, row.id) for row in ROWS}

    def speaks_for(self, question: str) -> bool:
        """Whether the row of *question* was found true, so that it gives the answer's upper bound."""
        return any(self.truths[row.id] is True for row in ROWS if question in row.opens)


class Limits(BaseModel):
    """Where the team itself stops: “Until 19 December, at most €200, we stop if two customers complain.”"""

    model_config = ConfigDict(frozen=True, extra="forbid")

    until: date | None = None
    """The last day of the pilot."""
    cap: Text = ""
    stop_if: Text = ""


class Proposal(BaseModel):
    """A draft of an experiment. Everything may still be empty; nothing here is ever a gate."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quote: Quote = Quote()
    move: Move | None = None
    idea: Idea = Idea()
    quick_check: QuickCheck = QuickCheck()
    answers: RiskProfile = RiskProfile()
    """Answers to the questions that a row of the quick check opened because it is not true."""
    limits: Limits = Limits()
    expected: Text = ""
    """The effect that the proposers expect, in their words, written before the start."""

    @property
    def title(self) -> str:
        """What lists call it: the change it tries, else the words it began with; empty for an empty draft."""
        return self.idea.change or self.quote.words.partition("\n")[0][:120]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered yet."""
        return self == Proposal()


def asks_the_same(one: Proposal, other: Proposal) -> bool:
    """Whether both are the same idea with the same risks; limits and expectations may differ."""
    open_until_start = {"limits": Limits(), "expected": ""}
    return one.model_copy(update=open_until_start) == other.model_copy(update=open_until_start)
