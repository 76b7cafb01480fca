"""What came back to one's team, on Today: questions that wait, whom a learning helped, and thanks."""

import streamlit as st

from registry.domain.person import Asking
from registry.services.came_back import Asked, Thanked, questions_for, thanks_for
from registry.services.home import registry
from registry.services.reuse import news_for
from registry.store import people
from registry.web.prose import told, words
from registry.web.session import link

MOST = 3
"""How much of each kind is shown."""


def show_came_back(by: Asking) -> None:
    """The latest of each kind; nothing where nothing came back."""
    with registry() as db:
        asked = questions_for(db, by.person)
        helped = news_for(db, by.person, by.at)
        thanks = thanks_for(db, by.person, by.at)
        called = people.names(db)
    if not (asked or helped or thanks):
        return
    st.header(told("came-back-title"), anchor=False)
    for each in asked[:MOST]:
        _show_asked(each)
    if len(asked) > MOST:
        st.caption(told("came-back-asked-more", count=len(asked) - MOST))
    for each in helped[:MOST]:
        with st.container(gap="xxsmall"):
            said = {"learning": each.learning_code, "code": each.code, "title": each.title}
            link("experiment", told("came-back-helped", **said), each.code, icon=":material/handshake:")
            if each.how:
                words(each.how)
    for each in thanks[:MOST]:
        _show_thanks(each, called)


def _show_asked(asked: Asked) -> None:
    code = asked.dossier.code
    with st.container(gap="xxsmall"):
        link("experiment", told("came-back-asked", code=code), code, icon=":material/help:")
        words(asked.question.words)


def _show_thanks(thanked: Thanked, called: dict[int, str]) -> None:
    code, name = thanked.dossier.code, called.get(thanked.thanks.by, "")
    with st.container(gap="xxsmall"):
        label = told("came-back-thanks", code=code, name=name)
        link("experiment", label, code, icon=":material/favorite:")
        words(thanked.thanks.words)
