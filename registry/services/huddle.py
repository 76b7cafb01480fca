"""The huddle card of a day: chosen by the domain, of what the registry may tell a whole room."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from registry.domain.experiment import Dossier
from registry.domain.huddle import Candidate, Card, Skipped, Story, Told, story_of, told_of, turns
from registry.services.thanks import thanks_told
from registry.store import experiments, week
from registry.store.database import Database

MOST_OPENED = 20
"""Dossiers opened for one part, should the first ones have nothing to show after all."""

FIRST = Skipped()

Part = TypeVar("Part", Story, Told)


def huddle(db: Database, day: date, skipped: Skipped = FIRST) -> Card:
    """The card of *day*; of each part another one for each time that somebody asked for one."""
    grateful = thanks_told(db, date.min, day)
    given = [Candidate(thanks.at.date(), number) for number, (thanks, _) in grateful.items()]
    return Card(
        day,
        _part(db, _order(week.stories(db, day), day, skipped, 0), lambda dossier: story_of(dossier, day)),
        _part(db, _order(week.learnings(db, day), day, skipped, 1), told_of),
        next((grateful[number][1] for number in _order(given, day, skipped, 2)), None),
    )


def _part(db: Database, order: Sequence[int], part_of: Callable[[Dossier], Part | None]) -> Part | None:
    for number in order[:MOST_OPENED]:
        part = part_of(experiments.dossier(db, number))
        if part is not None:
            return part
    return None


def _order(pool: Sequence[Candidate], day: date, skipped: Skipped, part: int) -> tuple[int, ...]:
    order = turns(pool, day, part)
    start = skipped[part] % len(order) if order else 0
    return order[start:] + order[:start]
