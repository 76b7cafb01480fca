"""Experiments in a list: one line each, with its stage, its door and where it leads."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import streamlit as st

from registry.domain.asked import Asked
from registry.domain.person import Person, Role
from registry.domain.text import LINE
from registry.sentences import day_text
from registry.services.home import Database, registry
from registry.store import experiments, index, reviews
from registry.store.index import Row
from registry.web.door import door_badge
from registry.web.prose import plain, told, words
from registry.web.session import link, page_script


def title_text(title: str) -> str:
    """An experiment's title with a capital; a draft may not have one yet."""
    return plain(title[:1].upper() + title[1:]) if title else told("untitled")


def visible(db: Database, ids: Sequence[int], viewer: Person) -> list[int]:
    """Those of these experiments that *viewer* may see, in their order."""
    seen = {row.experiment for row in index.by_ids(db, ids, viewer=viewer)}
    return [each for each in ids if each in seen]


def show_rows(
    rows: Sequence[Row], *, with_stage: bool = True, beside: Callable[[Row], None] | None = None
) -> None:
    """One line for each of *rows*; their stage is left out where all share the one they stand under.

    With *beside*, what can be done with it stands right after its title, and its door is left out.
    """
    for row in rows:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            link("experiment", f"{row.code} · {title_text(row.title)}", row.code)
            if beside is not None:
                beside(row)
            if with_stage:
                st.badge(told(f"stage-{row.stage}"), color="gray")
            if row.door is not None and beside is None:
                door_badge(row.door, near_hinge=row.near_hinge)
            if row.changes_on is not None:
                st.caption(told("row-until", day=day_text(row.changes_on - timedelta(days=1))))


def show_learnings(rows: Sequence[Row]) -> None:
    """Each of *rows* with the one sentence it would tell another team."""
    with registry() as db:
        told_by = experiments.dossiers_of(db, [row.experiment for row in rows])
    for row, dossier in zip(rows, told_by, strict=True):
        show_rows([row], with_stage=False)
        if dossier.learning is not None and dossier.learning.tell_others:
            words(dossier.learning.tell_others)


def show_asked(waiting: Sequence[Asked]) -> None:
    """Each question with the idea that it is about, and where it is answered."""
    for asked in waiting:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            # Not `link`: this page knows the question as well.
            st.page_link(
                page_script("answer"),
                label=told(f"question-{asked.question}"),
                icon=":material/help:",
                query_params={"id": asked.code, "question": asked.question},
            )
            idea = title_text(asked.idea.change or asked.quote.words.partition("\n")[0][:LINE])
            since = told("today-since", day=day_text(asked.since.date()))
            st.caption(f"{asked.code} · {idea} · {since}")


def show_to_review(viewer: Person, most: int = 3) -> None:
    """What waits for a review by *viewer*, the longest waiting first; nothing for who does not review."""
    if Role.REVIEWER not in viewer.roles:
        return
    with registry() as db:
        waiting = reviews.waiting_for_review(db, viewer)
    if not waiting:
        return
    st.header(told("today-to-review", count=len(waiting)), anchor=False)
    for dossier in waiting[:most]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            label = f"{dossier.code} · {title_text(dossier.proposal.title)}"
            link("review", label, dossier.code, icon=":material/rate_review:")
            handed_in = dossier.submission
            if handed_in is not None:
                st.caption(told("today-since", day=day_text(handed_in.at.date())))
    if len(waiting) > most:
        link("review", told("today-to-review-more", count=len(waiting) - most))
