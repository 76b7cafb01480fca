"""What we now believe: learnings by the promise that they serve, each with what speaks for and against it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Generic, NamedTuple

from registry.domain.learning_facts import Learning
from registry.domain.listed import Line, Listed
from registry.domain.standing import Standing

MOST = 5
"""Learnings shown of each promise; all of them are one click away."""

FIRST_READ = (Standing.CONFIRMED, Standing.SUPPORTED, Standing.CONTRADICTED, Standing.EMERGING)
"""The firmest first. What was found not to hold stands before what was only noticed once: it is news."""


class Believed(NamedTuple, Generic[Line]):
    """What is believed about one promise; an empty promise is none."""

    promise: str
    learnings: tuple[Line, ...]
    """All of them, in the order of FIRST_READ, and the newest of each standing first."""


def believed(rows: Iterable[Line], promises: Sequence[str]) -> tuple[Believed[Line], ...]:
    """The learnings among *rows* by promise: in the organisation's order, then its older ones, then none."""
    by_promise: defaultdict[str, list[Line]] = defaultdict(list)
    for row in rows:
        if row.standing is not None:
            by_promise[row.promise].append(row)
    older = sorted(each for each in by_promise if each and each not in promises)
    order = [each for each in (*promises, *older, "") if each in by_promise]
    return tuple(Believed(each, tuple(sorted(by_promise[each], key=_firmest))) for each in order)


def nothing_learned(rows: Iterable[Listed], promises: Sequence[str]) -> tuple[str, ...]:
    """The *promises* about which nothing was learned yet."""
    learned = {row.promise for row in rows if row.standing is not None}
    return tuple(each for each in promises if each not in learned)


def _firmest(row: Listed) -> tuple[int, int, int]:
    place = len(FIRST_READ) if row.standing is None else FIRST_READ.index(row.standing)
    return place, -(row.learned_on or date.min).toordinal(), row.experiment


def in_one_sentence(learning: Learning) -> str:
    """What another team is told; where that is not written, what happened. It may be empty."""
    return learning.tell_others or learning.happened
