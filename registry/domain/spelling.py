"""Where a text stands in another one, however its letters are composed and its blanks are set.

Two spellings are the same when they differ only in how accents are put together, in full-width or
joined letters, in invisible characters, in which blanks stand between words, and, unless asked
otherwise, in capitals. Texts are compared *folded*; a place is told in the text as it is written.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from registry.domain.text import Text

INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Soft hyphens, joiners, marks of direction, variation selectors: they change how a text looks, if at all."""

ESCAPE = re.compile(r"\\(.)")
"""In our JSON only quotation marks, backslashes, line breaks and tabs are written as escapes."""

BLANKS = re.compile(r"\s+")

CUT = "…"
"""What the history writes where it leaves out the beginning or the end of a long text."""

SHORTEST_PART = 3
"""Folded characters that must be left of a text that was cut off, for it to be recognised."""


class Sought(BaseModel):
    """A text that is looked for, whole and as it was typed."""

    model_config = ConfigDict(frozen=True)

    words: Text
    same_case: bool = False
    """Whether capitals must be the same. Most names are written in more than one way, so they need not."""
    inside_words: bool = False
    """Whether it also counts inside a longer word: “Ann” in “planned”."""

    @cached_property
    def folded(self) -> str:
        """The words as they are compared."""
        return folded(self.words, self).strip()


class Place(NamedTuple):
    """Where something stands in a text: from one character up to, not including, another."""

    start: int
    end: int


class _Folded(NamedTuple):
    """A text as it is compared, and where in the text as written each letter of it starts and ends."""

    text: str
    starts: dict[int, int]
    ends: dict[int, int]


def folded(text: str, sought: Sought) -> str:
    """*text* as it is compared when *sought* is looked for."""
    bare = text if text.isascii() else unicodedata.normalize("NFKD", INVISIBLE.sub("", text))
    if not sought.same_case:
        bare = unicodedata.normalize("NFKD", bare.casefold())
    return BLANKS.sub(" ", bare)


def places(text: str, sought: Sought) -> list[Place]:
    """Where *sought* stands in *text*, in order, no two overlapping."""
    said = sought.folded
    # By far the most texts do not hold it, and are not worth looking at letter by letter.
    return list(_whole(_folded(text, sought), said, sought)) if said and said in folded(text, sought) else []


def may_stand_in(json_text: str, sought: Sought) -> bool:
    """Whether *sought* could stand in a text of this JSON: quick, and never no where it does."""
    bare = ESCAPE.sub(lambda escape: " " if escape[1] in "nt" else escape[1], json_text)
    return sought.folded in folded(bare, sought)


def places_in_excerpt(text: str, sought: Sought) -> list[Place]:
    """As `places`, for an excerpt: where it was cut, what is left there of *sought* counts too."""
    first, last = len(CUT) * text.startswith(CUT), len(CUT) * text.endswith(CUT)
    inner = text[first : len(text) - last]
    found = places(inner, sought)
    rests = _rests(folded(inner, sought), sought.folded, cut_first=first > 0, cut_last=last > 0)
    if rests:
        written = _folded(inner, sought)
        found += [
            Place(written.starts[start], written.ends[end])
            for start, end in rests
            if start in written.starts and end in written.ends
        ]
    return [Place(start + first, end + first) for start, end in _joined(found)]


def _rests(text: str, said: str, *, cut_first: bool, cut_last: bool) -> list[Place]:
    """What is left of *said* at the ends of *text* that were cut: the longest, when it is long enough."""
    lengths = range(min(len(said), len(text)), SHORTEST_PART - 1, -1)
    if cut_first and cut_last and len(text) in lengths and text in said:
        return [Place(0, len(text))]
    ends = (n for n in lengths if cut_first and text.startswith(said[-n:]) and _is_edge(text, n))
    starts = (
        len(text) - n
        for n in lengths
        if cut_last and text.endswith(said[:n]) and _is_edge(text, len(text) - n)
    )
    return [*(Place(0, end) for end in islice(ends, 1)), *(Place(at, len(text)) for at in islice(starts, 1))]


def _whole(written: _Folded, said: str, sought: Sought) -> Iterator[Place]:
    at = written.text.find(said)
    while at >= 0:
        end = at + len(said)
        fits = at in written.starts and end in written.ends
        if fits and (sought.inside_words or (_is_edge(written.text, at) and _is_edge(written.text, end))):
            yield Place(written.starts[at], written.ends[end])
            at = written.text.find(said, end)
        else:
            at = written.text.find(said, at + 1)


def _joined(found: list[Place]) -> Iterator[Place]:
    """*found* in order, those that overlap made one."""
    last: Place | None = None
    for each in sorted(found):
        if last is not None and each.start < last.end:
            last = Place(last.start, max(last.end, each.end))
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _is_edge(text: str, at: int) -> bool:
    """Whether a word of *text* may begin or end *at* this place."""
    return at in (0, len(text)) or not (_is_of_word(text[at - 1]) and _is_of_word(text[at]))


def _is_of_word(char: str) -> bool:
    return char == "_" or unicodedata.category(char)[0] in "LMN"


def _folded(text: str, sought: Sought) -> _Folded:
    said, starts, ends = "", dict[int, int](), dict[int, int]()
    for start, end in _letters(text):
        letter = folded(text[start:end], sought)
        if said.endswith(" "):  # a run of blanks counts as one
            letter = letter.removeprefix(" ")
        if letter:
            starts.setdefault(len(said), start)
            said += letter
        ends[len(said)] = end
    return _Folded(said, starts, ends)


def _letters(text: str) -> Iterator[Place]:
    """The letters of *text*, each with its accents and the invisible characters after it."""
    start = 0
    for at in range(1, len(text)):
        if unicodedata.category(text[at])[0] != "M" and not INVISIBLE.match(text[at]):
            yield Place(start, at)
            start = at
    if text:
        yield Place(start, len(text))
