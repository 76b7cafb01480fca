"""A plan in words: every key that it sets, as somebody would say it who explains the pilot."""

from collections.abc import Iterator

import streamlit as st

from registry.domain.plan import Design, Look, Metric, Plan, Weight, fingerprint
from registry.domain.sentence import Sentence, sentence
from registry.web.evidence import metric_caption
from registry.web.prose import told


def show_plan(plan: Plan, *, locked: bool) -> None:
    """The plan in words, with its fingerprint."""
    with st.container(gap="xsmall"):
        for line in plan_lines(plan):
            st.markdown(told(line))
    for metric in plan.metric:
        st.markdown(
            f"- {' · '.join([*(told(each) for each in metric_lines(metric)), metric_caption(metric)])}"
        )
    st.caption(told("plan-locked" if locked else "plan-open", fingerprint=fingerprint(plan)))


def plan_lines(plan: Plan) -> Iterator[Sentence]:
    """Who, where, when and how often, a sentence for each thing that the plan says."""
    yield sentence(f"design-{plan.design}")
    if plan.arm is not None:
        yield sentence("plan-arms", arm=plan.arm, control=plan.control or "")
    if plan.shares:
        yield sentence("plan-shares", shares=", ".join(f"{arm} {n:g}" for arm, n in plan.shares.items()))
    yield from _groups(plan)
    if plan.period is not None:
        yield sentence("plan-period", period=plan.period)
    if plan.unit is not None:
        yield sentence("plan-unit", unit=plan.unit, rows=plan.rows.value)
    yield from _time(plan)
    if plan.segments:
        yield sentence("plan-segments-told", segments=", ".join(f"“{each}”" for each in plan.segments))
    if {"alpha", "power"} & plan.model_fields_set:
        yield sentence("plan-certainty", alpha=f"{100 * plan.alpha:g}", power=f"{100 * plan.power:g}")


def _groups(plan: Plan) -> Iterator[Sentence]:
    if plan.cluster is not None:
        yield sentence("plan-cluster", cluster=plan.cluster)
    if plan.pair is not None:
        yield sentence("plan-pair", pair=plan.pair)
    if plan.within_cluster:
        yield sentence("plan-within")
    if plan.cluster is not None and plan.design is Design.CLUSTERED:
        yield sentence("plan-weight-unit" if plan.weight is Weight.UNIT else "plan-weight-cluster")
    if plan.block is not None:
        yield sentence("plan-block", block=plan.block, left_out=plan.burn_in)


def _time(plan: Plan) -> Iterator[Sentence]:
    if plan.day is not None:
        yield sentence("plan-day", day=plan.day)
    if not plan.units_return:
        yield sentence("plan-once")
    if plan.start is not None:
        yield sentence("plan-start", day=plan.start.isoformat())
    if plan.end is not None:
        yield sentence("plan-end", day=plan.end.isoformat())
    if plan.planned_units is not None:
        yield sentence("plan-units", n=plan.planned_units)
    if plan.look is not Look.ONCE or "look" in plan.model_fields_set:
        yield sentence("plan-look", look=plan.look.value, n=plan.looks or 0)


def metric_lines(metric: Metric) -> Iterator[Sentence]:
    """What a metric measures, and how its kind is to be read."""
    yield sentence(
        "plan-metric", name=metric.name, role=metric.role.value, kind=metric.kind.value, column=metric.column
    )
    if metric.denominator is not None:
        yield sentence("plan-metric-denominator", column=metric.denominator)
    if metric.scale is not None:
        low, high = (f"{end:g}" for end in metric.scale)
        top = "none" if metric.threshold is None else f"{metric.threshold:g}"
        yield sentence("plan-metric-scale", low=low, high=high, top=top)
    if metric.q is not None:
        yield sentence("plan-metric-q", percent=f"{100 * metric.q:g}")
    if metric.covariate is not None:
        yield sentence("plan-metric-covariate", column=metric.covariate)
    if metric.survey:
        yield sentence("plan-metric-survey")
    if metric.counter_metric:
        yield sentence("plan-metric-counter")
