"""The end date beside the answer to “how long”: where they differ a line says so, and a tap agrees them."""

from datetime import date
from functools import partial

import streamlit as st

from registry.domain.pilot import MOST_DAYS, USUAL_DAYS
from registry.domain.proposal import Proposal
from registry.domain.risk import BY_NAME, Answer, bounds
from registry.domain.submission import Yardstick, profile
from registry.sentences import day_text
from registry.web.draft import Draft, keep_change
from registry.web.numbered import forget
from registry.web.prose import told

QUESTION = BY_NAME["duration_days"]


def show_difference(draft: Draft, written: Proposal, by: Yardstick, today: date) -> None:
    """One line where the end date of *written* is not what was answered; nothing where both say the same.

    At the start it is the end date that counts, so the line offers it as the answer.
    """
    until = written.limits.until
    days = USUAL_DAYS if until is None else (until - today).days
    if not 0 <= days <= MOST_DAYS:
        return
    answer = profile(written.model_copy(update={"levers": ()}), by).duration_days
    held = profile(written, by).duration_days
    if held != answer:
        _show_promise(days, held, by)
        return
    above = _above(days, answer, by)
    if above is None or (above == "open" and written.quick_check.small is None):
        return
    with st.container(gap="xsmall"):
        day = "" if until is None else day_text(until)
        has_day = "no" if until is None else "yes"
        st.markdown(told("end-date-differs", day=day, has_day=has_day, days=days, above=above))
        st.button(
            told("end-date-is-answer", days=days),
            key=draft.key("end-date-is-answer"),
            on_click=_take_as_answer,
            args=(draft, days),
        )


def _above(days: int, answer: Answer, by: Yardstick) -> str | None:
    """What the questions say beside *days*: open, longer or shorter; None where they say the same."""
    if answer is None:
        return "open"
    cuts = by.policy.cuts
    level, said = bounds(QUESTION, days, cuts).low, bounds(QUESTION, answer, cuts)
    if said.low > level:
        return "longer"
    return "shorter" if said.high < level else None


def _show_promise(days: int, held: Answer, by: Yardstick) -> None:
    """Say early what the start would say: the end date goes further than a lever that was accepted."""
    cuts = by.policy.cuts
    highest = bounds(QUESTION, held, cuts).high
    if bounds(QUESTION, days, cuts).low > highest:
        st.markdown(told("start-beyond-promise", days=cuts[QUESTION.name][highest]))


def _take_as_answer(draft: Draft, days: int) -> None:
    for key in (draft.key(QUESTION.name), draft.key("weeks")):
        forget(key)
    keep_change(draft, partial(_answering, days=days))


def _answering(proposal: Proposal, days: int) -> Proposal:
    """*proposal* with *days* as the answer; the weeks beside the first row said something else."""
    answers = proposal.answers.with_answer(QUESTION.name, days)
    quick_check = proposal.quick_check.model_copy(update={"weeks": None})
    return proposal.model_copy(update={"answers": answers, "quick_check": quick_check})
