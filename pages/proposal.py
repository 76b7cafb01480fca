"""Propose: the words it began with, the idea, the door while one answers, and the start."""

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from registry.domain.assessment import Assessment, Door
from registry.domain.experiment import experiment_code
from registry.domain.pilot import StartingPoint
from registry.domain.proposal import Proposal
from registry.domain.risk import NAMES
from registry.domain.steps import can
from registry.domain.submission import Yardstick, profile, rows_surpassed, wants_conversation
from registry.sentences import say
from registry.services import pilot as pilots
from registry.services import proposal as proposals
from registry.services.home import registry
from registry.store import experiments
from registry.web import proposal_form as form
from registry.web import risk_form
from registry.web.advice import show_beside_door
from registry.web.door import door_badge, show_assessment
from registry.web.draft import Draft, begin_another, current_draft, keep
from registry.web.end_date import show_difference
from registry.web.held import held, show_what_waits
from registry.web.levers import offer_levers, show_promises
from registry.web.prose import told
from registry.web.session import asking, click_done, click_token, go_to, link, refusals_shown
from registry.web.similar import show_similar
from registry.web.whose import stop_unless_can

DOOR = "the-door"
"""Where the line in short leads to."""


def show_door(draft: Draft, proposal: Proposal, by: Yardstick) -> tuple[Proposal, Assessment | None]:
    """The door of *proposal*, and the one question that settles it where a bound alone leaves it open.

    No assessment where a figure cannot be true; that is said in its place.
    """
    left = risk_form.rows_left(proposal)
    st.html(f'<span id="{DOOR}"></span>')
    with st.container(border=True, key="door"), refusals_shown():
        assessment = proposals.assess_draft(proposal, by)
        if left:
            st.markdown(told("door-rows-left", count=left))
        in_place = questions_in_place(proposal, None if left else assessment.settling_question)
        for name in in_place:
            needed = "needed" if assessment.door is Door.UNDECIDED else "optional"
            why = needed if proposal.answers.answer(name) is None else "answered"
            with asked_because(why):
                answers = risk_form.settle(draft, name, proposal.answers, by)
            proposal = proposal.model_copy(update={"answers": answers})
        assessment = proposals.assess_draft(proposal, by)
        undecided = assessment.door is Door.UNDECIDED
        if undecided and not left and assessment.settling_question not in in_place:
            st.markdown(told("submission-undecided", question=assessment.settling_question or ""))
        near_hinge = wants_conversation(assessment, profile(proposal, by))
        show_assessment(assessment, near_hinge=near_hinge, only_said=bool(left) and undecided)
        for row in rows_surpassed(proposal, by):
            st.caption(told("row-surpassed", row=say(f"quick-{row}")))
        offer_levers(draft, proposal, assessment, by, near_hinge=near_hinge)
        is_refused = risk_form.numbers_refused(draft, proposal)
        return proposal, None if is_refused else assessment
    return proposal, None


def asked_because(why: str) -> DeltaGenerator:
    """Where a question beside the door is asked, and *why*; what may be left out is folded away."""
    said = told("door-one-question", why=why)
    if why == "optional":
        return st.expander(said)
    st.markdown(said)
    return st.container()


def show_door_in_short(proposal: Proposal, assessment: Assessment | None, by: Yardstick) -> None:
    """One line with the door, for a narrow window in which the door itself is far from the questions."""
    with st.container(horizontal=True, vertical_alignment="center", key="door-in-short"):
        if assessment is None:
            st.markdown(told("start-number-wrong"))
            return
        door_badge(assessment.door, near_hinge=wants_conversation(assessment, profile(proposal, by)))
        st.markdown(f"[{told('door-in-short-why')}](#{DOOR})", width="content")


def questions_in_place(proposal: Proposal, settling: str | None) -> list[str]:
    """The questions asked beside the door: the one that settles it, and those answered there before."""
    check, answers = proposal.quick_check, proposal.answers
    return [
        name
        for name in NAMES
        if check.speaks_for(name) and (name == settling or answers.answer(name) is not None)
    ]


