"""Who is asked for a review of a one-way door, who passes it on, and how silence ends."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from registry.domain.experiment import Dossier
from registry.domain.moment import Moment
from registry.domain.person import Asking, Person, share_team
from registry.domain.policy import Panel
from registry.domain.review import ReviewRefused, may_be_asked, stands_up
from registry.domain.review_facts import ReviewAsked
from registry.domain.steps import check_step


def reviewer_asked(dossier: Dossier, asking: Asking, whom: Person) -> ReviewAsked:
    """*whom* was asked for a review. Raises ReviewRefused for somebody who cannot give one.

    Nobody is asked twice in a round, so that passing it on comes to an end.
    """
    check_step(dossier, asking, "ask_reviewer")
    return _asked(dossier, asking, whom, passed_on=False)


def passed_on(dossier: Dossier, asking: Asking, whom: Person) -> ReviewAsked:
    """Who asks cannot review it, and passes it on to *whom*. Raises ReviewRefused as `reviewer_asked`.

    Nobody passes on what they reviewed, or what they passed on already.
    """
    check_step(dossier, asking, "pass_on")
    if dossier.round.review_of(asking.person.id) is not None:
        raise ReviewRefused("review-done-already", code=dossier.code)
    if dossier.round.has_passed_on(asking.person.id):
        raise ReviewRefused("review-passed-on-already", code=dossier.code)
    return _asked(dossier, asking, whom, passed_on=True)


def _asked(dossier: Dossier, asking: Asking, whom: Person, *, passed_on: bool) -> ReviewAsked:
    if whom.id == asking.person.id or not may_be_asked(whom, dossier):
        raise ReviewRefused("review-cannot-be-asked", name=whom.name)
    if _was_asked(dossier, whom):
        raise ReviewRefused("review-asked-already", name=whom.name, code=dossier.code)
    return ReviewAsked(
        at=asking.at, by=asking.person.id, whom=whom.id, function=whom.function, passed_on=passed_on
    )


def _was_asked(dossier: Dossier, person: Person) -> bool:
    """Whether *person* was asked in this round, passed it on, or reviewed it without being asked."""
    this_round = dossier.round
    return (
        any(asked.whom == person.id for asked in this_round.all(ReviewAsked))
        or this_round.has_passed_on(person.id)
        or this_round.review_of(person.id) is not None
    )


class Waiting(NamedTuple):
    """Somebody who was asked for a review, and has not answered yet."""

    whom: int
    function: str
    since: Moment
    is_silent: bool
    """Whether it is time to ask somebody else of that function, and nobody did yet."""


def waiting(dossier: Dossier, at: Moment, panel: Panel) -> tuple[Waiting, ...]:
    """Whose review is waited for at the moment *at*, the longest first; nobody's once all is revealed."""
    this_round = dossier.round
    if this_round.is_revealed:
        return ()
    heard = [review.function for review in this_round.reviews]
    asked = this_round.asked()

    def has_another(one: ReviewAsked) -> bool:
        later = [other.function for other in asked if other.at > one.at]
        return any(share_team(function, one.function) for function in (*heard, *later))

    return tuple(
        Waiting(
            whom=one.whom,
            function=one.function,
            since=one.at,
            is_silent=at - one.at >= timedelta(days=panel.days) and not has_another(one),
        )
        for one in asked
        if not stands_up(dossier, one.whom)
    )


def next_of(dossier: Dossier, function: str, reviewers: Iterable[Person]) -> tuple[Person, ...]:
    """Those of *reviewers* who work in *function*, may be asked, and were not asked in this round yet."""
    return tuple(person for person in still_free(dossier, reviewers) if share_team(person.function, function))


def still_free(dossier: Dossier, reviewers: Iterable[Person]) -> tuple[Person, ...]:
    """Those of *reviewers* who may be asked, and were not asked in this round yet."""
    return tuple(
        person for person in reviewers if may_be_asked(person, dossier) and not _was_asked(dossier, person)
    )
