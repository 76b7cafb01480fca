"""Answer: one question put to one's function, with the words and the idea behind it; half a minute."""

from typing import cast

import streamlit as st

from registry.domain.advice import Said
from registry.domain.asked import Asked, Moved, NothingToAnswer
from registry.domain.experiment import UnknownExperiment, experiment_id
from registry.domain.text import LINE
from registry.sentences import say
from registry.services import asked as answering
from registry.services.home import registry
from registry.services.proposal import yardstick
from registry.web.door import door_badge
from registry.web.lists import visible
from registry.web.people_form import ask_for_team
from registry.web.personal_data import show_personal_data
from registry.web.prose import quote, told, words
from registry.web.questions import ask
from registry.web.session import asking, click_done, click_token, link, refusals_shown

DONE = "answered_here"
"""Where a tab's state keeps what the answers given in it did, by place."""


def show_asked(asked: Asked) -> None:
    """The words it began with, and the idea: what the answer is about."""
    if asked.quote.words:
        st.markdown(f"**{told(f'story-quote-{asked.quote.voice}')}**")
        quote(asked.quote.words, asked.quote.source)
    if any(asked.idea.model_dump().values()):
        st.markdown(f"**{told('answer-idea')}**")
        words(say(asked.idea.in_one_sentence))


def show_question(asked: Asked, place: str) -> None:
    """The question with its anchors, one optional sentence, one button."""
    with registry() as db:
        by = yardstick(db)
    given = ask(asked.question, None, f"{place}-answer", by.policy, by.organisation)
    why = st.text_input(told("answer-why"), max_chars=LINE, key=f"{place}-why")
    may_save = show_personal_data(f"{place}-why", why, told("answer-now"))
    if st.button(told("answer-now"), type="primary") and may_save:
        with refusals_shown():
            said = Said(question=asked.question, answer=given, why=why)
            with registry() as db:
                moved = answering.answer(db, asking(click_token(place)), asked.experiment, said)
            click_done(place)
            done_here()[place] = moved
            st.rerun()


def done_here() -> dict[str, Moved | None]:
    """What the answers given in this tab did to the door."""
    return cast(dict[str, Moved | None], st.session_state.setdefault(DONE, {}))


def show_thanks(moved: Moved | None) -> None:
    """Thanks, and what the answer did to the door."""
    st.success(told("answer-thanks"), icon=":material/favorite:")
    if moved is None:
        return
    st.markdown(told("answer-moved") if moved.is_another_door else told("answer-not-moved"))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if moved.is_another_door:
            door_badge(moved.before, near_hinge=moved.was_near_hinge)
            st.markdown(":material/arrow_forward:", width="content")
        door_badge(moved.after, near_hinge=moved.is_near_hinge)


def show_ways_on(code: str) -> None:
    """The way back, and the experiment's own page for who may see it."""
    try:
        with registry() as db:
            seen = visible(db, [experiment_id(code)], asking().person)
    except UnknownExperiment:
        seen = []
    if seen:
        link("experiment", told("go-to-experiment", code=code), code, icon=":material/arrow_back:")
    link("today", told("go-to-today"), icon=":material/arrow_back:")


code, question = st.query_params.get("id", ""), st.query_params.get("question", "")
place = f"answer-{asking().person.id}-{code}-{question}"
try:
    with registry() as db:
        asked = answering.question_of(db, asking(), code, question)
except NothingToAnswer as refusal:
    st.title(told("page-answer-title"), anchor=False)
    if place in done_here():
        show_thanks(done_here()[place])
    else:
        st.info(told(refusal.sentence))
        ask_for_team(asking().person)
    show_ways_on(code)
    st.stop()

done_here().pop(place, None)
st.title(told("page-answer-title"), anchor=False)
st.markdown(told("answer-lead", function=asked.function))
left, right = st.columns([2, 3], gap="large")
with left:
    show_asked(asked)
with right:
    show_question(asked, place)
