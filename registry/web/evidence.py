"""Evidence on a page: what the rules say, an interval chart per metric, a table beside it, the checks."""

from collections.abc import Sequence
from typing import Any

import pandas
import streamlit as st

from registry.domain.evidence import CheckStatus, Estimate, Evidence, Recommendation
from registry.domain.plan import Better, Metric, Plan, Role
from registry.sentences import p_text, say
from registry.web.beside import show_beside
from registry.web.figures import decimals_of, figure, in_own_units, scale
from registry.web.prose import told

ROW_HEIGHT = 44

ACTION_LOOKS = {
    "adopt": st.success,
    "walk_back": st.error,
    "no_difference": st.info,
    "keep_going": st.info,
    "cannot_tell": st.warning,
}
CHECK_LOOKS = {CheckStatus.OK: "✓", CheckStatus.WARN: "!", CheckStatus.FAIL: "✗"}


def show_evidence(plan: Plan | None, evidence: Evidence) -> None:
    """Everything a reading says: failed checks first, then the recommendation, then the numbers."""
    if plan is None:
        return
    failed = [check for check in evidence.checks if check.status is CheckStatus.FAIL]
    for check in failed:
        st.error(told(check.message), icon=":material/report:")
    for recommendation in evidence.recommendations:
        show_recommendation(recommendation, several=len(evidence.recommendations) > 1)
    if not failed:
        assumption = say(evidence.assumption)
        st.caption(told("evidence-grade", grade=evidence.grade.value, assumption=assumption))
    for metric in plan.metric:
        _show_metric(plan, metric, [each for each in evidence.estimates if each.metric == metric.name])
        show_beside(plan, metric, evidence)
    with st.expander(told("evidence-checks", count=len(evidence.checks))):
        for check in evidence.checks:
            st.markdown(f"{CHECK_LOOKS[check.status]} {told(check.message)}")
    st.caption(told("evidence-fingerprint", fingerprint=evidence.plan_fingerprint))


def show_recommendation(recommendation: Recommendation, *, several: bool) -> None:
    """What the first rule that holds says; people decide."""
    said = told(recommendation.message)
    head = told(f"action-{recommendation.action}")
    arm = told("recommendation-for", arm=recommendation.arm) + " " if several else ""
    rule = told("recommendation-rule", rule=say(f"rule-name-{recommendation.rule}"))
    ACTION_LOOKS[recommendation.action](f"**{arm}{head}.** {said}  \n{rule}")


def _show_metric(plan: Plan, metric: Metric, estimates: Sequence[Estimate]) -> None:
    st.subheader(told("metric-title", name=metric.name, role=metric.role), anchor=False)
    st.caption(metric_caption(metric, estimates))
    shown = [each for each in estimates if each.low is not None and each.high is not None]
    if not shown:
        st.info(told("metric-not-yet"))
        return
    st.vega_lite_chart(spec=interval_spec(metric, shown), width="stretch", alt=_chart_words(metric, shown))
    st.dataframe(estimate_table(plan, metric, shown), hide_index=True, alt=say("table-alt", name=metric.name))


def metric_caption(metric: Metric, estimates: Sequence[Estimate] = ()) -> str:
    """Which way is good, how much of it matters, and by which method it was compared."""
    parts = [told(f"better-{metric.better}")]
    if metric.role is Role.GUARDRAIL and metric.margin is not None:
        parts.append(told("metric-margin", margin=in_own_units(metric.margin, metric.kind)))
    elif metric.mde is not None:
        parts.append(told("metric-mde", mde=in_own_units(metric.mde, metric.kind)))
    if estimates:
        parts.append(told(f"method-{estimates[0].method}"))
    return " · ".join(parts)


def primary_number(value: float, plan: Plan | None) -> str:
    """*value* in the units of the plan's primary metric."""
    primary = plan.primary if plan is not None else None
    return f"{value:g}" if primary is None else in_own_units(value, primary.kind)


def edges(metric: Metric) -> list[tuple[str, float]]:
    """The lines an interval is judged by, named, on the screen's scale: a margin, or what would matter."""
    worse = scale(metric) if metric.better is Better.LOWER else -scale(metric)
    if metric.role is Role.GUARDRAIL and metric.margin is not None:
        return [(say("line-margin"), worse * metric.margin)]
    if metric.mde is not None:
        return [(say("line-mde"), worse * metric.mde), (say("line-mde"), -worse * metric.mde)]
    return []


