"""The filters beside what was found. What is chosen stands in the address, and nowhere else."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from registry.domain.finding import (
    NOT_BY_TEAM,
    SINCE,
    UNTIL,
    VALUES,
    WORDS,
    Facet,
    Wanted,
    address,
)
from registry.sentences import say
from registry.store.finding import Answer
from registry.web.find_words import chosen_texts, value_text
from registry.web.prose import plain, told

FIRST = (Facet.THING, Facet.STANDING, Facet.OUTCOME, Facet.GRADE, Facet.PROMISE)
"""The filters that are seen at once; the others are folded until one of them is chosen."""
OTHERS = tuple(facet for facet in Facet if facet not in FIRST)
AT_ONCE = 8
"""Values of one filter that are seen at once; the others are in a list."""


def show_chosen(wanted: Wanted, teams: Mapping[str, str]) -> None:
    """Each filter that was chosen, with a tap to take it out again."""
    chosen = list(chosen_texts(wanted, teams))
    if not chosen:
        return
    with st.container(horizontal=True, gap="small", key="chosen-filters"):
        for (name, value), text in chosen:
            st.button(
                plain(text),
                key=f"without-{name}-{value}",
                icon=":material/close:",
                icon_position="right",
                on_click=partial(_take_out, wanted, name, value),
            )
        if len(chosen) > 1:
            st.button(
                told("search-remove-all"),
                type="tertiary",
                key="without-any",
                on_click=partial(_ask, Wanted(words=wanted.words)),
            )


def show_filters(wanted: Wanted, answer: Answer, teams: Mapping[str, str]) -> None:
    """Every filter that would leave fewer, with how many each value would leave."""
    for facet in FIRST:
        _show(facet, wanted, answer, teams)
    is_open = any(wanted.values(facet) for facet in OTHERS) or bool(wanted.since or wanted.until)
    with st.expander(told("search-more-filters"), expanded=is_open):
        for facet in OTHERS:
            _show(facet, wanted, answer, teams)
        _show_day(SINCE, wanted)
        _show_day(UNTIL, wanted)


def _show(facet: Facet, wanted: Wanted, answer: Answer, teams: Mapping[str, str]) -> None:
    if wanted.is_by_team and facet in NOT_BY_TEAM:
        return
    counts = answer.counts.get(facet, {})
    chosen = list(wanted.values(facet))
    offered = _offered(facet, wanted, answer)
    if not offered:
        return
    seen = list(dict.fromkeys((*offered[:AT_ONCE], *(each for each in chosen if each in offered))))
    if facet in VALUES:
        seen = offered

    def label(value: str) -> str:
        text, count = value_text(facet, value, teams), counts.get(value)
        return text if count is None else say("search-value-counted", value=text, count=count)

    key = f"filter-{facet}"
    st.session_state[key] = chosen
    st.pills(
        told(f"facet-{facet}"),
        seen,
        selection_mode="multi",
        format_func=lambda value: plain(label(value)),
        key=key,
        on_change=partial(_chose, wanted, facet, key),
    )
    more = [each for each in offered if each not in seen]
    if more:
        _show_more(facet, wanted, more, label)


def _show_more(facet: Facet, wanted: Wanted, more: Sequence[str], label: Callable[[str], str]) -> None:
    """The values that are not seen at once, as a list that can be typed in."""
    text = told("search-other", facet=say(f"facet-{facet}"))
    # Another name once something was chosen from it, so that it is empty again.
    key = f"more-{facet}-{len(wanted.values(facet))}"
    st.selectbox(
        text,
        more,
        index=None,
        format_func=label,
        placeholder=text,
        label_visibility="collapsed",
        key=key,
        on_change=partial(_chose_more, wanted, facet, key),
    )


def _offered(facet: Facet, wanted: Wanted, answer: Answer) -> list[str]:
    """The values to choose from: what was chosen, and what would leave some but not all."""
    chosen = wanted.values(facet)
    if facet is Facet.TEAM:
        return list(dict.fromkeys((*chosen, *answer.teams)))
    counts = answer.counts.get(facet, {})
    useful = [value for value, count in counts.items() if chosen or 0 < count < answer.total]
    kept = {value for value in useful if counts[value]} | set(chosen)
    if facet in VALUES:
        return [value for value in VALUES[facet] if value in kept]
    return sorted(kept, key=lambda value: (-counts.get(value, 0), value.casefold()))


def _show_day(name: str, wanted: Wanted) -> None:
    day = wanted.since if name == SINCE else wanted.until
    # Named after its value, so that it follows the address.
    key = f"{name}-{day}"
    st.date_input(
        told(f"facet-{name}"),
        day,
        key=key,
        format="YYYY-MM-DD",
        on_change=partial(_chose_day, wanted, name, key),
    )


def _chose(wanted: Wanted, facet: Facet, key: str) -> None:
    tapped: list[str] = st.session_state[key]
    kept = [value for value in wanted.values(facet) if value in tapped]
    _ask(wanted.choosing(facet, tuple(dict.fromkeys((*kept, *tapped)))))


def _chose_more(wanted: Wanted, facet: Facet, key: str) -> None:
    if st.session_state[key] is not None:
        _ask(wanted.with_(facet, st.session_state[key]))


def _chose_day(wanted: Wanted, name: str, key: str) -> None:
    _ask(wanted.model_copy(update={"since" if name == SINCE else "until": st.session_state[key]}))


def _take_out(wanted: Wanted, name: str, value: str) -> None:
    if name in (SINCE, UNTIL):
        _ask(wanted.model_copy(update={"since" if name == SINCE else "until": None}))
    else:
        _ask(wanted.without(Facet(name), value))


def _ask(wanted: Wanted) -> None:
    """Let the address say what is wanted; the words are the box's own."""
    said = address(wanted)
    for name in (*Facet, SINCE, UNTIL):
        if name in said:
            st.query_params[name] = said[name]
        else:
            st.query_params.pop(name, None)


def ask_looser(wanted: Wanted) -> None:
    """Let the address, and the box, say what is *wanted* instead."""
    st.session_state[WORDS] = wanted.words
    _ask(wanted)
