"""What the ratings of several reviewers come to: medians, which never average a knock-out away."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from registry.domain.assessment import Assessment, assess
from registry.domain.policy import Knockout, Panel, Policy
from registry.domain.review_facts import Review
from registry.domain.risk import (
    BY_NAME,
    NAMES,
    Answer,
    AtMost,
    PercentOfRevenue,
    RiskProfile,
    bounds,
    level_of,
)
from registry.domain.round import Round
from registry.domain.scale import scale_of

APART = 2
"""Levels between two ratings of one question from which on it is worth a talk."""


class Shortfall(NamedTuple):
    """What a quorum still lacks."""

    reviewers: int
    functions: int
    voices: tuple[str, ...]
    """Functions that must be heard, and nobody speaks for yet."""

    @property
    def is_none(self) -> bool:
        """Whether the quorum is there."""
        return not (self.reviewers or self.functions or self.voices)


def shortfall(reviews: Sequence[Review], panel: Panel) -> Shortfall:
    """What *reviews* still lack; each reviewer counts with what they did on the day of their review."""
    heard = {review.function.strip().casefold() for review in reviews}
    return Shortfall(
        reviewers=max(0, panel.reviewers - len({review.by for review in reviews})),
        functions=max(0, panel.functions - len(heard)),
        voices=tuple(voice for voice in panel.voices if voice.strip().casefold() not in heard),
    )


class Yard(NamedTuple):
    """What the ratings are measured with."""

    policy: Policy
    yearly_revenue: float | None
    own: RiskProfile
    """The proposers' answers, for questions that nobody rated."""


def level(question: str, answer: Answer, yard: Yard) -> int:
    """The highest level that *answer* may turn out to have."""
    return bounds(BY_NAME[question], answer, yard.policy.cuts, yard.yearly_revenue).high


def can_be_measured(question: str, answer: Answer, yard: Yard) -> bool:
    """Whether *answer* has a level: an amount of money has none while nobody knows the yearly revenue."""
    value = answer.at_most if isinstance(answer, AtMost) else answer
    known = (yard.policy.cuts, yard.yearly_revenue)
    return value is None or level_of(BY_NAME[question], value, *known) is not None


def rated(question: str, reviews: Sequence[Review]) -> dict[int, Answer]:
    """Each reviewer's rating of *question*, by their id; without those to whom it is not theirs to judge."""
    ratings = {review.by: review.ratings.answer(question) for review in reviews}
    return {by: answer for by, answer in ratings.items() if answer is not None}


def medians(reviews: Sequence[Review], yard: Yard) -> RiskProfile:
    """The upper median of the ratings of each question; the proposers' answer where nobody rated it.

    Whoever said it first makes no difference.
    """
    profile = yard.own
    for name in NAMES:
        ratings = sorted(rated(name, reviews).values(), key=lambda answer: _weight(name, answer, yard))
        if ratings:
            profile = profile.with_answer(name, ratings[len(ratings) // 2])
    return profile


def _weight(question: str, answer: Answer, yard: Yard) -> tuple[int, int, float, str]:
    """What ratings are put in order by: at the same level the larger number weighs more."""
    low, high = bounds(BY_NAME[question], answer, yard.policy.cuts, yard.yearly_revenue)
    value = answer.at_most if isinstance(answer, AtMost) else answer
    value = value.percent_of_revenue if isinstance(value, PercentOfRevenue) else value
    return high, low, value if isinstance(value, int | float) else 0, repr(answer)


def lone_knockouts(this_round: Round, yard: Yard) -> dict[str, Answer]:
    """Ratings above the median with which one reviewer alone would make it one-way, by their questions.

    One that was talked through and then given again, no higher, stands no more.
    """
    middle = medians(this_round.reviews, yard)
    usual = _knockouts(middle, yard)
    lone: dict[str, Answer] = {}
    for review in this_round.reviews:
        above = _above(middle, review, this_round, yard)
        theirs = _knockouts(_with(middle, above), yard)
        for knockout in yard.policy.knockouts:
            if knockout.id in theirs - usual:
                for name, answer in _meeting(knockout, above, yard).items():
                    if name not in lone or _weight(name, answer, yard) > _weight(name, lone[name], yard):
                        lone[name] = answer
    return {name: lone[name] for name in NAMES if name in lone}


def _above(middle: RiskProfile, review: Review, this_round: Round, yard: Yard) -> dict[str, Answer]:
    """The ratings of *review* above the median that were not talked through and given again."""

    def stands_alone(name: str, answer: Answer) -> bool:
        mine = level(name, answer, yard)
        talked = (each.ratings.answer(name) for each in this_round.talked_through(name, review))
        was_talked_through = any(given is not None and level(name, given, yard) >= mine for given in talked)
        return mine > level(name, middle.answer(name), yard) and not was_talked_through

    return {name: given for name, given in review.ratings if given is not None and stands_alone(name, given)}


def _meeting(knockout: Knockout, answers: Mapping[str, Answer], yard: Yard) -> dict[str, Answer]:
    """Those of *answers* that meet a condition of *knockout*."""
    conditions = [*knockout.all.items(), *knockout.any.items()]
    return {
        name: answers[name]
        for name, reached in conditions
        if name in answers and level(name, answers[name], yard) >= reached
    }


def judged(this_round: Round, yard: Yard) -> tuple[RiskProfile, Assessment, tuple[str, ...]]:
    """The profile that the panel's door follows from, that door, and the lone knock-outs still open."""
    lone = lone_knockouts(this_round, yard)
    profile = _with(medians(this_round.reviews, yard), lone)
    return profile, _assess(profile, yard), tuple(lone)


def far_apart(reviews: Sequence[Review], yard: Yard) -> tuple[str, ...]:
    """The questions on which ratings differ so much that they are worth a talk."""
    spreads = {
        name: [level(name, answer, yard) for answer in rated(name, reviews).values()] for name in NAMES
    }
    return tuple(name for name, levels in spreads.items() if levels and max(levels) - min(levels) >= APART)


def _with(profile: RiskProfile, answers: Mapping[str, Answer]) -> RiskProfile:
    for name, answer in answers.items():
        profile = profile.with_answer(name, answer)
    return profile


def _knockouts(profile: RiskProfile, yard: Yard) -> set[str]:
    """What makes *profile* one-way at its worst, whatever its score."""
    scale = scale_of(yard.policy)
    return set(scale.knockouts(scale.climbed(level(name, profile.answer(name), yard) for name in NAMES)))


def _assess(profile: RiskProfile, yard: Yard) -> Assessment:
    return assess(profile, yard.policy, yard.yearly_revenue)
