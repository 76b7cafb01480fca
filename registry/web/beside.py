"""What stands beside an estimate on a page: cautions at once, other views and segments on request."""

from collections.abc import Sequence

import pandas
import streamlit as st

from registry.domain.evidence import Beside, BesideName, Evidence, Interaction, SegmentEstimate
from registry.domain.plan import Metric, Plan
from registry.sentences import p_text, say
from registry.web.figures import digits, figure, scale
from registry.web.prose import told

CAUTIONS = {BesideName.LONG_TAIL, BesideName.LEFT_OUT}
"""What belongs right under the number that it is about."""


def show_beside(plan: Plan, metric: Metric, evidence: Evidence) -> None:
    """Everything that stands beside the estimates of *metric*."""
    several = len(evidence.arms) > 2
    views = [each for each in evidence.beside if each.metric == metric.name]
    for each in views:
        if each.name in CAUTIONS:
            st.caption(f":material/info: {_said(each, several=several)}")
    others = [each for each in views if each.name not in CAUTIONS]
    if others:
        with st.expander(told("beside-others", count=len(others))):
            for each in others:
                st.markdown(f"- {_said(each, several=several)}")
    _show_segments(
        plan,
        metric,
        [each for each in evidence.segments if each.metric == metric.name],
        [each for each in evidence.interactions if each.metric == metric.name],
    )


def _said(one: Beside, *, several: bool) -> str:
    of_arm = told("recommendation-for", arm=one.arm) + " " if several else ""
    return of_arm + told(one.message)


def _show_segments(
    plan: Plan, metric: Metric, segments: Sequence[SegmentEstimate], interactions: Sequence[Interaction]
) -> None:
    for column in dict.fromkeys(each.column for each in segments):
        with st.expander(told("segments-by", column=column)):
            st.caption(told("segments-explore"))
            for interaction in interactions:
                if interaction.column == column:
                    st.markdown(told(interaction.message))
            rows = segment_table(plan, metric, [each for each in segments if each.column == column])
            st.dataframe(
                rows,
                hide_index=True,
                alt=say("segments-alt", name=metric.name, column=column),
                width="stretch",
            )


def segment_table(plan: Plan, metric: Metric, segments: Sequence[SegmentEstimate]) -> pandas.DataFrame:
    """One row for each segment and arm."""
    several = len({each.arm for each in segments}) > 1

    def row(each: SegmentEstimate) -> dict[str, str]:
        decimals, interval = 2, say("segment-not-compared")
        if each.low is not None and each.high is not None:
            decimals = digits((each.high - each.low) / 4 * scale(metric), None)
            low, high = (figure(end, metric, decimals, sign=True) for end in (each.low, each.high))
            interval = say("interval", low=low, high=high)
        named = {"segment": each.segment or say("segment-blank")} | ({"arm": each.arm} if several else {})
        return named | {
            "difference": figure(each.difference, metric, decimals, sign=True),
            "interval": interval,
            "p-segments": p_text(each.p_adjusted),
            "n": say("counts", control=each.n_control, arm=each.n_arm),
        }

    rows = [row(each) for each in segments]
    confidence = f"{100 * (1 - plan.alpha):g}"
    headings = {name: say(f"column-{name}", confidence=confidence) for name in rows[0]}
    return pandas.DataFrame(rows).rename(columns=headings)
