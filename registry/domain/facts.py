"""What happened to an experiment. Facts are appended, never edited; a later one supersedes.

Each is a noun with who and when; together they are all that an experiment's stage derives from.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from registry.domain.assessment import Door
from registry.domain.evidence import Evidence
from registry.domain.learning_facts import (
    Citation,
    CostEstimate,
    Heard,
    Learning,
    Question,
    Reply,
    Thanks,
    Use,
)
from registry.domain.plan import Plan
from registry.domain.proposal import Limits, Proposal
from registry.domain.recorded import Recorded
from registry.domain.review_facts import (
    Case,
    ConditionAccepted,
    Conversation,
    DoorSigned,
    FunctionAnswered,
    FunctionAsked,
    PanelFound,
    PanelOutcome,
    Review,
    ReviewAsked,
    Sponsorship,
    Supplied,
    Talk,
)
from registry.domain.risk import RiskProfile
from registry.domain.snapshot import Days
from registry.domain.text import Text


class Submission(Recorded):
    """A proposal handed in, with the door that it was. A newer policy never rewrites it."""

    kind: Literal["submission"] = "submission"
    proposal: Proposal
    profile: RiskProfile
    yearly_revenue: float | None
    policy_version: int
    door: Door
    near_hinge: bool
    """Whether it deserves one conversation with another function."""
    score: float
    score_low: float


class PlanDrawn(Recorded):
    """A plan chosen for the pilot; the last one before the start is the one it runs under."""

    kind: Literal["plan"] = "plan"
    plan: Plan


class Pilot(Recorded):
    """The start: with real customers, inside limits, under a plan or with none (look and listen)."""

    kind: Literal["pilot"] = "pilot"
    limits: Limits
    expected: Text = ""
    expected_difference: float | None = None
    """The difference that the proposers expect, in the primary metric's own units."""
    plan: Plan | None = None
    """The plan it runs under; None when it looks and listens."""
    fingerprint: str | None = None
    """The plan's, locked from here on."""

    @property
    def until(self) -> date:
        """The last day of the pilot."""
        if self.limits.until is None:
            raise ValueError("a started pilot has an end date")
        return self.limits.until


class Note(Recorded):
    """Something seen while a pilot runs: a tally, a customer's words, a picture."""

    kind: Literal["note"] = "note"
    words: Text = ""
    count: int | None = Field(default=None, ge=0)
    """How many times *words* was seen; None when it was not a count."""
    is_quote: bool = False
    picture: int | None = None
    """The picture's id."""


class Stop(Recorded):
    """A pilot stopped early. The first one counts; a later one may add the reason."""

    kind: Literal["stop"] = "stop"
    reason: Text = ""


class Reading(Recorded):
    """What a pilot's data said on one day. The summaries stay; the customers' rows were never kept."""

    kind: Literal["reading"] = "reading"
    file_name: Text
    evidence: Evidence
    snapshot: int | None = None
    """Where the summaries are kept; None for readings older than snapshots, whose evidence has them."""
    added: Days | None = None
    """The days that its file added to those read before; None where it stands alone."""
    replaced: date | None = None
    """The day of the reading whose data its file took the place of."""


class Choice(StrEnum):
    """What people chose at the end."""

    ADOPT = "adopt"
    WALK_BACK = "walk_back"
    TRY_AGAIN = "try_again"
    KEEP_HERE = "keep_here"
    TRY_BIGGER = "try_bigger"


class Decision(Recorded):
    """What people chose, with the evidence frozen as they saw it."""

    kind: Literal["decision"] = "decision"
    choice: Choice
    reason: Text = ""
    arm: Text = ""
    """The arm that was adopted, where there were several."""
    evidence: Evidence | None = None
    expected: Text = ""
    expected_difference: float | None = None


class Withdrawal(Recorded):
    """The proposal was withdrawn by its team. A learning is still welcome."""

    kind: Literal["withdrawal"] = "withdrawal"
    reason: Text = ""


Fact: TypeAlias = Annotated[
    Submission
    | Conversation
    | FunctionAsked
    | FunctionAnswered
    | Case
    | Sponsorship
    | ReviewAsked
    | Review
    | PanelFound
    | Talk
    | PanelOutcome
    | ConditionAccepted
    | Supplied
    | DoorSigned
    | PlanDrawn
    | Pilot
    | Note
    | Stop
    | Reading
    | Decision
    | Learning
    | Citation
    | Use
    | Heard
    | Question
    | Reply
    | Thanks
    | CostEstimate
    | Withdrawal,
    Field(discriminator="kind"),
]
