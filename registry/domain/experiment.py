"""Experiments: their identity, their dossier, and the stage that follows from it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door
from registry.domain.facts import (
    Decision,
    Fact,
    Learning,
    Note,
    Pilot,
    PlanDrawn,
    Reading,
    Stop,
    Submission,
    Withdrawal,
)
from registry.domain.journey import Journey
from registry.domain.moment import Moment
from registry.domain.plan import Plan
from registry.domain.proposal import Proposal, asks_the_same
from registry.domain.recorded import Recorded
from registry.domain.round import Round
from registry.domain.sentence import Refusal
from registry.domain.text import Text

Kind = TypeVar("Kind", bound=Recorded)


class UnknownExperiment(Refusal):
    """There is no experiment with this id."""


class Relation(StrEnum):
    """How an experiment came out of another one."""

    ROLLS_OUT = "rolls_out"
    TRIES_AGAIN = "tries_again"
    TRIES_BIGGER = "tries_bigger"


class Origin(BaseModel):
    """The experiment that this one came out of, and how."""

    model_config = ConfigDict(frozen=True)

    experiment: int
    relation: Relation


class Experiment(BaseModel):
    """One change tried with customers, through its whole life."""

    model_config = ConfigDict(frozen=True)

    id: int
    at: Moment
    by: int
    team: Text = ""
    """The team that proposed it; empty while the proposer named none."""
    version: int
    """Counts the edits of the draft; an edit of an older version is refused."""
    changed_at: Moment
    changed_by: int
    proposal: Proposal
    origin: Origin | None = None


def experiment_code(id: int) -> str:
    """How an experiment is called everywhere: `CX-17`."""
    return f"CX-{id}"


def experiment_id(code: str) -> int:
    """The number in an experiment's code. Raises UnknownExperiment when *code* is not one."""
    if not code.strip():
        raise UnknownExperiment("experiment-not-named")
    found = re.fullmatch(r"\s*(?:cx-?)?([1-9][0-9]{0,17})\s*", code, flags=re.IGNORECASE | re.ASCII)
    if found is None:
        raise UnknownExperiment("experiment-unknown", code=code[:20])
    return int(found[1])


