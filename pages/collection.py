"""Reading lists: all of them, or one to be read, by its address."""

from pathlib import Path

import streamlit as st

from registry.domain.collection import CollectionRefused, Kept
from registry.services.collection import may_change
from registry.services.collection_read import list_text, listed
from registry.services.home import registry
from registry.store import collections
from registry.web import collection as shown
from registry.web.collection_form import change_list, make_list
from registry.web.prose import plain, told, words
from registry.web.session import asking

LONGEST_NUMBER = 9
"""Digits; a longer number was typed, and names nothing."""


def show_all() -> None:
    """Every list with how much stands on it for the viewer, and making one."""
    st.title(told("page-collection-title"), anchor=False)
    st.markdown(told("page-collection-lead"))
    with registry() as db:
        every = [(kept, listed(db, viewer, kept.collection)) for kept in collections.every(db)]
    if not every:
        st.info(told("collection-none"))
    for kept, entries in every:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            shown.link_to_list(kept)
            st.caption(told("collection-count", count=len(entries)))
        if kept.collection.lead:
            words(kept.collection.lead)
    make_list()


def show_one(kept: Kept) -> None:
    """One list as it is read, from top to bottom."""
    collection = kept.collection
    with registry() as db:
        entries = listed(db, viewer, collection)
    st.title(plain(collection.title), anchor=False)
    if collection.lead:
        words(collection.lead)
    if not entries:
        st.markdown(told("collection-empty"))
    for each in entries:
        with st.container(border=True):
            shown.show_entry(each)
    with st.container(key="list-foot"):
        with st.expander(told("collection-copy"), icon=":material/content_copy:"):
            st.code(list_text(collection, entries), language=None, wrap_lines=True)
        if may_change(viewer, kept):
            change_list(kept, entries)
        shown.link_to_all()


def asked_list(number: str) -> Kept | None:
    """The list that the address names; None when there is none."""
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        return None
    try:
        with registry() as db:
            return collections.get(db, int(number))
    except CollectionRefused:
        return None


viewer = asking().person
st.html(Path(shown.__file__).with_name("collection.css"))
asked = st.query_params.get("id")
kept = None if asked is None else asked_list(asked)
if asked is None:
    show_all()
elif kept is None:
    st.title(told("collection-unknown-title"), anchor=False)
    st.info(told("collection-unknown"))
    shown.link_to_all()
else:
    show_one(kept)
