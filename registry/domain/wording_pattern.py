"""The small language of the wording patterns, turned into regular expressions over the shadow of a sentence.

forgot            the word; was/were one of these
<role>            a word of the list "role"; <role/team> of either; <role-under> of one and not the other
<!joint>          a word that is not of the list
_                 any word;  . any word or mark
, ? ! :           the mark itself, written \\, \\? \\! \\:
( a | b )         one of these;  x? x* x+ x{0,3} repeat, and * means at most four times
{who}             a phrase that has a name
not( a )          here, a does not follow
^ $               the beginning and the end of the sentence
[ a ]             the spot that the question points at; without it, the whole match
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from registry.domain.wording_words import Lexicon, split

PIECE = re.compile(
    r"\s*(?:(?P<open>\bnot\(|\(|\[)|(?P<close>\)|\])|(?P<bar>\|)|(?P<repeat>[?*+]|\{\d+(?:,\d*)?\})"
    r"|(?P<phrase>\{[a-z_]+\})|<(?P<without>!?)(?P<list>[a-z_./]+)(?:-(?P<but>[a-z_./]+))?>"
    r"|(?P<edge>[\^$])|(?P<any>_(?![\w])|\.)|\\?(?P<mark>(?<=\\).|,)|(?P<word>[\w'/&□-]+))"
)
MOST = 4
"""How often what may repeat without end is repeated at most: nothing here takes time without end."""
ANY_MARKS = r"[\x01-\x1f\x80-\xff]*"


class BadPattern(ValueError):
    """A pattern is not written in the language above; the message says where."""


@dataclass(frozen=True)
class Pattern:
    """A pattern that is ready to be searched for."""

    source: str
    expression: str
    needs: tuple[frozenset[str], ...]
    """Of each of these sets at least one word or mark must stand in the sentence."""

    @cached_property
    def find(self) -> re.Pattern[str]:
        """What searches the shadow; made when a sentence has all that it needs, for that takes a while."""
        return re.compile(self.expression)


def compiled(source: str, phrases: Mapping[str, str], known: Lexicon) -> Pattern:
    """The pattern written as *source*. Raises BadPattern."""
    reader = _Reader(_expanded(source, phrases), known)
    text, needs = reader.alternatives()
    if reader.at < len(reader.source):
        raise BadPattern(f"{source!r}: {reader.source[reader.at :]!r} is too much")
    # A word begins at the beginning or behind a blank.
    return Pattern(source, rf"(?<![^ ])(?:{text})", tuple(sorted(needs, key=len)))


def _expanded(source: str, phrases: Mapping[str, str]) -> str:
    for _ in range(8):
        found = re.search(r"\{([a-z_]+)\}", source)
        if not found:
            return source
        source = re.sub(r"\{([a-z_]+)\}", lambda name: _phrase(name[1], phrases), source)
    raise BadPattern(f"{source[:80]!r}: phrases within phrases without end")


def _phrase(name: str, phrases: Mapping[str, str]) -> str:
    if name not in phrases:
        raise BadPattern(f"there is no phrase {name!r}")
    return f"( {phrases[name]} )"


def _literal(texts: Sequence[str]) -> str:
    """Words as they are written; in the shadow a low line stands between those that an entry has joined."""
    return "".join(f"{re.escape(text)}(?:_|{ANY_MARKS} )" for text in texts)


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, source: str, known: Lexicon) -> None:
        self.source, self.known, self.at = source.strip(), known, 0

    def alternatives(self) -> tuple[str, list[frozenset[str]]]:
        """Alternatives up to a closing bracket: their expression, and what each of them needs."""
        text, needs = self.sequence()
        branches = [(text, needs)]
        while (piece := self.peek()) and piece["bar"]:
            self.at = piece.end()
            branches.append(self.sequence())
        if len(branches) == 1:
            return text, needs
        # One need of each branch: whichever branch it is, one of these is there.
        each = [min(needs, key=len) for _, needs in branches if needs]
        either = [frozenset[str]().union(*each)] if len(each) == len(branches) else []
        return "|".join(text for text, _ in branches), either

    def sequence(self) -> tuple[str, list[frozenset[str]]]:
        text, needs = "", list[frozenset[str]]()
        while (piece := self.peek()) and not (piece["bar"] or piece["close"]):
            self.at = piece.end()
            part, of_part, is_forbidden = self.part(piece)
            repeat = self.peek()
            if repeat and repeat["repeat"]:
                self.at = repeat.end()
                times = {"*": f"{{0,{MOST}}}", "+": f"{{1,{MOST}}}"}.get(repeat["repeat"], repeat["repeat"])
                part = f"(?:{part}){times}"
                if times[0] == "?" or times.startswith("{0"):
                    of_part = []
            text += part
            needs += [] if is_forbidden else of_part
        return text, needs

    def part(self, piece: re.Match[str]) -> tuple[str, list[frozenset[str]], bool]:
        if opens := piece["open"]:
            inner, needs = self.alternatives()
            closes = self.peek()
            if not closes or not closes["close"]:
                raise BadPattern(f"{self.source!r}: a bracket is not closed")
            self.at = closes.end()
            shape = {"(": "(?:{})", "[": "(?P<spot>{})", "not(": "(?!{})"}[opens]
            return shape.format(inner), needs, opens == "not("
        if piece["edge"]:
            return ("^" if piece["edge"] == "^" else "$"), [], False
        if piece["any"]:
            return ("[^ ]+ " if piece["any"] == "." else r"[\w□][^ ]* "), [], False
        if mark := piece["mark"]:
            return f"{re.escape(mark)}{ANY_MARKS} ", [frozenset({mark})], False
        if piece["list"]:
            return (*self.listed(piece), False)
        if not piece["word"]:
            raise BadPattern(f"{self.source!r}: {piece[0]!r} cannot stand here")
        options = [
            [option] if option[0] == "'" else split(option.replace("_", " "), self.known)
            for option in piece["word"].split("/")
        ]
        return (
            f"(?:{'|'.join(_literal(option) for option in options)})",
            [frozenset(option[0] for option in options)],
            False,
        )

    def listed(self, piece: re.Match[str]) -> tuple[str, list[frozenset[str]]]:
        inside = "".join(re.escape(self.mark(name)) for name in piece["list"].split("/"))
        if piece["without"]:
            return rf"[\w□][^ {inside}]* ", []
        outside = "".join(re.escape(self.mark(name)) for name in (piece["but"] or "").split("/") if name)
        # `[^ …]*` cannot pass the mark itself, so that there is one way to read a word.
        return f"[^ {inside}{outside}]*[{inside}][^ {outside}]* ", [
            frozenset(self.mark(name) for name in piece["list"].split("/"))
        ]

    def mark(self, name: str) -> str:
        if name not in self.known.marks:
            raise BadPattern(f"{self.source!r}: there is no list {name!r}")
        return self.known.marks[name]

    def peek(self) -> re.Match[str] | None:
        piece = PIECE.match(self.source, self.at)
        if piece is None and self.source[self.at :].strip():
            raise BadPattern(f"{self.source!r}: {self.source[self.at :]!r} cannot be read")
        return piece
