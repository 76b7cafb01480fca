"""Who is named where somebody is thanked: people who agreed to it, and nobody else."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from registry.domain.facts import Thanks

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3
"""Letters of a name; what is shorter stands for other things too often."""


def calling_names(names: Iterable[str]) -> frozenset[str]:
    """The words by which people of these *names* are called: their first and their last ones."""
    found = ([each for each in _words(name) if len(each) >= SHORTEST] for name in names)
    return frozenset(word for words in found for word in (*words[:1], *words[-1:]))


def names_nobody(text: str, calling: AbstractSet[str]) -> bool:
    """Whether none of the words by which people are called stands in *text*, in capitals or not.

    A word that is a name and something else (“will”) counts as the name: what is not told here still
    stands where it was said.
    """
    return calling.isdisjoint(_words(text))


def whom_named(thanks: Thanks, agreed: AbstractSet[int], names: Mapping[int, str]) -> str:
    """Whom *thanks* names: the person thanked, where they agreed to it; empty for a team, and for others."""
    return names.get(thanks.whom, "") if thanks.whom is not None and thanks.whom in agreed else ""


def _words(text: str) -> list[str]:
    """The words of *text*, without their accents and in small letters."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(char for char in bare if not unicodedata.combining(char)))
