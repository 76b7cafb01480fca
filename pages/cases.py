"""Practise: ten made-up ideas; one's own answers first, then the example's beside them. Nothing is kept."""

import streamlit as st

from registry.domain.risk import NAMES
from registry.sentences import say
from registry.services import proposal as proposals
from registry.services.cases import ExampleCase, cases
from registry.services.home import registry
from registry.web.cases import ask_own, show_answers, show_both_doors, show_case
from registry.web.prose import told
from registry.web.session import link

FIVE, ALL = "five", "all"


def chosen_case() -> ExampleCase | None:
    """The example that is practised on; the address names it, so that it can be sent to somebody."""
    by_name = {case.name: case for case in cases()}
    name = st.selectbox(
        told("field-case"),
        list(by_name),
        index=None,
        format_func=lambda name: by_name[name].title,
        key="case",
        bind="query-params",
        placeholder=say("cases-choose"),
    )
    return by_name.get(name or "")


def chosen_questions(case: ExampleCase) -> tuple[str, ...]:
    """The five that matter, or all fourteen, in the order in which the form asks them."""
    how_many = st.segmented_control(
        told("field-case-questions"),
        [FIVE, ALL],
        format_func=lambda which: told(f"cases-{which}"),
        default=FIVE,
        required=True,
        key=f"case-{case.name}-questions",
    )
    if how_many == ALL:
        return NAMES
    st.caption(told("cases-five-means"))
    return tuple(name for name in NAMES if name in case.ask)


with registry() as db:
    policy = proposals.yardstick(db).policy

st.title(told("page-cases-title"), anchor=False)
st.markdown(told("page-cases-lead"))
case = chosen_case()
if case is None:
    link("proposal", told("go-to-proposal"), icon=":material/edit:")
    st.stop()

show_case(case)
own = ask_own(case, chosen_questions(case), policy)
shown = f"case-{case.name}-shown"
if st.button(told("cases-show"), type="primary", key=f"{shown}-button"):
    st.session_state[shown] = True
if st.session_state.get(shown):
    show_both_doors(case, own, policy)
    show_answers(case, own, policy)
    link("proposal", told("go-to-proposal"), icon=":material/edit:")
