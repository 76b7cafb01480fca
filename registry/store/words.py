"""Words as search compares them, and as its index is asked for them.

Letters are compared without case and accents, and scripts that write without blanks letter by letter.
What is shown stays as it was written: `Compared` knows where each letter came from.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from registry.store.database import Database

MOST_WORDS = 32
BEGINNING_FROM = 3
"""Letters of a word from which it may be a beginning."""

TOKENIZER = "porter unicode61 remove_diacritics 2 categories ''L* N* M* Co''"
"""How the index tells words apart and finds their stems, as it stands within SQL; the schema made it so.

Marks belong to words: without them the vowels of Hindi would end a word.
"""

APART = "\N{ZERO WIDTH SPACE}"
WITHOUT_BLANKS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese: no blank says where a word ends."""

HANGUL = range(0xAC00, 0xD7A4)
JAMO, JAMO_INSIDE = range(0x1100, 0x1200), range(0x1160, 0x1200)
"""Korean syllables; and what they are made of, where a text has them in pieces."""
PIECES = re.compile(r'["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|([^\s"“”„«»]+)')
"""A phrase in quotes, which may still be open; or a word."""

ENDINGS = (
    *("s", "es", "ed", "er", "ers", "ing", "ings", "ly", "ment", "ments", "ness", "ful", "less", "able"),
    *("ible", "al", "ally", "ive", "ively", "ity", "ities", "ence", "ences", "ance", "ances", "ent", "ents"),
    *("ant", "ants", "ion", "ions", "ation", "ations", "ational", "ies", "ied", "ism", "ist", "ize", "ise"),
)
"""English endings, which stems lack: whoever types “returni” is on the way to “returning”."""
SHORTEST_STEM = 3


class Compared(NamedTuple):
    """A text as it is compared, and for each of its letters the place in the text as it was written."""

    text: str
    places: tuple[int, ...] | None
    """None where no place changed."""

    def place(self, at: int) -> int:
        """Where the letter at *at* stands in the text as it was written."""
        return at if self.places is None else self.places[at]


def compared(text: str) -> Compared:
    """*text* as it is compared."""
    if text.isascii():
        return Compared(text, None)
    letters: list[str] = []
    places: list[int] = []
    for place, written in _with_their_marks(text):
        folded = _folded(written)
        letters.append(folded)
        places.extend([place] * len(folded))
        if WITHOUT_BLANKS.match(folded):
            letters[-1] = f"{APART}{folded}{APART}"
            places.extend([place, place + len(written)])
    return Compared("".join(letters), (*places, len(text)))


def _with_their_marks(text: str) -> Iterator[tuple[int, str]]:
    """The letters of *text*, each with the marks that follow it, or with the rest of its Korean syllable."""
    begin = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _goes_on(text[place - 1], text[place]):
            yield begin, text[begin:place]
            begin = place


def _goes_on(before: str, char: str) -> bool:
    """Whether *char* belongs to the letter *before* it."""
    in_syllable = ord(before) in JAMO and ord(char) in JAMO_INSIDE
    return in_syllable or unicodedata.combining(char) != 0


@lru_cache(maxsize=10_000)
def _folded(written: str) -> str:
    """A letter in small letters, without accents and vowel points; what has neither stays as it is."""
    together = unicodedata.normalize("NFC", written)
    if together.isspace() or ord(together[0]) in HANGUL:
        return together
    apart = unicodedata.normalize("NFKD", together.casefold())
    return unicodedata.normalize("NFC", "".join(each for each in apart if not _is_accent(each)))


def _is_accent(char: str) -> bool:
    """Whether *char* is an accent, or a vowel point of Hebrew or Arabic, by Unicode's combining classes."""
    combining = unicodedata.combining(char)
    return 10 <= combining <= 36 or combining >= 200


class Term(NamedTuple):
    """Words that stand together: one, a phrase, or a word with a hyphen."""

    words: tuple[str, ...]
    is_beginning: bool = False
    """Whether the last of them may be the beginning of a word."""


