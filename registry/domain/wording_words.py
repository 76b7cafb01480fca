"""The words of a sentence, each with the word lists that it stands in.

Patterns do not read letters but words: "didn't", "didnt" and "did not" are the same two words, and
"night shift" is one. Every word list has a mark, one private character, so that a sentence with its lists is
a text again, the shadow, in which a pattern is searched for with `re`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from registry.domain.wording_sentences import BLOT

WORD = re.compile(rf"{BLOT}+|[^\W_]+(?:['’ʼ`´＇&](?=[^\W_])[^\W_]+)*(?:(?<=[sS])['’](?!\w))?|[^\w\s]|_")
APOSTROPHES = str.maketrans("’ʼ`´＇", "'''''")
HYPHENS = frozenset("-‐‑")
QUOTED = "\N{WHITE SQUARE}"
"""What the shadow shows of everything that was blotted out together."""
MARKS = "".join(map(chr, (*range(0x01, 0x09), *range(0x0E, 0x20), *range(0x80, 0x100))))
"""What may be a list's character. No word has one of them: letters are written without their accents.

Only because they are among the first 256 characters is `re` quick to make its classes of them.
"""
WITHOUT_ACCENT = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
COMPUTED = ("name", "maybe", "under", "adverb", "past", "ing")
"""Lists to which words are added by how they look or stand, and not only because they are written there."""
HEADS = ("role", "team", "unit", "name", "customer")
"""The lists of what can be a sentence's subject and somebody."""
NOT_LY = """
ally anomaly apply assembly daily early family fly italy july monthly only rely reply supply weekly
"""
"""Words that end like an adverb and are none."""


_Piece: TypeAlias = tuple[str, int, int]
"""A single word, and where it stands."""


class Word(NamedTuple):
    """One word, or several that belong together."""

    text: str
    """In small letters; several are joined by a low line."""
    start: int
    end: int
    marks: str
    """The lists it stands in, a character each."""


class Lexicon(NamedTuple):
    """All word lists, made ready to look words up."""

    marks: Mapping[str, str]
    """The character of each list."""
    entries: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """By its first word: each whole entry, the longest first, with the marks of its lists."""
    contractions: Mapping[str, tuple[str, ...]]
    """What "didn't" and "didnt" stand for."""


def lexicon(lists: Mapping[str, Iterable[str]], contractions: Mapping[str, str]) -> Lexicon:
    """The lexicon of *lists*, each a name and its entries of one word or more."""
    names = dict.fromkeys([*COMPUTED, *lists])
    if len(names) > len(MARKS):
        raise ValueError(f"there are more than {len(MARKS)} word lists")
    marks = dict(zip(names, MARKS, strict=False))
    expanded = {short: tuple(full.split()) for short, full in contractions.items()}
    expanded |= {
        short.replace("'", ""): full for short, full in expanded.items() if short.endswith(("n't", "'ve"))
    }
    found: dict[tuple[str, ...], str] = {}
    for name, entries in lists.items():
        for entry in entries:
            key = tuple(text for text, _, _ in _split(entry, expanded))
            if marks[name] not in found.get(key, ""):
                found[key] = found.get(key, "") + marks[name]
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, of in sorted(found.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(key[0], []).append((key, of))
    return Lexicon(marks, {first: tuple(entries) for first, entries in by_first.items()}, expanded)


def words(own: str, known: Lexicon) -> list[Word]:
    """The words of a sentence with the marks of their lists."""
    pieces = list(_split(own, known.contractions))
    found: list[Word] = []
    i = 0
    while i < len(pieces):
        text, start, end = pieces[i]
        after = pieces[i + 1][0] if i + 1 < len(pieces) else ""
        taken, of = _longest(pieces, i, known)
        if taken > 1:
            text = "_".join(piece[0] for piece in pieces[i : i + taken])
            end = pieces[i + taken - 1][2]
        if (
            not of
            and text.endswith("s")
            and _is("first_name", text[:-1], known)
            and _is("fault_noun", after, known)
        ):
            # "kevins fault": typed without its apostrophe.
            found.append(Word(text[:-1], start, end - 1, known.marks["first_name"]))
            text, start = "'s", end - 1
        found.append(Word(text, start, end, of))
        i += taken
    return found


def _longest(pieces: Sequence[_Piece], i: int, known: Lexicon) -> tuple[int, str]:
    """How many words the longest entry has that begins at the word *i*, and its marks."""
    for entry, of in known.entries.get(pieces[i][0], ()):
        n = len(entry)
        if n == 1 or tuple(piece[0] for piece in pieces[i : i + n]) == entry:
            return n, of
    return 1, ""


def is_ly(text: str) -> bool:
    """Whether *text* ends like an adverb: "carelessly"."""
    return len(text) > 4 and text.endswith("ly") and text not in NOT_LY.split()


def _is(name: str, text: str, known: Lexicon) -> bool:
    """Whether *text* is an entry of one word in the list *name*."""
    return any(len(entry) == 1 and known.marks[name] in of for entry, of in known.entries.get(text, ()))


def split(text: str, known: Lexicon) -> list[str]:
    """The single words of *text*, as patterns and lists spell them."""
    return [piece for piece, _, _ in _split(text, known.contractions)]


def shadow(of: Iterable[Word]) -> str:
    """The text in which patterns are searched for: every word, its marks, and a blank."""
    return "".join(chain.from_iterable((word.text, word.marks, " ") for word in of))


def _split(text: str, contractions: Mapping[str, tuple[str, ...]]) -> Iterator[_Piece]:
    for found in WORD.finditer(text):
        start, end = found.span()
        word = found[0]
        if word in HYPHENS and start and text[start - 1].isalnum() and text[end : end + 1].isalnum():
            continue
        if word[0] == BLOT:
            yield QUOTED, start, end
            continue
        word = _plain(word)
        if full := contractions.get(word):
            for part in full:
                yield part, start, end
        elif "'" in word:
            stem, _, rest = word.rpartition("'")
            if rest in {"s", ""} and stem:
                yield stem, start, end - len(rest) - 1
                yield "'s", end - len(rest) - 1, end
            elif rest in {"d", "ll", "ve", "re", "m"}:
                yield stem, start, end - len(rest) - 1
                yield (
                    {"d": "'d", "ll": "will", "ve": "have", "re": "are", "m": "am"}[rest],
                    end - len(rest) - 1,
                    end,
                )
            else:
                yield word, start, end
        else:
            yield word, start, end


def _plain(word: str) -> str:
    """*word* in small letters, without accents, and with the one apostrophe."""
    word = word.lower().translate(APOSTROPHES)
    if word.isascii():
        return word
    bare = unicodedata.normalize("NFKD", word.translate(WITHOUT_ACCENT))
    return "".join(c for c in bare if not unicodedata.combining(c) and not 0x80 <= ord(c) < 0x100) or QUOTED
