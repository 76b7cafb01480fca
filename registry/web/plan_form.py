"""Choosing a plan on a page: arms, control, shares and metrics, as the same keys a plan file has."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from registry.domain.plan import Better, Kind, Metric, Plan, Role
from registry.domain.sentence import Sentence, sentence
from registry.sentences import say
from registry.web.prose import told

MOST_ARMS, MOST_METRICS = 6, 8
KINDS = (Kind.MEAN, Kind.PROPORTION)
"""The kinds that can be estimated today."""
NOT_ON_THE_PAGE = ("rows", "day", "units_return", "alpha", "power", "look", "start")
"""Keys that only a plan file sets; choosing here keeps what an earlier file said."""


def plan_values(place: str, saved: Plan | None) -> dict[str, Any]:
    """What the form says now, as the keys of a plan file; what was left empty is left out."""
    said = {} if saved is None else saved.model_dump()
    values: dict[str, Any] = {key: said[key] for key in NOT_ON_THE_PAGE if key in said}
    values["design"] = "randomised"
    values |= _arms(place, saved)
    st.subheader(told("plan-metrics"), anchor=False)
    st.markdown(told("plan-metrics-lead"))
    known = saved.metric if saved is not None else ()
    count = _counter(f"{place}-metrics", max(1, len(known)))
    values["metric"] = [
        _metric(f"{place}-metric-{number}", number, known[number] if number < len(known) else None)
        for number in range(count)
    ]
    _more(f"{place}-metrics", count, MOST_METRICS, "metric-add", "metric-remove")
    values |= _rest(place, saved)
    return {key: value for key, value in values.items() if value not in (None, "", {})}


def _text(key: str, name: str, saved: str | None) -> str:
    st.session_state.setdefault(key, saved or "")
    return st.text_input(
        told(f"field-{name}"), key=key, max_chars=200, placeholder=say(f"field-{name}-example")
    ).strip()


def _amount(key: str, name: str, saved: float | None, kind: Kind, help_id: str) -> float | None:
    """A difference in the metric's own units; that of a share is asked in percentage points."""
    by = 100.0 if kind is Kind.PROPORTION else 1.0
    # Another unit is another field: 3 in one must not become 3 in the other.
    said = _number(f"{key}-{by:g}", f"{name}-points" if by == 100.0 else name, saved and saved * by, help_id)
    return None if said is None else float(f"{said / by:.12g}")


def _number(key: str, name: str, saved: float | None, help_id: str | None = None) -> float | None:
    st.session_state.setdefault(key, saved)
    return st.number_input(
        told(f"field-{name}"),
        key=key,
        format="%g",
        step=None,
        help=told(help_id) if help_id else None,
        placeholder=say("optional"),
    )


def _counter(key: str, start: int) -> int:
    return st.session_state.setdefault(f"{key}-count", start)


def _more(key: str, count: int, most: int, add: str, remove: str) -> None:
    def change(by: int) -> None:
        st.session_state[f"{key}-count"] = count + by

    with st.container(horizontal=True):
        if count < most:
            st.button(told(add), key=f"{key}-add", icon=":material/add:", on_click=change, args=(1,))
        if count > 1:
            st.button(told(remove), key=f"{key}-remove", on_click=change, args=(-1,), type="tertiary")


def _arms(place: str, saved: Plan | None) -> dict[str, Any]:
    st.subheader(told("plan-who"), anchor=False)
    st.markdown(told("plan-who-lead"))
    arm = _text(f"{place}-arm", "arm", saved.arm if saved else None)
    shares: Mapping[str, float] = (saved.shares or {}) if saved else {}
    saved_control = saved.control if saved else None
    others = [name for name in shares if name != saved_control]
    control, share = _named_arm(f"{place}-control", "control", saved_control, shares)
    named = {control: share}
    count = _counter(f"{place}-arms", max(1, len(others)))
    for number in range(count):
        name = others[number] if number < len(others) else None
        treatment, share = _named_arm(f"{place}-treatment-{number}", "treatment", name, shares)
        named[treatment] = share
    _more(f"{place}-arms", count, MOST_ARMS, "arm-add", "arm-remove")
    named.pop("", None)
    return {"arm": arm, "control": control, "shares": named if len(named) > 1 else None}


