"""A pilot's data under its plan: estimates, checks, recommendations, bound together as evidence."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from registry.analysis.beside.views import beside
from registry.analysis.checks.customer_checks import checks
from registry.analysis.checks.store_checks import store_checks
from registry.analysis.compared import Compared
from registry.analysis.in_segments import interactions, segment_estimates
from registry.analysis.looking.now import Now, now
from registry.analysis.pilot_data import PilotData
from registry.analysis.ruling import arm_reading
from registry.analysis.samples import samples, stores_of
from registry.analysis.several.holm import holm
from registry.domain.evidence import GRADES, Check, Estimate, Evidence
from registry.domain.plan import Metric, Plan, fingerprint
from registry.domain.recommendation import recommendations
from registry.domain.sentence import sentence


class Reading(NamedTuple):
    """A plan and its data, when they are read."""

    plan: Plan
    data: PilotData
    now: Now

    def compared(self) -> Mapping[tuple[str, str], Compared]:
        """Every metric, in the plan's order, in every arm beside the control."""
        found, (control, *arms) = samples(self.plan, self.data), self.data.arms
        return {
            (metric.name, arm): Compared(
                plan=self.plan,
                metric=metric,
                now=self.now,
                control_arm=control,
                arm=arm,
                control=found[metric.name, control],
                treated=found[metric.name, arm],
            )
            for metric in self.plan.metric
            for arm in arms
        }


def evidence(
    plan: Plan,
    data: PilotData,
    as_of: date,
    *,
    ended: bool | None = None,
    looked: Sequence[float] | None = None,
) -> Evidence:
    """What *data* say under *plan* on the day *as_of*.

    *ended* is what the registry knows of the pilot itself, beyond its plan, and *looked* the planned looks
    that were taken before; None where it knows nothing.
    """
    complete = is_complete(plan, data.arms, as_of, ended=ended)
    data = _stores_together(data)
    made = (*checks(plan, data), *store_checks(plan, data))
    taken = now(plan, data.arms, as_of, complete=complete, looked=looked)
    return _evidence(Reading(plan, data, taken), as_of, made)


def _evidence(reading: Reading, as_of: date, made: tuple[Check, ...]) -> Evidence:
    plan, data, compared = reading.plan, reading.data, reading.compared()
    _, *arms = data.arms
    advice = recommendations(arm_reading(compared, arm, made, arms=len(arms)) for arm in arms)
    grade = GRADES[plan.design]
    return Evidence(
        plan_fingerprint=fingerprint(plan),
        rows=data.rows,
        arms=data.arms,
        grade=grade,
        assumption=sentence(f"assumption-{grade.value.lower()}"),
        checks=made,
        estimates=tuple(
            estimate
            for metric in plan.metric
            for estimate in _of_metric(metric, [compared[metric.name, arm] for arm in arms])
        ),
        recommendation=advice[0],
        recommendations=advice,
        beside=tuple(each for one in compared.values() for each in beside(one, data)),
        segments=tuple(each for one in compared.values() for each in segment_estimates(one, data)),
        interactions=tuple(each for one in compared.values() for each in interactions(one, data)),
        looks=reading.now.looks,
        summaries=data.summaries,
        data_sha256=data.sha256,
        as_of=as_of,
        complete=reading.now.complete,
    )


def completed(plan: Plan, seen: Evidence, data: PilotData, as_of: date) -> Evidence:
    """What *data*, the summaries of an earlier reading, say now that the pilot has ended; no file is needed.

    The checks that were *seen* then stay as they were.
    """
    data = _stores_together(data)
    taken = now(plan, data.arms, as_of, complete=True, looked=seen.looks)
    return _evidence(Reading(plan, data, taken), as_of, seen.checks)


def _stores_together(data: PilotData) -> PilotData:
    """*data* with the days of each store as one, for all who ask for it from here on."""
    parts = (*stores_of(data), *(cell for cell in data.cells if cell.segment or cell.arm not in data.arms))
    return data.model_copy(update={"cells": parts})


def is_complete(plan: Plan, arms: Mapping[str, int], as_of: date, *, ended: bool | None = None) -> bool:
    """Whether the result may be looked at: the one look that a plan allows is at its end.

    The end is the pilot's own where it is known (*ended*), else the plan's end date; a plan without
    one counts as complete. Or it is the planned units in every arm. An early stop is an end too: it
    cannot be taken back, and nobody has seen the result before it.
    """
    enough = plan.planned_units is not None and min(arms.values()) >= plan.planned_units
    end_has_come = plan.end is None or as_of >= plan.end
    return enough or (end_has_come if ended is None else ended)


def _of_metric(metric: Metric, arms: Sequence[Compared]) -> list[Estimate]:
    """The *metric* in every arm against the control."""
    found = [(one, one.difference(one.plan.alpha)) for one in arms]
    adjusted = holm([None if difference is None else difference.p_value for _, difference in found])
    estimates: list[Estimate] = []
    for (one, difference), p_adjusted in zip(found, adjusted, strict=True):
        values, share = one.values(difference), one.relative()
        of_control, of_arm = values
        estimates.append(
            Estimate(
                metric=metric.name,
                role=metric.role,
                arm=one.arm,
                control=one.control_arm,
                control_value=of_control,
                arm_value=of_arm,
                difference=None if of_control is None or of_arm is None else of_arm - of_control,
                standard_error=difference and difference.standard_error,
                low=difference and difference.low,
                high=difference and difference.high,
                p_value=difference and difference.p_value,
                p_adjusted=p_adjusted,
                alpha_used=one.now.level(one.plan, one.plan.alpha),
                relative=share and share.value,
                relative_low=share and share.low,
                relative_high=share and share.high,
                method=one.way.method if difference is None else difference.method,
                n_control=one.control.whole.n,
                n_arm=one.treated.whole.n,
                clusters_control=len(one.control.stores) if one.way.by_store else None,
                clusters_arm=len(one.treated.stores) if one.way.by_store else None,
            )
        )
    return estimates
