"""What a person writes before it is an experiment: a customer's words, an idea, and what it risks."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from registry.domain.journey import Journey
from registry.domain.quick_check import ROWS
from registry.domain.risk import RiskProfile
from registry.domain.sentence import Sentence, sentence
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

    @property
    def in_one_sentence(self) -> Sentence:
        """The idea as it is read: a belief where an effect is hoped for, else what is tried."""
        said = {name: text.rstrip(" .") for name, text in self.model_dump().items()}
        has = {f"has_{name}": "yes" if text else "no" for name, text in said.items()}
        begins = "we" if self.change.casefold().startswith("we ") else "it"
        return sentence("idea-in-one-sentence", begins=begins, **said, **has)


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
    whose_idea: Text = ""
    """Who had the idea, as they want to be named; they need no account."""
    journey: Journey = Journey()
    """Where in the customer's journey it belongs, and which promise it serves."""
    different_this_time: Text = ""
    """What is different this time, where something close to it was walked back or found not to hold."""
    levers: tuple[str, ...] = ()
    """The levers that the team accepted: each is a promise that the running pilot is held to."""
    levers_not_here: tuple[str, ...] = ()
    """The levers that the team found not possible here."""

    @property
    def title(self) -> str:
        """What lists call it: the change it tries, else the words it began with; empty for an empty draft."""
        return self.idea.change or self.quote.words.partition("\n")[0][:120]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered yet."""
        return self == Proposal()


def accepting(proposal: Proposal, levers: Iterable[str]) -> Proposal:
    """*proposal* with the promises of *levers* made too; nothing that was answered changes."""
    wanted = dict.fromkeys((*proposal.levers, *levers))
    not_here = tuple(each for each in proposal.levers_not_here if each not in wanted)
    return proposal.model_copy(update={"levers": tuple(wanted), "levers_not_here": not_here})


def taking_back(proposal: Proposal, lever: str) -> Proposal:
    """*proposal* without the promise of *lever*: the answers stand as they did before it."""
    return proposal.model_copy(update={"levers": _but(proposal.levers, lever)})


def ruling_out(proposal: Proposal, lever: str) -> Proposal:
    """*proposal* in which *lever* is not possible here, so that it is not offered again."""
    not_here = tuple(dict.fromkeys((*proposal.levers_not_here, lever)))
    return taking_back(proposal, lever).model_copy(update={"levers_not_here": not_here})


def allowing(proposal: Proposal, lever: str) -> Proposal:
    """*proposal* in which *lever* is possible here after all."""
    return proposal.model_copy(update={"levers_not_here": _but(proposal.levers_not_here, lever)})


def _but(levers: tuple[str, ...], lever: str) -> tuple[str, ...]:
    return tuple(each for each in levers if each != lever)


OPEN_UNTIL_START = {
    "limits": Limits(),
    "expected": "",
    "whose_idea": "",
    "journey": Journey(),
    "different_this_time": "",
    "levers_not_here": (),
}
"""What may still change without being another idea, or one with other risks."""


def asks_the_same(one: Proposal, other: Proposal) -> bool:
    """Whether both are the same idea with the same risks; limits, expectations and names may differ."""
    return one.model_copy(update=OPEN_UNTIL_START) == other.model_copy(update=OPEN_UNTIL_START)
