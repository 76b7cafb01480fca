"""Experiments in a list: one line each, with its stage, its door and where it leads."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from registry.domain.person import Person
from registry.sentences import day_text
from registry.services.home import Database, registry
from registry.store import experiments, index
from registry.store.index import Row
from registry.web.door import door_badge
from registry.web.prose import plain, told, words
from registry.web.session import link


def title_text(title: str) -> str:
    """An experiment's title with a capital; a draft may not have one yet."""
    return plain(title[:1].upper() + title[1:]) if title else told("untitled")


def visible(db: Database, ids: Sequence[int], viewer: Person) -> list[int]:
    """Those of these experiments that *viewer* may see, in their order."""
    seen = {row.experiment for row in index.by_ids(db, ids, viewer=viewer)}
    return [each for each in ids if each in seen]


def show_rows(rows: Sequence[Row], *, with_stage: bool = True) -> None:
    """One line for each of *rows*; their stage is left out where all share the one they stand under."""
    for row in rows:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            link("experiment", f"{row.code} · {title_text(row.title)}", row.code)
            if with_stage:
                st.badge(told(f"stage-{row.stage}"), color="gray")
            if row.door is not None:
                door_badge(row.door, near_hinge=row.near_hinge)
            if row.changes_on is not None:
                st.caption(told("row-until", day=day_text(row.changes_on - timedelta(days=1))))


def show_learnings(rows: Sequence[Row]) -> None:
    """Each of *rows* with the one sentence it would tell another team."""
    with registry() as db:
        told_by = experiments.dossiers(db, [experiments.get(db, row.experiment) for row in rows])
    for row, dossier in zip(rows, told_by, strict=True):
        show_rows([row], with_stage=False)
        if dossier.learning is not None and dossier.learning.tell_others:
            words(dossier.learning.tell_others)
