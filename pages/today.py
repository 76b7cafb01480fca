"""Today: what needs a hand, what is running, and the first minute of a new registry."""

import streamlit as st

from registry.domain.experiment import Stage
from registry.domain.permission import is_allowed
from registry.services.demo import fill
from registry.services.home import registry
from registry.store import index
from registry.store import organisation as organisations
from registry.web.lists import show_learnings, show_rows
from registry.web.organisation_form import first_questions
from registry.web.people_form import ask_for_team
from registry.web.prose import told
from registry.web.session import asking, go_to, refusals_shown

SECTIONS = (
    ("to-decide", (Stage.TO_DECIDE,)),
    ("to-learn", (Stage.TO_LEARN,)),
    ("running", (Stage.RUNNING,)),
    ("ready", (Stage.CLEARED, Stage.IN_REVIEW)),
    ("drafts", (Stage.DRAFT,)),
    ("learned", (Stage.LEARNED,)),
)
SHOWN = 8


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


st.title(told("product-name"), anchor=False)
st.markdown(told("product-claim"))

viewer = asking().person
with registry() as db:
    organisation = organisations.latest(db)
    counts = index.counts(db, viewer=viewer)

if organisation is None and is_allowed(viewer, "describe_organisation"):
    first_questions()

if not counts:
    show_empty()
    st.stop()

if st.button(told("go-to-proposal"), type="primary", icon=":material/add:"):
    go_to("proposal")
ask_for_team(viewer)

for name, stages in SECTIONS:
    total = sum(counts.get(stage, 0) for stage in stages)
    if total:
        st.header(told(f"today-{name}", count=total), anchor=False)
        with registry() as db:
            rows = index.rows(db, stages, limit=SHOWN, viewer=viewer)
        if name == "learned":
            show_learnings(rows)
        else:
            show_rows(rows, with_stage=len(stages) > 1)
        if total > SHOWN:
            st.caption(told("today-more", count=total - SHOWN))
