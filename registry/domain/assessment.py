"""Which door is it? A policy applied to a risk profile.

Every profile is assessed twice: at its best, where each open answer is as harmless as it can still
be, and at its worst. Where both give the same door, that is the door; where they do not, the door
is undecided until the one question that settles most is answered.
"""

import math
from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from pydantic import BaseModel, ConfigDict

from registry.domain.lever import helping_levers
from registry.domain.policy import Policy
from registry.domain.reasons import hinge_sentence, reasons
from registry.domain.risk import NAMES, QUESTIONS, Bounds, RiskProfile, RiskRefused, bounds
from registry.domain.scale import Outcome, Scale, scale_of
from registry.domain.sentence import Sentence


class Door(StrEnum):
    """How hard it is to walk back."""

    TWO_WAY = "two_way"
    ONE_WAY = "one_way"
    UNDECIDED = "undecided"


class Assessment(BaseModel):
    """Which door it is, why, and what would change it."""

    model_config = ConfigDict(frozen=True)

    door: Door
    near_hinge: bool
    """At its worst the door is two-way, and its score is at or above the policy's hinge."""
    score: float
    """From 0 to 100, at worst."""
    score_low: float
    """From 0 to 100, at best."""
    knockouts: tuple[str, ...]
    """At worst."""
    reasons: tuple[Sentence, ...]
    """Knock-outs first, then the answers that weigh, heaviest first."""
    hinge: Sentence | None
    """The smallest change of one answer that leads to the other door; None while undecided."""
    settling_question: str | None
    """The open question whose answer would settle most; None when nothing is left to settle."""
    levers: tuple[tuple[str, ...], ...]
    """Up to two sets that share no lever; each alone makes it a plain two-way door, even at worst."""
    policy_version: int


def assess(profile: RiskProfile, policy: Policy, yearly_revenue: float | None = None) -> Assessment:
    """Apply *policy* to *profile*; without a yearly revenue, plain amounts of money are unknown.

    Raises RiskRefused for a yearly revenue that is not above zero.
    """
    if yearly_revenue is not None and not (math.isfinite(yearly_revenue) and yearly_revenue > 0):
        raise RiskRefused("risk-revenue-not-positive", given=str(yearly_revenue))
    scale = scale_of(policy)
    between = [
        bounds(question, profile.answer(question.name), policy.cuts, yearly_revenue) for question in QUESTIONS
    ]
    best = scale.climbed(levels.low for levels in between)
    worst = scale.climbed(levels.high for levels in between)
    at_best, at_worst = scale.outcome(best), scale.outcome(worst)
    door = _door(at_best, at_worst)
    wants_levers = door is Door.ONE_WAY or at_worst is Outcome.NEAR_HINGE
    return Assessment(
        door=door,
        near_hinge=at_worst is Outcome.NEAR_HINGE,
        score=scale.score(worst),
        score_low=scale.score(best),
        knockouts=tuple(scale.knockouts(worst)),
        reasons=reasons(profile, between, policy, yearly_revenue),
        hinge=None if door is Door.UNDECIDED else hinge_sentence(profile, between, policy, yearly_revenue),
        settling_question=None if at_best is at_worst else _settling_question(between, scale),
        levers=helping_levers(worst, policy) if wants_levers else (),
        policy_version=policy.version,
    )


def _door(at_best: Outcome, at_worst: Outcome) -> Door:
    if at_best is Outcome.ONE_WAY:
        return Door.ONE_WAY
    return Door.UNDECIDED if at_worst is Outcome.ONE_WAY else Door.TWO_WAY


def _settling_question(between: Sequence[Bounds], scale: Scale) -> str:
    """The open question that settles the outcome at the largest share of its possible levels.

    Ties go to the one that moves the score most, then to the one asked first.
    """
    best = scale.climbed(levels.low for levels in between)
    worst = scale.climbed(levels.high for levels in between)

    def settles(place: int, level: int) -> bool:
        return scale.outcome(scale.moved(best, place, level)) is scale.outcome(
            scale.moved(worst, place, level)
        )

    def worth(place: int) -> tuple[Fraction, int]:
        low, high = between[place]
        settled = sum(settles(place, level) for level in range(low, high + 1))
        ladder = scale.ladders[place]
        return Fraction(settled, high - low + 1), (ladder[high] & ~ladder[low]).bit_count()

    open_places = [place for place, (low, high) in enumerate(between) if low < high]
    return NAMES[max(open_places, key=worth)]  # max keeps the first of equals
