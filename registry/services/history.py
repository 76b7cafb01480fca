"""The history in words: what the registry keeps of a change, and how an event reads."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from registry.domain.difference import Difference
from registry.domain.history import Change, Event
from registry.sentences import say
from registry.services.value_words import words

LONGEST = 120
"""Characters that the history keeps of a text; the fact, or the draft, has all of it."""

LEAD = 20
"""Characters kept before the place where two long texts begin to differ."""


def in_words(differences: Iterable[Difference]) -> tuple[Change, ...]:
    """*differences* as the history keeps them; what reads the same before and after is left out."""
    changes: list[Change] = []
    for each in differences:
        before, after = _excerpts(words(each.field, each.before), words(each.field, each.after))
        if before != after:
            changes.append(Change(what=each.field, before=before, after=after))
    return tuple(changes)


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Both texts, cut where one is long; when they differ far inside, from shortly before that place on."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))
    start = 0 if same < LONGEST // 2 else same - LEAD
    return _excerpt(before, start), _excerpt(after, start)


def _excerpt(text: str, start: int) -> str:
    kept = f"…{text[start:]}" if start else text
    return kept if len(kept) <= LONGEST else f"{kept[: LONGEST - 1]}…"


def who_text(event: Event, names: Mapping[int, str]) -> str:
    """Who did it; the registry itself for what nobody asked for."""
    return say("history-registry") if event.by is None else apart(names.get(event.by, ""))


def what_text(event: Event, names: Mapping[int, str]) -> str:
    """What was done, as it goes on after a name: “changed the proposal”."""
    is_own = event.whom is not None and event.whom == event.by
    return _done(event.verb, apart(names.get(event.whom or 0, "")), own="yes" if is_own else "no")


def verb_text(verb: str) -> str:
    """What a verb does, whoever it is done to: “changed the proposal”."""
    return _done(verb)


@lru_cache(maxsize=1_000)
def _done(verb: str, whom: str = "", own: str = "no") -> str:
    return say(f"event-{verb}", whom=whom or say("history-somebody"), own=own)


@lru_cache(maxsize=1_000)
def label_text(what: str) -> str:
    """What it is that changed, by the name that the history keeps of it: “share of the customers”."""
    return say(f"changed-{what.replace('.', '-')}")


def change_text(change: Change) -> str:
    """A change in one line: what it is, what it was, what it is now."""
    said = {"what": label_text(change.what), "before": apart(change.before), "after": apart(change.after)}
    if not change.before:
        return say("history-set", **said)
    return say("history-changed" if change.after else "history-emptied", **said)


DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Marks that turn the direction of what follows, by the names that Unicode gives their kinds."""


def apart(text: str) -> str:
    """*text* as it stands in a sentence: whatever its script, it leaves the direction of the rest alone.

    Else a word typed from right to left would show what was after it before it.
    """
    kinds = {unicodedata.bidirectional(char) for char in text}
    if not kinds & (DIRECTIONS | {"R", "AL"}):
        return text
    bare = "".join(char for char in text if unicodedata.bidirectional(char) not in DIRECTIONS)
    return f"\N{FIRST STRONG ISOLATE}{bare}\N{POP DIRECTIONAL ISOLATE}"
