"""Words of a draft that wait: something in them looks personal, and was only just pointed at.

A draft saves itself while one writes. Words that were never pointed at are held back for that moment, in
the tab alone; the next tap saves them as they are then. Who leaves meanwhile finds them when they come back.
"""

import streamlit as st

from registry.domain.text import cleaned
from registry.web.personal_data import show_how_to_keep, show_personal_data, was_pointed_at
from registry.web.prose import told

HELD = "words_held"


def held(id: int | None) -> dict[str, str]:
    """What waits of the draft *id*, by field; None for one that was never saved."""
    kept: dict[int | None, dict[str, str]] = st.session_state.setdefault(HELD, {})
    return kept.setdefault(id, {})


def was_saved(id: int) -> None:
    """The draft that was never saved is *id* from now on."""
    new = held(None)
    held(id).update(new)
    new.clear()


def show_what_waits(id: int | None) -> bool:
    """Beside a button far below: that words above it wait, if any do; whether there are any."""
    waits = bool(held(id))
    if waits:
        st.info(told("personal-look-above"))
    return waits


def must_wait(id: int | None, name: str, key: str, text: str) -> bool:
    """Whether *text* of the field *name*, just left, waits until it was pointed at."""
    if was_pointed_at(key, text):
        return False
    held(id)[name] = text
    return True


def what_counts(id: int | None, name: str, key: str, text: str, saved: str) -> str:
    """Point at what looks personal in *text*, and say what counts in this run: *saved* while it waits."""
    seen = show_personal_data(key, text)
    waits = not seen and cleaned(text) != saved
    if waits:
        held(id)[name] = text
        show_how_to_keep(key)
    else:
        held(id).pop(name, None)
    return saved if waits else text
