"""A one-way door before its start: the case, who may review it, and the blind reviews.

Nothing here says no to a person. Who is asked for a review is in `reviewers.py`; what follows the
reveal, the talk and the reviewers' answer, is in `outcome.py`.
"""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier
from registry.domain.facts import Submission
from registry.domain.panel import Yard, can_be_measured, judged, shortfall
from registry.domain.permission import is_allowed, is_of_team
from registry.domain.person import Asking, Person, Role
from registry.domain.policy import Panel, Policy
from registry.domain.proposal import Voice
from registry.domain.recorded import Recorded
from registry.domain.review_facts import Case, Outcome, PanelFound, Review, Sponsorship
from registry.domain.risk import RiskProfile
from registry.domain.sentence import Refusal
from registry.domain.steps import can, check_step
from registry.domain.text import Text

CASE = ("tried_small", "hurt", "way_back", "process", "colleagues")
"""The parts of every case, in the order in which they are asked; `case_parts` says which a dossier's has."""


class ReviewRefused(Refusal):
    """What was said in a review, or around it, cannot be kept as it is."""


class Rating(BaseModel):
    """What a reviewer says in one sitting."""

    model_config = ConfigDict(frozen=True)

    premortem: Text = ""
    ratings: RiskProfile = RiskProfile()
    missing: Text = ""
    expected: Text = ""
    """The effect that they expect, in their words."""


class Homework(BaseModel):
    """What the proposers say in a case."""

    model_config = ConfigDict(frozen=True)

    customers_words: Text = ""
    tried_small: Text = ""
    hurt: Text = ""
    way_back: Text = ""
    process: Text = ""
    colleagues: Text = ""


class Conclusion(BaseModel):
    """What the reviewers answer."""

    model_config = ConfigDict(frozen=True)

    outcome: Outcome
    what: Text = ""
    """The condition, or the one missing thing that would clear it."""
    who: Text = ""
    """Who could supply the missing thing."""


def case_made(dossier: Dossier, asking: Asking, said: Homework) -> Case:
    """The case as it stands now; it may be made in several sittings."""
    check_step(dossier, asking, "make_case")
    return Case(at=asking.at, by=asking.person.id, **said.model_dump())


def stood_up(dossier: Dossier, asking: Asking) -> Sponsorship:
    """Who asks stands up for it. Raises ReviewRefused for who reviewed it in this round."""
    check_step(dossier, asking, "stand_up")
    if dossier.round.review_of(asking.person.id) is not None:
        raise ReviewRefused("sponsor-has-reviewed", code=dossier.code)
    return Sponsorship(at=asking.at, by=asking.person.id)


def stands_up(dossier: Dossier, person: int) -> bool:
    """Whether *person* stands up for it; who does is not the one to judge it."""
    return any(fact.by == person for fact in dossier.all(Sponsorship))


def case_parts(dossier: Dossier) -> tuple[str, ...]:
    """The parts of its case: a customer's words are one only where its proposal began without any."""
    quote = dossier.proposal.quote
    begins_with_words = bool(quote.words) and quote.voice is Voice.CUSTOMER
    return CASE if begins_with_words else ("customers_words", *CASE)


def still_missing(dossier: Dossier) -> tuple[str, ...]:
    """The parts of the case that are empty, and `sponsor` while nobody stands up for it."""
    case = dossier.latest(Case)
    empty = tuple(part for part in case_parts(dossier) if case is None or not getattr(case, part))
    return empty if dossier.latest(Sponsorship) is not None else (*empty, "sponsor")


def is_small(panel: Panel) -> bool:
    """Whether fewer than three people look: the page then says what that means."""
    return panel.reviewers < 3


def may_be_asked(person: Person, dossier: Dossier) -> bool:
    """Whether *person* reviews, works in another team, and does not stand up for it."""
    is_reviewer = Role.REVIEWER in person.roles and bool(person.function.strip()) and not person.has_left
    return is_reviewer and not is_of_team(person, dossier.experiment) and not stands_up(dossier, person.id)


