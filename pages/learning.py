"""A learning: the one sentence, how firmly it stands, what speaks against it, and where it travelled."""

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.organisation import Organisation
from registry.domain.steps import can
from registry.domain.text import LINE
from registry.sentences import day_text
from registry.services.home import registry
from registry.store import organisation as organisations
from registry.web.cite_form import offer_citing
from registry.web.family import show_family
from registry.web.for_and_against import show_for_and_against, show_standing
from registry.web.lists import title_text
from registry.web.looking_again import show_reminder
from registry.web.notes import show_pictures
from registry.web.prose import plain, told, words
from registry.web.revisions import show_revisions
from registry.web.session import asked_dossier, asking, link
from registry.web.story import show_learning
from registry.web.surprise import show_surprise
from registry.web.used_by import show_used_by
from registry.web.whose import stop_unless_can


def show_sentence(dossier: Dossier, learning: Learning) -> None:
    """What it would tell another team, large; where that is not said, or long, the experiment's title."""
    sentence = learning.tell_others
    if sentence and len(sentence) <= LINE:
        st.title(plain(sentence), anchor=False)
    else:
        st.title(title_text(dossier.proposal.title), anchor=False)
        words(sentence)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(dossier.code, color="gray")
        title = dossier.proposal.title
        link("experiment", told("learning-of", title=title[:1].upper() + title[1:]), dossier.code)
        if can(dossier, by, "learn"):
            link("experiment", told("learning-write"), dossier.code, icon=":material/edit_note:")


def show_where(dossier: Dossier) -> None:
    """Where in the customer's journey it belongs, as far as somebody said."""
    if where := " · ".join(said for _, said in dossier.journey if said):
        st.caption(plain(where))


def show_what_may_change(dossier: Dossier, learning: Learning) -> None:
    """What would change our mind, and on which day somebody looks again."""
    if learning.change_our_mind:
        st.header(told("learning-title-change_our_mind"), anchor=False)
        words(learning.change_our_mind)
    st.header(told("learning-title-look_again"), anchor=False)
    if learning.look_again is None:
        st.caption(told("learning-look_again-none"))
        return
    with registry() as db:
        topics = (organisations.latest(db) or Organisation()).topics
    topic = next((each for each in topics if each.name == dossier.journey.topic), None)
    day = day_text(learning.look_again)
    if topic is None:
        st.markdown(told("learning-look_again-on", day=day))
    else:
        st.markdown(told("learning-look_again-topic", day=day, topic=topic.name, months=topic.months))


dossier = asked_dossier()
by = asking()
learning = dossier.learning
if learning is None:
    st.title(told("page-learning-title", code=dossier.code), anchor=False)
    link("experiment", told("go-to-experiment", code=dossier.code), dossier.code)
    stop_unless_can(dossier, by, "learn")
    st.info(told("learning-none", code=dossier.code))
    st.stop()
show_sentence(dossier, learning)
show_standing(dossier)
show_reminder(dossier, by)
show_where(dossier)
show_surprise(dossier)
show_learning(learning, with_sentence=False)
show_pictures(dossier)
show_for_and_against(dossier, by)
offer_citing(dossier, by)
show_what_may_change(dossier, learning)
show_revisions(dossier)
show_used_by(dossier, by.person)
show_family(dossier, by.person, "learning")
