"""What was found, one entry for each experiment: what it is, its words with matches marked, its page."""

import streamlit as st

from registry.domain.finding import Thing
from registry.domain.standing import Standing
from registry.sentences import say
from registry.store.excerpts import MATCH_ENDS, MATCH_STARTS, Hit
from registry.web.prose import marked, told
from registry.web.session import link
from registry.web.standing import standing_badge

ICONS = {
    Thing.LEARNING: ":material/lightbulb:",
    Thing.EXPERIMENT: ":material/science:",
    Thing.QUOTE: ":material/format_quote:",
}


def show_hit(hit: Hit) -> None:
    """One entry."""
    page = "learning" if hit.thing is Thing.LEARNING else "experiment"
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            link(page, f"{hit.row.code} · {_title(hit)}", hit.row.code)
            st.badge(told(f"thing-{hit.thing}"), icon=ICONS[hit.thing], color="gray")
            if hit.thing is Thing.LEARNING:
                standing_badge(hit.row.standing or Standing.EMERGING)
            elif hit.thing is Thing.EXPERIMENT:
                st.badge(told(f"stage-{hit.row.stage}"), color="gray")
        if hit.thing is Thing.LEARNING and hit.sentence:
            st.markdown(_shown(hit.sentence))
        if hit.excerpt:
            st.caption(_shown(hit.excerpt))
        for said in hit.quotes:
            where = f" — {_shown(said.source)}" if said.source else ""
            st.markdown(f"> {_shown(say('quoted', words=said.words))}{where}")


def _shown(text: str) -> str:
    return marked(text, MATCH_STARTS, MATCH_ENDS)


def _title(hit: Hit) -> str:
    # The first letter may stand behind a mark.
    first = len(hit.title) - len(hit.title.lstrip(MATCH_STARTS))
    title = hit.title[:first] + hit.title[first : first + 1].upper() + hit.title[first + 1 :]
    return _shown(title) or told("untitled")
