"""A number opens as a sentence and its list, on a page of its own whose address can be sent."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from registry.domain.moment import Moment, as_moment
from registry.store.index import Row
from registry.web.copying import copy_as_text
from registry.web.lists import show_rows
from registry.web.prose import plain, told, words
from registry.web.session import link, page_script


def number_link(said: str, of: str, **address: str) -> None:
    """A number, *said* in a sentence, that leads to its list; *of* and *address* say which one."""
    st.page_link(
        page_script("list"),
        label=plain(said),
        icon=":material/chevron_right:",
        icon_position="right",
        query_params={"of": of, **address},
    )


def show_list(page: str, sentence: str, rows: Sequence[Row], says: Mapping[int, str] | None = None) -> None:
    """What stands behind a number: its sentence, a line for each experiment, and the way back to *page*.

    *says* has what experiments tell beneath their lines.
    """
    beneath = says or {}
    st.title(plain(sentence), anchor=False)
    link(page, told("back-to", page=told(f"page-{page}")), icon=":material/arrow_back:")
    for row in rows:
        show_rows([row])
        if said := beneath.get(row.experiment):
            words(said)
    if rows:
        parts = (("-", row.code, row.title, beneath.get(row.experiment)) for row in rows)
        copy_as_text([sentence, *(" ".join(filter(None, each)) for each in parts)])


def asked_moment(name: str, otherwise: Moment) -> Moment:
    """The moment that the address gives as *name*; *otherwise* where it gives none that can be read."""
    try:
        return as_moment(datetime.fromisoformat(st.query_params[name]))
    except (KeyError, ValueError, OverflowError):
        return otherwise
