"""A reading cut by day, from its summaries alone: who came in when, and what some of the days say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from registry.analysis.pilot_data import PilotData
from registry.domain.by_day import units_by_day
from registry.domain.evidence import Evidence
from registry.domain.facts import Reading
from registry.domain.plan import Look, Plan
from registry.sentences import say
from registry.services.analysis import evidence_of
from registry.services.home import registry
from registry.services.snapshot import data_between, data_of
from registry.web.evidence import estimate_table
from registry.web.prose import told
from registry.web.session import refusals_shown


def show_by_day(plan: Plan, reading: Reading, place: str) -> None:
    """Days, where the plan names a column for them; loaded only when somebody asks."""
    if plan.day is None or not st.toggle(told("by-day"), key=f"{place}-by-day"):
        return
    with registry() as db:
        data = data_of(db, reading)
    days = units_by_day(data.cells, data.arms)
    if not days:
        st.caption(told("by-day-none"))
        return
    st.vega_lite_chart(spec=day_spec(days), width="stretch", alt=_words(days))
    if reading.evidence.complete and plan.look is not Look.ANYTIME:
        _show_some_days(plan, reading, (min(days), max(days)), place)


def _show_some_days(plan: Plan, reading: Reading, known: tuple[date, date], place: str) -> None:
    st.caption(told("by-day-explore"))
    left, right = st.columns(2)
    first = left.date_input(told("field-first_day"), known[0], *known, key=f"{place}-first")
    last = right.date_input(told("field-last_day"), known[1], *known, key=f"{place}-last")
    if (first, last) == known:
        return
    with refusals_shown():
        with registry() as db:
            some = data_between(db, reading, first, last)
        _show_estimates(plan, _of_days(plan, some, last))


def _of_days(plan: Plan, some: PilotData, last: date) -> Evidence:
    return evidence_of(plan, some, last, ended=True)


def _show_estimates(plan: Plan, found: Evidence) -> None:
    for metric in plan.metric:
        estimates = [each for each in found.estimates if each.metric == metric.name and each.low is not None]
        st.markdown(told("metric-title", name=metric.name, role=metric.role))
        if not estimates:
            st.caption(told("by-day-not-compared"))
            continue
        st.dataframe(
            estimate_table(plan, metric, estimates), hide_index=True, alt=say("table-alt", name=metric.name)
        )


def day_spec(days: Mapping[date, Mapping[str, int]]) -> dict[str, Any]:
    """The Vega-Lite chart of the units that came in on each day, a line for each arm."""
    values = [
        {"day": day.isoformat(), "arm": arm, "units": n}
        for day, arms in days.items()
        for arm, n in arms.items()
    ]
    return {
        "data": {"values": values},
        "height": 180,
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "title": None},
            "y": {"field": "units", "type": "quantitative", "title": say("axis-units")},
            "color": {"field": "arm", "type": "nominal", "title": None, "legend": {"orient": "top"}},
            "strokeDash": {"field": "arm", "type": "nominal", "legend": None},
        },
    }


def _words(days: Mapping[date, Mapping[str, int]]) -> str:
    busiest = max(days, key=lambda day: sum(days[day].values()))
    return say("by-day-alt", n=len(days), busiest=busiest.isoformat(), units=sum(days[busiest].values()))
