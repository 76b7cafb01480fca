"""A file being read on a page: after a moment a bar, and a button that stops it.

Every `st.*` call is a place where Streamlit ends the script: the person pressed the button or anything
else, left the page, or closed the tab. So whoever hears how far a reading is, a few times a second, hears
that as well, and the reading ends with its child and its files.
"""

import time
from collections.abc import Generator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from registry.analysis.pilot_data import Progress
from registry.domain.sentence import Refusal
from registry.web.prose import told

PATIENCE = 1.0
"""Seconds before there is a bar."""


@contextmanager
def reading_shown(place: str) -> Generator[Progress]:
    """Show how far the reading in the block is, until it is kept or refused; then ask `was_stopped`."""
    begun, spot = time.monotonic(), st.empty()
    spot.markdown(told("pilot-reading"))
    bars: list[DeltaGenerator] = []

    def show(share: float) -> None:
        if time.monotonic() - begun < PATIENCE:
            return
        if not bars:
            with spot.container():
                bars.append(st.progress(0.0))
                st.button(told("pilot-stop-reading"), key=f"{place}-stop", icon=":material/stop_circle:")
        bars[0].progress(share, text=told("pilot-read-so-far", percent=int(100 * share)))

    st.session_state[f"{place}-begun"] = True
    try:
        yield show
    except Refusal:
        _over(place, spot)
        raise
    _over(place, spot)


def _over(place: str, spot: DeltaGenerator) -> None:
    was_stopped(place)
    spot.empty()


def was_stopped(place: str) -> bool:
    """Whether a reading at *place* began and did not end; it is told once."""
    return st.session_state.pop(f"{place}-begun", False)
