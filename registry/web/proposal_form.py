"""The parts of the proposal's form: each shows its widgets and gives back what they say now."""

from datetime import date, timedelta

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from registry.domain.organisation import Organisation
from registry.domain.pilot import MOST_DAYS, usual_limits
from registry.domain.proposal import Idea, Limits, Move, Proposal, Quote, Voice
from registry.domain.risk import PERMANENT, RiskProfile
from registry.domain.sentence import Sentence, sentence
from registry.domain.text import LINE, PAGE, cleaned
from registry.sentences import day_text, say
from registry.web.draft import Draft, keep_field
from registry.web.held import held, what_counts
from registry.web.journey_form import journey
from registry.web.prose import told

EARLIEST, LATEST = date(2000, 1, 1), date(2999, 12, 31)
"""What the calendar shows; which day can be an end is for the domain to say."""


def line(draft: Draft, part: str, name: str) -> str:
    """One line of writing, with its label and an example from the catalogue; kept when it is left.

    *part* names the noun of the proposal that it belongs to; empty for the proposal itself.
    """
    key, saved = draft.key(name), getattr(getattr(draft.saved, part) if part else draft.saved, name)
    st.session_state.setdefault(key, held(draft.id).get(name, saved))
    label, example = told(f"field-{name}"), say(f"field-{name}-example")
    text = st.text_input(
        label,
        key=key,
        max_chars=LINE,
        placeholder=example,
        on_change=keep_field,
        args=(draft, part, name, key),
    )
    return what_counts(draft.id, name, key, text, saved)


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
    st.session_state.setdefault(key, held(draft.id).get("words", saved.words))
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
    words = what_counts(draft.id, "words", key, words, saved.words)
    return saved.model_copy(update={"words": cleaned(words), "voice": voice or Voice.CUSTOMER})


def idea(draft: Draft) -> Idea:
    """What is tried, for whom, and how it will be known."""
    # Row by row, so that the sentence keeps its order on a phone and under the tabulator key.
    left, right = st.columns(2)
    with left:
        change = line(draft, "idea", "change")
    with right:
        whom = line(draft, "idea", "whom")
    signal = line(draft, "idea", "signal")
    return Idea(change=change, whom=whom, effect=draft.saved.idea.effect, signal=signal)


def more(draft: Draft, written: Proposal, organisation: Organisation) -> Proposal:
    """*written* with what nobody needs to say, folded away until somebody wants to."""
    saved = draft.saved
    with folded(
        draft,
        "more",
        saved.idea.effect,
        saved.quote.source,
        saved.whose_idea,
        saved.move,
        *dict(saved.journey).values(),
    ):
        left, right = st.columns(2)
        with left:
            effect = line(draft, "idea", "effect")
        with right:
            source = line(draft, "quote", "source")
        whose_idea = line(draft, "", "whose_idea")
        move = _move(draft)
        belongs = journey(draft.key("journey"), saved.journey, organisation)
    return written.model_copy(
        update={
            "idea": written.idea.model_copy(update={"effect": cleaned(effect)}),
            "quote": written.quote.model_copy(update={"source": cleaned(source)}),
            "whose_idea": cleaned(whose_idea),
            "move": move,
            "journey": belongs,
        }
    )


def folded(draft: Draft, name: str, *said: object) -> DeltaGenerator:
    """A fold for what is optional; open from the beginning where something was *said* in it before."""
    is_open = st.session_state.setdefault(draft.key(f"{name}-open"), any(said))
    return st.expander(told(f"fold-{name}"), expanded=is_open)


def _move(draft: Draft) -> Move | None:
    key = draft.key("move")
    st.session_state.setdefault(key, draft.saved.move)
    return st.segmented_control(
        told("field-move"), list(Move), format_func=lambda move: told(f"move-{move}"), key=key
    )


def usual_end(answers: RiskProfile | None, today: date) -> Limits:
    """The end date that is offered: after as many days as *answers* say, else the usual four weeks.

    None at all where they say longer than a pilot may last: four weeks would contradict them.
    """
    days = None if answers is None else answers.duration_days
    if days == PERMANENT or (isinstance(days, int | float) and days > MOST_DAYS):
        return Limits()
    if isinstance(days, int | float) and days > 0:
        return Limits(until=today + timedelta(days=round(days)))
    return usual_limits(today)


def limits(draft_key: str, saved: Limits, usual: Limits) -> Limits:
    """Where the team itself stops: one sentence with sensible defaults, each part of it to be edited."""
    until, cap, stop_if = st.columns([2, 2, 4])
    offered = offered_limits(saved, usual)
    _follow(f"{draft_key}-until", offered.until)
    st.session_state.setdefault(f"{draft_key}-cap", saved.cap)
    st.session_state.setdefault(f"{draft_key}-stop_if", offered.stop_if)
    chosen = Limits(
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
    with st.container():
        st.caption(told(limits_sentence(chosen)))
    return chosen


def offered_limits(saved: Limits, usual: Limits) -> Limits:
    """What stands in the sentence before anybody edits it: what was *saved*, else what is *usual*."""
    # Whoever chose a day has seen the signal that is offered, and left it or took it out.
    usual_stop = say("field-stop_if-usual") if saved.until is None else ""
    return saved.model_copy(
        update={"until": saved.until or usual.until, "stop_if": saved.stop_if or usual_stop}
    )


def limits_said(saved: Limits, chosen: Limits, usual: Limits) -> Limits:
    """*chosen* without what is only offered: to look at a draft is not to change it."""
    offered = offered_limits(saved, usual)
    return chosen.model_copy(
        update={
            "until": saved.until if chosen.until == offered.until else chosen.until,
            "stop_if": saved.stop_if if chosen.stop_if == offered.stop_if else chosen.stop_if,
        }
    )


def _follow(key: str, offered: date | None) -> None:
    """Begin with the day that is *offered*, and go along with it until somebody chooses another."""
    st.session_state.setdefault(key, offered)
    before = st.session_state.setdefault(f"{key}-offered", offered)
    # Only another day is put there: what is put into a field takes the place of what is being typed.
    if before != offered and st.session_state[key] == before:
        st.session_state[key] = offered
    st.session_state[f"{key}-offered"] = offered


def limits_sentence(limits: Limits) -> Sentence:
    """The limits as one sentence, with those parts that were said."""
    day = "" if limits.until is None else day_text(limits.until)
    said = {"day": day, "cap": limits.cap.rstrip(" ."), "stop_if": limits.stop_if.rstrip(" .")}
    has = {f"has_{name}": "yes" if text else "no" for name, text in said.items()}
    return sentence("limits-sentence", **said, **has)