def terms(text: str) -> list[Term]:
    """What *text* asks for, at most 32 words of it: words, phrases in quotes, beginnings (ref*).

    The last word may be a beginning without saying so, from three letters on: it may still be being typed.
    """
    found: list[Term] = []
    left = MOST_WORDS
    for phrase, closed, word in PIECES.findall(text[: MOST_WORDS * 300]):
        said = word or phrase
        words = tuple(words_of(said))[:left]
        if words:
            found.append(Term(words, word.endswith("*") or bool(phrase and not closed)))
            left -= len(words)
    if found and not text.rstrip().endswith(tuple('"“”»')):
        found[-1] = found[-1]._replace(is_beginning=True)
    return [_long_enough(term) for term in found]


def _long_enough(term: Term) -> Term:
    # A Korean syllable counts as the two or three letters that it is made of.
    may_begin = len(unicodedata.normalize("NFD", term.words[-1])) >= BEGINNING_FROM
    return term._replace(is_beginning=term.is_beginning and may_begin)


def words_of(text: str) -> list[str]:
    """The words of *text* as the index has them, at most 32: letters and digits of any script."""
    return _words(compared(text).text)[:MOST_WORDS]


def _words(text: str) -> list[str]:
    if text.isascii():
        return re.findall(r"[^\W_]+", text)
    return "".join(char if _is_of_words(char) else " " for char in text).split()


def _is_of_words(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind[0] in "LNM" or kind == "Co"


def all_of(asked: Iterable[Term]) -> str:
    """The index's own way to ask for every one of these terms; empty for none."""
    return " AND ".join(_query(term) for term in asked)


def any_of(asked: Iterable[Term]) -> str:
    """The index's own way to ask for at least one of these terms; empty for none."""
    return " OR ".join(_query(term) for term in asked)


def _query(term: Term) -> str:
    # A word holds letters and digits alone, so that nothing in it can end the quotes.
    *before, last = term.words
    if not term.is_beginning:
        return f'"{" ".join(term.words)}"'
    either = (f'"{" ".join((*before, word))}"{star}' for word, star in begun(last.lower()))
    return f"({' OR '.join(either)})"


@lru_cache(maxsize=10_000)
def begun(word: str) -> tuple[tuple[str, str], ...]:
    """What the index is asked for, to find all that begins with *word*: words, with a star where they go on.

    The index knows stems alone, and takes what is asked for to its stem, too: it would make “bus*” to “bu*”.
    """
    if not word.isascii():
        return ((word, "*"),)
    longer = [f"{word}{letter}" for letter in ascii_lowercase]
    stems = stems_of([word, f"{word}e", *longer])
    if stems[word] == word:
        whole = [(word, "*")]
    elif stems[f"{word}e"] == word:
        whole = [(word, ""), (f"{word}e", "*")]
    else:
        whole = [(word, ""), *((each, "*") for each in longer if stems[each].startswith(word))]
    return tuple(dict.fromkeys((*whole, *((stem, "") for stem in _without_ending(word)))))


def _without_ending(word: str) -> Iterator[str]:
    """What *word* may be a form of, where it ends with the beginning of an English ending."""
    for length in range(len(word) - SHORTEST_STEM + 1):
        stem, end = word[: len(word) - length], word[len(word) - length :]
        if any(ending.startswith(end) for ending in ENDINGS):
            yield from (stem, f"{stem}e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def stems_of(words: Sequence[str]) -> dict[str, str]:
    """The stem of each of *words*, as the index knows it."""
    with closing(Database(memory=True)) as desk:
        desk.execute(f"create virtual table said using fts5 (word, tokenize = '{TOKENIZER}')")
        desk.execute("create virtual table stems using fts5vocab (said, instance)")
        desk.conn.executemany("insert into said (rowid, word) values (?, ?)", enumerate(words))
        found = desk.conn.execute("select doc, term from stems order by doc").fetchall()
    return {words[int(place)]: str(stem) for place, stem in found}
