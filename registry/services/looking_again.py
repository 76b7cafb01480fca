"""Which learnings are worth another look, for a team, for everybody, and of one experiment."""

from collections.abc import Sequence
from datetime import date

from registry.domain.experiment import Dossier
from registry.domain.journey import Journey
from registry.domain.looking_again import Near, Reminder, Touch, is_elsewhere, oldest_first, reminder
from registry.domain.moment import Moment
from registry.domain.person import Asking
from registry.services.recording import known
from registry.store import experiments, index, nearby, search
from registry.store.database import Database
from registry.store.index import Row

MOST = 3
"""Reminders at a time: nothing nags."""

READ = 10
"""In how many of a team's learnings the words that would change its mind are compared at a time."""

ALIKE = 0.5
"""The share of the words that would change a mind that are found again in what may be it."""


def worth_another_look(db: Database, asking: Asking, most: int = MOST) -> tuple[Reminder, ...]:
    """The learnings of the team of who asks that are worth another look, the longest waiting first.

    Words are compared only where days and links alone do not fill the list, and of READ learnings: the
    learning's own page compares them always.
    """
    asked = known(db, asking)
    mine = experiments.dossiers_of(db, nearby.of_team(db, asked.person))
    return _reminders(db, mine, asked.at.date(), most)


def of_everybody(db: Database, at: Moment, most: int = MOST) -> tuple[Reminder, ...]:
    """Whoever's learnings are worth another look since their day came or something was cited against them."""
    found = experiments.dossiers_of(db, nearby.of_everybody(db, at.date()))
    tied = nearby.tied(db, [each.id for each in found])
    against = {number: [each for each in told if each.near is Near.AGAINST] for number, told in tied.items()}
    return oldest_first(reminder(each, against.get(each.id, ()), at.date()) for each in found)[:most]


def reminder_of(db: Database, dossier: Dossier, at: Moment) -> Reminder | None:
    """Why what *dossier* taught is worth another look; None while nothing asks for one."""
    return reminder(dossier, [*_touching(db, [dossier])[dossier.id], *_resembling(db, dossier)], at.date())


def _reminders(db: Database, mine: Sequence[Dossier], today: date, most: int) -> tuple[Reminder, ...]:
    touching = _touching(db, mine)
    found = oldest_first(reminder(each, touching[each.id], today) for each in mine)
    if len(found) < most:
        silent = [each for each in mine if each.id not in {told.dossier.id for told in found}]
        found += oldest_first(reminder(each, _resembling(db, each), today) for each in _longest_ago(silent))
    told = (reminder(each.dossier, _all(db, each, touching), today) for each in found[:most])
    return tuple(each for each in told if each is not None)


def _touching(db: Database, dossiers: Sequence[Dossier]) -> dict[int, list[Touch]]:
    """What may touch each of *dossiers*, but for what resembles its words."""
    tied = nearby.tied(db, [each.id for each in dossiers])
    same = nearby.of_same_promise(db, dossiers)
    return {each.id: [*tied.get(each.id, ()), *same[each.id]] for each in dossiers}


def _all(db: Database, told: Reminder, touching: dict[int, list[Touch]]) -> list[Touch]:
    return [*touching[told.dossier.id], *_resembling(db, told.dossier)]


def _longest_ago(dossiers: Sequence[Dossier]) -> list[Dossier]:
    written = [(each.learning.at, each.id, each) for each in dossiers if each.learning is not None]
    return [dossier for *_, dossier in sorted(written, key=lambda each: each[:2])][:READ]


def _resembling(db: Database, dossier: Dossier) -> list[Touch]:
    """What was learned since elsewhere, in words that resemble what would change the team's mind."""
    learning = dossier.learning
    if learning is None or not learning.change_our_mind:
        return []
    found = search.similar(
        db, learning.change_our_mind, but_not=dossier.id, limit=search.SHORT_LIST, share=ALIKE
    )
    rows = index.by_ids(db, [each.experiment for each in found])
    near = [row.experiment for row in rows if not is_elsewhere(dossier.journey, _place(row))]
    taught = nearby.learned_at(db, near)
    return [Touch(number, Near.MIND, at) for number, at in taught.items()]


def _place(row: Row) -> Journey:
    return Journey(promise=row.promise, stage=row.journey_stage, topic=row.topic)
