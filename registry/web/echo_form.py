"""Saying something to a team: thanks, a what-or-how question, a customer's words; and the team's reply."""

from collections.abc import Callable
from typing import Literal, TypeAlias

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.person import Asking
from registry.domain.steps import can
from registry.domain.text import LINE, PAGE
from registry.sentences import say
from registry.services import echo
from registry.services.home import Database, registry
from registry.store import agreements
from registry.web.personal_data import show_personal_data
from registry.web.prose import told
from registry.web.session import asking, click_done, click_token, refusals_shown
from registry.web.wording import show_questions

Kind: TypeAlias = Literal["thank", "ask", "hear"]
KINDS: tuple[Kind, ...] = ("thank", "ask", "hear")


def say_something(dossier: Dossier, by: Asking, label: str = "") -> None:
    """One folded line, called *label* if given; in it what one wants to say, a field, and one button."""
    may = [kind for kind in KINDS if can(dossier, by, kind)]
    if not may:
        return
    closed = st.expander(
        label or told("echo-open"),
        icon=":material/forum:",
        key=f"echo-{dossier.code}-open",
        on_change="rerun",
    )
    if not closed.open:
        return
    with closed:
        kind = st.segmented_control(
            told("field-echo_kind"),
            may,
            default=may[0],
            format_func=lambda kind: told(f"echo-{kind}"),
            key=f"echo-{dossier.code}",
            required=True,
            label_visibility="collapsed",
        )
        match kind or may[0]:
            case "thank":
                _thank(dossier, by)
            case "ask":
                _ask(dossier, by)
            case "hear":
                _hear(dossier)


def reply_to(dossier: Dossier, number: int) -> None:
    """The field for the team's answer to the question with this *number*."""
    place = _place(dossier, f"reply-{number}")
    text = _own_words(place, "reply")
    _offer_to_send(place, "reply", text, lambda db, by: echo.reply(db, by, dossier.id, number, text))


def _thank(dossier: Dossier, by: Asking) -> None:
    place = _place(dossier, "thank")
    with registry() as db:
        named = agreements.named(db)
    named.pop(by.person.id, None)
    whom = None
    if named:
        whom = st.selectbox(
            told("field-echo_whom"),
            list(named),
            index=None,
            format_func=named.__getitem__,
            key=f"{place}-whom",
            placeholder=say("field-echo_whom-team"),
        )
    text = _own_words(place, "thank")
    _offer_to_send(place, "thank", text, lambda db, by: echo.thank(db, by, dossier.id, text, whom))
    st.caption(told("echo-signed", name=by.person.name))


def _ask(dossier: Dossier, by: Asking) -> None:
    place = _place(dossier, "ask")
    text = _own_words(place, "ask")
    st.caption(told("echo-ask-hint"))
    _offer_to_send(place, "ask", text, lambda db, by: echo.ask(db, by, dossier.id, text))
    st.caption(told("echo-signed", name=by.person.name))


def _hear(dossier: Dossier) -> None:
    place = _place(dossier, "hear")
    text = st.text_area(
        told("field-echo_hear"),
        key=f"{place}-words",
        max_chars=PAGE,
        height=80,
        placeholder=say("field-echo_hear-example"),
    )
    source = st.text_input(
        told("field-echo_source"),
        key=f"{place}-source",
        max_chars=LINE,
        placeholder=say("field-echo_source-example"),
    )
    said = f"{text}\n{source}"
    _offer_to_send(place, "hear", said, lambda db, by: echo.hear(db, by, dossier.id, text, source))


def _own_words(place: str, kind: Literal["thank", "ask", "reply"]) -> str:
    """The one field for words of one's own to a team, or back from it; a customer's words have another.

    Where they point at somebody, a question stands beneath them.
    """
    text = st.text_area(
        told(f"field-echo_{kind}"),
        key=f"{place}-words",
        max_chars=PAGE,
        height=80,
        placeholder=say(f"field-echo_{kind}-example"),
    )
    with st.container():
        show_questions(text)
    return text


def _place(dossier: Dossier, kind: str) -> str:
    """Where *kind* is written: what was sent makes the next field another one, a refusal keeps the words."""
    count = f"echo-{dossier.code}-{kind}"
    return f"{count}-{st.session_state.setdefault(f'{count}-sent', 0)}"


def _offer_to_send(place: str, kind: str, said: str, verb: Callable[[Database, Asking], object]) -> None:
    """The one button; what looks personal in what is *said* is pointed at before it."""
    label = told(f"echo-{kind}-send")
    may_save = show_personal_data(place, said, label)
    if st.button(label, key=f"{place}-send") and may_save:
        with refusals_shown():
            with registry() as db:
                verb(db, asking(click_token(place)))
            click_done(place)
            st.session_state[f"{place.rpartition('-')[0]}-sent"] += 1
            st.rerun()
