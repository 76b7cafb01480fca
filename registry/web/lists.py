"""Experiments in a list: one line each, with its stage, its door and where it leads."""

from collections.abc import Sequence

import streamlit as st

from registry.sentences import day_text
from registry.store.index import Row
from registry.web.door import door_badge
from registry.web.prose import plain, told
from registry.web.session import link


def title_text(title: str) -> str:
    """An experiment's title; a draft may not have one yet."""
    return plain(title) if title else told("untitled")


def show_rows(rows: Sequence[Row]) -> None:
    """One line for each of *rows*."""
    for row in rows:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            link("experiment", f"{row.code} · {title_text(row.title)}", row.code)
            st.badge(told(f"stage-{row.stage}"), color="gray")
            if row.door is not None:
                door_badge(row.door)
            if row.changes_on is not None:
                st.caption(told("row-until", day=day_text(row.changes_on)))
