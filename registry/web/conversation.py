"""One conversation with another function about a door near the hinge: asked for, and never a gate."""

from datetime import date

import streamlit as st

from registry.domain.advice import Talked, told_until
from registry.domain.experiment import Dossier
from registry.domain.person import Asking, share_team
from registry.domain.review_facts import Conversation
from registry.domain.steps import can
from registry.domain.text import PAGE
from registry.sentences import day_text, say
from registry.services import advice
from registry.services.home import registry
from registry.services.person import functions
from registry.web.personal_data import pressed, show_in_form
from registry.web.prose import told, words
from registry.web.session import asking, click_done, click_token, names, refusals_shown

EARLIEST = date(2000, 1, 1)
"""Where the calendar begins; which day it can have been is for the domain to say."""


def may_talk(dossier: Dossier, by: Asking) -> bool:
    """Whether who asks may still write down a conversation about it."""
    until = told_until(dossier)
    return can(dossier, by, "converse") and (until is None or by.at <= until)


def show_conversation(dossier: Dossier, by: Asking) -> None:
    """The conversations so far, and an invitation to one with another function: never a gate."""
    talks = dossier.all(Conversation)
    invites = may_talk(dossier, by)
    if invites and not talks:
        until = told_until(dossier)
        st.markdown(
            told("conversation-invite")
            if until is None
            else told("conversation-invite-running", day=day_text(until.date()))
        )
    called = names() if talks else {}
    for talk in talks:
        with st.container(gap="xxsmall"):
            st.markdown(f"**{told('conversation-with', function=talk.function, day=day_text(talk.on))}**")
            if talk.suggested:
                words(talk.suggested)
            st.caption(told("conversation-told-by", name=called.get(talk.by, "")))
    if invites:
        with st.expander(told("conversation-another") if talks else told("conversation-tell")):
            _tell_conversation(dossier, by)


def _tell_conversation(dossier: Dossier, by: Asking) -> None:
    # A kept one makes the next form another one; cleared on submit, a refused one would be lost.
    place = f"talk-{dossier.code}-{len(dossier.all(Conversation))}"
    with registry() as db:
        others = [each for each in functions(db) if not share_team(each, by.person.function)]
    today = by.at.date()
    with st.form(place, border=False):
        left, right = st.columns(2)
        function = left.selectbox(
            told("field-talk_function"), others, index=None, placeholder=say("field-person_choose")
        )
        on = right.date_input(
            told("field-talk_on"), value=today, min_value=EARLIEST, max_value=today, format="YYYY-MM-DD"
        )
        suggested = st.text_area(
            told("field-talk_suggested"),
            max_chars=PAGE,
            height=80,
            placeholder=say("field-talk_suggested-example"),
        )
        may_save = show_in_form(place, suggested)
        if pressed(place, st.form_submit_button(told("conversation-keep"))) and may_save:
            with refusals_shown():
                talked = Talked(function=function or "", on=on, suggested=suggested)
                with registry() as db:
                    advice.converse(db, asking(click_token(place)), dossier.id, talked)
                click_done(place)
                st.rerun()
