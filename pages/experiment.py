"""One experiment: its whole story from top to bottom, its stage, and the one next step."""

from collections.abc import Mapping

import streamlit as st

from registry.domain.experiment import Dossier, Stage, stage
from registry.domain.facts import Note
from registry.domain.permission import is_allowed
from registry.domain.person import Asking
from registry.domain.pilot import (
    StartingPoint,
    awaits_result,
    takes_data,
    usual_limits,
    was_cleared_in_review,
)
from registry.domain.plan import Metric
from registry.domain.review import is_blind
from registry.domain.steps import can
from registry.sentences import day_text, say
from registry.services import pilot as pilots
from registry.services import proposal as proposals
from registry.services.home import registry
from registry.web import story
from registry.web.advice import show_advice
from registry.web.after_go import show_after_go
from registry.web.collection import offer_collection
from registry.web.cost import show_cost
from registry.web.echo import show_echo
from registry.web.family import show_family
from registry.web.figures import scale
from registry.web.for_and_against import show_how_firmly
from registry.web.helped import show_helped
from registry.web.history import show_history
from registry.web.learning_form import write_learning
from registry.web.levers import show_promises
from registry.web.one_tap import end_with_one_tap
from registry.web.personal_data import pressed, show_in_form, show_personal_data
from registry.web.proposal_form import limits
from registry.web.prose import told
from registry.web.result import offer_result
from registry.web.review_answer import show_accepted_condition
from registry.web.review_next import show_review_next
from registry.web.session import (
    asked_dossier,
    asking,
    click_done,
    click_token,
    go_to,
    link,
    names,
    refusals_shown,
    shown_before,
    step,
)
from registry.web.surprise import show_surprise
from registry.web.whose import show_whose_it_is

MOST_PICTURE_MB = 20

# The step that comes next at each stage; whoever may not take it reads whose it is.
NEXT: Mapping[Stage, str] = {
    Stage.DRAFT: "edit",
    Stage.CLEARED: "start",
    Stage.RUNNING: "note",
    Stage.TO_DECIDE: "decide",
    Stage.TO_LEARN: "learn",
    Stage.LEARNED: "learn",
    Stage.WITHDRAWN: "learn",
}


def next_step(dossier: Dossier, by: Asking, now: Stage) -> None:
    """The one next step, and what it needs."""
    with st.container(border=True):
        st.subheader(told("next-step"), anchor=False)
        if now in (Stage.IN_REVIEW, Stage.NOT_YET):
            show_review_next(dossier, by)
            return
        if not can(dossier, by, NEXT[now]):
            show_whose_it_is(dossier, by)
            if now is Stage.DRAFT and can(dossier, by, "submit"):
                hand_in(dossier)
            return
        st.markdown(what_is_next(dossier, by, now))
        match now:
            case Stage.DRAFT:
                step("proposal", told("go-to-this-proposal"), dossier.code, icon=":material/edit:")
            case Stage.CLEARED:
                start(dossier, by)
            case Stage.RUNNING | Stage.TO_DECIDE:
                go_on(dossier, by, now)
            case Stage.TO_LEARN:
                write_learning(dossier)
            case Stage.WITHDRAWN | Stage.LEARNED:
                with st.expander(told(f"go-to-learning-{now}"), icon=":material/edit_note:"):
                    write_learning(dossier)


def what_is_next(dossier: Dossier, by: Asking, now: Stage) -> str:
    """The next step in one sentence."""
    if now is Stage.RUNNING:
        return told("next-running-data") if takes_data(dossier) else told("next-running-look")
    if now is Stage.TO_DECIDE and takes_data(dossier):
        if dossier.reading is None:
            return told("next-to_decide-no-data")
        if awaits_result(dossier, by):
            return told("next-to_decide-hidden", day=day_text(dossier.reading.evidence.as_of))
    if now is Stage.CLEARED and was_cleared_in_review(dossier):
        return told("next-cleared-reviewed")
    return told(f"next-{now}")


def hand_in(dossier: Dossier) -> None:
    """A steward hands in what nobody of the team can, as it stands."""
    if st.button(told("hand-in")):
        with refusals_shown():
            with registry() as db:
                proposals.submit(db, asking(), dossier.id)
            st.rerun()


def start(dossier: Dossier, by: Asking) -> None:
    """A two-way door, or a one-way door that was cleared: end date, cap and stop signal, and go."""
    place = f"start-{dossier.code}"
    proposal = dossier.proposal
    chosen = limits(place, proposal.limits, usual_limits(by.at.date(), dossier.plan))
    show_promises(proposal)
    show_accepted_condition(dossier)
    seen = shown_before(place, dossier.experiment.version)
    expected = st.text_input(told("field-expected"), value=proposal.expected, key=f"{place}-expected")
    difference = None
    plan = dossier.plan
    if plan is not None and plan.primary is not None:
        difference = expected_difference(plan.primary, f"{place}-difference")
    with st.container(horizontal=True):
        if st.button(told("start-now"), type="primary", icon=":material/play_arrow:"):
            with refusals_shown():
                point = StartingPoint(
                    limits=chosen, expected=expected, expected_difference=difference, version=seen
                )
                with registry() as db:
                    pilots.start(db, asking(click_token(place)), dossier.id, point)
                click_done(place)
                st.rerun()
        may_plan, may_edit = (can(dossier, by, each) for each in ("plan", "edit"))
        if may_plan and st.button(told("start-with-numbers") if plan is None else told("plan-change")):
            go_to("plan", dossier.code)
        if may_edit and st.button(told("go-to-this-proposal"), type="tertiary"):
            go_to("proposal", dossier.code)
    if may_edit and was_cleared_in_review(dossier):
        st.caption(told("edit-begins-anew"))


