"""Learnings in a registry, taught on the days that a test names."""

from datetime import datetime, timedelta
from typing import Any

from registry.domain.citing import Citing, Helping
from registry.domain.decision import Verdict
from registry.domain.experiment import Origin, Relation
from registry.domain.facts import Choice, Learning
from registry.domain.learning_facts import Speaks
from registry.domain.person import Person
from registry.domain.pilot import StartingPoint
from registry.domain.proposal import Idea
from registry.services import pilot
from registry.services.decision import decide
from registry.services.learning import cite, learn, use
from registry.services.proposal import begin
from registry.services.recording import tell
from registry.store import experiments
from registry.store.database import Database, writing
from registry.store.history import Entry
from tests.nouns import CARD, NOON, OLGA, asking


def day(number: int) -> datetime:
    """Noon, so many days after the first."""
    return NOON + timedelta(days=number)


def drafted(db: Database, by: Person = OLGA, change: str = "", came_from: int | None = None) -> int:
    """A draft of *by*, which came out of another experiment when one is named."""
    idea = Idea(change=change) if change else CARD.idea
    proposal = CARD.model_copy(update={"idea": idea})
    if came_from is None:
        return begin(db, asking(person=by), proposal).id
    origin = Origin(experiment=came_from, relation=Relation.TRIES_BIGGER)
    with writing(db):
        draft = experiments.add(db, asking(person=by), proposal, origin, by.team)
        tell(db, asking(person=by), draft.id, Entry("begin"))
    return draft.id


def tried(db: Database, by: Person = OLGA, change: str = "", came_from: int | None = None) -> int:
    """A small idea that was tried and kept."""
    number = drafted(db, by, change, came_from)
    pilot.start(db, asking(person=by), number, StartingPoint())
    decide(db, asking(person=by), number, Verdict(choice=Choice.KEEP_HERE))
    return number


def taught(db: Database, at: datetime = NOON, by: Person = OLGA, change: str = "", **said: Any) -> int:
    """An experiment that taught what is *said*, at the moment *at*; it may have come out of another one."""
    number = tried(db, by, change, said.pop("came_from", None))
    revised(db, number, at, by, **({"tell_others": "Cards work"} | said))
    return number


def revised(db: Database, number: int, at: datetime, by: Person = OLGA, **said: Any) -> None:
    """What experiment *number* taught, as it is *said* from the moment *at* on."""
    fields = {"at": at, "by": by.id} | said
    seen = len(experiments.dossier(db, number).all(Learning))
    learn(db, asking(at, by), number, Learning.model_validate(fields), seen=seen)


def cited(  # noqa: PLR0913, PLR0917 - who says what of which, and when
    db: Database, number: int, other: int, speaks: Speaks, at: datetime, by: Person = OLGA
) -> None:
    """*other* cited for or against what *number* taught."""
    cite(db, asking(at, by), number, Citing(other, speaks, "So it was there"))


def helped(db: Database, number: int, by: int, at: datetime, who: Person = OLGA) -> None:
    """*number* was helped by what *by* taught."""
    use(db, asking(at, who), number, Helping(by, "It told us where to begin"))
