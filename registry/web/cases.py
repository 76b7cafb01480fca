"""An example case beside somebody's own answers: both doors, why, and where the two differ."""

from collections.abc import Mapping

import streamlit as st

from registry.domain.policy import Policy
from registry.domain.reasons import level_sentence
from registry.domain.risk import BY_NAME, Answer, bounds
from registry.sentences import say
from registry.services.cases import ExampleCase
from registry.web.door import door_badge, show_assessment
from registry.web.prose import plain, quote, told, words
from registry.web.questions import ask


def show_case(case: ExampleCase) -> None:
    """Whose idea it is, the customer's words, and the idea; nothing of its answers."""
    st.caption(told("cases-whose", name=case.organisation.name))
    quote(case.quote.words, case.quote.source)
    words(say(case.idea.in_one_sentence))


def ask_own(case: ExampleCase, names: tuple[str, ...], policy: Policy) -> dict[str, Answer]:
    """Somebody's own answers to the questions *names*: none is set beforehand."""
    answers: dict[str, Answer] = {}
    for name in names:
        with st.container(border=True):
            answers[name] = ask(name, None, f"case-{case.name}-{name}", policy, case.organisation)
    return answers


def show_both_doors(case: ExampleCase, own: Mapping[str, Answer], policy: Policy) -> None:
    """The door that somebody's *own* answers make, and the case's, with the reasons of each."""
    yours, theirs = case.judged(case.with_own(own), policy), case.judged(case.answers, policy)
    left, right = st.columns(2, gap="large")
    with left, st.container(border=True):
        st.subheader(told("cases-your-door"), anchor=False)
        show_assessment(yours, near_hinge=yours.near_hinge, most_reasons=3)
    with right, st.container(border=True):
        st.subheader(told("cases-their-door"), anchor=False)
        show_assessment(theirs, near_hinge=theirs.near_hinge, most_reasons=3)
        if (theirs.door, theirs.near_hinge) != (case.door, case.near_hinge):
            st.caption(told("cases-other-policy"))
    st.subheader(told("cases-why"), anchor=False)
    words(case.because)
    st.subheader(told("cases-smaller"), anchor=False)
    words(case.smaller)
    if case.instead:
        smaller = case.judged(case.with_own(case.instead), policy)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(told("cases-smaller-is"), width="content")
            door_badge(smaller.door, near_hinge=smaller.near_hinge)


def show_answers(case: ExampleCase, own: Mapping[str, Answer], policy: Policy) -> None:
    """The case's answers beside somebody's *own*: first where they differ, then the others, folded."""
    differ = [name for name in own if _text(case, name, own[name], policy) != _theirs(case, name, policy)]
    st.subheader(told("cases-differ", count=len(differ)), anchor=False)
    if differ:
        st.caption(told("cases-differ-means"))
    for name in differ:
        with st.container(border=True):
            st.markdown(f"**{told(f'question-{name}')}**")
            left, right = st.columns(2)
            left.markdown(told("cases-yours", answer=_text(case, name, own[name], policy)))
            right.markdown(told("cases-theirs", answer=_theirs(case, name, policy)))
            _show_why(case, name)
    same = [name for name in BY_NAME if name not in differ]
    if same:
        shared = [name for name in same if name in own]
        title = "cases-same" if len(shared) == len(same) else "cases-others"
        with st.expander(told(title, count=len(same))):
            for name in same:
                st.markdown(f"**{told(f'question-{name}')}**  \n{plain(_theirs(case, name, policy))}")
                _show_why(case, name)


def _show_why(case: ExampleCase, name: str) -> None:
    if name in case.why:
        st.caption(plain(case.why[name]))


def _theirs(case: ExampleCase, name: str, policy: Policy) -> str:
    return _text(case, name, case.answers.answer(name), policy)


def _text(case: ExampleCase, name: str, answer: Answer, policy: Policy) -> str:
    """An answer as the form words it, so that two that weigh the same read the same."""
    if answer is None:
        return say("i-do-not-know")
    question = BY_NAME[name]
    level = bounds(question, answer, policy.cuts, case.organisation.yearly_revenue).high
    return say(level_sentence(question, level, policy))
