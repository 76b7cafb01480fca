"""The wording check: what in somebody's own sentences points at a person, and the question that it raises.

It asks, and does not judge: nothing is blocked, counted or kept. Customers' words are left alone.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from registry.domain.wording_names import marked
from registry.domain.wording_pattern import Pattern
from registry.domain.wording_rules import Family, Guard, Rules, Where, WordingKind
from registry.domain.wording_sentences import Written, sentences
from registry.domain.wording_words import Word, shadow, words

MOST_WORDS = 400
"""Of one sentence; what follows is not looked at, for nobody writes such a sentence by hand."""


class Pointed(NamedTuple):
    """A sentence, and the spot in it that points at somebody, if one does."""

    start: int
    """Where the sentence begins in the whole text."""
    text: str
    kind: WordingKind | None
    span: tuple[int, int] | None
    """The spot: where it begins and ends, in *text*."""
    question: str | None
    family: str | None


def point(text: str, rules: Rules) -> Iterator[Pointed]:
    """Every sentence of *text*, in order, each with the first thing in it that deserves a question."""
    for written in sentences(text):
        found = _found(written, rules)
        of = text[written.start : written.end]
        if found is None:
            yield Pointed(written.start, of, None, None, None, None)
        else:
            family, span = found
            yield Pointed(written.start, of, family.kind, span, family.question, family.name)


class _Seen(NamedTuple):
    """A sentence as patterns see it."""

    words: Sequence[Word]
    shadow: str
    starts: Sequence[int]
    """Where each word begins in the shadow, and last where it ends."""
    symbols: frozenset[str]
    """Every word and every mark in it."""


def _found(written: Written, rules: Rules) -> tuple[Family, tuple[int, int]] | None:
    found = marked(words(written.own, rules.lexicon)[:MOST_WORDS], written.own, rules.lexicon)
    if not found:
        return None
    seen = _Seen(
        found,
        shadow(found),
        (0, *accumulate(len(word.text) + len(word.marks) + 1 for word in found)),
        frozenset(chain.from_iterable((*word.text.split("_"), *word.marks) for word in found)),
    )
    for place in sorted({place for symbol in ("", *seen.symbols) for place in rules.by_need.get(symbol, ())}):
        family, pattern = rules.tried[place]
        for match in _matches(pattern, seen):
            if not any(_spares(guard, family, match, seen) for guard in rules.guards):
                return family, _place(match, seen)
    return None


def _matches(pattern: Pattern, seen: _Seen) -> Iterator[tuple[int, int]]:
    """Where *pattern* is found in the shadow."""
    for need in pattern.needs:
        if need.isdisjoint(seen.symbols):
            return
    for match in pattern.find.finditer(seen.shadow):
        yield match.span("spot") if "spot" in pattern.find.groupindex else match.span()


def _spares(guard: Guard, family: Family, spot: tuple[int, int], seen: _Seen) -> bool:
    if family.name not in guard.families:
        return False
    for pattern in guard.patterns:
        for begins, ends in _matches(pattern, seen):
            if (
                guard.where is Where.ANYWHERE
                or (guard.where is Where.BEFORE and begins <= spot[0])
                or (guard.where is Where.AHEAD and ends <= spot[0])
                or (guard.where is Where.OVER and begins < spot[1] and ends > spot[0])
            ):
                return True
    return False


def _place(spot: tuple[int, int], seen: _Seen) -> tuple[int, int]:
    """Where in the sentence a *spot* of its shadow stands."""
    inside = [
        word for word, starts in zip(seen.words, seen.starts, strict=False) if spot[0] <= starts < spot[1]
    ]
    return inside[0].start, inside[-1].end
