"""Today: what needs a hand, what is running, and the first minute of a new registry."""

from collections.abc import Sequence

import streamlit as st

from registry.domain.asked import Asked
from registry.domain.experiment import Stage
from registry.domain.permission import is_allowed
from registry.services.asked import asked_of
from registry.services.demo import fill
from registry.services.home import registry
from registry.store import index
from registry.store import organisation as organisations
from registry.web.came_back import show_came_back
from registry.web.huddle import show_days
from registry.web.lists import show_asked, show_learnings, show_rows, show_to_review
from registry.web.looking_again import show_worth_another_look
from registry.web.one_tap import ask_why_stopped, stop_with_one_tap
from registry.web.organisation_form import first_questions
from registry.web.people_form import ask_for_team
from registry.web.prose import told
from registry.web.session import asking, go_to, refusals_shown

SECTIONS = (
    ("to-decide", (Stage.TO_DECIDE,)),
    ("to-learn", (Stage.TO_LEARN,)),
    ("running", (Stage.RUNNING,)),
    ("ready", (Stage.CLEARED, Stage.IN_REVIEW, Stage.NOT_YET)),
    ("drafts", (Stage.DRAFT,)),
    ("learned", (Stage.LEARNED,)),
)
SHOWN = 8
SHOWN_ASKED = 3


def show_empty() -> None:
    """On an empty registry: begin, or, for a steward, look around in an example."""
    st.markdown(told("today-empty"))
    may_fill = is_allowed(viewer, "fill_demo")
    if may_fill:
        st.markdown(told("demo-offer"))
    with st.container(horizontal=True):
        if st.button(told("go-to-proposal"), type="primary"):
            go_to("proposal")
        if may_fill and st.button(told("demo-fill")):
            with refusals_shown(), st.spinner(told("demo-filling")):
                with registry() as db:
                    fill(db, asking())
                st.rerun()


def show_questions(waiting: Sequence[Asked]) -> None:
    """What the viewer's function was asked: half a minute each, so it comes first."""
    if waiting:
        st.header(told("today-asked", count=len(waiting)), anchor=False)
        show_asked(waiting[:SHOWN_ASKED])
        if len(waiting) > SHOWN_ASKED:
            st.caption(told("today-asked-more", count=len(waiting) - SHOWN_ASKED))


def show_own() -> set[int]:
    """What the viewer's team runs, each with one tap to stop it; returns which."""
    with registry() as db:
        own = index.running_of(db, viewer)
    if own:
        st.header(told("today-own", count=len(own)), anchor=False)
    # Always there: what is asked after a tap comes and goes in it, and moves nothing below it.
    with st.container():
        ask_why_stopped()
    show_rows(own, with_stage=False, beside=stop_with_one_tap)
    return {row.experiment for row in own}


st.title(told("product-name"), anchor=False)
st.markdown(told("product-claim"))

viewer = asking().person
with registry() as db:
    organisation = organisations.latest(db)
    counts = index.counts(db, viewer=viewer)
    waiting = asked_of(db, asking())

if organisation is None and is_allowed(viewer, "describe_organisation"):
    first_questions()

if not counts and not waiting:
    show_empty()
    st.stop()

with st.container(horizontal=True, vertical_alignment="center"):
    if st.button(told("go-to-proposal"), type="primary", icon=":material/add:"):
        go_to("proposal")
    if st.button(told("huddle-open"), icon=":material/groups:"):
        go_to("huddle")
    if st.button(told("collection-open"), type="tertiary", icon=":material/list:"):
        go_to("collection")
ask_for_team(viewer)
show_days(asking().at.date())

show_questions(waiting)
show_to_review(viewer)
show_came_back(asking())
show_worth_another_look(asking())
own = show_own()

for name, stages in SECTIONS:
    shown_above = own if name == "running" else set[int]()
    total = sum(counts.get(stage, 0) for stage in stages) - len(shown_above)
    if total > 0:
        st.header(told(f"today-{name}", count=total), anchor=False)
        with registry() as db:
            rows = index.rows(db, stages, limit=SHOWN + len(shown_above), viewer=viewer)
        rows = [row for row in rows if row.experiment not in shown_above][:SHOWN]
        if name == "learned":
            show_learnings(rows)
        else:
            show_rows(rows, with_stage=len(stages) > 1)
        if total > SHOWN:
            st.caption(told("today-more", count=total - SHOWN))
