"""Deciding: people choose, with the evidence frozen as they saw it, and what follows from a choice."""

from collections.abc import Mapping

from registry.domain.evidence import Evidence
from registry.domain.experiment import Dossier, Origin, Relation
from registry.domain.facts import Choice, Decision
from registry.domain.person import Asking
from registry.domain.pilot import takes_data
from registry.domain.proposal import Limits, Proposal
from registry.domain.sentence import Refusal
from registry.domain.steps import check_step
from registry.domain.submission import Yardstick, profile
from registry.domain.text import cleaned

CHOICES_WITH_DATA = (Choice.ADOPT, Choice.WALK_BACK, Choice.TRY_AGAIN)
CHOICES_LOOK_AND_LISTEN = (Choice.KEEP_HERE, Choice.WALK_BACK, Choice.TRY_BIGGER)

FOLLOW_UPS: Mapping[Choice, Relation] = {
    Choice.ADOPT: Relation.ROLLS_OUT,
    Choice.TRY_AGAIN: Relation.TRIES_AGAIN,
    Choice.TRY_BIGGER: Relation.TRIES_BIGGER,
}


class DecisionRefused(Refusal):
    """The decision cannot be recorded as it is."""


def choices(dossier: Dossier) -> tuple[Choice, ...]:
    """What can be chosen at the end of this pilot."""
    return CHOICES_WITH_DATA if takes_data(dossier) else CHOICES_LOOK_AND_LISTEN


def reason_needed(dossier: Dossier, choice: Choice) -> str | None:
    """The sentence that says why *choice* needs a reason; None when it needs none.

    Adopting needs one where the evidence does not carry it. Walking back never does.
    """
    if choice is not Choice.ADOPT:
        return None
    reading = dossier.reading
    if reading is None:
        return "decision-adopt-without-data"
    recommendation = reading.evidence.recommendation
    if recommendation.rule == "invalid":
        return "decision-adopt-invalid"
    return "decision-adopt-against" if recommendation.action == "walk_back" else None


def decided(dossier: Dossier, asking: Asking, choice: Choice, reason: str, seen: Evidence | None) -> Decision:
    """*choice* with what was known when it was made; *seen* is the evidence that was on the screen.

    Raises DecisionRefused for a choice this pilot does not offer, for a missing reason, while a
    pilot with data still runs, and when newer data was read than what was on the screen.
    """
    check_step(dossier, asking.at, "decide")
    if choice not in choices(dossier):
        raise DecisionRefused("decision-not-offered", code=dossier.code)
    if takes_data(dossier):
        check_step(dossier, asking.at, "decide_on_data")
    reading = dossier.reading
    if (None if reading is None else reading.evidence) != seen:
        raise DecisionRefused("decision-stale-evidence", code=dossier.code)
    needed = reason_needed(dossier, choice)
    if needed is not None and not cleaned(reason):
        raise DecisionRefused(needed)
    pilot = dossier.pilot
    return Decision(
        at=asking.at,
        by=asking.person.id,
        choice=choice,
        reason=reason,
        evidence=seen,
        expected="" if pilot is None else pilot.expected,
        expected_difference=None if pilot is None else pilot.expected_difference,
    )


def follow_up(dossier: Dossier, choice: Choice, by: Yardstick) -> tuple[Proposal, Origin] | None:
    """The draft that a choice opens, with the answers copied; None where nothing follows.

    Rolling out to everyone is a door of its own, so an adopted change is proposed anew at 100 %.
    """
    relation = FOLLOW_UPS.get(choice)
    if relation is None:
        return None
    proposal = dossier.proposal.model_copy(update={"limits": Limits(), "expected": ""})
    if relation is Relation.ROLLS_OUT:
        answers = profile(proposal, by)
        answers = answers.with_answer("exposure", 100).with_answer("people", by.organisation.customers)
        answers = answers.with_answer("duration_days", "permanent")
        quick_check = proposal.quick_check.model_copy(update={"small": False})
        proposal = proposal.model_copy(update={"answers": answers, "quick_check": quick_check})
    return proposal, Origin(experiment=dossier.id, relation=relation)
