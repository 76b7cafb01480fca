"""Marks that a word gets by how it looks and where it stands: names, and who is not the subject."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from registry.domain.wording_words import HEADS, Lexicon, Word, is_ly

NO_NAME = ("s", "ing", "tion", "sion", "ment", "ness", "ity", "ed", "ly")
"""How words end that are no names, where a capital only begins the sentence."""
NEAR = 4
"""How many words a determiner may stand before its noun: "the new night shift manager"."""


class _Place(NamedTuple):
    """A word, and what its look depends on."""

    word: Word
    before: Word | None
    written: str
    """As it stands in the sentence."""
    is_first: bool
    is_joined: bool
    """Whether a hyphen joins it to the word before."""


def marked(found: Sequence[Word], own: str, known: Lexicon) -> list[Word]:
    """The words with the marks that follow from their look and place."""
    mark = known.marks
    seen: list[Word] = []
    for place in _places(found, own):
        word = _seen_as(place, mark)
        if own.isupper():
            called = _called_in_capitals(place, mark)
        elif place.is_first and own.rstrip(" \"')”»").endswith("?") and mark["homograph"] in word.marks:
            called = ""  # "Will we …?", "May I …?"
        else:
            called = _called(place._replace(word=word, before=seen[-1] if seen else None), mark)
        seen.append(word._replace(marks=word.marks + called + _shape(word.text, mark)))
    return _with_under(seen, mark)


def _places(found: Sequence[Word], own: str) -> Iterator[_Place]:
    before: Word | None = None
    is_first = True
    for word in found:
        is_joined = before is not None and own[before.end : word.start] == "-"
        yield _Place(word, before, own[word.start : word.end], is_first, is_joined)
        is_first = is_first and not word.text[0].isalpha() and word.text not in ":;–—("
        before = word


def _seen_as(place: _Place, mark: Mapping[str, str]) -> Word:
    """The word itself, but IT is a team, and a software agent or a package manager is a thing."""
    word, before = place.word, place.before
    if place.written == "IT" and word.text == "it":
        return word._replace(marks=mark["team"])
    if before is not None and mark["software_head"] in word.marks and mark["software"] in before.marks:
        return word._replace(marks=mark["thing"])
    return word


def _called(place: _Place, mark: Mapping[str, str]) -> str:
    """The mark of a person's name, of what may be one, or none."""
    word, before = place.word, place.before
    before_marks = before.marks if before else ""
    if mark["first_name"] in word.marks or (place.is_joined and mark["name"] in before_marks):
        return mark["name"]
    if not place.written[:1].isupper():
        return ""
    if mark["title"] in before_marks:
        return mark["name"]
    if mark["homograph"] in word.marks:
        return mark["maybe"] if place.is_first else mark["name"]
    is_known = word.marks or len(word.text) < 2 or place.written.isupper()
    if is_known or (word.text.endswith(NO_NAME) if place.is_first else mark["article"] in before_marks):
        return ""
    return mark["maybe"] if place.is_first else mark["name"]


def _called_in_capitals(place: _Place, mark: Mapping[str, str]) -> str:
    return mark["name"] if mark["first_name"] in place.word.marks else ""


def _shape(text: str, mark: Mapping[str, str]) -> str:
    """The marks that a word gets by its ending."""
    if is_ly(text):
        return mark["adverb"]
    if text.endswith("ed") and len(text) > 4:
        return mark["past"]
    return mark["ing"] if text.endswith("ing") and len(text) > 5 else ""


def _with_under(found: list[Word], mark: Mapping[str, str]) -> list[Word]:
    """Whoever stands after a preposition is not the subject: "the screen of the agent failed"."""
    heads = {mark[name] for name in HEADS}
    seen = list(found)
    for i, word in enumerate(found):
        if heads.isdisjoint(word.marks):
            continue
        j = i - 1
        while j >= 0 and i - j < NEAR and mark["joint"] not in found[j].marks and found[j].text[0].isalnum():
            j -= 1
        while j >= 0 and i - j < 2 * NEAR and mark["det"] in found[j].marks:
            j -= 1
        if j >= 0 and mark["prep"] in found[j].marks:
            seen[i] = word._replace(marks=word.marks + mark["under"])
    return seen
