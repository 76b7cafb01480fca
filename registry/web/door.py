"""The door on a page: which one, why, how far from the other, and what would make it a smaller step."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from registry.domain.assessment import Assessment, Door
from registry.domain.reasons import only_allowed
from registry.domain.sentence import Sentence
from registry.web.prose import told

Color = Literal["green", "orange", "red", "gray"]
LOOKS: dict[str, tuple[Color, str]] = {
    "two_way": ("green", ":material/meeting_room:"),
    "near_hinge": ("orange", ":material/forum:"),
    "one_way": ("red", ":material/door_front:"),
    "undecided": ("gray", ":material/question_mark:"),
}


NOT_SAID = ("-unknown", "-possible", "-no-revenue")
"""How the names of reasons end that come from an answer nobody has given yet."""


def door_name(door: Door, *, near_hinge: bool = False) -> str:
    """The door's name in the catalogue: near the hinge it has one of its own."""
    return "near_hinge" if near_hinge and door is Door.TWO_WAY else door.value


def door_badge(door: Door, *, near_hinge: bool = False) -> None:
    """The door as a small sign: its colour, its icon and its name."""
    name = door_name(door, near_hinge=near_hinge)
    color, icon = LOOKS[name]
    st.badge(told(f"door-{name}"), icon=icon, color=color)


def show_assessment(
    assessment: Assessment, *, near_hinge: bool, only_said: bool = False, most_reasons: int = 5
) -> None:
    """The door with its reasons, strongest first, as sentences one can argue with.

    With *only_said*, while the questions are still being answered, what nobody has said yet is no reason.
    Where the door is decided, what nobody said comes last, and what the tapped rows still allow is folded
    away: it is neither the reason nor told as one.
    """
    door_badge(assessment.door, near_hinge=near_hinge)
    st.markdown(told(f"door-{door_name(assessment.door, near_hinge=near_hinge)}-means"))
    reasons = [each for each in assessment.reasons if not (only_said and each.id.endswith(NOT_SAID))]
    is_plain = assessment.door is Door.TWO_WAY and not near_hinge
    allowed: list[Sentence] = []
    if is_plain or assessment.door is Door.ONE_WAY:
        allowed = [each for each in reasons if only_allowed(each)]
        reasons = [each for each in reasons if not only_allowed(each)]
        reasons.sort(key=lambda each: each.id.endswith(NOT_SAID))
    if allowed and not reasons:
        st.markdown(told("door-at-most-little"))
    _list(reasons[:most_reasons])
    for name, folded in (("door-more-reasons", reasons[most_reasons:]), ("door-at-most", allowed)):
        if folded:
            with st.expander(told(name, count=len(folded))):
                _list(folded)
    if assessment.hinge is not None:
        st.caption(told(assessment.hinge))


def _list(reasons: Sequence[Sentence]) -> None:
    for reason in reasons:
        st.markdown("- " + told(reason))


def show_levers(assessment: Assessment, *, near_hinge: bool) -> None:
    """The smallest changes that would make it a plain two-way door."""
    if assessment.door is not Door.ONE_WAY and not near_hinge:
        return
    if not assessment.levers:
        st.markdown(told("levers-none"))
        return
    for number, levers in enumerate(assessment.levers):
        st.markdown(told("levers-first" if number == 0 else "levers-second"))
        for lever in levers:
            st.markdown(f"- **{told(f'lever-{lever}')}.** {told(f'lever-{lever}-change')}")
