"""The history on a page: one experiment's at the end of its story, and how an event looks anywhere."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from registry.domain.experiment import experiment_code
from registry.domain.history import Event
from registry.domain.moment import Moment, as_moment
from registry.sentences import day_text
from registry.services.history import change_text, what_text, who_text
from registry.services.history_reading import PAGE, history_of
from registry.services.home import registry
from registry.web.prose import plain, told
from registry.web.session import asking, link, names, refusals_shown


def show_history(id: int) -> None:
    """What happened to experiment *id*, newest first: closed, and read only when somebody opens it."""
    code = experiment_code(id)
    closed = st.expander(told("history-title", code=code), key=f"history-{code}", on_change="rerun")
    if not closed.open:
        return
    with closed, refusals_shown():
        with registry() as db:
            told_events = history_of(db, asking(), id)
        shown = st.session_state.setdefault(f"history-{code}-shown", PAGE)
        show_events(told_events[:shown])
        if len(told_events) > shown and st.button(told("history-more")):
            st.session_state[f"history-{code}-shown"] = shown + PAGE
            st.rerun()


def show_events(events: Iterable[Event], *, with_code: bool = False) -> None:
    """Each of *events*: when and who, what they did, and what that changed."""
    called, zone = names(), own_zone()
    for event in events:
        at = event.at.astimezone(zone)
        who, what = who_text(event, called), what_text(event, called)
        with st.container(gap=None):
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                st.markdown(f"**{told('history-who-did', who=who, what=what)}**", width="content")
                if with_code and event.experiment is not None:
                    code = experiment_code(event.experiment)
                    link("experiment", code, code)
                st.caption(plain(f"{day_text(at.date())}, {at:%H:%M}"), width="content")
            if event.changes:
                st.markdown("\n".join(f"- {plain(change_text(change))}" for change in event.changes))


def own_zone() -> tzinfo:
    """The time zone of the reader's browser; UTC where it names none that is known."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def own_day(day: date) -> Moment:
    """The moment at which *day* begins by the reader's own clock."""
    return as_moment(datetime.combine(day, time(), own_zone()))
