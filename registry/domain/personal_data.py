"""Where a text names somebody: e-mail addresses, phone numbers, payment cards and bank accounts in it.

Only pointed at while somebody writes, so that they may ask themselves whether the story needs it; nothing
here refuses, changes or keeps anything. Few false alarms matter more than finding every odd writing.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from registry.domain.payment_numbers import accounts, cards
from registry.domain.phone_numbers import phones
from registry.domain.spelling import INVISIBLE, Place

MOST_BEFORE = 64
"""Characters before the @ of an address. Source: RFC 5321, 4.5.3.1.1."""

MOST_AFTER = 255
"""Characters of a domain. Source: RFC 5321, 4.5.3.1.2."""

LOCAL_PART = re.compile(r"[\w!#$%&'*+^`{|}~-]+(?:\.[\w!#$%&'*+^`{|}~-]+)*\Z")
"""A dot-atom of RFC 5322, 3.2.3, with letters of any script (RFC 6532), less = / and ?, which in prose and
in addresses of pages stand before an address rather than in it."""

DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:xn--[a-z0-9-]*[a-z0-9]|[^\W\d_]{2,})(?![\w-])", re.I)
"""Labels with a dot between them, the last of letters only: “3 @ 2.50” and “@home” are none."""


class Kind(StrEnum):
    """What a spot looks like."""

    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    ACCOUNT = "account"


class Spot(NamedTuple):
    """A place in a text that looks like somebody's personal data."""

    kind: Kind
    start: int
    end: int
    """Up to, not including, this character."""
    text: str
    """What stands there, as it was typed."""


def spots(text: str) -> tuple[Spot, ...]:
    """What looks like personal data in *text*, in order, no two overlapping; in time linear in its length.

    Full-width and other scripts' digits count as digits, and invisible characters do not hide anything.
    """
    bare, at = _as_compared(text)
    found: dict[int, Spot] = {}
    taken = bytearray(len(bare))
    for kind, find in FINDERS.items():
        for start, end in find(bare):
            if any(taken[start:end]):
                continue
            taken[start:end] = bytes([1]) * (end - start)
            first, last = at[start], at[end - 1] + 1
            found[first] = Spot(kind, first, last, text[first:last])
    return tuple(found[start] for start in sorted(found))


def emails(text: str) -> Iterator[Place]:
    """The e-mail addresses in *text*."""
    before = 0
    for match in re.finditer("@", text):
        at = match.start()
        local = LOCAL_PART.search(text, max(before, at - MOST_BEFORE), at) if at else None
        domain = DOMAIN.match(text, at + 1, at + 1 + MOST_AFTER)
        if local and domain:
            yield Place(local.start(), domain.end())
        before = at + 1


FINDERS: Mapping[Kind, Callable[[str], Iterator[Place]]] = {
    Kind.EMAIL: emails,
    Kind.ACCOUNT: accounts,
    Kind.CARD: cards,
    Kind.PHONE: phones,
}
"""Who finds what; where two find something in one place, the earlier is right."""


def _as_compared(text: str) -> tuple[str, Sequence[int]]:
    """*text* in plain digits, blanks and dashes without what is invisible, and where each of it stood."""
    if text.isascii():
        return text, range(len(text))
    kept = [(at, _plain(char)) for at, char in enumerate(text) if not INVISIBLE.match(char)]
    return "".join(char for _, char in kept), [at for at, _ in kept]


@lru_cache(maxsize=4_096)
def _plain(char: str) -> str:
    """One character for one: the digit, the blank or the dash that it is, else its usual width."""
    category = unicodedata.category(char)
    match category:
        case "Nd":
            return str(unicodedata.decimal(char))
        case "Zs":
            return " "
        case "Pd":
            return "-"
        case "No" | "Nl":  # “10²” is no 102
            return char
        case _:
            usual = unicodedata.normalize("NFKC", char)
            return usual if len(usual) == 1 else char
