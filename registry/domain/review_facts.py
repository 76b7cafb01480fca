"""What people add around a proposal before it starts: questions to a function, a case, reviews, an outcome.

They belong to the facts of `facts.py`. A **round** is what was added since the proposal was last handed in.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from registry.domain.assessment import Door
from registry.domain.recorded import Recorded
from registry.domain.risk import Answer, RiskProfile
from registry.domain.text import Text


class Conversation(Recorded):
    """A talk with somebody of another function about a two-way door near the hinge. It refuses nothing."""

    kind: Literal["conversation"] = "conversation"
    function: Text
    on: date
    suggested: Text = ""


class FunctionAsked(Recorded):
    """One risk question put to those who know: help, not a veto."""

    kind: Literal["function_asked"] = "function_asked"
    question: str
    """The name of a risk question."""
    function: Text


class FunctionAnswered(Recorded):
    """The answer of somebody of that function, which becomes the proposal's answer."""

    kind: Literal["function_answered"] = "function_answered"
    question: str
    function: Text
    answer: Answer
    why: Text = ""


class Case(Recorded):
    """The homework for a one-way door. A later one is its revision."""

    kind: Literal["case"] = "case"
    customers_words: Text = ""
    """A customer's own words, where the proposal began without any."""
    tried_small: Text = ""
    """What was tried in small before, and what came of it."""
    hurt: Text = ""
    """Who is hurt if we are wrong."""
    way_back: Text = ""
    """The way back, and its price."""
    process: Text = ""
    """The step of the process that it touches."""
    colleagues: Text = ""
    """What is in it for colleagues."""


class Sponsorship(Recorded):
    """Somebody says: I stand up for this."""

    kind: Literal["sponsorship"] = "sponsorship"


class ReviewAsked(Recorded):
    """Somebody was asked for a review: by the team, or by a reviewer who cannot and passes it on."""

    kind: Literal["review_asked"] = "review_asked"
    whom: int
    """The id of the person who is asked."""
    function: Text
    """What they do, as it was when they were asked."""
    passed_on: bool = False
    """Whether who asks was asked before, and cannot."""


class Review(Recorded):
    """One reviewer's own rating, made before seeing the others'. A later one of the same person counts."""

    kind: Literal["review"] = "review"
    function: Text
    """What the reviewer does, as it was on that day."""
    premortem: Text
    """“It is next year and it hurt: what happened?”"""
    ratings: RiskProfile
    """None is "not mine to judge", and does not count."""
    missing: Text = ""
    expected: Text = ""
    """The effect that the reviewer expects, in their words, written before the start."""
    after_reveal: bool = False
    """Whether the others' ratings could be seen by then."""


class PanelFound(Recorded):
    """What the ratings together came to, computed when the quorum was reached and after each later review."""

    kind: Literal["panel_found"] = "panel_found"
    door: Door
    near_hinge: bool
    score: float
    profile: RiskProfile
    """The upper median of the ratings; a question that nobody rated has the proposers' answer."""
    lone: tuple[str, ...] = ()
    """Questions with a single rating that is a knock-out by itself and was not talked through yet."""


class Talk(Recorded):
    """What came out of talking a question through on which the ratings differ."""

    kind: Literal["talk"] = "talk"
    question: str
    words: Text


class Outcome(StrEnum):
    """What the reviewers say to a one-way door. It is never "no"."""

    CLEARED = "cleared"
    CLEARED_IF = "cleared_if"
    NOT_YET = "not_yet"


class PanelOutcome(Recorded):
    """The reviewers' answer: cleared, cleared if one thing holds, or the one thing that is missing."""

    kind: Literal["panel_outcome"] = "panel_outcome"
    outcome: Outcome
    what: Text = ""
    """The condition, or the one missing thing that would clear it."""
    who: Text = ""
    """Who could supply it."""


class ConditionAccepted(Recorded):
    """The team holds itself to the condition under which its one-way door was cleared."""

    kind: Literal["condition_accepted"] = "condition_accepted"


class Supplied(Recorded):
    """The one thing that was missing, as the team supplied it."""

    kind: Literal["supplied"] = "supplied"
    what: Text


class DoorSigned(Recorded):
    """A reviewer signs that the door is another one than the ratings make it; two functions make it so."""

    kind: Literal["door_signed"] = "door_signed"
    door: Door
    function: Text
    reason: Text