def interval_spec(metric: Metric, estimates: Sequence[Estimate]) -> dict[str, Any]:
    """The Vega-Lite chart of each arm's difference: its interval, the zero line, the lines it is judged by.

    Written as Vega-Lite itself: the Python layer above it takes twenty times as long to check it.
    """
    by = scale(metric)
    lines = [(say("line-zero"), 0.0), *edges(metric)]
    intervals = [
        {
            "arm": each.arm,
            "low": (each.low or 0) * by,
            "high": (each.high or 0) * by,
            "difference": (each.difference or 0) * by,
        }
        for each in estimates
    ]
    ends = [row[end] for row in intervals for end in ("low", "high")]
    unit = say("percentage-points") if by == 100.0 else metric.name
    judging = list(dict.fromkeys(line for line, _ in lines))
    names = [say("line-interval"), *judging]
    legend = {
        "title": None,
        "orient": "top",
        "direction": "vertical",
        "labelLimit": 300,
        "symbolStrokeWidth": 0,
    }
    # The colours are the theme's: its first for the interval, its second for zero, the next for the edges.
    color = {"type": "nominal", "scale": {"domain": names}, "legend": legend}
    dashes = {"domain": judging, "range": [[1, 0], [5, 4]][: len(judging)]}
    x = {
        "field": "low",
        "type": "quantitative",
        "title": say("axis-difference", unit=unit),
        "scale": {"domain": _domain([*ends, *(at for _, at in lines)]), "nice": False},
        "axis": {"tickCount": 6, "grid": False},
    }
    y = {"field": "arm", "type": "nominal", "title": None, "sort": None, "axis": {"labelLimit": 150}}
    of_interval = {**color, "datum": say("line-interval")}
    judged = {
        "data": {"values": [{"line": line, "at": at} for line, at in lines]},
        "mark": {"type": "rule", "strokeWidth": 2},
        "encoding": {
            "x": {"field": "at", "type": "quantitative"},
            "color": {**color, "field": "line"},
            "strokeDash": {"field": "line", "type": "nominal", "scale": dashes, "legend": None},
        },
    }
    interval = {
        "mark": {"type": "rule", "strokeWidth": 5, "strokeCap": "round"},
        "encoding": {"x": x, "x2": {"field": "high"}, "y": y, "color": of_interval},
    }
    point = {
        "mark": {"type": "point", "size": 110, "filled": True, "opacity": 1},
        "encoding": {"x": {"field": "difference", "type": "quantitative"}, "y": y, "color": of_interval},
    }
    data = {"values": intervals}
    layers = [judged, {"data": data, **interval}, {"data": data, **point}]
    return {"height": {"step": ROW_HEIGHT}, "layer": layers}


def _domain(values: Sequence[float]) -> list[float]:
    """From the lowest to the highest of *values*, with room so that no line sits on the frame."""
    room = (max(values) - min(values)) * 0.06 or 1.0
    return [min(values) - room, max(values) + room]


def _chart_words(metric: Metric, estimates: Sequence[Estimate]) -> str:
    parts = [
        say(
            "chart-alt",
            metric=metric.name,
            arm=each.arm,
            difference=figure(each.difference, metric, decimals_of(each, metric), sign=True),
            low=figure(each.low, metric, decimals_of(each, metric), sign=True),
            high=figure(each.high, metric, decimals_of(each, metric), sign=True),
        )
        for each in estimates
    ]
    return " ".join(parts)


def estimate_table(plan: Plan, metric: Metric, estimates: Sequence[Estimate]) -> pandas.DataFrame:
    """The figures of the chart, with what they were computed from."""
    several = len({each.arm for each in estimates}) > 1

    def row(each: Estimate) -> dict[str, str]:
        decimals = decimals_of(each, metric)
        # What matters most stands first: a phone shows the beginning of a row.
        figures = {
            "arm": each.arm,
            "difference": figure(each.difference, metric, decimals, sign=True),
            "interval": say(
                "interval",
                low=figure(each.low, metric, decimals, sign=True),
                high=figure(each.high, metric, decimals, sign=True),
            ),
            "p": p_text(each.p_value),
            "control": figure(each.control_value, metric, decimals),
            "value": figure(each.arm_value, metric, decimals),
            "relative": "–" if each.relative is None else f"{each.relative:+.1%}".replace("-", "−"),
        }
        if several:
            figures["p-adjusted"] = p_text(each.p_adjusted)
        return figures | {"n": say("counts", control=each.n_control, arm=each.n_arm)}

    confidence = f"{100 * (1 - estimates[0].alpha_used):g}"
    rows = [row(each) for each in estimates]
    headings = {
        name: say(f"column-{name}", confidence=confidence, control=plan.control or "") for name in rows[0]
    }
    return pandas.DataFrame(rows).rename(columns=headings)
