"""What came back to somebody's team lately: questions that wait, and thanks."""

from typing import NamedTuple

from registry.domain.echo import open_questions
from registry.domain.experiment import Dossier
from registry.domain.facts import Question, Thanks
from registry.domain.moment import Moment
from registry.domain.person import Person
from registry.domain.reuse import TOLD_FOR
from registry.store import echoes, experiments
from registry.store.database import Database


class Asked(NamedTuple):
    """A question that nobody of the team answered yet."""

    dossier: Dossier
    question: Question


class Thanked(NamedTuple):
    """A word of thanks for one of the team's experiments."""

    dossier: Dossier
    thanks: Thanks


def questions_for(db: Database, reader: Person) -> tuple[Asked, ...]:
    """The questions that wait for an answer of the team of *reader*, the longest waiting first."""
    found = experiments.dossiers_of(db, echoes.questioned(db, reader))
    waiting = (Asked(dossier, each) for dossier in found for _, each in open_questions(dossier))
    return tuple(sorted(waiting, key=lambda each: each.question.at))


def thanks_for(db: Database, reader: Person, at: Moment) -> tuple[Thanked, ...]:
    """The thanks of others that the team of *reader* got lately, newest first."""
    since = at - TOLD_FOR
    found = experiments.dossiers_of(db, echoes.thanked(db, reader, since))
    said = (Thanked(dossier, each) for dossier in found for each in dossier.all(Thanks))
    lately = (each for each in said if each.thanks.at >= since and each.thanks.by != reader.id)
    return tuple(sorted(lately, key=lambda each: each.thanks.at, reverse=True))
