"""The forms of a verb: "forget=forgot=forgotten" and "overlook" say all there is to know."""

import re

VOWELS = frozenset("aeiou")
SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]")
"""One short syllable: its last letter is doubled, as in "dropped"."""
DOUBLED = frozenset({"forget", "admit", "refer", "overlap", "cancel", "label", "mislabel"})
"""Longer ones whose last letter is doubled, too."""


def forms(entry: str) -> dict[str, str]:
    """The finite forms of a verb under "" (two, joined by a bar), and those under "base", "done" and "ing".

    Only the first word of *entry* changes: "drop the ball" becomes "dropped the ball".
    """
    first, _, rest = entry.strip().partition(" ")
    base, *irregular = first.split("=")
    if irregular and len(irregular) < 2:
        irregular *= 2
    past, done = irregular if irregular else (_past(base), _past(base))
    tail = f" {rest}" if rest else ""
    return {
        "": f"{past}{tail}|{_third(base)}{tail}",
        "base": base + tail,
        "done": done + tail,
        "ing": _ing(base) + tail,
    }


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if _is_doubled(base) else f"{base}ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}ing"
    return f"{base}{base[-1]}ing" if _is_doubled(base) else f"{base}ing"


def _is_doubled(base: str) -> bool:
    return base in DOUBLED or SHORT.fullmatch(base) is not None
