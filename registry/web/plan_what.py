"""The plan form, second part: what is measured, and which of it decides."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import streamlit as st

from registry.domain.plan import Better, Kind, Metric, Plan, Role
from registry.sentences import say
from registry.web.plan_fields import Fields, half, number
from registry.web.plan_who import counter, more
from registry.web.prose import told

MOST_METRICS = 8

USUAL_KINDS = (Kind.MEAN, Kind.PROPORTION, Kind.ORDINAL, Kind.TOP_BOX, Kind.NPS, Kind.RATIO)
ON_A_SCALE = frozenset({Kind.ORDINAL, Kind.TOP_BOX})


class Offer(NamedTuple):
    """Which ways of summing up the form shows."""

    rare: bool
    """Also what few pilots need."""
    by_itself: bool
    """Stores are compared with themselves or in pairs, which some ways cannot be."""

    @property
    def kinds(self) -> Sequence[Kind]:
        return list(Kind) if self.rare and not self.by_itself else USUAL_KINDS


def metrics_asked(place: str, saved: Plan | None, offer: Offer) -> list[dict[str, Any]]:
    """The metrics, as the keys that a plan file has for each."""
    st.subheader(told("plan-metrics"), anchor=False)
    st.markdown(told("plan-metrics-lead"))
    known = saved.metric if saved is not None else ()
    count = counter(f"{place}-metrics", max(1, len(known)))
    asked = [
        _metric(Fields(f"{place}-metric-{n}", known[n] if n < len(known) else None), n, offer)
        for n in range(count)
    ]
    more(f"{place}-metrics", count, MOST_METRICS, "metric-add", "metric-remove")
    return asked


def _metric(fields: Fields, number: int, offer: Offer) -> dict[str, Any]:
    with st.container(border=True):
        left, right = st.columns(2)
        with left:
            name = fields.text("name")
        with right:
            column = fields.text("column")
        left, right = st.columns(2)
        with left:
            role = fields.choice(
                "role",
                list(Role),
                Role.PRIMARY if number == 0 else Role.GUARDRAIL,
                lambda role: say(f"role-{role}"),
            )
        with right:
            kind = fields.choice("kind", offer.kinds, Kind.MEAN, lambda kind: say(f"kind-{kind}"))
            st.caption(told(f"kind-{kind}-means"))
        shown: dict[str, Any] = {"name": name or column, "role": role, "kind": kind, "column": column}
        shown |= _of_kind(fields, kind)
        shown |= _aim(fields, role, kind)
        shown["survey"] = fields.truth("survey")
        if role is Role.GUARDRAIL:
            shown["counter_metric"] = fields.truth("counter_metric")
        if kind is Kind.MEAN:
            shown["covariate"] = _covariate(fields, offer)
    values = {**_hidden(fields.saved, role, kind, shown), **shown}
    return {key: value for key, value in values.items() if value is not None}


def _hidden(saved: object, role: Role, kind: Kind, shown: dict[str, Any]) -> dict[str, Any]:
    """What a plan file says of a metric and the form does not ask; gone with another role or kind."""
    if not isinstance(saved, Metric) or (saved.role, saved.kind) != (role, kind):
        return {}
    return {key: value for key, value in saved.model_dump().items() if key not in shown}


def _of_kind(fields: Fields, kind: Kind) -> dict[str, Any]:
    """What a metric of that kind needs besides its column."""
    if kind is Kind.RATIO:
        with half():
            return {"denominator": fields.text("denominator")}
    if kind is Kind.QUANTILE:
        with half():
            return {"q": fields.number("q", by=100.0)}
    if kind not in ON_A_SCALE:
        return {}
    was = fields.was("scale")
    lowest, highest = was if isinstance(was, tuple) else (None, None)
    columns = st.columns(3 if kind is Kind.TOP_BOX else 2)
    with columns[0]:
        low = number(f"{fields.place}-scale-low", "scale-low", lowest)
    with columns[1]:
        high = number(f"{fields.place}-scale-high", "scale-high", highest)
    # Half a scale is no scale; the form says which end is missing.
    found: dict[str, Any] = {"scale": None if low is None and high is None else (low, high)}
    if kind is Kind.TOP_BOX:
        with columns[2]:
            found["threshold"] = fields.number("threshold")
    return found


def _covariate(fields: Fields, offer: Offer) -> str | None:
    """What was known of customers before, where it can be read."""
    if offer.by_itself or not (offer.rare or fields.was("covariate") is not None):
        return None
    with half():
        return fields.text("covariate")


def _aim(fields: Fields, role: Role, kind: Kind) -> dict[str, Any]:
    """Which way is good, and how much of it matters."""
    left, right = st.columns(2)
    with left:
        better = fields.choice("better", list(Better), Better.HIGHER, lambda way: say(f"better-{way}"))
    by, unit = (100.0, "-points") if kind.is_share else (1.0, "")
    key = "margin" if role is Role.GUARDRAIL else "mde"
    is_same_unit = isinstance(fields.saved, Metric) and fields.saved.kind.is_share == kind.is_share
    with right:
        known = fields if is_same_unit else Fields(fields.place, None)
        amount = known.number(key, field=f"{key}{unit}", by=by, why=f"{key}-why")
    is_unsaid = role is Role.WATCH and fields.saved is not None and fields.was("better") is None
    return {"better": None if is_unsaid and better is Better.HIGHER else better, key: amount}


def takes_rare_kind(plan: Plan | None) -> bool:
    """Whether *plan* measures something that the form shows on request."""
    return plan is not None and any(
        metric.kind not in USUAL_KINDS or metric.covariate is not None for metric in plan.metric
    )
