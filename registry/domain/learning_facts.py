"""What people add once something was tried: what they learned, and what came back to them.

They belong to the facts of `facts.py`.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from registry.domain.evidence import Grade
from registry.domain.journey import Journey
from registry.domain.recorded import Recorded
from registry.domain.text import Text


class Learning(Recorded):
    """What we now believe, written so that another team can use it. A later one is its revision."""

    kind: Literal["learning"] = "learning"
    expected: Text = ""
    happened: Text = ""
    surprised: Text = ""
    hard_to_see: tuple[Text, ...] = ()
    """Conditions of the process that made it hard to see beforehand."""
    hard_to_hear: tuple[Text, ...] = ()
    """What customers had said that could have told us, and why it did not."""
    tell_others: Text = ""
    next_step: Text = ""
    change_our_mind: Text = ""
    """What would change our mind; it is watched for."""
    journey: Journey = Journey()
    """Where it belongs, as far as it is said here; else where the proposal said."""
    look_again: date | None = None
    """The day on which somebody should look whether it still holds."""


class Speaks(StrEnum):
    """What a cited experiment says to a learning."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


class Citation(Recorded):
    """An experiment cited for or against what was learned. A later one of the same experiment counts."""

    kind: Literal["citation"] = "citation"
    experiment: int
    speaks: Speaks
    why: Text = ""
    grade: Grade | None = None
    """The cited experiment's evidence grade as it was on that day."""


class Use(Recorded):
    """“This helped us”: a learning that a proposal or a decision was built on. A later one counts."""

    kind: Literal["use"] = "use"
    learning: int
    """The experiment that taught it."""
    how: Text = ""
    helped: bool = True
    """False takes it back."""


class Heard(Recorded):
    """A customer's words that somebody heard themselves, about what this experiment tried."""

    kind: Literal["heard"] = "heard"
    words: Text
    source: Text = ""


class Question(Recorded):
    """A what-or-how question to the team."""

    kind: Literal["question"] = "question"
    words: Text


class Reply(Recorded):
    """The team's answer to a question."""

    kind: Literal["reply"] = "reply"
    question: int
    """Which of the experiment's questions, counted from 1."""
    words: Text


class Thanks(Recorded):
    """A word of thanks to the team."""

    kind: Literal["thanks"] = "thanks"
    words: Text
    whom: int | None = None
    """Somebody thanked in person, who is named only where they agreed to it; None for the team."""


class CostEstimate(Recorded):
    """What doing it for everybody would have cost, as somebody signed it. A later one counts."""

    kind: Literal["cost_estimate"] = "cost_estimate"
    amount: float = Field(ge=0, allow_inf_nan=False)
    """In the organisation's currency."""
    how: Text
    """How the amount came about."""