def expected_difference(primary: Metric, key: str) -> float | None:
    """The difference that the proposers expect; shares are asked in percentage points."""
    unit = say("percentage-points") if scale(primary) == 100.0 else say("own-units")
    label = told("field-expected_difference", metric=primary.name, unit=unit)
    said = st.number_input(label, value=None, key=key, format="%g", step=None, help=told("expected-why"))
    return None if said is None else said / scale(primary)


def go_on(dossier: Dossier, by: Asking, now: Stage) -> None:
    """What a started pilot needs: its data, or what was seen; then a decision."""
    if takes_data(dossier):
        with st.container(horizontal=True):
            ended = now is Stage.TO_DECIDE
            if awaits_result(dossier, by):
                offer_result(dossier)
            elif ended and dossier.reading is not None:
                step("decision", told("go-to-decision"), dossier.code, icon=":material/flag:")
            if can(dossier, by, "read") and st.button(
                told("go-to-pilot"),
                icon=":material/upload_file:",
                type="primary" if dossier.reading is None else "secondary",
            ):
                go_to("pilot", dossier.code)
            if ended and dossier.reading is None:
                link("decision", told("decide-without-data"), dossier.code)
            if can(dossier, by, "stop"):
                stop(dossier)
    else:
        if can(dossier, by, "note"):
            add_note(dossier)
        if can(dossier, by, "decide"):
            end_with_one_tap(dossier)
    may_explain = is_allowed(by.person, "stop", dossier.experiment)
    if may_explain and dossier.stop is not None and not dossier.stop_reason:
        explain_stop(dossier)


def stop(dossier: Dossier) -> None:
    """One tap ends it; no reason is asked until afterwards."""
    if st.button(told("stop-now"), icon=":material/stop:"):
        with refusals_shown():
            with registry() as db:
                pilots.stop(db, asking(), dossier.id)
            st.rerun()


def explain_stop(dossier: Dossier) -> None:
    """Why it was stopped: asked afterwards, and optional."""
    with st.form("stop-reason"):
        reason = st.text_input(told("field-stop_reason"), max_chars=300)
        place = f"stop-reason-{dossier.code}"
        may_save = show_in_form(place, reason)
        if pressed(place, st.form_submit_button(told("save"))) and reason and may_save:
            with refusals_shown():
                with registry() as db:
                    pilots.explain_stop(db, asking(), dossier.id, reason)
                st.rerun()


def add_note(dossier: Dossier) -> None:
    """A tally, a customer's words, a picture."""
    # A kept note makes the next form another one; cleared on submit, a refused note would be lost.
    place = f"note-{dossier.code}-{len(dossier.facts)}"
    with st.form(place):
        text = st.text_area(
            told("field-note"), max_chars=5000, height=80, placeholder=say("field-note-example")
        )
        may_save = show_in_form(place, text)
        left, right = st.columns(2, vertical_alignment="bottom")
        count = left.number_input(
            told("field-count"), 0, 10**9, value=None, step=1, placeholder=say("optional")
        )
        is_quote = right.checkbox(told("field-is_quote"))
        file = st.file_uploader(
            told("field-picture"), type=["png", "jpg", "jpeg", "webp", "gif"], max_upload_size=MOST_PICTURE_MB
        )
        if pressed(place, st.form_submit_button(told("note-add"))) and may_save:
            with refusals_shown():
                by = asking(click_token(place))
                note = Note(at=by.at, by=by.person.id, words=text, count=count, is_quote=is_quote)
                with registry() as db:
                    pilots.note(db, by, dossier.id, note, file and file.getvalue())
                st.rerun()


def withdraw(dossier: Dossier) -> None:
    """Take the proposal back: quiet, at the end of the page."""
    with st.expander(told("withdraw-title")):
        reason = st.text_input(told("field-withdraw_reason"), max_chars=300)
        may_save = show_personal_data(f"withdraw-reason-{dossier.code}", reason, told("withdraw"))
        if st.button(told("withdraw")) and may_save:
            with refusals_shown():
                with registry() as db:
                    proposals.withdraw(db, asking(), dossier.id, reason)
                st.rerun()


dossier = asked_dossier()
by = asking()
now = stage(dossier, by.at)
people = names()
story.show_head(dossier, now, people)
offer_collection(dossier)
next_step(dossier, by, now)
if now is Stage.RUNNING:
    show_after_go(dossier)
story.show_proposal(dossier)
story.show_door(dossier, by)
show_advice(dossier, by)
story.show_way_through(dossier, by, people)
story.show_planned(dossier)
story.show_pilot(dossier)
story.show_result(dossier)
story.show_decision(dossier, people)
show_cost(dossier, by, people)
story.show_withdrawal(dossier, people)
story.show_learning(dossier.learning)
if dossier.learning is not None:
    show_surprise(dossier)
    show_how_firmly(dossier)
show_helped(dossier, by)
show_family(dossier, by.person, "experiment")
show_echo(dossier, by, people)
if can(dossier, by, "withdraw"):
    withdraw(dossier)
if not is_blind(dossier, by):
    show_history(dossier.id)
