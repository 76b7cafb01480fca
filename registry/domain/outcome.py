"""What follows the reveal of the reviews: the talk, the reviewers' answer, and what the team does with it.

The answers are "cleared", "cleared, if …" and "not yet", one thing; there is no "no".
"""

from registry.domain.assessment import Door, assess
from registry.domain.experiment import Dossier
from registry.domain.facts import Submission
from registry.domain.panel import shortfall
from registry.domain.person import Asking
from registry.domain.policy import Knockout, Panel, Policy
from registry.domain.review import Conclusion, ReviewRefused, still_missing
from registry.domain.review_facts import (
    ConditionAccepted,
    DoorSigned,
    Outcome,
    PanelFound,
    PanelOutcome,
    Supplied,
    Talk,
)
from registry.domain.risk import BY_NAME, RiskProfile, bounds
from registry.domain.steps import check_step
from registry.domain.text import LINE, check_lengths


def talked(dossier: Dossier, asking: Asking, question: str, words: str) -> Talk:
    """What came out of talking *question* through; whoever rated it may rate it again.

    Raises ReviewRefused before the reveal, for no risk question, and without words.
    """
    check_step(dossier, asking, "talk")
    _check_revealed(dossier)
    if question not in BY_NAME:
        raise ReviewRefused("review-unknown-question")
    if not words.strip():
        raise ReviewRefused("talk-says-nothing")
    return Talk(at=asking.at, by=asking.person.id, question=question, words=words)


def concluded(dossier: Dossier, asking: Asking, said: Conclusion, panel: Panel) -> PanelOutcome:
    """The reviewers' answer, given by one who reviewed it.

    Raises ReviewRefused before the quorum, without the condition or the one missing thing and who could
    supply it, and for a second missing thing; and, when it would clear it, while a lone knock-out was not
    talked through or the case is not complete. Raises TooLong for more than a line.
    """
    check_step(dossier, asking, "conclude")
    _check_revealed(dossier)
    _check_has_reviewed(dossier, asking)
    check_lengths(said, LINE)
    if said.outcome is Outcome.NOT_YET:
        _check_one_thing(dossier, asking, said)
    else:
        _check_may_be_cleared(dossier, panel)
    if said.outcome is Outcome.CLEARED_IF and not said.what:
        raise ReviewRefused("conclude-cleared_if-says-nothing")
    return PanelOutcome(
        at=asking.at,
        by=asking.person.id,
        outcome=said.outcome,
        what="" if said.outcome is Outcome.CLEARED else said.what,
        who=said.who if said.outcome is Outcome.NOT_YET else "",
    )


def _check_one_thing(dossier: Dossier, asking: Asking, said: Conclusion) -> None:
    if not said.what:
        raise ReviewRefused("conclude-not_yet-says-nothing")
    if not said.who:
        raise ReviewRefused("conclude-not_yet-by-nobody")
    awaited = dossier.round.awaits
    # Who named the thing may say it better; another thing beside it would be a second one.
    if awaited is not None and awaited.by != asking.person.id:
        raise ReviewRefused("conclude-one-thing", code=dossier.code, what=awaited.what)


def _check_may_be_cleared(dossier: Dossier, panel: Panel) -> None:
    found, missing = dossier.round.found, still_missing(dossier)
    if not shortfall(dossier.round.reviews, panel).is_none:
        raise ReviewRefused("conclude-quorum-changed", code=dossier.code)
    if found is not None and found.lone:
        raise ReviewRefused("conclude-talk-first", question=found.lone[0])
    if missing:
        raise ReviewRefused("conclude-case-incomplete", part=missing[0])


def accepted(dossier: Dossier, asking: Asking) -> ConditionAccepted:
    """The team holds itself to the condition. Raises ReviewRefused where none is offered."""
    check_step(dossier, asking, "accept")
    if dossier.round.offers is None:
        raise ReviewRefused("accept-nothing", code=dossier.code)
    return ConditionAccepted(at=asking.at, by=asking.person.id)


def supplied(dossier: Dossier, asking: Asking, what: str) -> Supplied:
    """The one missing thing; the reviewers look at it alone. Raises ReviewRefused without words."""
    check_step(dossier, asking, "supply")
    if not what.strip():
        raise ReviewRefused("supply-says-nothing")
    return Supplied(at=asking.at, by=asking.person.id, what=what)


UNBENDABLE = ("harm", "law", "data")
"""Nobody signs away a knock-out in which these play a part: only a changed fact, in a new proposal, does."""


def door_signed(dossier: Dossier, asking: Asking, door: Door, reason: str, policy: Policy) -> DoorSigned:
    """One reviewer's signature under a door; it takes effect with one of another function.

    Raises ReviewRefused before the reveal, without a reason or a review of one's own, and when it would
    take away a knock-out in which harm, law or data plays a part.
    """
    check_step(dossier, asking, "sign_door")
    _check_revealed(dossier)
    _check_has_reviewed(dossier, asking)
    found, submission = dossier.round.found, dossier.submission
    if not reason.strip():
        raise ReviewRefused("sign-without-reason")
    if door is Door.UNDECIDED:
        raise ReviewRefused("sign-which-door")
    if door is Door.TWO_WAY and found is not None and submission is not None:
        _check_bendable(found, submission, policy)
    function = asking.person.function
    return DoorSigned(at=asking.at, by=asking.person.id, door=door, function=function, reason=reason)


def _check_bendable(found: PanelFound, submission: Submission, policy: Policy) -> None:
    standing = assess(found.profile, policy, submission.yearly_revenue).knockouts
    for knockout in policy.knockouts:
        bent = _unbendable(knockout, found.profile, policy) if knockout.id in standing else []
        if bent:
            raise ReviewRefused("sign-unbendable", question=bent[0])


def _unbendable(knockout: Knockout, profile: RiskProfile, policy: Policy) -> list[str]:
    """What nobody bends and *knockout*, which applies, rests on; of its `any` what *profile* reaches.

    Something else of `any` beside it takes nothing away, or a worse answer would make it easier to sign.
    """
    conditions = {**knockout.any, **knockout.all}
    return [
        name
        for name in UNBENDABLE
        if name in conditions
        and bounds(BY_NAME[name], profile.answer(name), policy.cuts).high >= conditions[name]
    ]


def _check_revealed(dossier: Dossier) -> None:
    if not dossier.round.is_revealed:
        raise ReviewRefused("review-not-revealed", code=dossier.code)


def _check_has_reviewed(dossier: Dossier, asking: Asking) -> None:
    if dossier.round.review_of(asking.person.id) is None:
        raise ReviewRefused("conclude-without-review", code=dossier.code)
