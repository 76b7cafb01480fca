"""How many, how long, how small a difference: said while the plan is being written, and never a gate."""

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st

from registry.analysis.sizing.question import Answer, Question
from registry.domain.plan import Design, Look, Role
from registry.domain.sentence import Sentence, sentence
from registry.services.size import size_answer
from registry.web.figures import in_own_units
from registry.web.plan_known import GROUPS, can_be_sized, question_asked
from registry.web.prose import told


def show_size(place: str, values: Mapping[str, Any]) -> None:
    """Ask what is known already, and say what the metric that decides needs, or what can be seen."""
    primary = next((each for each in values.get("metric", ()) if each["role"] is Role.PRIMARY), None)
    design: Design = values["design"]
    if primary is None:
        return
    with st.container(border=True):
        st.markdown(told("plan-size-lead"))
        if not can_be_sized(design, primary["kind"]):
            st.caption(told("plan-size-not-this-kind"))
            return
        question = question_asked(place, values, primary)
        if question is None:
            return
        found = list(answered(design, question, size_answer(question)))
        for each in found:
            st.markdown(f"**{told(each)}**")
        if found:
            st.caption(" ".join(told(each) for each in assumed(question, values, primary)))


def answered(design: Design, question: Question, answer: Answer) -> Iterator[Sentence]:
    """The *answer* in sentences; none where there is nothing to say."""
    mde = "" if question.mde is None else in_own_units(question.mde, question.kind)
    if answer.need is not None:
        yield sentence(
            "plan-size-need",
            design=design.value,
            mde=mde,
            n=answer.need.each,
            customers=answer.need.customers or 0,
            days=answer.need.days or 0,
        )
    if answer.never:
        yield sentence("plan-size-never", mde=mde)
    if question.have is not None:
        sees = "none" if answer.sees is None else in_own_units(_in_two_figures(answer.sees), question.kind)
        is_more = question.mde is not None and answer.sees is not None and answer.sees > question.mde
        yield sentence(
            "plan-size-sees", design=design.value, n=question.have, sees=sees, more="yes" if is_more else "no"
        )
    if question.mde is None and question.have is None:
        yield sentence("plan-size-asks-mde", groups="yes" if design in GROUPS else "no")
    if answer.few is not None:
        yield sentence("size-few-clusters", n=answer.few)


def assumed(question: Question, values: Mapping[str, Any], primary: Mapping[str, Any]) -> Iterator[Sentence]:
    """What the answer rests on."""
    percent, alpha = (f"{100 * each:g}" for each in (question.power, question.alpha))
    yield sentence("plan-size-certainty", percent=percent, alpha=alpha)
    if values["design"] is not Design.PRE_POST:
        yield sentence("plan-size-same-arms")
    if question.arms > 2:
        yield sentence("plan-size-several-arms")
    if question.look is not Look.ONCE:
        yield sentence(f"plan-size-look-{question.look}")
    if values.get("pair") or values.get("within_cluster"):
        yield sentence("plan-size-pairs")
    if primary.get("covariate"):
        yield sentence("plan-size-covariate")
    if primary.get("survey"):
        yield sentence("size-assumes-answers")


def _in_two_figures(value: float) -> float:
    return float(f"{value:.2g}")
