"""A number asked in steps, and said exactly by whoever knows it: the step and the number move together."""

from dataclasses import dataclass

import streamlit as st

from registry.domain.organisation import Organisation
from registry.domain.policy import Policy
from registry.domain.risk import (
    BY_NAME,
    PERMANENT,
    Answer,
    AtMost,
    PercentOfRevenue,
    Question,
    RiskRefused,
    Value,
    level_of,
    parse_answer,
)
from registry.domain.sentence import Sentence, sentence
from registry.sentences import say
from registry.web.prose import told

UNKNOWN = "unknown"
DECIMALS = ("percent", "amount")
"""Kinds of questions whose numbers may have decimals."""
SAID_HERE = {"risk-over-100": "number-over-100", "risk-negative": "number-below-zero"}
"""What a file is told of a number that cannot be true, and what the form says instead."""


def field_beside(key: str) -> str:
    """The key of the field for the number, beside the steps at *key*."""
    return f"{key}-exactly"


def forget(key: str) -> None:
    """Forget what stood in the steps at *key*, and in the field beside them."""
    for each in (key, field_beside(key), f"{key}-before"):
        st.session_state.pop(each, None)


def number_refused(name: str, key: str) -> Sentence | None:
    """What is to be said to a number that cannot be true; None when it can, or none was said."""
    number = st.session_state.get(field_beside(key))
    try:
        parse_answer(BY_NAME[name], number)
    except RiskRefused as refusal:
        said = SAID_HERE.get(refusal.sentence.id)
        return refusal.sentence if said is None else sentence(said, given=f"{number:,.15g}")
    return None


@dataclass(frozen=True)
class Numbered:
    """A question whose answer is a number, and how it is asked."""

    question: Question
    answer: Answer
    """What was answered so far."""
    key: str
    policy: Policy
    organisation: Organisation
    unsaid: str | None = UNKNOWN
    """Which step stands for no answer; None where there is no such step, and none is chosen at first."""

    @property
    def no_answer(self) -> tuple[str, ...]:
        """The steps that answer nothing: one, or none."""
        return () if self.unsaid is None else (self.unsaid,)

    @property
    def takes_number(self) -> bool:
        """Whether a number can be said: a sum says nothing without the revenue to compare it with."""
        return self.question.kind != "amount" or self.organisation.yearly_revenue is not None

    def begin(self) -> None:
        """Put the answer where it is seen; a new number moves the step, a new step empties the number."""
        level, number = self._level(self.answer), self._number()
        st.session_state.setdefault(self.key, self.unsaid if level is None else level)
        if not self.takes_number:
            return
        is_step = isinstance(self.answer, AtMost) or (level is not None and self.answer == self._step(level))
        if number is not None and self.question.kind not in DECIMALS:
            number = int(number)
        field = field_beside(self.key)
        st.session_state.setdefault(field, None if is_step else number)
        now = (st.session_state[self.key], st.session_state[field])
        before = st.session_state.get(f"{self.key}-before", now)
        if now[1] != before[1] and now[1] is not None:
            level = None if number_refused(self.question.name, self.key) else self._level(now[1])
            st.session_state[self.key] = self.unsaid if level is None else level
        elif now[0] != before[0]:
            st.session_state[field] = None
        st.session_state[f"{self.key}-before"] = (st.session_state[self.key], st.session_state[field])

    def ask_number(self) -> None:
        """The field for the number, and what it means."""
        has_decimals = self.question.kind in DECIMALS
        number = st.number_input(
            told(f"exactly-{self.question.name}", currency=self.organisation.currency),
            step=1.0 if has_decimals else 1,
            format="%.15g" if has_decimals else None,
            key=field_beside(self.key),
            placeholder=say("optional"),
            width=320,
        )
        with st.container():
            refused = number_refused(self.question.name, self.key)
            if refused is not None:
                st.error(told(refused), icon=":material/info:")
            elif self.question.kind == "percent" and number is not None and self.organisation.customers:
                count = about_customers(number, self.organisation.customers)
                st.caption(told("customers-about", count=count))

    def said(self, level: int | None) -> Answer:
        """What the step *level* and the number say; the answer itself where they say nothing else."""
        number = st.session_state.get(field_beside(self.key))
        if number is not None:
            if not isinstance(self.answer, AtMost) and number == self._number():
                return self.answer
            is_refused = number_refused(self.question.name, self.key) is not None
            return None if is_refused else parse_answer(self.question, number)
        cannot_be_shown = isinstance(self.answer, AtMost) or not self.takes_number
        if cannot_be_shown and level == self._level(self.answer):
            return self.answer
        return None if level is None else self._step(level)

    def _number(self) -> float | None:
        value, revenue = _value(self.answer), self.organisation.yearly_revenue
        if isinstance(value, PercentOfRevenue):
            return None if revenue is None else revenue * value.percent_of_revenue / 100
        return value if isinstance(value, int | float) else None

    def _level(self, answer: Answer) -> int | None:
        value = _value(answer)
        if value is None:
            return None
        return level_of(self.question, value, self.policy.cuts, self.organisation.yearly_revenue)

    def _step(self, level: int) -> Value:
        """The value that stands for *level*: its upper cut, which is not above itself; for the top, any."""
        cuts, kind = self.policy.cuts[self.question.name], self.question.kind
        if level == len(cuts) and kind in {"days", "percent"}:
            return PERMANENT if kind == "days" else 100
        edge = cuts[level] if level < len(cuts) else 2 * cuts[-1]
        return PercentOfRevenue(percent_of_revenue=edge) if kind == "amount" else edge


def about_customers(percent: float, customers: int) -> int:
    """How many of *customers* a share is, in two figures: nobody knows it better."""
    return in_two_figures(customers * percent / 100)


def in_two_figures(count: float) -> int:
    """*count* as somebody says it who does not know it better."""
    return int(float(f"{count:.2g}"))


def _value(answer: Answer) -> Value | None:
    return answer.at_most if isinstance(answer, AtMost) else answer
