"""Where a learning stands, on a page."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from registry.domain.evidence import Grade
from registry.domain.standing import (
    CONFIRMED_FROM,
    SUPPORTED_FROM,
    WEIGHTS,
    Balance,
    Knows,
    Standing,
)
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


def why_text(balance: Balance) -> str:
    """Why it stands there, after its sign: “one experiment by lot speaks for it, nothing against it.”"""
    pro, contra = (
        say(f"standing-{side}", n=sum(counted.values()), what=_counted_text(counted))
        for side, counted in (("pro", balance.pro), ("contra", balance.contra))
    )
    said = say("standing-why", pro=pro, contra=contra)
    return f"{said[:1].upper()}{said[1:]}"


def sum_text(balance: Balance) -> str:
    """How the standing is added up, so that anybody can do it again."""
    return say(
        "standing-sum",
        **{knows.value: weight for knows, weight in WEIGHTS.items()},
        pro=balance.weight_for,
        contra=balance.weight_against,
        supported=SUPPORTED_FROM,
        confirmed=CONFIRMED_FROM,
    )


def _counted_text(counted: Mapping[Knows, int]) -> str:
    parts = [say(f"standing-{knows}", n=counted[knows]) for knows in Knows if counted.get(knows)]
    if len(parts) < 2:
        return "".join(parts)
    return say("standing-and", first=", ".join(parts[:-1]), last=parts[-1])
