"""A pilot's data under its plan: estimates, checks, recommendations, bound together as evidence."""

from collections.abc import Mapping
from datetime import date

from registry.analysis.checks.customer_checks import checks
from registry.analysis.checks.store_checks import store_checks
from registry.analysis.comparing import comparison, early, relative_effect
from registry.analysis.estimates.difference import Difference
from registry.analysis.pilot_data import PilotData
from registry.analysis.samples import Sample, samples, stores_of
from registry.analysis.several.holm import holm
from registry.analysis.sizing.power import units_needed
from registry.domain.evidence import GRADES, Check, CheckStatus, Estimate, Evidence
from registry.domain.plan import Better, Kind, Look, Metric, Plan, Role, fingerprint
from registry.domain.recommendation import ArmReading, GuardrailReading, Interval, recommendations
from registry.domain.sentence import sentence

SHARES = {Kind.PROPORTION, Kind.TOP_BOX}
"""Kinds whose values are shares from 0 to 1, which people read in percentage points."""


def evidence(plan: Plan, data: PilotData, as_of: date, *, ended: bool | None = None) -> Evidence:
    """What *data* say under *plan* on the day *as_of*; the plan asks only for methods that are built.

    *ended* is what the registry knows of the pilot itself, beyond its plan; None where it knows nothing.
    """
    complete = is_complete(plan, data.arms, as_of, ended=ended)
    # The days of a store are put together once, for all who ask for it from here on.
    data = data.model_copy(update={"cells": stores_of(data)})
    made = (*checks(plan, data), *store_checks(plan, data))
    return _evidence(plan, data, as_of, made, complete=complete)


def _evidence(
    plan: Plan, data: PilotData, as_of: date, made: tuple[Check, ...], *, complete: bool
) -> Evidence:
    reading = _Reading(plan, data, complete=complete)
    advice = recommendations(reading.arm_reading(arm, made) for arm in reading.arms)
    grade = GRADES[plan.design]
    return Evidence(
        plan_fingerprint=fingerprint(plan),
        rows=data.rows,
        arms=data.arms,
        grade=grade,
        assumption=sentence(f"assumption-{grade.value.lower()}"),
        checks=made,
        estimates=reading.estimates(),
        recommendation=advice[0],
        recommendations=advice,
        summaries=data.summaries,
        stores=stores_of(data),
        data_sha256=data.sha256,
        as_of=as_of,
        complete=reading.complete,
    )


def completed(plan: Plan, seen: Evidence, as_of: date) -> Evidence:
    """What the summaries of an earlier reading say now that the pilot has ended; no file is needed.

    The checks were made on the rows and stay as they were.
    """
    data = PilotData(
        sha256=seen.data_sha256,
        rows=seen.rows,
        arms=seen.arms,
        summaries=seen.summaries,
        cells=seen.stores,
        units_named=False,
    )
    return _evidence(plan, data, as_of, seen.checks, complete=True)


def is_complete(plan: Plan, arms: Mapping[str, int], as_of: date, *, ended: bool | None = None) -> bool:
    """Whether the result may be looked at: the one look that a plan allows is at its end.

    The end is the pilot's own where it is known (*ended*), else the plan's end date; a plan without
    one counts as complete. Or it is the planned units in every arm. An early stop is an end too: it
    cannot be taken back, and nobody has seen the result before it.
    """
    enough = plan.planned_units is not None and min(arms.values()) >= plan.planned_units
    end_has_come = plan.end is None or as_of >= plan.end
    return enough or (end_has_come if ended is None else ended)


