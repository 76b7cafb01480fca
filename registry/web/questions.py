"""The risk questions as widgets: anchored answers with everyday examples, and “I don't know”."""

import streamlit as st

from registry.domain.organisation import Organisation
from registry.domain.policy import Policy
from registry.domain.reasons import level_sentence
from registry.domain.risk import BY_NAME, Answer, AtMost, Question
from registry.web.numbered import UNKNOWN, Numbered, about_customers
from registry.web.prose import told


def ask(name: str, answer: Answer, key: str, policy: Policy, organisation: Organisation) -> Answer:
    """Ask one question; *answer* is what was answered so far. None means “I don't know”.

    A number that cannot be true is told beside its field, and answers nothing.
    """
    question = BY_NAME[name]
    if question.kind == "choice":
        return _ask_choice(question, answer, key)
    return _ask_level(Numbered(question, answer, key, policy, organisation))


def _ask_choice(question: Question, answer: Answer, key: str) -> Answer:
    said = answer.at_most if isinstance(answer, AtMost) else answer
    st.session_state.setdefault(key, UNKNOWN if said is None else said)
    chosen = st.radio(
        told(f"question-{question.name}"),
        (*question.values, UNKNOWN),
        format_func=lambda value: _choice_text(question.name, value),
        captions=[*(told(f"example-{question.name}-{value}") for value in question.values), ""],
        key=key,
    )
    if chosen == said:
        return answer
    return None if chosen == UNKNOWN else chosen


def _choice_text(name: str, value: str) -> str:
    return told("i-do-not-know" if value == UNKNOWN else f"answer-{name}-{value}")


def _ask_level(asked: Numbered) -> Answer:
    """A number is asked in steps that everybody can picture; who knows it better may say it exactly."""
    asked.begin()
    question, policy, organisation = asked.question, asked.policy, asked.organisation
    levels = (*range(len(policy.cuts[question.name]) + 1), UNKNOWN)
    chosen = st.radio(
        told(f"question-{question.name}"),
        levels,
        format_func=lambda level: _level_text(question, level, policy, organisation),
        captions=[_level_example(question, level, policy, organisation) for level in levels],
        key=asked.key,
    )
    if asked.takes_number:
        asked.ask_number()
    return asked.said(chosen if isinstance(chosen, int) else None)


def _level_text(question: Question, level: int | str, policy: Policy, organisation: Organisation) -> str:
    if question.kind == "amount" or not isinstance(level, int):
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
    share = cuts[level] if level < len(cuts) else 100
    return f"{example} · {told('customers-up-to', count=about_customers(share, organisation.customers))}"


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
