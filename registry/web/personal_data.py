"""What looks personal in words that will stay: pointed at beneath their field, before they are saved.

A hint and never a gate: who has seen it saves with the next tap, with it or without. What was pointed at is
remembered in the tab alone, and by nobody else.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

import streamlit as st

from registry.domain.moment import Moment
from registry.domain.personal_data import Spot, spots
from registry.web.clock import now
from registry.web.prose import marked, told

POINTED = "pointed_at"
"""Where a tab's state keeps what was pointed at, by place, and since when."""

TO_BE_SEEN = timedelta(seconds=1)
"""A click that leaves the field, and the second of a double click, come sooner than anybody can read."""

MOST = 3
"""Places shown of one kind; who takes these out is shown the next."""

AROUND = 30
"""Characters told before and after a place."""

STARTS, ENDS = "\ue000", "\ue001"


def show_personal_data(place: str, text: str, button: str = "") -> bool:
    """Point at what looks personal in *text*, beneath its field; whether the text may be saved in this run.

    That is so when nothing looks personal, or all that does was pointed at before the tap that is answered
    now. *button* is the label of what saves it. *place* names the field.
    """
    seen = was_pointed_at(place, text)
    found = spots(text)
    _remember(place, found)
    # A place that stays: a field below that moved would be drawn anew, and lose what is being typed.
    with st.container():
        if found:
            kinds = _told(text, found)
            if button:
                kinds.append(told("personal-not-saved", button=button))
            st.info("\n\n".join(kinds), icon=":material/visibility:")
    return seen


def was_pointed_at(place: str, text: str) -> bool:
    """Whether everything that looks personal in *text* has been shown at *place* long enough to be seen."""
    at, since = now(), _pointed().get(place, {})
    return all(spot.text in since and at - since[spot.text] >= TO_BE_SEEN for spot in spots(text))


def show_how_to_keep(place: str) -> None:
    """Where words save themselves: that those at *place* wait, and the one tap that saves them."""
    button = told("save-as-it-is")
    with st.container(horizontal=True, vertical_alignment="center"):
        # Any other tap saves them too; this one is for whoever looks for it.
        st.button(button, key=f"{place}-as-it-is")
        st.caption(told("personal-not-saved", button=button))


def show_in_form(place: str, text: str) -> bool:
    """As `show_personal_data`, for a form: the button that saves the text as it is stands right there.

    Ask `pressed` whether it was pressed.
    """
    button = told("save-as-it-is")
    seen = show_personal_data(place, text, button)
    with st.container():
        if spots(text):
            st.form_submit_button(button, key=f"{place}-as-it-is", on_click=_press, args=(place,))
    return seen


def pressed(place: str, own: bool) -> bool:
    """Whether a form was sent off: with its *own* button, or with the one that saves as it is."""
    return st.session_state.pop(f"{place}-pressed", False) or own


def _press(place: str) -> None:
    # Who took out what was pointed at and presses this button finds it gone, but has pressed it.
    st.session_state[f"{place}-pressed"] = True


def _pointed() -> dict[str, dict[str, Moment]]:
    return st.session_state.setdefault(POINTED, {})


def _remember(place: str, found: Sequence[Spot]) -> None:
    at, since = now(), _pointed().pop(place, {})
    if found:
        _pointed()[place] = {spot.text: since.get(spot.text, at) for spot in found}


def _told(text: str, found: Sequence[Spot]) -> list[str]:
    """A paragraph for each kind: the question, and in a line each the places, marked."""
    kinds = list[str]()
    for kind, each in groupby(sorted(found, key=lambda spot: spot.kind), key=lambda spot: spot.kind):
        places = list(each)
        lines = [told(f"personal-{kind}", count=len(places))]
        lines += [marked(_excerpt(text, spot), STARTS, ENDS) for spot in places[:MOST]]
        if len(places) > MOST:
            lines.append(told("personal-more", count=len(places) - MOST))
        kinds.append("  \n".join(lines))
    return kinds


def _excerpt(text: str, spot: Spot) -> str:
    """What stands around *spot*, cut where words end."""
    before = text[: spot.start].rpartition("\n")[2]
    after = text[spot.end :].partition("\n")[0]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return f"{before}{STARTS}{spot.text}{ENDS}{after}"
