"""How firmly a learning stands: from the experiments cited for and against it, weighed by evidence grade."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from registry.domain.evidence import Grade
from registry.domain.experiment import Dossier
from registry.domain.learning_facts import Citation, Speaks


class Standing(StrEnum):
    """From the weakest to the firmest, and what was found not to hold."""

    EMERGING = "emerging"
    SUPPORTED = "supported"
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"


WEIGHTS: Mapping[Grade, int] = {Grade.A: 4, Grade.B: 4, Grade.C: 2, Grade.D: 1, Grade.E: 1}
"""What one experiment weighs. By chance weighs four times what was only noticed."""

SUPPORTED_FROM = 4
"""As much as one experiment that decided by chance, or four that noticed the same."""
CONFIRMED_FROM = 8
"""As much as two that decided by chance; the second is never the one that taught it."""


class Weighed(NamedTuple):
    """One experiment that speaks for or against a learning."""

    experiment: int
    speaks: Speaks
    grade: Grade | None


def grade(dossier: Dossier) -> Grade | None:
    """How *dossier* knows what it found; None before it was tried.

    A pilot whose reading is invalid, or that looked and listened, noticed: E.
    """
    if dossier.pilot is None:
        return None
    decision, reading = dossier.decision, dossier.reading
    frozen = None if decision is None else decision.evidence
    evidence = frozen or (None if reading is None else reading.evidence)
    if evidence is None or evidence.recommendation.rule == "invalid":
        return Grade.E
    return evidence.grade


def weighed(dossier: Dossier) -> tuple[Weighed, ...]:
    """What speaks for and against the learning of *dossier*: the experiment itself first, each one once."""
    own = Weighed(dossier.id, Speaks.FOR, grade(dossier))
    latest = {each.experiment: each for each in dossier.all(Citation)}
    cited = (Weighed(each.experiment, each.speaks, each.grade) for each in latest.values())
    return (own, *(each for each in cited if each.speaks is not Speaks.NEITHER))


def standing_of(dossier: Dossier) -> Standing | None:
    """Where the learning of *dossier* stands; None while there is none."""
    return None if dossier.learning is None else standing(weighed(dossier))


def standing(evidence: Iterable[Weighed]) -> Standing:
    """Where a learning stands that *evidence* speaks for and against.

    Contradicted when what speaks against it weighs at least as much as what speaks for it. Otherwise
    supported from SUPPORTED_FROM, and confirmed from CONFIRMED_FROM with two experiments or more for it,
    each after taking off what speaks against it. More for it never lowers it, more against it never
    raises it.
    """
    known = tuple(evidence)
    speaking_for = [each for each in known if each.speaks is Speaks.FOR]
    pro = sum(_weight(each) for each in speaking_for)
    contra = sum(_weight(each) for each in known if each.speaks is Speaks.AGAINST)
    if contra and contra >= pro:
        return Standing.CONTRADICTED
    if pro - contra >= CONFIRMED_FROM and len(speaking_for) > 1:
        return Standing.CONFIRMED
    return Standing.SUPPORTED if pro - contra >= SUPPORTED_FROM else Standing.EMERGING


def _weight(each: Weighed) -> int:
    return 0 if each.grade is None else WEIGHTS[each.grade]
