"""The words of a sentence, each with the word lists that it stands in.

Patterns do not read letters but words: "didn't", "didnt" and "did not" are the same two words, and
"night shift" is one. Every word list has a mark, one private character, so that a sentence with its lists is
a text again, the shadow, in which a pattern is searched for with `re`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

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
NOT_LY = frozenset(
    "family july italy reply supply apply rely fly ally early only daily weekly monthly assembly".split()
)


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
        taken, of = 1, ""
        for entry, of_entry in known.entries.get(text, ()):
            n = len(entry)
            if n == 1 or tuple(piece[0] for piece in pieces[i : i + n]) == entry:
                taken, of = n, of_entry
                break
        if (
            taken == 1
            and not of
            and text.endswith("s")
            and _is_name(text[:-1], known)
            and i + 1 < len(pieces)
        ):
            # "kevins fault": typed without its apostrophe.
            if known.marks["fault_noun"] in _of(pieces[i + 1][0], known):
                found.append(Word(text[:-1], start, end - 1, known.marks["first_name"]))
                found.append(Word("'s", end - 1, end, ""))
                i += 1
                continue
        if taken > 1:
            text = "_".join(piece[0] for piece in pieces[i : i + taken])
            end = pieces[i + taken - 1][2]
        found.append(Word(text, start, end, of))
        i += taken
    return found


def _of(text: str, known: Lexicon) -> str:
    """The marks of a single word."""
    return next((of for entry, of in known.entries.get(text, ()) if len(entry) == 1), "")


def _is_name(text: str, known: Lexicon) -> bool:
    return known.marks["first_name"] in _of(text, known)


def split(text: str, known: Lexicon) -> list[str]:
    """The single words of *text*, as patterns and lists spell them."""
    return [piece for piece, _, _ in _split(text, known.contractions)]


def shadow(of: Iterable[Word]) -> str:
    """The text in which patterns are searched for: every word, its marks, and a blank."""
    return "".join(chain.from_iterable((word.text, word.marks, " ") for word in of))


def _split(text: str, contractions: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[str, int, int]]:
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
