"""Looking again: when a learning is worth another look, because its day has come or something touches it."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.journey import Journey
from registry.domain.learning import looked_at_again
from registry.domain.moment import Moment
from registry.domain.organisation import Topic
from registry.domain.person import Asking


class Near(StrEnum):
    """How another experiment stands near a learning, the nearest first."""

    AGAINST = "against"
    """It is cited against it."""
    MIND = "mind"
    """Its words resemble what the team said would change its mind."""
    CITES_AGAINST = "cites_against"
    """It cites this one as speaking against its own learning."""
    CITES_FOR = "cites_for"
    """It cites this one as speaking for its own learning."""
    CAME_FROM = "came_from"
    """It came out of this one, over however many generations."""
    HELPED_BY = "helped_by"
    """This learning helped it."""
    PLACE = "place"
    """It serves the same promise, at the same stage of the journey or on the same topic."""


NEAREST = tuple(Near)
MIND_CHANGERS = frozenset({Near.AGAINST, Near.MIND})
"""What may be the very thing that the team said would change its mind."""

WHERE = ("promise", "stage", "topic")
"""What says where a learning belongs, when two are compared; a channel alone says little."""


class Touch(NamedTuple):
    """An experiment that touches a learning: how, and since when."""

    experiment: int
    near: Near
    at: Moment
    """When it was learned from, cited, or said to have been helped."""


class Reminder(NamedTuple):
    """A learning that is worth another look, and why."""

    dossier: Dossier
    due: date | None
    """Its day to look again, where that has come."""
    touches: tuple[Touch, ...]
    """What touched it since its last revision, the oldest first."""

    @property
    def since(self) -> date:
        """Since which day it is worth another look."""
        days = [touch.at.date() for touch in self.touches]
        return min([*days, self.due] if self.due else days)

    @property
    def mind_changers(self) -> tuple[Touch, ...]:
        """What may be what the team said would change its mind."""
        return tuple(each for each in self.touches if each.near in MIND_CHANGERS)


def is_due(learning: Learning, today: date) -> bool:
    """Whether the day to look at *learning* again has come."""
    return learning.look_again is not None and learning.look_again <= today


def touches(learning: Learning, found: Iterable[Touch]) -> tuple[Touch, ...]:
    """Those of *found* that are newer than *learning*'s last revision, the oldest first.

    Each experiment stands there once, with the nearest of the ways in which it is near.
    """
    newer = [each for each in found if each.at > learning.at]
    nearest: dict[int, Touch] = {}
    for each in sorted(newer, key=lambda touch: (NEAREST.index(touch.near), touch.at)):
        nearest.setdefault(each.experiment, each)
    return tuple(sorted(nearest.values(), key=lambda touch: (touch.at, touch.experiment)))


def reminder(dossier: Dossier, found: Iterable[Touch], today: date) -> Reminder | None:
    """Why what *dossier* taught is worth another look *today*; None while nothing asks for one."""
    learning = dossier.learning
    if learning is None:
        return None
    due = learning.look_again if is_due(learning, today) else None
    newer = touches(learning, found)
    return Reminder(dossier, due, newer) if due or newer else None


def oldest_first(reminders: Iterable[Reminder | None]) -> tuple[Reminder, ...]:
    """*reminders*, the one that waits the longest first."""
    waiting = (each for each in reminders if each is not None)
    return tuple(sorted(waiting, key=lambda each: (each.since, each.dossier.id)))


def is_elsewhere(one: Journey, other: Journey) -> bool:
    """Whether both say where they belong, and agree in nothing: then words in common are a coincidence."""
    places = [(here, getattr(other, name)) for name, here in one if name in WHERE]
    is_said = any(here for here, _ in places) and any(there for _, there in places)
    return is_said and not any(here and here == there for here, there in places)


def still_holds(learning: Learning, asking: Asking, topics: Sequence[Topic], topic: str) -> Learning:
    """*learning* in the same words, to be looked at again after as long as its *topic* usually holds."""
    again = looked_at_again(topics, topic, asking.at.date())
    return learning.model_copy(update={"at": asking.at, "by": asking.person.id, "look_again": again})
