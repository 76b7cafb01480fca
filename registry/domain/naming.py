"""How names, teams, functions and addresses are written down, so that one thing has one name."""

import re
import unicodedata
from collections.abc import Iterable

from registry.domain.difference import merged
from registry.domain.person import Person, PersonRefused, share_team
from registry.domain.text import cleaned

TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Marks that turn the direction of whatever is written after them, our own words too."""

ADDRESS = re.compile(r'[^\s@<>(),;:"]+@[^\s@<>(),;:"]+')


def one_line(text: str) -> str:
    """*text* in one line with single blanks, its accents composed one way; empty when nothing in it shows."""
    line = " ".join(unicodedata.normalize("NFC", cleaned(text)).translate(TURNING).split())
    return line if any(unicodedata.category(char)[0] in "LNPS" for char in line) else ""


def address(text: str) -> str:
    """The e-mail address *text* as it is kept: in small letters. Raises PersonRefused for what is none."""
    line = one_line(text).lower()
    if not (ADDRESS.fullmatch(line) and line.isprintable()):
        raise PersonRefused("person-email-shape")
    return line


def as_known(text: str, known: Iterable[str]) -> str:
    """*text* as one of *known* spells it already, where only capitals and blanks differ."""
    line = one_line(text)
    return next((each for each in known if share_team(each, line)), line)


def as_meant(seen: Person, wanted: Person, now: Person) -> Person:
    """*now* with what somebody who saw *seen* made of it: what they left alone stays as others set it.

    Roles are given and taken one by one.
    """
    given, taken = wanted.roles - seen.roles, seen.roles - wanted.roles
    roles = now.roles - taken | given
    return merged(seen, wanted, now).model_copy(update={"roles": roles})
