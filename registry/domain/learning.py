"""Writing down what was learned: about the world, never about who was at fault."""

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.person import Asking
from registry.domain.sentence import Refusal
from registry.domain.steps import check_step


class NothingLearned(Refusal):
    """A learning without a word in it."""


def learned(dossier: Dossier, asking: Asking, learning: Learning) -> Learning:
    """*learning* as what this experiment taught; a later one is its revision.

    Raises NothingLearned when every field is empty. No single field is required.
    """
    check_step(dossier, asking, "learn")
    written = learning.model_copy(update={"hard_to_see": tuple(filter(None, learning.hard_to_see))})
    if not any(written.model_dump(exclude={"at", "by", "kind"}).values()):
        raise NothingLearned("learning-empty")
    return written


def prefilled(dossier: Dossier, asking: Asking) -> Learning:
    """What the registry already knows of the six fields: the learning so far, else what was expected."""
    if dossier.learning is not None:
        return dossier.learning
    pilot = dossier.pilot
    expected = "" if pilot is None else pilot.expected
    return Learning(at=asking.at, by=asking.person.id, expected=expected)
