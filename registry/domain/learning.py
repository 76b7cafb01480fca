"""Writing down what was learned: about the world, never about who was at fault."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.organisation import Topic
from registry.domain.person import Asking
from registry.domain.review_facts import Review
from registry.domain.sentence import Refusal
from registry.domain.steps import check_step


class NothingLearned(Refusal):
    """A learning without a word in it."""


class StaleLearning(Refusal):
    """Somebody else wrote a revision meanwhile."""


WRITTEN = ("expected", "happened", "surprised", "hard_to_see", "hard_to_hear", "tell_others", "next_step")
"""What is written of a learning, in the order in which it is read; both conditions are one field."""


def learned(dossier: Dossier, asking: Asking, learning: Learning, *, seen: int = 0) -> Learning:
    """*learning* as what this experiment taught; a later one is its revision. No single field is required.

    Raises NothingLearned when nothing is written, and StaleLearning when there are other revisions than
    the *seen* ones that the writer knew of.
    """
    check_step(dossier, asking, "learn")
    if seen != len(dossier.all(Learning)):
        raise StaleLearning("learning-stale", code=dossier.code)
    see, hear = (tuple(filter(None, said)) for said in (learning.hard_to_see, learning.hard_to_hear))
    written = learning.model_copy(update={"hard_to_see": see, "hard_to_hear": hear})
    if not any(getattr(written, name) for name in (*WRITTEN, "change_our_mind")):
        raise NothingLearned("learning-empty")
    return written


def prefilled(dossier: Dossier, asking: Asking) -> Learning:
    """What the registry already knows of a learning: the one so far, else what was expected beforehand."""
    if dossier.learning is not None:
        return dossier.learning
    pilot = dossier.pilot
    expected = "" if pilot is None else pilot.expected
    return Learning(at=asking.at, by=asking.person.id, expected=expected or dossier.proposal.expected)


class Expectation(NamedTuple):
    """The effect that somebody expected, as they wrote it before the start."""

    function: str
    """What a reviewer does; empty for the proposers. It says nothing of who they are."""
    words: str
    difference: float | None = None
    """In the primary metric's own units."""


def expectations(dossier: Dossier) -> tuple[Expectation, ...]:
    """What proposers and reviewers expected before the start, the proposers first. Nobody is named."""
    pilot = dossier.pilot
    own = () if pilot is None else (Expectation("", pilot.expected, pilot.expected_difference),)
    until = None if pilot is None else pilot.at
    reviewed = {
        review.by: review for review in dossier.all(Review) if until is None or review.at <= until
    }.values()
    others = (Expectation(review.function, review.expected) for review in reviewed)
    return tuple(each for each in (*own, *others) if each.words or each.difference is not None)


def looked_at_again(topics: Sequence[Topic], topic: str, today: date) -> date:
    """The day on which what is learned *today* about *topic* is looked at again."""
    months = next((each.months for each in topics if each.name == topic), 12)
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    # The 28th exists in every month.
    return date(year, month + 1, min(today.day, 28))
