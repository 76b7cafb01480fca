"""Making and changing a reading list on its page; who saves second is told, and keeps what they typed."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from registry.domain.collection import (
    Collection,
    Entry,
    Kept,
    explained,
    moved_up,
    without_entry,
    worded,
)
from registry.domain.experiment import experiment_id
from registry.domain.person import Asking
from registry.domain.text import LINE, PAGE
from registry.sentences import say
from registry.services.collection import change, collect, put_on_list
from registry.services.collection_read import Listed
from registry.services.home import Database, registry
from registry.web.prose import told
from registry.web.session import asking, click_done, click_token, just_arrived, page_script, refusals_shown


def make_list() -> None:
    """A new reading list; its page opens."""
    with st.expander(told("collection-make"), icon=":material/playlist_add:"), st.form("make-list"):
        title, lead = _words("make-list", Collection())
        if st.form_submit_button(told("collection-make-now"), type="primary"):
            with refusals_shown():
                with registry() as db:
                    kept = collect(db, asking(click_token("make-list")), Collection(title=title, lead=lead))
                click_done("make-list")
                st.switch_page(page_script("collection"), query_params={"id": str(kept.id)})


def change_list(kept: Kept, entries: list[Listed]) -> None:
    """Everything that may be changed about it, below what others read."""
    with st.expander(told("collection-edit"), icon=":material/edit:"):
        seen = _seen(kept)
        place = f"list-{kept.id}-{seen}"

        def save(collection: Collection) -> None:
            _save(place, kept, lambda db, by: change(db, by, kept.id, seen, collection))

        if seen != kept.revision:
            st.info(told("collection-moved-on"))
            if st.button(told("collection-show-now"), key=f"{place}-now"):
                _forget(kept)
                st.rerun()
        with st.form(f"{place}-words"):
            title, lead = _words(place, kept.collection)
            if st.form_submit_button(told("collection-save-words")):
                save(worded(kept.collection, title, lead))
        changing = _Changing(place, kept.collection, {each.experiment for each in entries}, save)
        for number, each in enumerate(entries):
            _change_entry(changing, each, is_first=number == 0)
        _add_entry(place, kept)


class _Changing(NamedTuple):
    """A list that is being changed: where its fields stand, what is shown of it, and how it is saved."""

    place: str
    collection: Collection
    shown: set[int]
    save: Callable[[Collection], None]


def _change_entry(changing: _Changing, each: Listed, *, is_first: bool) -> None:
    place, collection, shown, save = changing
    key, number = f"{place}-{each.experiment}", each.experiment
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        why = st.text_input(told("collection-why-field", code=each.code), each.why, LINE, key=f"{key}-why")
        if st.button(told("collection-why-save"), key=f"{key}-save"):
            save(explained(collection, number, why))
        up = told("collection-up", code=each.code)
        if not is_first and st.button(up, icon=":material/arrow_upward:", key=f"{key}-up"):
            save(moved_up(collection, number, shown))
        if st.button(told("collection-off", code=each.code), icon=":material/close:", key=f"{key}-off"):
            save(without_entry(collection, number))


def _add_entry(place: str, kept: Kept) -> None:
    with st.form(f"{place}-add"):
        code = st.text_input(told("collection-add-code"), max_chars=30, placeholder="CX-17")
        why = st.text_input(told("collection-add-why"), max_chars=LINE)
        if st.form_submit_button(told("collection-add")):
            _save(
                place,
                kept,
                lambda db, by: put_on_list(db, by, kept.id, Entry(experiment=experiment_id(code), why=why)),
            )


def _words(place: str, collection: Collection) -> tuple[str, str]:
    title = st.text_input(
        told("collection-title-field"),
        collection.title,
        LINE,
        key=f"{place}-title",
        placeholder=say("collection-title-example"),
    )
    lead = st.text_area(
        told("collection-lead-field"),
        collection.lead,
        height=80,
        max_chars=PAGE,
        key=f"{place}-lead",
        placeholder=say("collection-lead-example"),
    )
    return title, lead


def _save(place: str, kept: Kept, verb: Callable[[Database, Asking], Kept]) -> None:
    with refusals_shown():
        with registry() as db:
            verb(db, asking(click_token(place)))
        click_done(place)
        _forget(kept)
        st.rerun()


def _seen(kept: Kept) -> int:
    """The revision that this tab shows: its fields stay while somebody else saves another one."""
    key = f"list-{kept.id}-seen"
    if just_arrived():
        st.session_state.pop(key, None)
    return st.session_state.setdefault(key, kept.revision)


def _forget(kept: Kept) -> None:
    st.session_state.pop(f"list-{kept.id}-seen", None)
