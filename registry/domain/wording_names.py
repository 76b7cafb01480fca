"""Who is a person by name, and who is under a preposition: marks that a word gets by how it looks and stands."""

from collections.abc import Mapping, Sequence

from registry.domain.wording_words import HEADS, NOT_LY, Lexicon, Word

NO_NAME = ("s", "ing", "tion", "sion", "ment", "ness", "ity", "ed", "ly")
"""How words end that are no names, where a capital only begins the sentence."""
NEAR = 4
"""How many words a determiner may stand before its noun: "the new night shift manager"."""


def marked(found: Sequence[Word], own: str, known: Lexicon) -> list[Word]:
    """The words with the marks that follow from their look and place."""
    mark = known.marks
    shouted = own.isupper()
    is_question = own.rstrip(" \"')”»").endswith("?")
    seen: list[Word] = []
    first = True
    for word in found:
        extra = ""
        if word.text[0].isalpha():
            before = seen[-1] if seen else None
            capital = own[word.start].isupper() and not shouted
            if word.text == "it" and own[word.start : word.end] == "IT" and not shouted:
                word = word._replace(marks=mark["team"])
            extra = _called(word, own, capital, first, before, mark)
            if first and is_question and mark["homograph"] in word.marks:
                extra = ""
            if word.text.endswith("ly") and len(word.text) > 4 and word.text not in NOT_LY:
                extra += mark["adverb"]
            if word.text.endswith("ed") and len(word.text) > 4:
                extra += mark["past"]
            if word.text.endswith("ing") and len(word.text) > 5:
                extra += mark["ing"]
            first = False
        elif word.text in ":;–—(":
            first = False
        seen.append(word._replace(marks=word.marks + extra) if extra else word)
    return _under(_software(seen, mark), mark)


def _called(
    word: Word, own: str, capital: bool, first: bool, before: Word | None, mark: Mapping[str, str]
) -> str:
    """The mark of a person's name, or of what may be one, or none."""
    if mark["first_name"] in word.marks:
        return mark["name"]
    if before and mark["name"] in before.marks and own[before.end : word.start] == "-":
        return mark["name"]
    if not capital:
        return ""
    if before and any(mark[name] in before.marks for name in ("title",)):
        return mark["name"]
    if mark["homograph"] in word.marks:
        return mark["maybe"] if first else mark["name"]
    if word.marks or len(word.text) < 2 or (own[word.start : word.end].isupper()):
        return ""
    if first:
        return "" if word.text.endswith(NO_NAME) else mark["maybe"]
    if before and mark["article"] in before.marks:
        return ""
    return mark["name"]


def _software(found: list[Word], mark: Mapping[str, str]) -> list[Word]:
    """A software agent, a package manager and a card reader are nobody."""
    seen: list[Word] = []
    for word in found:
        if mark["software_head"] in word.marks and seen and mark["software"] in seen[-1].marks:
            word = word._replace(marks=mark["thing"])
        seen.append(word)
    return seen


def _under(found: list[Word], mark: Mapping[str, str]) -> list[Word]:
    """Whoever stands after a preposition is not the subject: "the screen of the agent failed"."""
    heads = {mark[name] for name in HEADS}
    seen = list(found)
    for i, word in enumerate(found):
        if heads.isdisjoint(word.marks):
            continue
        j = i - 1
        while j >= 0 and i - j < NEAR and mark["joint"] not in found[j].marks and found[j].text[0].isalnum():
            j -= 1
        while j >= 0 and mark["det"] in found[j].marks:
            j -= 1
        if j >= 0 and mark["prep"] in found[j].marks:
            seen[i] = word._replace(marks=word.marks + mark["under"])
    return seen