class _Reading:
    """The plan and the data side by side; *complete* when the result may be looked at."""

    def __init__(self, plan: Plan, data: PilotData, *, complete: bool) -> None:
        self.plan = plan
        self.data = data
        self.control, *self.arms = data.arms
        self.complete = complete
        self._samples = samples(plan, data)

    def estimates(self) -> tuple[Estimate, ...]:
        """Every metric in the plan's order, every arm against the control."""
        return tuple(estimate for metric in self.plan.metric for estimate in self._of_metric(metric))

    def _of_metric(self, metric: Metric) -> list[Estimate]:
        found = [self._difference(metric, arm, alpha=self.plan.alpha) for arm in self.arms]
        adjusted = holm([None if one is None else one.p_value for one in found])
        return [
            self._estimate(metric, arm, one, p)
            for arm, one, p in zip(self.arms, found, adjusted, strict=True)
        ]

    def _estimate(
        self, metric: Metric, arm: str, found: Difference | None, p_adjusted: float | None
    ) -> Estimate:
        control, treated = self._pair(metric, arm)
        way, shown = comparison(self.plan, metric), self._shown(metric)
        of_control, of_arm = _values(found, control, treated) if shown else (None, None)
        # A net promoter score may be 0 or below, of which nothing is a share.
        has_share = self.complete and self.plan.look is not Look.ANYTIME and metric.kind is not Kind.NPS
        share = relative_effect(way, control, treated, alpha=self.plan.alpha) if has_share else None
        return Estimate(
            metric=metric.name,
            role=metric.role,
            arm=arm,
            control=self.control,
            control_value=of_control,
            arm_value=of_arm,
            difference=None if of_control is None or of_arm is None else of_arm - of_control,
            standard_error=found and found.standard_error,
            low=found and found.low,
            high=found and found.high,
            p_value=found and found.p_value,
            p_adjusted=p_adjusted,
            alpha_used=self.plan.alpha,
            relative=share and share.value,
            relative_low=share and share.low,
            relative_high=share and share.high,
            method=way.method if found is None else found.method,
            n_control=control.whole.n,
            n_arm=treated.whole.n,
            clusters_control=len(control.stores) if way.by_store else None,
            clusters_arm=len(treated.stores) if way.by_store else None,
        )

    def arm_reading(self, arm: str, made: tuple[Check, ...]) -> ArmReading:
        """Everything the rules ask about *arm*."""
        plan, primary = self.plan, self._primary()
        alpha = plan.alpha / len(self.arms)
        guardrails = tuple(self._guardrail(metric, arm) for metric in plan.guardrails)
        control, treated = self._pair(primary, arm)
        computed = comparison(plan, primary).difference(control, treated, alpha=alpha)
        gain = self._gain(primary, arm, alpha=alpha)
        return ArmReading(
            arm=arm,
            grade=GRADES[plan.design],
            complete=self.complete,
            end=plan.end,
            failed_check=next((check.name for check in made if check.status is CheckStatus.FAIL), None),
            primary=primary.name,
            primary_missing=computed is None,
            gain=gain,
            mde=primary.mde,
            guardrails=guardrails,
            units=min(control.whole.units, treated.whole.units),
            units_needed=self._units_needed(arm, gain, guardrails),
            is_share=primary.kind in SHARES,
        )

    def _guardrail(self, metric: Metric, arm: str) -> GuardrailReading:
        alpha = self.plan.alpha
        return GuardrailReading(
            metric=metric.name,
            margin=metric.margin or 0.0,
            gain=self._gain(metric, arm, alpha=alpha),
            strict_gain=self._gain(metric, arm, alpha=alpha / len(self.plan.guardrails)),
            is_share=metric.kind in SHARES,
        )

    def _units_needed(
        self, arm: str, gain: Interval | None, guardrails: tuple[GuardrailReading, ...]
    ) -> int | None:
        """Units per arm that would settle what is open; None where that cannot be said of all of it."""
        plan, primary = self.plan, self._primary()
        needs: list[int | None] = []
        if gain is None or gain.low <= 0:
            alpha = plan.alpha / len(self.arms)
            needs.append(self._need(primary, arm, primary.mde, alpha=alpha, power=plan.power))
        # All guardrails must pass: each gets its part of the risk that one does not.
        power = 1 - (1 - plan.power) / max(1, len(guardrails))
        for metric, guardrail in zip(plan.guardrails, guardrails, strict=True):
            if not guardrail.safe:
                needs.append(self._need(metric, arm, metric.margin, alpha=plan.alpha, power=power))
        known = [need for need in needs if need is not None]
        return max(known) if known and len(known) == len(needs) else None

    def _need(
        self, metric: Metric, arm: str, difference: float | None, *, alpha: float, power: float
    ) -> int | None:
        if difference is None or comparison(self.plan, metric).by_store:
            # How many more stores would settle it is not the question that a running pilot can answer.
            return None
        control, treated = self._pair(metric, arm)
        return units_needed(control.whole, treated.whole, difference=difference, alpha=alpha, power=power)

    def _gain(self, metric: Metric, arm: str, *, alpha: float) -> Interval | None:
        found = self._difference(metric, arm, alpha=alpha)
        if found is None:
            return None
        if metric.better is Better.HIGHER:
            return Interval(found.low, found.high)
        return Interval(-found.high, -found.low)

    def _difference(self, metric: Metric, arm: str, *, alpha: float) -> Difference | None:
        control, treated = self._pair(metric, arm)
        way = comparison(self.plan, metric)
        if not self._shown(metric):
            return None
        if self.complete and self.plan.look is not Look.ANYTIME:
            return way.difference(control, treated, alpha=alpha)
        return early(way, control, treated, alpha=alpha, tuned_to=self.plan.planned_units)

    def _shown(self, metric: Metric) -> bool:
        """Looking once means at the end; guardrails are watched all the time."""
        return self.complete or metric.role is Role.GUARDRAIL or self.plan.look is Look.ANYTIME

    def _pair(self, metric: Metric, arm: str) -> tuple[Sample, Sample]:
        return self._samples[metric.name, self.control], self._samples[metric.name, arm]

    def _primary(self) -> Metric:
        primary = self.plan.primary
        if primary is None:
            raise ValueError("a plan that is read has a primary metric")
        return primary


def _values(found: Difference | None, control: Sample, arm: Sample) -> tuple[float | None, float | None]:
    """The two values that the difference is between; None for an arm that has none."""
    if found is not None and found.control is not None and found.arm is not None:
        return found.control, found.arm
    return control.whole.mean, arm.whole.mean
