"""What waits: one-way doors and for how long, guardrails that a running pilot touches, open questions."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from registry.domain.echo import open_questions
from registry.domain.evidence import Action, Evidence
from registry.domain.experiment import Dossier
from registry.domain.facts import Sponsorship, Submission
from registry.domain.moment import Moment
from registry.domain.permission import is_of_team
from registry.domain.person import Asking, Role
from registry.domain.plan import Better, Metric, Plan
from registry.domain.plan import Role as MetricRole
from registry.domain.review import is_blind, waits_for
from registry.domain.sentence import Sentence
from registry.domain.steps import can


class Turn(StrEnum):
    """Whose turn it is with a one-way door."""

    REVIEWS = "reviews"
    """The reviews are coming in."""
    ANSWER = "answer"
    """All reviews are in; the reviewers answer."""
    TEAM = "team"
    """One thing is missing, or a condition is to be accepted: its team's turn."""


class OneWay(NamedTuple):
    """A one-way door on its way to the start."""

    dossier: Dossier
    since: Moment
    """When it was first handed in."""
    asks_for_sponsor: bool
    """Nobody stands up for it yet."""

    @property
    def turn(self) -> Turn:
        """Whose turn it is."""
        this_round = self.dossier.round
        if this_round.awaits is not None or this_round.offers is not None:
            return Turn.TEAM
        return Turn.ANSWER if this_round.is_revealed else Turn.REVIEWS


def one_way_doors(on_their_way: Iterable[Dossier]) -> tuple[OneWay, ...]:
    """What waits before its start: first what nobody stands up for, and the longest waiting first."""
    found = [
        OneWay(each, handed_in.at, asks_for_sponsor=each.latest(Sponsorship) is None)
        for each in on_their_way
        if (handed_in := next(iter(each.all(Submission)), None)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (not each.asks_for_sponsor, each.since, each.dossier.id)))


class Touched(NamedTuple):
    """A guardrail that got worse by more than its margin, as far as the data of a running pilot say."""

    metric: Metric
    arm: str
    worse_by: float
    """Above the margin, in the metric's own units."""


class Alarm(NamedTuple):
    """A pilot whose last reading asks somebody to look."""

    dossier: Dossier
    touched: tuple[Touched, ...]
    walk_back: tuple[Sentence, ...]
    """Why the rules say to walk back, where they do: then it is no longer by chance."""


def alarm(dossier: Dossier) -> Alarm | None:
    """What its last reading asks somebody to look at: a margin passed, or rules that say walk back."""
    plan, reading = dossier.plan, dossier.reading
    if plan is None or reading is None:
        return None
    said = reading.evidence.recommendations
    back = tuple(each.message for each in said if each.action is Action.WALK_BACK)
    found = Alarm(dossier, touched(plan, reading.evidence), back)
    return found if found.touched or found.walk_back else None


def touched(plan: Plan, evidence: Evidence) -> tuple[Touched, ...]:
    """The guardrails of *plan* whose estimate lies past its margin, with the arm in which it does."""
    guardrails = {metric.name: metric for metric in plan.metric if metric.role is MetricRole.GUARDRAIL}
    found: list[Touched] = []
    for estimate in evidence.estimates:
        metric, difference = guardrails.get(estimate.metric), estimate.difference
        if metric is None or metric.margin is None or difference is None:
            continue
        worse_by = -difference if metric.better is Better.HIGHER else difference
        if worse_by > metric.margin:
            found.append(Touched(metric, estimate.arm, worse_by))
    return tuple(found)


def asked_openly(dossier: Dossier, asking: Asking) -> tuple[int, ...]:
    """The numbers, from 1, of the open questions that who asks may read.

    Who is about to review it reads only their own: others' words would colour what they say.
    """
    hides = is_blind(dossier, asking)
    return tuple(n for n, each in open_questions(dossier) if not hides or each.by == asking.person.id)


class ForYou(StrEnum):
    """Why something waits for somebody in particular."""

    SPONSOR = "sponsor"
    REVIEW = "review"
    QUESTION = "question"


def for_you(dossier: Dossier, asking: Asking) -> tuple[ForYou, ...]:
    """Why *dossier* waits for who asks: a sponsor is asked for, a review, an answer to a question.

    A sponsor is looked for among leaders who neither proposed nor reviewed it.
    """
    person, of_team = asking.person, is_of_team(asking.person, dossier.experiment)
    reasons = {
        ForYou.SPONSOR: Role.LEADER in person.roles
        and not of_team
        and dossier.latest(Sponsorship) is None
        and can(dossier, asking, "stand_up")
        and dossier.round.review_of(person.id) is None,
        ForYou.REVIEW: can(dossier, asking, "review") and waits_for(dossier, person),
        ForYou.QUESTION: of_team and bool(open_questions(dossier)) and can(dossier, asking, "reply"),
    }
    return tuple(reason for reason, holds in reasons.items() if holds)