class Stage(StrEnum):
    """Where an experiment stands; derived, never stored as a fact."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    NOT_YET = "not_yet"
    CLEARED = "cleared"
    RUNNING = "running"
    TO_DECIDE = "to_decide"
    TO_LEARN = "to_learn"
    LEARNED = "learned"
    WITHDRAWN = "withdrawn"


class Dossier(BaseModel):
    """Everything known about one experiment: itself, and its facts in the order they happened."""

    model_config = ConfigDict(frozen=True)

    experiment: Experiment
    facts: tuple[Fact, ...] = ()

    def all(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Its facts of one kind, oldest first."""
        return tuple(fact for fact in self.facts if isinstance(fact, kind))

    def latest(self, kind: type[Kind]) -> Kind | None:
        """Its latest fact of one kind: the one that counts."""
        return next((fact for fact in reversed(self.facts) if isinstance(fact, kind)), None)

    @property
    def id(self) -> int:
        """The experiment's number."""
        return self.experiment.id

    @property
    def code(self) -> str:
        """The experiment's code, `CX-17`."""
        return experiment_code(self.id)

    @property
    def is_private(self) -> bool:
        """Whether nobody handed it in or told of it yet: until then it is for its team's eyes."""
        return self.latest(Submission) is None and self.learning is None

    @property
    def submission(self) -> Submission | None:
        """The proposal as it was last handed in; None when it was changed since, and is a draft again."""
        last = self.latest(Submission)
        if last is None or self.pilot is not None or asks_the_same(last.proposal, self.proposal):
            return last
        return None

    @property
    def round(self) -> Round:
        """What was added since the proposal was handed in as it stands; empty while it is a draft.

        Handing it in once more says nothing new, so it begins no other round.
        """
        if self.submission is None:
            return Round()
        began = len(self.facts)
        for place, fact in reversed([*enumerate(self.facts)]):
            if isinstance(fact, Submission):
                if not _is_judged_alike(fact, self.submission):
                    break
                began = place + 1
        return Round(facts=self.facts[began:])

    @property
    def proposal(self) -> Proposal:
        """The proposal as it stands: the draft, which a start makes final."""
        return self.experiment.proposal

    @property
    def plan(self) -> Plan | None:
        """The plan it runs under, or the one chosen so far; None when it looks and listens."""
        pilot, drawn = self.pilot, self.latest(PlanDrawn)
        if pilot is not None:
            return pilot.plan
        return None if drawn is None else drawn.plan

    @property
    def pilot(self) -> Pilot | None:
        """The start of its pilot."""
        return self.latest(Pilot)

    @property
    def stop(self) -> Stop | None:
        """The moment it was stopped early: the first stop, whatever was added to it later."""
        return next(iter(self.all(Stop)), None)

    @property
    def stop_reason(self) -> str:
        """Why it was stopped, when somebody said."""
        latest = self.latest(Stop)
        return "" if latest is None else latest.reason

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was seen while it ran."""
        return self.all(Note)

    @property
    def reading(self) -> Reading | None:
        """What its data said when it was last read."""
        return self.latest(Reading)

    @property
    def decision(self) -> Decision | None:
        """What was decided."""
        return self.latest(Decision)

    @property
    def learning(self) -> Learning | None:
        """What was learned, in its latest revision."""
        return self.latest(Learning)

    @property
    def journey(self) -> Journey:
        """Where it belongs: as the learning says, else as the proposal did."""
        later = Journey() if self.learning is None else self.learning.journey
        return self.proposal.journey if later == Journey() else later


def _is_judged_alike(one: Submission, other: Submission) -> bool:
    """Whether both ask the same, of the same policy and an organisation of the same size."""
    known = (one.profile, one.yearly_revenue, one.policy_version)
    return known == (other.profile, other.yearly_revenue, other.policy_version) and asks_the_same(
        one.proposal, other.proposal
    )


def has_ended(dossier: Dossier, on: date) -> bool:
    """Whether the pilot was stopped, or its last day lies before *on*."""
    pilot = dossier.pilot
    return pilot is not None and (dossier.stop is not None or pilot.until < on)


STAGES: tuple[tuple[Stage, Callable[[Dossier, date], bool]], ...] = (
    (Stage.WITHDRAWN, lambda dossier, _: dossier.latest(Withdrawal) is not None),
    (Stage.LEARNED, lambda dossier, _: dossier.learning is not None),
    (Stage.TO_LEARN, lambda dossier, _: dossier.decision is not None),
    (Stage.TO_DECIDE, has_ended),
    (Stage.RUNNING, lambda dossier, _: dossier.pilot is not None),
    (Stage.CLEARED, lambda dossier, _: is_cleared(dossier)),
    (Stage.NOT_YET, lambda dossier, _: dossier.round.awaits is not None),
    (Stage.IN_REVIEW, lambda dossier, _: door(dossier) is Door.ONE_WAY),
    (Stage.DRAFT, lambda _dossier, _on: True),
)
"""The stages in the order in which they are asked for; the first that holds is the stage."""


def stage(dossier: Dossier, at: Moment) -> Stage:
    """Where *dossier* stands at the moment *at*. Days begin at midnight UTC."""
    return next(stage for stage, holds in STAGES if holds(dossier, at.date()))


def door(dossier: Dossier) -> Door | None:
    """The door of the proposal as last handed in; None while it is a draft.

    Of one that was reviewed it is what two reviewers signed, else what the ratings together came to.
    """
    submission, this_round = dossier.submission, dossier.round
    if submission is None or submission.door is not Door.ONE_WAY or this_round.found is None:
        return None if submission is None else submission.door
    return this_round.signed_door or this_round.found.door


def is_cleared(dossier: Dossier) -> bool:
    """Whether it may start: a two-way door always, a one-way door when its reviewers cleared it."""
    return door(dossier) is Door.TWO_WAY or dossier.round.is_cleared


def changes_on(dossier: Dossier, at: Moment) -> date | None:
    """The day on which time alone changes the stage: the one after a running pilot's last."""
    pilot = dossier.pilot
    if pilot is None or stage(dossier, at) is not Stage.RUNNING:
        return None
    return pilot.until + timedelta(days=1)
