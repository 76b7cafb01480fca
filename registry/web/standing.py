"""Where a learning stands, on a page."""

from typing import Literal

import streamlit as st

from registry.domain.evidence import Grade
from registry.domain.standing import Standing
from registry.sentences import say
from registry.web.prose import told

Color = Literal["green", "blue", "gray", "orange"]
LOOKS: dict[Standing, tuple[Color, str]] = {
    Standing.EMERGING: ("gray", ":material/spa:"),
    Standing.SUPPORTED: ("blue", ":material/check:"),
    Standing.CONFIRMED: ("green", ":material/done_all:"),
    Standing.CONTRADICTED: ("orange", ":material/compare_arrows:"),
}


def standing_badge(standing: Standing) -> None:
    """The standing as a small sign."""
    color, icon = LOOKS[standing]
    st.badge(told(f"standing-{standing}"), icon=icon, color=color)


def grade_text(grade: Grade | None) -> str:
    """An evidence grade in words; for what was never tried, that it was not."""
    return say("grade-none") if grade is None else say(f"grade-{grade}")