def is_blind(dossier: Dossier, asking: Asking) -> bool:
    """Whether who asks may review it and has not: the proposers' answers would colour what they say."""
    this_round = dossier.round
    has_seen = this_round.is_revealed or this_round.review_of(asking.person.id) is not None
    return not has_seen and can(dossier, asking, "review") and not stands_up(dossier, asking.person.id)


def visible_reviews(dossier: Dossier, person: Person) -> tuple[Review, ...]:
    """The reviews that *person* may read: their own, and all of them once the quorum was there.

    Of each reviewer it is the latest, and only what was said since the proposal was last handed in.
    """
    this_round = dossier.round
    return tuple(review for review in this_round.reviews if this_round.is_revealed or review.by == person.id)


def waits_for(dossier: Dossier, person: Person) -> bool:
    """Whether a one-way door before its clearance waits for *person*: for their review, or for an answer.

    It does not while it is the team's turn, and no more when they passed it on.
    """
    this_round = dossier.round
    teams_turn = this_round.awaits is not None or this_round.offers is not None
    may_review = is_allowed(person, "review", dossier.experiment) and not stands_up(dossier, person.id)
    if teams_turn or not may_review:
        return False
    if this_round.review_of(person.id) is not None:
        return this_round.is_revealed
    if this_round.is_revealed:
        return any(asked.whom == person.id for asked in this_round.asked())
    return not this_round.has_passed_on(person.id)


def yard(submission: Submission, policy: Policy) -> Yard:
    """What the ratings of *submission* are measured with; *policy* is the one that it was handed in under."""
    return Yard(policy, submission.yearly_revenue, submission.profile)


def reviewed(dossier: Dossier, asking: Asking, said: Rating, policy: Policy) -> list[Recorded]:
    """The review, and what all ratings come to once the quorum is there.

    A second one of the same person counts instead of the first. Raises ReviewRefused for who stands up
    for it, without a function or a pre-mortem, while a question that is their function's own is not
    rated, where nothing is, and for an amount of money that nobody can measure.
    """
    check_step(dossier, asking, "review")
    function, submission = asking.person.function, dossier.submission
    if submission is None:
        return []
    if stands_up(dossier, asking.person.id):
        raise ReviewRefused("review-by-sponsor", code=dossier.code)
    if not function.strip():
        raise ReviewRefused("review-without-function", code=dossier.code)
    if not said.premortem:
        raise ReviewRefused("review-without-premortem")
    for name in policy.owned_by(function):
        if said.ratings.answer(name) is None:
            raise ReviewRefused("review-own-question", function=function, question=name)
    if said.ratings == RiskProfile():
        raise ReviewRefused("review-rates-nothing")
    by = yard(submission, policy)
    for name, answer in said.ratings:
        if not can_be_measured(name, answer, by):
            raise ReviewRefused("review-without-revenue", question=name)
    review = Review(
        at=asking.at,
        by=asking.person.id,
        function=function,
        premortem=said.premortem,
        ratings=said.ratings,
        missing=said.missing,
        expected=said.expected,
        after_reveal=dossier.round.is_revealed,
    )
    return [review, *_found(dossier, asking, by, review)]


def _found(dossier: Dossier, asking: Asking, by: Yard, review: Review) -> Sequence[PanelFound]:
    grown = dossier.round.with_fact(review)
    if not (grown.is_revealed or shortfall(grown.reviews, by.policy.panel).is_none):
        return ()
    profile, found, lone = judged(grown, by)
    return (
        PanelFound(
            at=asking.at,
            by=asking.person.id,
            # An answer that nobody knows is not a harmless one: undecided is not two-way.
            door=found.door if found.door is Door.TWO_WAY else Door.ONE_WAY,
            near_hinge=found.near_hinge,
            score=found.score,
            profile=profile,
            lone=lone,
        ),
    )
