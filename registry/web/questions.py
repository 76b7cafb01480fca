"""The risk questions as widgets: anchored answers with everyday examples, and “I don't know”."""

import streamlit as st

from registry.domain.organisation import Organisation
from registry.domain.policy import Policy
from registry.domain.reasons import level_sentence
from registry.domain.risk import BY_NAME, Answer, AtMost, Question
from registry.domain.submission import Yardstick
from registry.web.numbered import UNKNOWN, Numbered, about_customers
from registry.web.prose import told

NOT_MINE = "not-mine"
"""The step that stands for no rating, where somebody else knows it better."""
NO_ANSWER = {UNKNOWN: "i-do-not-know", NOT_MINE: "rating-not-mine"}
"""What the steps say that answer nothing."""


def ask(name: str, answer: Answer, key: str, policy: Policy, organisation: Organisation) -> Answer:
    """Ask one question; *answer* is what was answered so far. None means “I don't know”.

    A number that cannot be true is told beside its field, and answers nothing.
    """
    return _ask(Numbered(BY_NAME[name], answer, key, policy, organisation))


def rate(name: str, answer: Answer, key: str, by: Yardstick, *, is_own: bool) -> Answer:
    """As `ask`, of a reviewer: “not mine to judge” is an answer, but not where it is their own."""
    unsaid = None if is_own else NOT_MINE
    return _ask(Numbered(BY_NAME[name], answer, key, by.policy, by.organisation, unsaid))


def _ask(asked: Numbered) -> Answer:
    return _ask_choice(asked) if asked.question.kind == "choice" else _ask_level(asked)


def _ask_choice(asked: Numbered) -> Answer:
    question, answer = asked.question, asked.answer
    said = answer.at_most if isinstance(answer, AtMost) else answer
    st.session_state.setdefault(asked.key, asked.unsaid if said is None else said)
    chosen = st.radio(
        told(f"question-{question.name}"),
        (*question.values, *asked.no_answer),
        format_func=lambda value: _choice_text(question.name, value),
        captions=[
            *(told(f"example-{question.name}-{value}") for value in question.values),
            *("" for _ in asked.no_answer),
        ],
        index=None,
        key=asked.key,
    )
    if chosen == said:
        return answer
    return chosen if chosen in question.values else None


def _choice_text(name: str, value: str) -> str:
    return told(NO_ANSWER.get(value, f"answer-{name}-{value}"))


def _ask_level(asked: Numbered) -> Answer:
    """A number is asked in steps that everybody can picture; who knows it better may say it exactly."""
    asked.begin()
    question, policy, organisation = asked.question, asked.policy, asked.organisation
    levels = (*range(len(policy.cuts[question.name]) + 1), *asked.no_answer)
    chosen = st.radio(
        told(f"question-{question.name}"),
        levels,
        format_func=lambda level: _level_text(question, level, policy, organisation),
        captions=[_level_example(question, level, policy, organisation) for level in levels],
        index=None,
        key=asked.key,
    )
    if asked.takes_number:
        asked.ask_number()
    return asked.said(chosen if isinstance(chosen, int) else None)


def _level_text(question: Question, level: int | str, policy: Policy, organisation: Organisation) -> str:
    if not isinstance(level, int):
        return told(NO_ANSWER[level])
    if question.kind == "amount":
        return amount_text(question.name, level, policy, organisation)
    return told(level_sentence(question, level, policy))


def _level_example(question: Question, level: int | str, policy: Policy, organisation: Organisation) -> str:
    """An everyday example, and for a share how many customers it is where their number is known."""
    if not isinstance(level, int):
        return ""
    example = told(f"example-{question.name}-{level}")
    cuts = policy.cuts[question.name]
    if question.kind != "percent" or organisation.customers is None:
        return example
    share = cuts[min(level, len(cuts) - 1)]
    name = "customers-up-to" if level < len(cuts) else "customers-more-than"
    return f"{example} · {told(name, count=about_customers(share, organisation.customers))}"


def amount_text(name: str, level: int | str, policy: Policy, organisation: Organisation) -> str:
    """An amount's level in words, its border in money where the revenue is known."""
    if not isinstance(level, int):
        return told("i-do-not-know")
    revenue, cuts = organisation.yearly_revenue, policy.cuts[name]
    edge = cuts[min(level, len(cuts) - 1)]
    return told(
        f"level-{name}-{level}",
        at_most=str(edge),
        more_than=str(edge),
        in_money="no" if revenue is None else "yes",
        currency=organisation.currency,
        amount=0 if revenue is None else round(revenue * edge / 100),
    )