def _named_arm(key: str, field: str, saved: str | None, shares: Mapping[str, float]) -> tuple[str, float]:
    """An arm's name and its share, side by side, so that they stay together on a phone."""
    left, right = st.columns([3, 1])
    with left:
        name = _text(key, field, saved)
    with right:
        return name, _share(f"{key}-share", shares.get(saved or "", 1.0))


def _share(key: str, saved: float) -> float:
    st.session_state.setdefault(key, saved)
    return st.number_input(told("field-share"), 0.01, 1000.0, key=key, format="%g", step=1.0)


def _metric(key: str, number: int, saved: Metric | None) -> dict[str, Any]:
    with st.container(border=True):
        left, right = st.columns(2)
        with left:
            name = _text(f"{key}-name", "metric_name", saved.name if saved else None)
            st.session_state.setdefault(
                f"{key}-role", saved.role if saved else (Role.PRIMARY if number == 0 else Role.GUARDRAIL)
            )
            role = st.selectbox(
                told("field-role"),
                list(Role),
                format_func=lambda role: say(f"role-{role}"),
                key=f"{key}-role",
            )
            st.session_state.setdefault(f"{key}-better", saved.better if saved else Better.HIGHER)
            better = st.selectbox(
                told("field-better"),
                list(Better),
                format_func=lambda way: say(f"better-{way}"),
                key=f"{key}-better",
            )
        with right:
            column = _text(f"{key}-column", "column", saved.column if saved else None)
            st.session_state.setdefault(f"{key}-kind", saved.kind if saved else Kind.MEAN)
            kind = st.selectbox(
                told("field-kind"), KINDS, format_func=lambda kind: say(f"kind-{kind}"), key=f"{key}-kind"
            )
            margin = mde = None
            if role is Role.GUARDRAIL:
                margin = _amount(
                    f"{key}-margin", "margin", saved.margin if saved else None, kind, "margin-why"
                )
            else:
                mde = _amount(f"{key}-mde", "mde", saved.mde if saved else None, kind, "mde-why")
        st.session_state.setdefault(f"{key}-survey", saved.survey if saved else False)
        survey = st.checkbox(told("field-survey"), key=f"{key}-survey")
        counter = False
        if role is Role.GUARDRAIL:
            st.session_state.setdefault(f"{key}-counter", saved.counter_metric if saved else False)
            counter = st.checkbox(told("field-counter_metric"), key=f"{key}-counter")
    values = {
        "name": name or column,
        "role": role,
        "kind": kind,
        "column": column,
        "better": better,
        "mde": mde,
        "margin": margin,
        "survey": survey or None,
        "counter_metric": counter or None,
    }
    kept = {} if saved is None or saved.kind is not kind else saved.model_dump()
    shown = kept | values
    return {key: value for key, value in shown.items() if value not in (None, "")}


def _rest(place: str, saved: Plan | None) -> dict[str, Any]:
    with st.expander(told("plan-more")):
        unit = _text(f"{place}-unit", "unit", saved.unit if saved else None)
        st.session_state.setdefault(f"{place}-end", saved.end if saved else None)
        end = st.date_input(told("field-end"), key=f"{place}-end", format="YYYY-MM-DD")
        st.session_state.setdefault(f"{place}-units", saved.planned_units if saved else None)
        units = st.number_input(
            told("field-planned_units"), 1, 10**9, step=1, key=f"{place}-units", placeholder=say("optional")
        )
    return {"unit": unit, "end": end, "planned_units": units}


def still_missing(values: Mapping[str, Any]) -> Sentence | None:
    """What the form still needs, in the words of its fields; a plan file is refused in its own words."""
    for field in ("arm", "control"):
        if field not in values:
            return sentence("plan-form-missing", field=say(f"field-{field}"))
    if "shares" not in values:
        return sentence("plan-form-missing", field=say("field-treatment"))
    for number, metric in enumerate(values.get("metric", ()), start=1):
        if "column" not in metric:
            return sentence("plan-form-metric-missing", number=number, field=say("field-column"))
        if metric["role"] is Role.GUARDRAIL and "margin" not in metric:
            return sentence("plan-form-metric-missing", number=number, field=say("field-margin"))
    return None
