"""The next step of a one-way door before its start, for whoever looks at it."""

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.panel import shortfall
from registry.domain.person import Asking
from registry.domain.review import is_blind, still_missing
from registry.domain.steps import can
from registry.services.review import policy_of
from registry.web.prose import told, words
from registry.web.review_answer import show_condition, show_wanted
from registry.web.session import go_to, link, step
from registry.web.whose import show_whose_it_is


def show_review_next(dossier: Dossier, by: Asking) -> None:
    """What comes next, and its one button: a review, a talk, an answer, or what the team still owes."""
    this_round = dossier.round
    if is_blind(dossier, by):
        st.markdown(told("next-review", code=dossier.code))
        step("review", told("go-to-review", code=dossier.code), dossier.code, icon=":material/rate_review:")
    elif this_round.is_revealed:
        _show_after_reveal(dossier, by)
    elif can(dossier, by, "make_case"):
        _show_homework(dossier)
    elif this_round.review_of(by.person.id) is not None:
        st.markdown(told("next-reviewed"))
        link("review", told("review-again"), dossier.code, icon=":material/edit:")
    else:
        show_whose_it_is(dossier, by)
    if can(dossier, by, "edit"):
        if st.button(told("go-to-this-proposal"), type="tertiary", icon=":material/edit:"):
            go_to("proposal", dossier.code)
        st.caption(told("edit-begins-anew"))


def _show_after_reveal(dossier: Dossier, by: Asking) -> None:
    """The reviewers' turn, or what their answer asks of the team."""
    this_round = dossier.round
    if this_round.awaits is not None:
        st.markdown(told("next-supply"))
        show_wanted(dossier, by, this_round.awaits)
    elif this_round.offers is not None:
        st.markdown(told("next-accept"))
        show_condition(dossier, by, this_round.offers)
    else:
        _show_reviewers_turn(dossier, by)


def _show_reviewers_turn(dossier: Dossier, by: Asking) -> None:
    """What the reviewers do next, and what the team still owes for it."""
    this_round = dossier.round
    if this_round.found is not None and this_round.found.lone:
        st.markdown(told("next-talk"))
    elif this_round.was_supplied is not None:
        st.markdown(told("next-supplied"))
        words(this_round.was_supplied.what)
    else:
        st.markdown(told("next-conclude"))
    if can(dossier, by, "make_case") and still_missing(dossier):
        st.markdown(told("next-homework-meanwhile"))
        _show_owed(dossier)


def _show_homework(dossier: Dossier) -> None:
    """What the team can still do while the reviews come in."""
    lacking = shortfall(dossier.round.reviews, policy_of(dossier).panel)
    st.markdown(told("next-homework"))
    _show_owed(dossier)
    if not lacking.is_none:
        st.markdown(
            "- " + told("next-homework-reviews", count=max(lacking.reviewers, len(lacking.voices), 1))
        )


def _show_owed(dossier: Dossier) -> None:
    """What the case lacks before it can be cleared."""
    missing = still_missing(dossier)
    parts = [part for part in missing if part != "sponsor"]
    if parts:
        st.markdown("- " + told("next-homework-case", count=len(parts)))
    if "sponsor" in missing:
        st.markdown("- " + told("next-homework-sponsor"))
