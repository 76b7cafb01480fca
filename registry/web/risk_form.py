"""The risk part of the proposal's form: five rows to tap, and the questions of those that are not true."""

from collections.abc import Mapping

import streamlit as st

from registry.domain.organisation import Organisation
from registry.domain.proposal import Proposal, QuickCheck
from registry.domain.quick_check import ROWS, Row, opened_questions
from registry.domain.risk import BY_NAME, NAMES, Answer, AtMost, RiskProfile
from registry.domain.submission import Yardstick, profile
from registry.sentences import say
from registry.web.draft import Draft
from registry.web.numbered import about_customers, forget, in_two_figures, number_refused
from registry.web.prose import told
from registry.web.questions import ask
from registry.web.session import link


def risk(draft: Draft, by: Yardstick) -> tuple[QuickCheck, RiskProfile]:
    """The five rows of the quick check, and the questions of those that are not true."""
    answers = draft.saved.answers
    truths: dict[str, bool | None] = {}
    figures: Mapping[str, int | float | None] = {}
    for row in ROWS:
        with st.container(border=True):
            truth = truths[row.id] = _row(draft, row)
            if truth is True:
                answers = _without(draft, row, answers)
                if row.id == "small":
                    figures = _reach(draft, by.organisation)
            elif truth is False:
                with st.container(key=f"questions-{row.id}"):
                    answers = _opened(draft, row.opens, answers, by)
                _show_what_to_tell(row.opens, by.organisation)
    return draft.saved.quick_check.model_copy(update={**truths, **figures}), answers


def _row(draft: Draft, row: Row) -> bool | None:
    st.markdown(f"**{told(f'quick-{row.id}')}**  \n{told(f'quick-{row.id}-means')}")
    key = draft.key(f"row-{row.id}")
    st.session_state.setdefault(key, draft.saved.quick_check.truths[row.id])
    return st.segmented_control(
        told(f"quick-{row.id}"),
        [True, False],
        format_func=lambda truth: told("row-true" if truth else "row-not-true"),
        key=key,
        label_visibility="collapsed",
    )


def _without(draft: Draft, row: Row, answers: RiskProfile) -> RiskProfile:
    """A row that became true speaks for its questions again."""
    if draft.saved.quick_check.truths[row.id] is True:
        return answers
    for name in row.opens:
        answers = answers.with_answer(name, None)
        forget(draft.key(name))
    return answers


def _opened(draft: Draft, names: tuple[str, ...], answers: RiskProfile, by: Yardstick) -> RiskProfile:
    for name in names:
        with st.container():
            answer: Answer = ask(name, answers.answer(name), draft.key(name), by.policy, by.organisation)
            answers = answers.with_answer(name, answer)
            if name == "people":
                _show_people_from_share(answers, by)
    return answers


def _show_people_from_share(answers: RiskProfile, by: Yardstick) -> None:
    """How many customers the share that was answered makes, where nobody said their number."""
    # Nothing but the answers: what a tapped row or a lever allows is no share that somebody said.
    people = profile(Proposal(answers=answers), by).people
    with st.container():
        if answers.people is None and isinstance(people, AtMost) and isinstance(people.at_most, int):
            st.caption(told("people-from-share", count=in_two_figures(people.at_most)))


def _show_what_to_tell(names: tuple[str, ...], organisation: Organisation) -> None:
    """Which figure of the organisation would make the answers to *names* easier, and where to say it."""
    kinds = {BY_NAME[name].kind for name in names}
    lacks = [
        ("tell-revenue", "amount" in kinds and organisation.yearly_revenue is None),
        ("tell-customers", "percent" in kinds and organisation.customers is None),
    ]
    for told_of, is_lacking in lacks:
        if is_lacking:
            st.caption(told(told_of))
            link("organisation", told("page-organisation"), icon=":material/arrow_forward:")


def numbers_refused(draft: Draft, proposal: Proposal) -> bool:
    """Whether a number that cannot be true stands in an open question, told where it stands."""
    check, answers = proposal.quick_check, draft.saved.answers
    opened = opened_questions(check.truths)
    beside = [name for name in NAMES if check.speaks_for(name) and answers.answer(name) is not None]
    return any(number_refused(name, draft.key(name)) for name in (*opened, *beside))


def settle(draft: Draft, name: str, answers: RiskProfile, by: Yardstick) -> RiskProfile:
    """Ask the one question that settles the door, where it is asked."""
    answers = _opened(draft, (name,), answers, by)
    _show_what_to_tell((name,), by.organisation)
    return answers


def _reach(draft: Draft, organisation: Organisation) -> Mapping[str, int | float | None]:
    """Where and how long, in the organisation's own units."""
    saved = draft.saved.quick_check
    places: int | None = saved.places_used
    left, right = st.columns(2, vertical_alignment="bottom")
    if organisation.places is not None:
        key = draft.key("places")
        st.session_state.setdefault(key, saved.places_used)
        label = told("field-places", total=organisation.places, word=organisation.places_word)
        places = left.number_input(label, step=1, key=key, placeholder=say("optional"))
    key = draft.key("weeks")
    st.session_state.setdefault(key, None if saved.weeks is None else int(saved.weeks))
    beside = left if organisation.places is None else right
    weeks = beside.number_input(told("field-weeks"), step=1, key=key, placeholder=say("optional"))
    with st.container():
        _show_share(places, organisation)
    return {"places_used": places, "weeks": weeks}


def _show_share(places: int | None, organisation: Organisation) -> None:
    """The sum that nobody needs to do: what share of the customers the places are, and how many people."""
    if places is None or organisation.places is None or not 0 <= places <= organisation.places:
        return
    share = 100 * places / organisation.places
    percent = f"{share:.3g}"
    if organisation.customers is None:
        st.caption(told("reach-share", percent=percent))
    else:
        count = about_customers(share, organisation.customers)
        st.caption(told("reach-customers", percent=percent, count=count))


def rows_left(proposal: Proposal) -> int:
    """How many rows of the quick check nobody has tapped yet."""
    return sum(truth is None for truth in proposal.quick_check.truths.values())
