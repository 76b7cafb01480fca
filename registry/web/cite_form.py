"""Citing an experiment for or against a learning: chosen by its code, or by words of it."""

import streamlit as st

from registry.domain.citing import Citing
from registry.domain.experiment import Dossier, experiment_code
from registry.domain.finding import Wanted
from registry.domain.learning_facts import Speaks
from registry.domain.person import Asking, Person
from registry.domain.steps import can
from registry.domain.text import LINE
from registry.sentences import say
from registry.services.home import registry
from registry.services.learning import cite
from registry.store import finding
from registry.web.lists import title_text
from registry.web.prose import told
from registry.web.session import asking, click_done, click_token, refusals_shown

OFFERED = 8
LOOKED_THROUGH = 40
"""How many that have the words are looked through for those that were tried."""


def offer_citing(dossier: Dossier, by: Asking) -> None:
    """The form, folded; nothing for who may not."""
    if not can(dossier, by, "cite"):
        return
    with st.expander(told("cite-title"), icon=":material/format_quote:"):
        saved: int = st.session_state.setdefault(f"cite-{dossier.code}-saved", 0)
        _form(dossier, by, f"cite-{dossier.code}-{saved}")


def _form(dossier: Dossier, by: Asking, place: str) -> None:
    st.caption(told("cite-lead"))
    text = st.text_input(
        told("cite-which"), key=f"{place}-which", max_chars=LINE, placeholder=say("cite-which-example")
    )
    chosen = _choose(dossier, text, by.person, place) if text.strip() else None
    speaks = st.segmented_control(
        told("cite-speaks"),
        [Speaks.FOR, Speaks.AGAINST],
        format_func=lambda each: told(f"speaks-{each}"),
        key=f"{place}-speaks",
    )
    why = st.text_input(
        told("cite-why"), key=f"{place}-why", max_chars=LINE, placeholder=say("cite-why-example")
    )
    if not st.button(told("cite"), key=f"{place}-cite"):
        return
    if chosen is None or speaks is None:
        st.info(told("cite-open"))
        return
    with refusals_shown():
        with registry() as db:
            cite(db, asking(click_token(place)), dossier.id, Citing(chosen, speaks, why))
        click_done(place)
        st.session_state[f"cite-{dossier.code}-saved"] += 1
        st.rerun()


def _choose(dossier: Dossier, text: str, viewer: Person, place: str) -> int | None:
    """Which experiment *text* means; a code means one, also where it cannot be cited: then that is said."""
    found = candidates(dossier, text, viewer)
    if not found:
        st.caption(told("cite-none"))
        return None
    return st.radio(
        told("cite-found"),
        list(found),
        index=0 if len(found) == 1 else None,
        format_func=lambda number: f"{experiment_code(number)} · {title_text(found[number])}",
        key=f"{place}-found-{text}",
    )


def candidates(dossier: Dossier, text: str, viewer: Person) -> dict[int, str]:
    """The titles of those that *text* may mean, by number: the one with this code, else what was tried."""
    with registry() as db:
        named = finding.named(db, text, viewer=viewer)
        if named is not None:
            return {named.experiment: named.title}
        hits = finding.find(db, Wanted(words=text), LOOKED_THROUGH, viewer=viewer).hits
    tried = [hit.row for hit in hits if hit.row.experiment != dossier.id and hit.row.started_on is not None]
    return {row.experiment: row.title for row in tried[:OFFERED]}
