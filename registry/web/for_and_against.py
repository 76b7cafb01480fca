"""What speaks for a learning and against it: the experiment itself, and every one that is cited."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from registry.domain.citing import Citing, citations
from registry.domain.experiment import Dossier
from registry.domain.facts import Citation, Learning
from registry.domain.learning_facts import Speaks
from registry.domain.person import Asking
from registry.domain.standing import balance, grade, is_unsettled, known_by, standing, weighed
from registry.domain.steps import can
from registry.sentences import day_text, say
from registry.services.home import registry
from registry.services.learning import cite
from registry.store import experiments
from registry.web.lists import title_text
from registry.web.prose import plain, told, words
from registry.web.session import asking, click_done, click_token, link, refusals_shown
from registry.web.standing import grade_text, standing_badge, sum_text, why_text

SIDES: Mapping[Speaks, Literal["green", "orange"]] = {Speaks.FOR: "green", Speaks.AGAINST: "orange"}


def show_standing(dossier: Dossier) -> None:
    """Where the learning stands, why in one sentence, and how that is added up."""
    known = weighed(dossier)
    counted = balance(known)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        standing_badge(standing(known))
        st.markdown(plain(why_text(counted)))
    with st.expander(told("standing-sum-title")):
        st.caption(plain(sum_text(counted)))


def show_how_firmly(dossier: Dossier) -> None:
    """On the experiment's page: where its learning stands, and the way to what speaks for and against it."""
    if dossier.learning is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        standing_badge(standing(weighed(dossier)))
        link("learning", told("learning-more-on-page"), dossier.code)


def show_for_and_against(dossier: Dossier, by: Asking) -> None:
    """The experiment itself, then each one that is cited, the latest said first."""
    st.header(told("evidence-title"), anchor=False)
    cited = sorted(citations(dossier), key=lambda each: each.at, reverse=True)
    with registry() as db:
        found = experiments.dossiers_of(db, [each.experiment for each in cited])
    others = {each.id: each for each in found}
    with st.container(border=True):
        _show_side(Speaks.FOR, dossier)
        st.caption(plain(grade_text(grade(dossier))))
        st.caption(told("evidence-own"))
        _say_unsettled(dossier)
    for each in cited:
        with st.container(border=True):
            _show_citation(dossier, others[each.experiment], each, by)


def _show_side(speaks: Speaks, other: Dossier) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(told(f"speaks-{speaks}"), color=SIDES[speaks])
        link("experiment", f"{other.code} · {title_text(other.proposal.title)}", other.code)


def _show_citation(dossier: Dossier, other: Dossier, said: Citation, by: Asking) -> None:
    _show_side(said.speaks, other)
    words(said.why)
    st.caption(
        told("evidence-cited-on", grade=grade_text(said.grade), day=day_text(said.at.date())),
    )
    _say_unsettled(other)
    origin = other.experiment.origin
    if origin is not None and origin.experiment == dossier.id:
        st.caption(told("evidence-of-family"))
    if is_of_other_words(dossier, said):
        st.caption(told("evidence-other-words"))
    if not can(dossier, by, "cite"):
        return
    now = grade(other)
    with st.container(horizontal=True):
        if now != said.grade:
            st.caption(told("evidence-grade-now", now=grade_text(now)))
            _cite_button(dossier, say("evidence-anew", code=other.code), _as_before(said, said.speaks))
        _cite_button(dossier, say("evidence-take-back", code=other.code), _as_before(said, Speaks.NEITHER))


def is_of_other_words(dossier: Dossier, said: Citation) -> bool:
    """Whether the one sentence was put in other words since it was *said* what speaks for or against it."""
    learnings = dossier.all(Learning)
    then = [each.tell_others for each in learnings if each.at <= said.at]
    return bool(then) and then[-1] != learnings[-1].tell_others


def _say_unsettled(other: Dossier) -> None:
    evidence = known_by(other)
    if evidence is not None and is_unsettled(evidence):
        st.caption(told("evidence-unsettled"))


def _as_before(said: Citation, speaks: Speaks) -> Citing:
    return Citing(said.experiment, speaks, said.why)


def _cite_button(dossier: Dossier, label: str, said: Citing) -> None:
    place = f"cite-{dossier.code}-{said.experiment}-{said.speaks}-{len(dossier.facts)}"
    if st.button(plain(label), type="tertiary", key=place):
        with refusals_shown():
            with registry() as db:
                cite(db, asking(click_token(place)), dossier.id, said)
            click_done(place)
            st.rerun()
