"""Deciding: people choose, with the evidence frozen as they saw it, and what follows from a choice."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from registry.domain.evidence import Evidence
from registry.domain.experiment import Dossier, Origin, Relation, has_ended, stage
from registry.domain.facts import Choice, Decision
from registry.domain.person import Asking
from registry.domain.pilot import takes_data
from registry.domain.proposal import Limits, Proposal
from registry.domain.sentence import Refusal
from registry.domain.steps import WrongStage, check_step
from registry.domain.submission import Yardstick
from registry.domain.text import Text

CHOICES_WITH_DATA = (Choice.ADOPT, Choice.WALK_BACK, Choice.TRY_AGAIN)
CHOICES_LOOK_AND_LISTEN = (Choice.KEEP_HERE, Choice.WALK_BACK, Choice.TRY_BIGGER)

FOLLOW_UPS: Mapping[Choice, Relation] = {
    Choice.ADOPT: Relation.ROLLS_OUT,
    Choice.TRY_AGAIN: Relation.TRIES_AGAIN,
    Choice.TRY_BIGGER: Relation.TRIES_BIGGER,
}


class Verdict(BaseModel):
    """What somebody chose, why, and what was on their screen when they did."""

    model_config = ConfigDict(frozen=True)

    choice: Choice
    reason: Text = ""
    arm: Text = ""
    """The arm that is adopted, where there are several."""
    seen: Evidence | None = None
    """The evidence they saw; None when there was none."""


class DecisionRefused(Refusal):
    """The decision cannot be recorded as it is."""


def choices(dossier: Dossier) -> tuple[Choice, ...]:
    """What can be chosen at the end of this pilot."""
    return CHOICES_WITH_DATA if takes_data(dossier) else CHOICES_LOOK_AND_LISTEN


def arms_to_adopt(evidence: Evidence | None) -> tuple[str, ...]:
    """The arms among which adopting must choose: none where there is only one."""
    arms = () if evidence is None else tuple(evidence.arms)[1:]
    return arms if len(arms) > 1 else ()


def reason_needed(verdict: Verdict) -> str | None:
    """The sentence that says why *verdict* needs a reason; None when it needs none.

    Adopting needs one where the evidence does not carry it. Walking back never does.
    """
    if verdict.choice is not Choice.ADOPT:
        return None
    if verdict.seen is None or not verdict.seen.complete:
        return "decision-adopt-without-data"
    said = verdict.seen.recommendation
    of_the_arm = (each for each in verdict.seen.recommendations if each.arm == verdict.arm)
    recommendation = next(of_the_arm, said)
    if recommendation.rule == "invalid":
        return "decision-adopt-invalid"
    return "decision-adopt-against" if recommendation.action == "walk_back" else None


def decided(dossier: Dossier, asking: Asking, verdict: Verdict) -> Decision:
    """*verdict* with what was known when it was made.

    Raises DecisionRefused for a choice this pilot does not offer, for a missing reason or arm, while
    a pilot with data still runs, and when newer data was read than what was on the screen.
    """
    choice, seen = verdict.choice, verdict.seen
    check_step(dossier, asking, "decide")
    if choice not in choices(dossier):
        raise DecisionRefused("decision-not-offered", code=dossier.code)
    if takes_data(dossier) and not has_ended(dossier, asking.at.date()):
        raise WrongStage("wrong-stage-decide_on_data", code=dossier.code, stage=stage(dossier, asking.at))
    reading = dossier.reading
    if (None if reading is None else reading.evidence) != seen:
        raise DecisionRefused("decision-stale-evidence", code=dossier.code)
    if choice is Choice.ADOPT and arms_to_adopt(seen) and verdict.arm not in arms_to_adopt(seen):
        raise DecisionRefused("decision-which-arm", code=dossier.code)
    needed = reason_needed(verdict)
    if needed is not None and not verdict.reason:
        raise DecisionRefused(needed)
    pilot = dossier.pilot
    return Decision(
        at=asking.at,
        by=asking.person.id,
        choice=choice,
        reason=verdict.reason,
        arm=verdict.arm if choice is Choice.ADOPT else "",
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
    # What was said of that time is said anew of the next.
    anew = {"limits": Limits(), "expected": "", "different_this_time": ""}
    proposal = dossier.proposal.model_copy(update=anew)
    if relation is not Relation.TRIES_AGAIN:
        # A promise such as "at most 1 % of customers" held for that pilot; it would hide that this is bigger.
        proposal = proposal.model_copy(update={"levers": (), "levers_not_here": ()})
    if relation is Relation.ROLLS_OUT:
        answers = proposal.answers.with_answer("exposure", 100).with_answer(
            "people", by.organisation.customers
        )
        answers = answers.with_answer("duration_days", "permanent")
        quick_check = proposal.quick_check.model_copy(update={"small": False})
        proposal = proposal.model_copy(update={"answers": answers, "quick_check": quick_check})
    return proposal, Origin(experiment=dossier.id, relation=relation)
