"""The huddle card on a screen: its address, its buttons, and nothing else around it."""

from datetime import date
from pathlib import Path

import streamlit as st

from registry.domain.huddle import Skipped
from registry.services.anniversary import remembered, remembered_line
from registry.services.home import registry
from registry.services.huddle_sheet import STYLE
from registry.web.prose import plain, told
from registry.web.session import link

MOST_DAYS = 2
"""Anniversaries shown on one day."""

YEARS = range(2000, 3000)
"""Years of which there may be a card."""

MOST_SKIPPED = 10_000
"""Beyond it an address was typed, not pressed."""


def asked_day(today: date) -> date:
    """The day in the address; today, and a calm sentence, for what is none."""
    said = st.query_params.get("day", "")
    if not said:
        return today
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        st.info(told("huddle-day-unknown", day=said[:20]))
        return today
    return day


def asked_skips() -> Skipped:
    """How often the address asks for another one, of each part; what is no number counts as none."""
    return Skipped(*(_number(name) for name in Skipped._fields))


def _number(name: str) -> int:
    said = st.query_params.get(name, "")
    return min(int(said), MOST_SKIPPED) if said.isascii() and said.isdigit() and len(said) < 9 else 0


def offer_another(name: str, day: date) -> None:
    """A button for another one of the part *name*; the address then shows it to whoever it is sent to."""

    def turn() -> None:
        st.query_params["day"] = day.isoformat()
        st.query_params[name] = str(_number(name) + 1)

    st.button(
        told(f"huddle-another-{name}"),
        on_click=turn,
        key=f"another-{name}",
        type="tertiary",
        icon=":material/refresh:",
    )


def show_days(today: date) -> None:
    """What happened on this day in earlier years, in two lines at most."""
    with registry() as db:
        days = remembered(db, today, today, MOST_DAYS)
    for each in days:
        label = plain(remembered_line(each))
        link("experiment", label, each.code, icon=":material/history:")


def show_style() -> None:
    """Large letters, and no navigation: the card is shown to a room."""
    st.html(Path(__file__).with_name("huddle.css"))
    st.html(f"<style>{STYLE.read_text(encoding='utf-8')}</style>")
