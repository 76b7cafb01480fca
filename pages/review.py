"""Review: what waits, longest first; one one-way door in one sitting; and what became of those before."""

from collections.abc import Sequence

import streamlit as st

from registry.domain.experiment import Dossier, stage
from registry.domain.moment import Moment
from registry.domain.person import Asking
from registry.domain.policy import Panel
from registry.domain.review import stands_up
from registry.domain.review_facts import ReviewAsked
from registry.domain.steps import can
from registry.sentences import day_text, say
from registry.services.home import registry
from registry.services.review import handed_in_policy, policy_of
from registry.store import experiments, index, reviews
from registry.web import review_form as form
from registry.web.case_form import homework
from registry.web.lists import title_text
from registry.web.prose import told, words
from registry.web.review_asking import choose_reviewer, missing_voices
from registry.web.session import asked_dossier, asking, just_arrived, link
from registry.web.sitting import sitting
from registry.web.story import show_proposal
from registry.web.whose import stop_unless_allowed, stop_unless_can

SHOWN = 20
OPEN = "review-open"
"""Where a tab keeps which review is open."""


def is_one_open() -> bool:
    """Whether the address names one experiment, or did when its review was opened here.

    The browser tells its address a moment late, and a link from this page to itself changes none: who stays
    on the page therefore goes on with the review that they opened, until they close it.
    """
    if "id" in st.query_params:
        st.session_state[OPEN] = st.query_params["id"]
    elif just_arrived():
        close()
    code: str | None = st.session_state.get(OPEN)
    if code is not None:
        st.query_params["id"] = code
    return code is not None


def close() -> None:
    """Back to what waits; what was said in the review stays in this tab."""
    st.session_state.pop(OPEN, None)
    st.query_params.pop("id", None)


def show_queue(by: Asking) -> None:
    """What waits for who asks, and what became of what they reviewed."""
    st.title(told("page-review-title"), anchor=False)
    st.markdown(told("page-review-lead"))
    stop_unless_allowed(by, "review")
    with registry() as db:
        waiting = reviews.waiting_for_review(db, by.person)
    mine = [each for each in waiting if each.round.review_of(by.person.id) is None]
    show_waiting("queue-waiting", mine, by)
    open_rounds = [each for each in waiting if each not in mine]
    show_waiting("queue-revealed", open_rounds, by)
    if not mine and not open_rounds:
        st.info(told("queue-empty"))
    show_became(by)


def show_waiting(title: str, waiting: Sequence[Dossier], by: Asking) -> None:
    """One entry for each: the customer's words first, then the idea, since when, and who is missing."""
    if not waiting:
        return
    st.header(told(title, count=len(waiting)), anchor=False)
    shown = waiting[:SHOWN]
    with registry() as db:
        panels = {each.id: handed_in_policy(db, each).panel for each in shown}
    for dossier in shown:
        with st.container(border=True, gap="small"):
            show_one_waiting(dossier, by, panels[dossier.id])
    if len(waiting) > SHOWN:
        st.caption(told("queue-more", count=len(waiting) - SHOWN))


def show_one_waiting(dossier: Dossier, by: Asking, panel: Panel) -> None:
    """What waits, and the way to its review, or to what the others said."""
    proposal = dossier.proposal
    heard = proposal.quote.words or homework(dossier).customers_words
    if heard:
        words(heard)
    st.markdown(f"**{dossier.code} · {title_text(proposal.title)}**")
    st.caption(told("queue-since", **since(dossier, by)))
    if dossier.round.review_of(by.person.id) is not None:
        if dossier.round.was_supplied is not None:
            st.caption(told("queue-supplied"))
        link("experiment", told("queue-read", code=dossier.code), dossier.code, icon=":material/forum:")
        return
    voices = "" if dossier.round.is_revealed else ", ".join(missing_voices(dossier, panel))
    if voices:
        st.caption(told("queue-voices", functions=voices))
    link("review", told("go-to-review", code=dossier.code), dossier.code, icon=":material/rate_review:")


def since(dossier: Dossier, by: Asking) -> dict[str, str | int]:
    """Since when *dossier* waits, and since when for who asks, where somebody asked them."""
    asked = [fact for fact in dossier.round.asked() if fact.whom == by.person.id]
    began: Moment = dossier.submission.at if dossier.submission is not None else by.at
    latest: ReviewAsked | None = asked[-1] if asked else None
    day = day_text((began if latest is None else latest.at).date())
    return {"day": day, "asked": int(latest is not None)}


def show_became(by: Asking) -> None:
    """What became of what somebody reviewed: its stage, decision and learning, a line each."""
    with registry() as db:
        ids = reviews.reviewed(db, by.person.id)[:SHOWN]
        seen = {row.experiment for row in index.by_ids(db, ids, viewer=by.person)}
        kept = experiments.dossiers_of(db, [each for each in ids if each in seen])
    if not kept:
        return
    st.header(told("became-title"), anchor=False)
    for dossier in kept:
        with st.container(border=True, gap="xxsmall"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                link("experiment", f"{dossier.code} · {title_text(dossier.proposal.title)}", dossier.code)
                st.badge(told(f"stage-{stage(dossier, by.at)}"), color="gray")
            if dossier.decision is not None:
                st.markdown(told("became-decision", choice=say(f"choice-{dossier.decision.choice}")))
            if dossier.learning is not None and dossier.learning.tell_others:
                words(dossier.learning.tell_others)


def show_one(dossier: Dossier, by: Asking) -> None:
    """One review in one sitting."""
    st.title(told("page-review-one", code=dossier.code), anchor=False)
    st.button(told("go-to-queue"), type="tertiary", icon=":material/arrow_back:", on_click=close)
    stop_unless_can(dossier, by, "review")
    if not by.person.function:
        st.info(told("review-needs-function"))
        link("people", told("people-say-team"), icon=":material/person_edit:")
        st.stop()
    if stands_up(dossier, by.person.id):
        st.info(told("review-by-sponsor", code=dossier.code))
        link("experiment", told("go-to-experiment", code=dossier.code), dossier.code)
        st.stop()
    show_proposal(dossier)
    form.show_kept(dossier, by)
    form.show_what_changed(dossier, by)
    now = sitting(dossier, by)
    if form.show_premortem(now):
        form.show_rest(dossier, by, now)
    if dossier.round.review_of(by.person.id) is None and can(dossier, by, "pass_on"):
        with st.expander(told("pass-on-title")):
            st.markdown(told("pass-on-means"))
            choose_reviewer(dossier, by, "pass_on", policy_of(dossier).panel)


if is_one_open():
    show_one(asked_dossier(), asking())
else:
    show_queue(asking())
