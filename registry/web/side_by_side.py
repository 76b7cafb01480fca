"""Two versions of a draft side by side: the saved one and the one on the page, field by field."""

from collections.abc import Set
from datetime import date, timedelta
from typing import cast

import streamlit as st

from registry.domain.difference import differences
from registry.domain.experiment import Experiment, experiment_code
from registry.domain.proposal import Move, Proposal, Voice
from registry.domain.quick_check import ROWS
from registry.domain.risk import BY_NAME, Answer, AtMost, Question, level_of
from registry.domain.submission import Yardstick
from registry.sentences import day_text
from registry.services import value_words
from registry.web.prose import plain, told, words
from registry.web.questions import amount_text
from registry.web.session import asking, names

ROW_IDS = {row.id for row in ROWS}


def show_who_saved(theirs: Experiment) -> None:
    """Who saved *theirs*, and when by the reader's own clock."""
    code = experiment_code(theirs.id)
    # The browser tells by how many minutes its clock is behind UTC.
    at = theirs.changed_at - timedelta(minutes=st.context.timezone_offset or 0)
    when = {"day": day_text(at.date()), "time": f"{at:%H:%M}"}
    if theirs.changed_by == asking().person.id:
        st.warning(told("draft-saved-elsewhere", code=code, **when))
    else:
        name = names().get(theirs.changed_by, "")
        st.warning(told("draft-saved-meanwhile", name=name, code=code, **when))


def show_versions(base: Proposal, mine: Proposal, theirs: Proposal, by: Yardstick) -> None:
    """Every field in which *mine* and *theirs* differ, and which of them changed what stood in *base*."""
    here, there = _changed(base, mine), _changed(base, theirs)
    for each in differences(theirs, mine):
        with st.container(border=True, gap="small"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f"**{_label(each.field, by)}**", width="content")
                _show_who_changed(each.field, here, there)
            saved, typed = st.columns(2)
            with saved.container(gap="xxsmall"):
                st.caption(told("draft-as-saved"))
                _show(each.field, each.before, by)
            with typed.container(gap="xxsmall"):
                st.caption(told("draft-as-typed"))
                _show(each.field, each.after, by)


def _changed(base: Proposal, version: Proposal) -> Set[str]:
    return {each.field for each in differences(base, version)}


def _show_who_changed(field: str, here: Set[str], there: Set[str]) -> None:
    if field in here and field in there:
        st.badge(told("draft-changed-in-both"), color="orange")
    else:
        st.badge(told("draft-changed-here" if field in here else "draft-changed-there"), color="gray")


def _label(field: str, by: Yardstick) -> str:
    """What the form calls *field*."""
    part, _, name = field.rpartition(".")
    if part == "answers":
        return told(f"question-{name}")
    if name in ROW_IDS:
        return told(f"quick-{name}")
    if name == "places_used":
        total, word = by.organisation.places, by.organisation.places_word
        return told("field-places", total="" if total is None else total, word=word)
    return told(f"field-{name}")


def _show(field: str, value: object, by: Yardstick) -> None:
    """One value as the form says it; people's own words exactly as they typed them."""
    part, _, name = field.rpartition(".")
    match value:
        case None | "" | ():
            st.markdown(told("draft-nothing"))
        case _ if part == "answers":
            st.markdown(answer_text(BY_NAME[name], cast(Answer, value), by))
        case Voice() | Move():
            st.markdown(told(f"{name}-{value}"))
        case tuple():
            st.markdown(plain(value_words.words(field, value)))
        case str():
            words(value)
        case bool():
            st.markdown(told("row-true" if value else "row-not-true"))
        case date():
            st.markdown(plain(day_text(value)))
        case _:
            st.markdown(plain(f"{value:,.15g}"))


def answer_text(question: Question, answer: Answer, by: Yardstick) -> str:
    """An answer to a risk question as the form says it."""
    if isinstance(answer, AtMost):
        return f"{told('draft-at-most')} {answer_text(question, answer.at_most, by)}"
    if isinstance(answer, str):
        return told(f"answer-{question.name}-{answer}")
    if question.kind == "amount" and answer is not None:
        level = level_of(question, answer, by.policy.cuts, by.organisation.yearly_revenue)
        if level is not None:
            return amount_text(question.name, level, by.policy, by.organisation)
    return plain(f"{answer:,.15g} %" if question.kind == "percent" else f"{answer:,.15g}")
