"""The risk questions as widgets: anchored answers with everyday examples, and “I don't know”."""

from typing import cast

import streamlit as st

from registry.domain.organisation import Organisation
from registry.domain.policy import Policy
from registry.domain.risk import BY_NAME, PERMANENT, Answer, AtMost, PercentOfRevenue, Question, bounds
from registry.sentences import say
from registry.web.prose import told

UNKNOWN = "unknown"


def ask(name: str, answer: Answer, key: str, policy: Policy, organisation: Organisation) -> Answer:
    """Ask one question; *answer* is what was answered so far. None means “I don't know”."""
    question = BY_NAME[name]
    if question.kind == "choice":
        return _ask_choice(question, answer, key)
    if question.kind == "amount":
        return _ask_amount(question, answer, key, policy, organisation)
    return _ask_number(question, answer, key)


def _ask_choice(question: Question, answer: Answer, key: str) -> Answer:
    st.session_state.setdefault(key, answer if isinstance(answer, str) else UNKNOWN)
    chosen = st.radio(
        told(f"question-{question.name}"),
        (*question.values, UNKNOWN),
        format_func=lambda value: _choice_text(question.name, value),
        captions=[*(told(f"example-{question.name}-{value}") for value in question.values), ""],
        key=key,
    )
    return None if chosen == UNKNOWN else chosen


def _choice_text(name: str, value: str) -> str:
    return told("i-do-not-know" if value == UNKNOWN else f"answer-{name}-{value}")


def _ask_amount(
    question: Question, answer: Answer, key: str, policy: Policy, organisation: Organisation
) -> Answer:
    """Money is asked in steps that everybody can picture; with a known revenue each step names its amount."""
    cuts = policy.cuts[question.name]
    levels = (*range(len(cuts) + 1), UNKNOWN)
    known = answer is not None and not isinstance(answer, AtMost)
    level = bounds(question, answer, policy.cuts, organisation.yearly_revenue).high if known else UNKNOWN
    st.session_state.setdefault(key, level)
    chosen = st.radio(
        told(f"question-{question.name}"),
        levels,
        format_func=lambda level: amount_text(question.name, level, policy, organisation),
        captions=[*(told(f"example-{question.name}-{level}") for level in levels[:-1]), ""],
        key=key,
    )
    if not isinstance(chosen, int):
        return None
    # A cut is not above itself, so it stands for its level; the top level lies anywhere above the last.
    percent = cuts[chosen] if chosen < len(cuts) else 2 * cuts[-1]
    return PercentOfRevenue(percent_of_revenue=percent)


def amount_text(name: str, level: int | str, policy: Policy, organisation: Organisation) -> str:
    """An amount's level in words, with money where the revenue is known."""
    if not isinstance(level, int):
        return told("i-do-not-know")
    cuts = policy.cuts[name]
    edge = cuts[min(level, len(cuts) - 1)]
    text = told(f"level-{name}-{level}", at_most=str(edge), more_than=str(edge))
    if organisation.yearly_revenue is None:
        return text
    amount = round(organisation.yearly_revenue * edge / 100)
    sentence = "amount-up-to" if level < len(cuts) else "amount-more-than"
    return text + " · " + told(sentence, currency=organisation.currency, amount=amount)


def _ask_number(question: Question, answer: Answer, key: str) -> Answer:
    if question.kind == "days":
        return _ask_days(answer, key)
    number = answer if isinstance(answer, int | float) else None
    if question.kind == "percent":
        st.session_state.setdefault(key, None if number is None else float(number))
        return st.number_input(
            told("question-exposure"),
            0.0,
            100.0,
            step=1.0,
            format="%g",
            icon=":material/percent:",
            key=key,
            placeholder=say("i-do-not-know"),
        )
    st.session_state.setdefault(key, None if number is None else int(number))
    return st.number_input(
        told(f"question-{question.name}"), 0, 10**12, step=1, key=key, placeholder=say("i-do-not-know")
    )


def _ask_days(answer: Answer, key: str) -> Answer:
    for_good = f"{key}-for-good"
    st.session_state.setdefault(for_good, answer == PERMANENT)
    number = answer if isinstance(answer, int | float) else None
    st.session_state.setdefault(key, None if number is None else int(number))
    days = st.number_input(
        told("question-duration_days"),
        0,
        36_500,
        step=1,
        key=key,
        placeholder=say("i-do-not-know"),
        disabled=cast(bool, st.session_state[for_good]),
    )
    return PERMANENT if st.checkbox(told("answer-duration_days-permanent"), key=for_good) else days
