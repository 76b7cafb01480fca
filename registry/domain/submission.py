"""Handing a proposal in: the door it is under the policy in force, kept as it was."""

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Assessment, Door, assess
from registry.domain.experiment import Dossier
from registry.domain.facts import Submission
from registry.domain.lever import levers_for, with_levers
from registry.domain.organisation import Organisation
from registry.domain.person import Asking
from registry.domain.policy import Policy
from registry.domain.proposal import Proposal
from registry.domain.quick_check import ROWS, Reach, quick_profile
from registry.domain.risk import BY_NAME, AtMost, RiskProfile, bounds
from registry.domain.sentence import Refusal
from registry.domain.steps import check_step


class StillUndecided(Refusal):
    """An answer that would settle the door is missing."""


class BeyondPromise(Refusal):
    """The pilot would go further than a lever that the team accepted."""


class ChangedMeanwhile(Refusal):
    """Somebody changed the draft after who asks had looked at it."""


class Yardstick(BaseModel):
    """What a proposal is judged by: the policy in force, and the size of the organisation."""

    model_config = ConfigDict(frozen=True)

    policy: Policy
    organisation: Organisation


def profile(proposal: Proposal, by: Yardstick) -> RiskProfile:
    """The risk answers of *proposal*: its quick check, the questions answered, its levers pulled."""
    policy, revenue = by.policy, by.organisation.yearly_revenue
    return with_levers(_answered(proposal, by), proposal.levers, policy, revenue)


def _answered(proposal: Proposal, by: Yardstick) -> RiskProfile:
    quick_check, organisation = proposal.quick_check, by.organisation
    reach = Reach(
        places_used=quick_check.places_used,
        places_total=organisation.places,
        weeks=quick_check.weeks,
        customers=organisation.customers,
    )
    return quick_profile(quick_check.truths, reach, proposal.answers, by.policy)


def assessment(proposal: Proposal, by: Yardstick) -> Assessment:
    """Which door *proposal* is as it stands."""
    return assess(profile(proposal, by), by.policy, by.organisation.yearly_revenue)


def levers_left(proposal: Proposal, by: Yardstick) -> tuple[tuple[str, ...], ...]:
    """Up to two sets of levers that, beside those accepted, make it a plain two-way door, even at worst.

    Levers that are not possible here are in none of them; none at all when it is such a door already,
    or when nothing that is left helps.
    """
    answers, revenue = profile(proposal, by), by.organisation.yearly_revenue
    return levers_for(answers, by.policy, revenue, without=proposal.levers_not_here)


def wants_conversation(found: Assessment, answers: RiskProfile) -> bool:
    """Whether it is near the hinge, and not only because an upper bound might be.

    Where a bound alone reaches the hinge, the form asks the question that settles it instead.
    """
    settling = found.settling_question
    only_a_bound = settling is not None and isinstance(answers.answer(settling), AtMost)
    return found.near_hinge and not only_a_bound


def rows_surpassed(proposal: Proposal, by: Yardstick) -> tuple[str, ...]:
    """The rows tapped as true whose own figures or answers go further than they say."""
    answers, revenue = profile(proposal, by), by.organisation.yearly_revenue

    def surpassed(name: str, highest: int) -> bool:
        return bounds(BY_NAME[name], answers.answer(name), by.policy.cuts, revenue).low > highest

    return tuple(
        row.id
        for row in ROWS
        if proposal.quick_check.truths[row.id] and any(surpassed(*bound) for bound in row.at_most.items())
    )


def check_seen(dossier: Dossier, version: int | None) -> None:
    """Raise ChangedMeanwhile when the draft is not the *version* any more that was looked at, if one was."""
    if version is not None and version != dossier.experiment.version:
        raise ChangedMeanwhile("draft-changed-meanwhile", code=dossier.code)


def submitted(dossier: Dossier, asking: Asking, by: Yardstick, *, days: int | None = None) -> Submission:
    """The proposal handed in as it stands; *days*, when known, is how long the pilot will really run.

    Raises WrongStage after the start, StillUndecided while one answer could make it either door, and
    BeyondPromise when it would run longer than a lever that was accepted allows.
    """
    check_step(dossier, asking, "submit")
    proposal = dossier.proposal
    answers = profile(proposal, by)
    if days is not None:
        _check_promised(proposal, days, by.policy)
        answers = answers.with_answer("duration_days", days)
    found = assess(answers, by.policy, by.organisation.yearly_revenue)
    if found.door is Door.UNDECIDED:
        raise StillUndecided("submission-undecided", question=found.settling_question or "")
    return Submission(
        at=asking.at,
        by=asking.person.id,
        proposal=proposal,
        profile=answers,
        yearly_revenue=by.organisation.yearly_revenue,
        policy_version=found.policy_version,
        door=found.door,
        near_hinge=wants_conversation(found, answers),
        score=found.score,
        score_low=found.score_low,
    )


def _check_promised(proposal: Proposal, days: int, policy: Policy) -> None:
    question, cuts = BY_NAME["duration_days"], policy.cuts
    for lever in policy.levers:
        highest = lever.at_most.get(question.name) if lever.id in proposal.levers else None
        if highest is not None and bounds(question, days, cuts).high > highest:
            raise BeyondPromise("start-beyond-promise", days=cuts[question.name][highest])
