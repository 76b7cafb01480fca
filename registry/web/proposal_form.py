"""The parts of the proposal's form: each shows its widgets and gives back what they say now."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from registry.domain.organisation import Organisation
from registry.domain.proposal import Idea, Limits, Move, Proposal, QuickCheck, Quote, Voice
from registry.domain.quick_check import ROWS, Row
from registry.domain.risk import Answer, RiskProfile
from registry.domain.submission import Yardstick
from registry.domain.text import LINE, PAGE
from registry.sentences import say
from registry.web.draft import Draft, keep_field
from registry.web.prose import told
from registry.web.questions import ask

EARLIEST, LATEST = date(2000, 1, 1), date(2999, 12, 31)
"""What the calendar shows; which day can be an end is for the domain to say."""


def line(draft: Draft, part: str, name: str) -> str:
    """One line of writing, with its label and an example from the catalogue; kept when it is left.

    *part* names the noun of the proposal that it belongs to; empty for the proposal itself.
    """
    key = draft.key(name)
    st.session_state.setdefault(key, getattr(getattr(draft.saved, part) if part else draft.saved, name))
    label, example = told(f"field-{name}"), say(f"field-{name}-example")
    return st.text_input(
        label,
        key=key,
        max_chars=LINE,
        placeholder=example,
        on_change=keep_field,
        args=(draft, part, name, key),
    )


def quote(draft: Draft) -> Quote:
    """The customer's own words, or what somebody saw."""
    saved = draft.saved.quote
    key = draft.key("voice")
    st.session_state.setdefault(key, saved.voice)
    voice = st.segmented_control(
        told("field-voice"),
        list(Voice),
        format_func=lambda voice: told(f"voice-{voice}"),
        key=key,
        required=True,
    )
    key = draft.key("words")
    st.session_state.setdefault(key, saved.words)
    example = say(f"field-words-example-{voice or Voice.CUSTOMER}")
    words = st.text_area(
        told("field-words"),
        key=key,
        max_chars=PAGE,
        placeholder=example,
        height=110,
        on_change=keep_field,
        args=(draft, "quote", "words", key),
    )
    return Quote(words=words, voice=voice or Voice.CUSTOMER, source=line(draft, "quote", "source"))


def idea(draft: Draft) -> Idea:
    """The idea in one sentence, part by part."""
    # Row by row, so that the sentence keeps its order on a phone and under the tabulator key.
    left, right = st.columns(2)
    with left:
        change = line(draft, "idea", "change")
    with right:
        whom = line(draft, "idea", "whom")
    left, right = st.columns(2)
    with left:
        effect = line(draft, "idea", "effect")
    with right:
        signal = line(draft, "idea", "signal")
    return Idea(change=change, whom=whom, effect=effect, signal=signal)


def move(draft: Draft) -> Move | None:
    """Whether we start, change or stop doing something."""
    key = draft.key("move")
    st.session_state.setdefault(key, draft.saved.move)
    return st.segmented_control(
        told("field-move"), list(Move), format_func=lambda move: told(f"move-{move}"), key=key
    )


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
                answers = _opened(draft, row.opens, answers, by)
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
        st.session_state.pop(draft.key(name), None)
    return answers


def _opened(draft: Draft, names: tuple[str, ...], answers: RiskProfile, by: Yardstick) -> RiskProfile:
    for name in names:
        answer: Answer = ask(name, answers.answer(name), draft.key(name), by.policy, by.organisation)
        answers = answers.with_answer(name, answer)
    return answers


def settle(draft: Draft, name: str, answers: RiskProfile, by: Yardstick) -> RiskProfile:
    """Ask the one question that settles the door, where it is asked."""
    return _opened(draft, (name,), answers, by)


def _reach(draft: Draft, organisation: Organisation) -> Mapping[str, int | float | None]:
    """Where and how long, in the organisation's own units."""
    saved = draft.saved.quick_check
    places: int | None = saved.places_used
    if organisation.places is not None:
        key = draft.key("places")
        st.session_state.setdefault(key, saved.places_used)
        label = told("field-places", total=organisation.places, word=organisation.places_word)
        places = st.number_input(label, step=1, key=key, placeholder=say("optional"))
    key = draft.key("weeks")
    st.session_state.setdefault(key, None if saved.weeks is None else int(saved.weeks))
    weeks = st.number_input(told("field-weeks"), step=1, key=key, placeholder=say("optional"))
    return {"places_used": places, "weeks": weeks}


def limits(draft_key: str, saved: Limits, usual: Limits) -> Limits:
    """Where the team itself stops, offered as one sentence with sensible defaults."""
    until, cap, stop_if = st.columns([2, 2, 4])
    st.session_state.setdefault(f"{draft_key}-until", saved.until or usual.until)
    st.session_state.setdefault(f"{draft_key}-cap", saved.cap)
    st.session_state.setdefault(f"{draft_key}-stop_if", saved.stop_if)
    return Limits(
        until=until.date_input(
            told("field-until"),
            min_value=EARLIEST,
            max_value=LATEST,
            key=f"{draft_key}-until",
            format="YYYY-MM-DD",
        ),
        cap=cap.text_input(
            told("field-cap"), key=f"{draft_key}-cap", max_chars=LINE, placeholder=say("field-cap-example")
        ),
        stop_if=stop_if.text_input(
            told("field-stop_if"),
            key=f"{draft_key}-stop_if",
            max_chars=LINE,
            placeholder=say("field-stop_if-example"),
        ),
    )


def rows_left(proposal: Proposal) -> int:
    """How many rows of the quick check nobody has tapped yet."""
    return sum(truth is None for truth in proposal.quick_check.truths.values())
