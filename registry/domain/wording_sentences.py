"""A text cut into its sentences, each with its place in the text, and what in it is somebody else's words.

What stands between quotation marks, and a line that begins with `>`, are a customer's: they are blotted out
by as many marks as they have characters, so that every place in the text stays where it is.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

BLOT = "\N{FULL BLOCK}"
"""Stands for one character of a customer's words."""
LONGEST_QUOTE = 2_000
"""Characters between two quotation marks; what is further apart belongs together by chance."""

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
CUSTOMERS_LINE = re.compile(r"\s*>")
BULLET = re.compile(r"\s*(?:[-*+•·–—▪◦‣#]+\s+|\(?\d{1,3}[.)]\s+|\(?[a-z]\)\s+|\[[ xX]?\]\s+)*")
STOPS = tuple(".!?…")
NOT_A_BREAK = re.compile(r"[^\r\n]")
STOP = re.compile(r"[.!?…]+[\"'”’»)\]█]*(?=\s)")
WORD_BEFORE = re.compile(r"[\w.]{1,12}$")
ABBREVIATIONS = """
approx apt art ave bros ca capt cf co col corp dept dr ed est etc ext fig gen hon inc incl jr ltd max min misc
nr p pp pt ref rep tel vol
"""
"""What ends with a full stop, and ends no sentence before a small letter or a digit."""
BEFORE_NAMES = "capt cf col dr e.g eg fr gen gov hon i.e ie lt mr mrs ms mx no nos prof rev sen sgt sr st vs"
"""What ends with a full stop, and ends no sentence before a capital either."""

_CLOSED_BY = {"“": "”", "„": '“”"', "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "‚": "‘’'"}


def _quotes() -> Iterator[re.Pattern[str]]:
    """Quotation marks in pairs: first those closed in the same line, then in the same paragraph."""
    for inside in ("[^{}\\n]", "(?:[^{}\\n]|\\n(?!\\s*\\n))"):
        for opens, closes in _CLOSED_BY.items():
            yield re.compile(f"{opens}{inside.format(closes)}{{1,{LONGEST_QUOTE}}}[{closes}]")
        yield re.compile(rf'(?<!\w)"{inside.format(chr(34))}{{1,{LONGEST_QUOTE}}}"(?!\w)')
    yield re.compile(rf"(?<!\w)(?:``|'')[^`\n]{{1,{LONGEST_QUOTE}}}?''(?!\w)")
    yield re.compile(
        rf"(?<!\w)['‘](?=\S)(?:[^'‘’\n]|(?<=\w)['’](?=\w)){{2,{LONGEST_QUOTE}}}(?<=\S)['’](?!\w)"
    )
    yield re.compile(f"[“„][^\n]{{1,{LONGEST_QUOTE}}}$", re.MULTILINE)


_QUOTES = tuple(_quotes())


class Written(NamedTuple):
    """One sentence: where it stands in the text, and what of it is the writer's own."""

    start: int
    end: int
    own: str
    """The sentence with customers' words blotted out, as long as the sentence."""


def sentences(text: str) -> Iterator[Written]:
    """The sentences of *text* in its order; a line's end ends one, and a customer's line is one."""
    all_own = _without_quotes(text)
    for line in LINE.finditer(text):
        start, end = _trimmed(text, line.start(), line.end())
        if start == end:
            continue
        if CUSTOMERS_LINE.match(line[0]):
            yield Written(start, end, BLOT * (end - start))
            continue
        yield from _cut(text, line.start(), all_own[line.start() : line.end()])


def _cut(text: str, at: int, own: str) -> Iterator[Written]:
    bullet = BULLET.match(own)
    begins = bullet.end() if bullet and bullet.end() < len(own) else 0
    for stop in STOP.finditer(own, begins):
        if _ends(own, stop):
            yield from _written(text, at, own, begins, stop.end())
            begins = stop.end()
    yield from _written(text, at, own, begins, len(own))


def _written(text: str, at: int, own: str, begins: int, ends: int) -> Iterator[Written]:
    start, end = _trimmed(text, at + begins, at + ends)
    if start < end:
        yield Written(start, end, own[start - at : end - at])


def _ends(own: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at *stop*, rather than an abbreviation, or a quote within a sentence."""
    after = own[stop.end() : stop.end() + 40].lstrip()
    if not after:
        return True
    is_small = after[0].islower()
    if stop[0][-1] in "\"'”’»)]█" or stop[0].startswith(("..", "…")):
        return not is_small
    if stop[0] != ".":
        return True
    before = WORD_BEFORE.search(own, max(0, stop.start() - 12), stop.start())
    word = before[0].strip(".").lower() if before else ""
    if word in BEFORE_NAMES.split() or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    return not (word in ABBREVIATIONS.split() and (is_small or after[0].isdigit()))


def _without_quotes(text: str) -> str:
    """*text* with quotes blotted out, line breaks and the stop before a closing mark left where they are."""
    for quote in _QUOTES:
        text = quote.sub(_blotted, text)
    return text


def _blotted(quote: re.Match[str]) -> str:
    blots = NOT_A_BREAK.sub(BLOT, quote[0])
    return f"{blots[:-2]}{quote[0][-2]}{BLOT}" if quote[0][-2:-1] in STOPS else blots


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