def show_start(draft: Draft, start: StartingPoint, assessment: Assessment | None, *, safe: bool) -> None:
    """What can be done now: start, plan with numbers, or hand in; nothing while a choice is open."""
    if assessment is None:
        st.info(told("start-number-wrong"))
        return
    if assessment.door is Door.UNDECIDED:
        st.info(told("start-undecided"))
        return
    with st.container(horizontal=True):
        if assessment.door is Door.ONE_WAY:
            hands_in = st.button(told("hand-in"), type="primary", disabled=not safe)
            starts = plans = False
        else:
            starts = st.button(
                told("start-now"), type="primary", icon=":material/play_arrow:", disabled=not safe
            )
            plans = hands_in = st.button(told("start-with-numbers"), disabled=not safe)
    if assessment.door is Door.ONE_WAY:
        st.caption(told("hand-in-means"))
        if assessment.levers:
            st.caption(told("hand-in-or-smaller"))
    presses = starts or hands_in
    if draft.id is None or not safe or (presses and show_what_waits(draft.id)):
        return
    place = f"{draft.form}-{'start' if starts else 'hand-in'}"
    by = asking(click_token(place))
    with refusals_shown(), registry() as db:
        if starts:
            pilots.start(db, by, draft.id, start.model_copy(update={"version": draft.version}))
        if hands_in:
            proposals.submit(db, by, draft.id, draft.version)
        if presses:
            click_done(place)
            go_to("plan" if plans else "experiment", experiment_code(draft.id))


draft = current_draft()
if draft.id is not None:
    with registry() as db:
        dossier = experiments.dossier(db, draft.id)
    asked = asking()
    if not can(dossier, asked, "edit"):
        st.title(told("page-proposal-of", code=dossier.code), anchor=False)
        back = told("go-to-experiment", code=dossier.code)
        link("experiment", back, dossier.code, icon=":material/arrow_back:")
        stop_unless_can(dossier, asked, "edit")

with registry() as db:
    by = proposals.yardstick(db)

st.html(Path(risk_form.__file__).with_name("proposal.css"))
st.title(told("page-proposal-title"), anchor=False)
st.markdown(told("page-proposal-lead"))
# What comes and goes above a field stands in a place that stays: a field that moves is drawn anew, and
# what is being typed into it at that moment is lost.
with st.container():
    if draft.id is not None:
        st.button(told("begin-another"), type="tertiary", icon=":material/add:", on_click=begin_another)

st.header(told("proposal-words"), anchor=False)
quote = form.quote(draft)
st.header(told("proposal-idea"), anchor=False)
idea = form.idea(draft)
written = form.more(draft, draft.saved.model_copy(update={"quote": quote, "idea": idea}), by.organisation)
with st.container():
    if written.idea.change:
        st.caption(told(written.idea.in_one_sentence))
    written = show_similar(written, draft)

st.header(told("proposal-door"), anchor=False)
with st.container():
    left, right = st.columns([3, 2], gap="large")
    with left:
        quick_check, answers = risk_form.risk(draft, by)
    written = written.model_copy(update={"quick_check": quick_check, "answers": answers})
    with right:
        written, assessment = show_door(draft, written, by)
        show_beside_door(draft.id, written, by)
    show_door_in_short(written, assessment, by)

st.header(told("proposal-start"), anchor=False)
start = StartingPoint()
if assessment is None or assessment.door is not Door.ONE_WAY:
    with st.container():
        show_promises(written)
    usual = form.usual_end(None if assessment is None else profile(written, by), asking().at.date())
    limits = form.limits(draft.key("limits"), draft.saved.limits, usual)
    with st.container():
        if assessment is not None:
            show_difference(draft, written.model_copy(update={"limits": limits}), by, asking().at.date())
    with form.folded(draft, "expected", draft.saved.expected):
        expected = form.line(draft, "", "expected")
    start = StartingPoint(limits=limits, expected=expected)
    kept = form.limits_said(draft.saved.limits, limits, usual)
    written = written.model_copy(update={"limits": kept, "expected": start.expected})
safe = written == Proposal() or keep(draft, written)
show_start(draft, start, assessment, safe=safe)
if draft.id is not None and safe and not held(draft.id):
    st.caption(told("draft-saved", code=experiment_code(draft.id)))
