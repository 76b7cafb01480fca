"""What the rules of the recommendation ask about an arm, answered from the comparisons."""

from collections.abc import Mapping, Sequence

from registry.analysis.compared import Compared
from registry.analysis.sizing.power import units_needed
from registry.domain.evidence import GRADES, Check, CheckStatus
from registry.domain.plan import Kind, Plan
from registry.domain.recommendation import ArmReading, GuardrailReading, Interval


def arm_reading(
    compared: Mapping[tuple[str, str], Compared], arm: str, made: Sequence[Check], *, arms: int
) -> ArmReading:
    """Everything the rules ask about *arm*, one of so many *arms* beside the control."""
    plan = next(iter(compared.values())).plan
    if plan.primary is None:
        raise ValueError("a plan that is read has a primary metric")
    primary = compared[plan.primary.name, arm]
    alpha = plan.alpha / arms
    gain = primary.gain(alpha)
    watched = [compared[metric.name, arm] for metric in plan.guardrails]
    guardrails = tuple(_guardrail(plan, one) for one in watched)
    return ArmReading(
        arm=arm,
        grade=GRADES[plan.design],
        complete=primary.now.complete,
        end=plan.end,
        failed_check=next((check.name for check in made if check.status is CheckStatus.FAIL), None),
        primary=primary.metric.name,
        primary_missing=primary.way.difference(primary.control, primary.treated, alpha=alpha) is None,
        gain=gain,
        mde=primary.metric.mde,
        guardrails=guardrails,
        units=min(primary.control.whole.units, primary.treated.whole.units),
        units_needed=_units_needed(plan, primary, gain, list(zip(watched, guardrails, strict=True)), alpha),
        is_share=primary.is_share,
    )


def _guardrail(plan: Plan, one: Compared) -> GuardrailReading:
    return GuardrailReading(
        metric=one.metric.name,
        margin=one.metric.margin or 0.0,
        gain=one.gain(plan.alpha),
        strict_gain=one.gain(plan.alpha / len(plan.guardrails)),
        is_share=one.is_share,
    )


def _units_needed(
    plan: Plan,
    primary: Compared,
    gain: Interval | None,
    guardrails: Sequence[tuple[Compared, GuardrailReading]],
    alpha: float,
) -> int | None:
    """Units per arm that would settle what is open; None where that cannot be said of all of it."""
    needs: list[int | None] = []
    if gain is None or gain.low <= 0:
        needs.append(_need(primary, primary.metric.mde, alpha=alpha, power=plan.power))
    # All guardrails must pass: each gets its part of the risk that one does not.
    power = 1 - (1 - plan.power) / max(1, len(guardrails))
    for one, guardrail in guardrails:
        if not guardrail.safe:
            needs.append(_need(one, one.metric.margin, alpha=plan.alpha, power=power))
    known = [need for need in needs if need is not None]
    return max(known) if known and len(known) == len(needs) else None


def _need(one: Compared, difference: float | None, *, alpha: float, power: float) -> int | None:
    if difference is None or one.way.by_store or one.metric.kind is Kind.QUANTILE:
        # How many more stores would settle it is not the question that a running pilot can answer; and how
        # many customers a quantile needs, summaries do not tell.
        return None
    return units_needed(one.control.whole, one.treated.whole, difference=difference, alpha=alpha, power=power)
