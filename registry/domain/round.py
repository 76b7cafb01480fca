"""One round of reviews: what was added since a one-way proposal was last handed in, and what it comes to."""

from itertools import takewhile
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door
from registry.domain.person import share_team
from registry.domain.recorded import Recorded
from registry.domain.review_facts import (
    ConditionAccepted,
    DoorSigned,
    Outcome,
    PanelFound,
    PanelOutcome,
    Review,
    ReviewAsked,
    Supplied,
    Talk,
)

Kind = TypeVar("Kind", bound=Recorded)


class Round(BaseModel):
    """The facts of one round, oldest first; empty while nothing is handed in."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    facts: tuple[Recorded, ...] = ()

    def all(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Its facts of one kind, oldest first."""
        return tuple(fact for fact in self.facts if isinstance(fact, kind))

    def latest(self, kind: type[Kind]) -> Kind | None:
        """Its latest fact of one kind."""
        return next((fact for fact in reversed(self.facts) if isinstance(fact, kind)), None)

    def with_fact(self, fact: Recorded) -> "Round":
        """This round with one more fact."""
        return Round(facts=(*self.facts, fact))

    @property
    def reviews(self) -> tuple[Review, ...]:
        """The review of each reviewer that counts: their latest."""
        return tuple({review.by: review for review in self.all(Review)}.values())

    def review_of(self, person: int) -> Review | None:
        """The review of *person* that counts."""
        return next((review for review in self.reviews if review.by == person), None)

    @property
    def found(self) -> PanelFound | None:
        """What the ratings came to; None until the quorum is there."""
        return self.latest(PanelFound)

    @property
    def is_revealed(self) -> bool:
        """Whether everybody may see the ratings: the quorum was reached."""
        return self.found is not None

    def talked_through(self, question: str, review: Review) -> tuple[Review, ...]:
        """The same reviewer's earlier reviews, if *question* was talked through between them and *review*."""
        before = tuple(takewhile(lambda fact: fact is not review, self.facts))
        talks = [place for place, fact in enumerate(before) if _is_talk(fact, question)]
        on_the_table = before[: talks[-1]] if talks else ()
        return tuple(fact for fact in on_the_table if isinstance(fact, Review) and fact.by == review.by)

    @property
    def outcome(self) -> PanelOutcome | None:
        """The reviewers' latest answer, while it stands: one that clears it ends with the next rating."""
        outcome = self.latest(PanelOutcome)
        if outcome is None or outcome.outcome is Outcome.NOT_YET or not self._came_after(outcome, Review):
            return outcome
        return None

    @property
    def awaits(self) -> PanelOutcome | None:
        """The one missing thing, while the team has not supplied it."""
        outcome = self.outcome
        if outcome is None or outcome.outcome is not Outcome.NOT_YET or self._came_after(outcome, Supplied):
            return None
        return outcome

    @property
    def was_supplied(self) -> Supplied | None:
        """What the team supplied, while the reviewers have not answered to it."""
        supplied = self.latest(Supplied)
        return None if supplied is None or self._came_after(supplied, PanelOutcome) else supplied

    @property
    def offers(self) -> PanelOutcome | None:
        """The condition that would clear it, while the team has not accepted it."""
        outcome = self.outcome
        if outcome is None or outcome.outcome is not Outcome.CLEARED_IF:
            return None
        return None if self._came_after(outcome, ConditionAccepted) else outcome

    @property
    def is_cleared(self) -> bool:
        """Whether the reviewers cleared it, and the team accepted the condition where there is one."""
        outcome = self.outcome
        if outcome is None or outcome.outcome is Outcome.NOT_YET:
            return False
        return outcome.outcome is Outcome.CLEARED or self.offers is None

    @property
    def signed_door(self) -> Door | None:
        """The door that two reviewers of two functions signed last, both after the latest ratings.

        Of each reviewer the latest signature counts.
        """
        signed: dict[int, DoorSigned] = {}
        for fact in self.facts:
            if isinstance(fact, PanelFound):
                signed = {}
            if isinstance(fact, DoorSigned):
                signed.pop(fact.by, None)
                signed[fact.by] = fact
        for later in reversed(signed.values()):
            if any(_second_each_other(earlier, later) for earlier in signed.values()):
                return later.door
        return None

    def has_passed_on(self, person: int) -> bool:
        """Whether *person* said that they cannot review it, and named somebody else."""
        return any(fact.by == person and fact.passed_on for fact in self.all(ReviewAsked))

    def asked(self) -> tuple[ReviewAsked, ...]:
        """Who was asked, and neither reviewed nor passed it on yet; the longest waiting first."""
        return tuple(
            fact
            for fact in self.all(ReviewAsked)
            if self.review_of(fact.whom) is None and not self.has_passed_on(fact.whom)
        )

    def _came_after(self, fact: Recorded, kind: type[Recorded]) -> bool:
        later = reversed(self.facts)
        return any(isinstance(each, kind) for each in takewhile(lambda each: each is not fact, later))


def _is_talk(fact: Recorded, question: str) -> bool:
    return isinstance(fact, Talk) and fact.question == question


def _second_each_other(one: DoorSigned, other: DoorSigned) -> bool:
    return one.door is other.door and not share_team(one.function, other.function)
