"""Find: one box over learnings, experiments and quotes; every search has an address."""

import streamlit as st

from registry.domain.finding import PARAMETERS, WORDS, Facet, Thing, Wanted, asked, honest
from registry.domain.text import LINE
from registry.sentences import say
from registry.services.home import registry
from registry.store import people_list
from registry.store.finding import Answer, find
from registry.store.loosening import loosened, missing_words
from registry.web.find_filters import ask_looser, show_chosen, show_filters
from registry.web.find_hits import show_hit
from registry.web.find_words import left_out
from registry.web.prose import told
from registry.web.session import asking

AT_ONCE = 20
"""Entries that are shown at first, and that are added by each tap."""


def show_found(wanted: Wanted, answer: Answer, shown: int) -> None:
    """What was found, and how many."""
    if wanted.is_everything:
        st.caption(told("search-newest-learnings"))
    elif wanted.is_by_team:
        st.caption(told("search-newest"))
    else:
        st.caption(told("search-found" if answer.is_ranked else "search-found-newest", count=answer.total))
    for hit in answer.hits:
        show_hit(hit)
    if answer.total > shown:
        st.button(told("search-more"), on_click=show_more, args=(wanted, shown))


def show_more(wanted: Wanted, shown: int) -> None:
    """Remember for this search how many entries somebody wants to see."""
    st.session_state["search-shown"] = wanted, shown + AT_ONCE


def show_nothing(wanted: Wanted, answer: Answer) -> None:
    """That nothing was found, and what to loosen."""
    if answer.gave_up:
        st.info(told("search-gave-up"))
        return
    if not answer.counts and not wanted.is_by_team:
        st.info(told("search-no-words"))
        return
    with registry() as db:
        looser = loosened(db, wanted, viewer=viewer)
        nowhere = missing_words(db, wanted, viewer=viewer) if wanted.words else []
    st.info(told("search-nothing"))
    if nowhere:
        named = ", ".join(say("quoted", words=word) for word in nowhere)
        st.markdown(told("search-nowhere", words=named, count=len(nowhere)))
    elif wanted.words and not looser:
        st.markdown(told("search-fewer-words"))
    with st.container(key="loosen", gap=None):
        for number, (each, total) in enumerate(looser):
            name = "search-loosen-uncounted" if each.is_by_team else "search-loosen"
            label = told(name, left_out=left_out(wanted, each, teams), count=total)
            st.button(label, key=f"loosen-{number}", type="tertiary", on_click=ask_looser, args=(each,))


st.title(told("page-search-title"), anchor=False)
text = st.text_input(
    told("field-search"),
    type="search",
    key=WORDS,
    live="300ms",
    bind="query-params",
    max_chars=LINE,
    placeholder=say("field-search-example"),
)
said, unknown = asked(
    {name: st.query_params.get_all(name) for name in PARAMETERS - {WORDS}} | {WORDS: [text or ""]}
)
wanted = honest(said)
before, shown = st.session_state.get("search-shown", (wanted, AT_ONCE))
shown = shown if before == wanted else AT_ONCE
viewer = asking().person
with registry() as db:
    teams = {team.strip().casefold(): team for team in people_list.spellings(db, "team")}
    answer = find(db, wanted, shown, viewer=viewer)
    listed = answer
    if wanted.is_everything:
        learnings = wanted.with_(Facet.THING, Thing.LEARNING)
        listed = find(db, learnings, shown, viewer=viewer)
        listed = listed if listed.hits else answer

show_chosen(wanted, teams)
if unknown:
    names = ", ".join(say(f"facet-{name}") for name in unknown)
    st.caption(told("search-left-out", names=names))
if wanted.is_by_team:
    st.caption(told("search-not-by-team"))
is_open = st.toggle(told("search-show-filters"), key="search-filters-open")
beside, found = st.columns([1, 3], gap="large")
with beside, st.container(key="filters-open" if is_open else "filters-folded"):
    show_filters(wanted, answer, teams)
with found:
    if listed.hits:
        show_found(wanted, listed, shown)
    else:
        show_nothing(wanted, answer)
