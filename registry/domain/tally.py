"""Tallies: what was counted while looking and listening, put together by day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from registry.domain.facts import Note


class Tally(NamedTuple):
    """One thing that was counted, in the words in which it was counted first."""

    what: str
    by_day: Mapping[date, int]

    @property
    def total(self) -> int:
        """Of all days."""
        return sum(self.by_day.values())


def tallies(notes: Iterable[Note]) -> tuple[Tally, ...]:
    """The counts among *notes*, each thing once; blanks and capitals make no other thing of it."""
    first: dict[str, str] = {}
    counts: dict[str, Counter[date]] = {}
    for note in notes:
        if note.count is not None:
            key = " ".join(note.words.split()).casefold()
            first.setdefault(key, note.words)
            counts.setdefault(key, Counter())[note.at.date()] += note.count
    return tuple(Tally(first[key], dict(sorted(by_day.items()))) for key, by_day in counts.items())
