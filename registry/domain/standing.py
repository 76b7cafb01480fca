"""How firmly a learning stands: from the experiments cited for and against it, weighed by evidence grade.

The steps follow GRADE, where what was randomised begins as high and what was observed begins as low
or very low: Balshem et al., Journal of Clinical Epidemiology 64 (2011), 401-406. The numbers are ours;
docs/standing.md says why.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from registry.domain.evidence import Action, Evidence, Grade
from registry.domain.experiment import Dossier
from registry.domain.learning_facts import Citation, Speaks


class Standing(StrEnum):
    """From the weakest to the firmest, and what was found not to hold."""

    EMERGING = "emerging"
    SUPPORTED = "supported"
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"


class Knows(StrEnum):
    """How an experiment knows what it says: all that its grade is asked for here."""

    CHANCE = "chance"
    OVER_TIME = "over_time"
    NOTICED = "noticed"


KNOWS: Mapping[Grade, Knows] = {
    Grade.A: Knows.CHANCE,
    Grade.B: Knows.CHANCE,
    Grade.C: Knows.OVER_TIME,
    Grade.D: Knows.NOTICED,
    Grade.E: Knows.NOTICED,
}
"""Before and after says “moved at the same time”, so it counts as noticed."""

WEIGHTS: Mapping[Knows, int] = {Knows.CHANCE: 4, Knows.OVER_TIME: 2, Knows.NOTICED: 1}
"""What one experiment weighs. By chance weighs four times what was only noticed."""

SUPPORTED_FROM = 4
"""As much as one experiment that decided by chance, or four that noticed the same."""
CONFIRMED_FROM = 8
"""As much as two that decided by chance; no single experiment weighs so much."""

OPEN = frozenset({Action.CANNOT_TELL, Action.KEEP_GOING})
"""What numbers say that have settled nothing."""


class Weighed(NamedTuple):
    """One experiment that speaks for or against a learning."""

    experiment: int
    speaks: Speaks
    grade: Grade | None


class Balance(NamedTuple):
    """What speaks for a learning and against it, counted by how it knows."""

    pro: Mapping[Knows, int]
    contra: Mapping[Knows, int]

    @property
    def weight_for(self) -> int:
        """What speaks for it weighs so much."""
        return _weight(self.pro)

    @property
    def weight_against(self) -> int:
        """What speaks against it weighs so much."""
        return _weight(self.contra)


def grade(dossier: Dossier) -> Grade | None:
    """How *dossier* knows what it found; None before it was tried.

    A pilot without a reading, with an invalid one, or with one that still comes in noticed: E. So did
    one whose comparison has settled nothing, however well it was made: a grade caps what may be said,
    and does not promise it.
    """
    if dossier.pilot is None:
        return None
    evidence = known_by(dossier)
    if evidence is None or evidence.recommendation.rule == "invalid" or is_unsettled(evidence):
        return Grade.E
    return evidence.grade


def known_by(dossier: Dossier) -> Evidence | None:
    """What the data of *dossier* said when it was decided, or at their end; None before both."""
    decision, reading = dossier.decision, dossier.reading
    frozen = None if decision is None else decision.evidence
    return frozen or (reading.evidence if reading is not None and reading.evidence.complete else None)


def is_unsettled(evidence: Evidence) -> bool:
    """Whether it compared arms, and the numbers settled nothing."""
    return KNOWS[evidence.grade] is not Knows.NOTICED and evidence.recommendation.action in OPEN


def weighed(dossier: Dossier) -> tuple[Weighed, ...]:
    """What speaks for and against the learning of *dossier*: the experiment itself first, each one once.

    It speaks for what it taught, whatever became of the change: “it did not work” is a learning too.
    """
    return with_citations(dossier.id, grade(dossier), dossier.all(Citation))


def with_citations(experiment: int, own: Grade | None, citations: Iterable[Citation]) -> tuple[Weighed, ...]:
    """What speaks for and against what *experiment* taught, from its *own* grade and its *citations*."""
    latest = {each.experiment: each for each in citations if each.experiment != experiment}
    cited = (Weighed(each.experiment, each.speaks, each.grade) for each in latest.values())
    return (
        Weighed(experiment, Speaks.FOR, own),
        *(each for each in cited if each.speaks is not Speaks.NEITHER),
    )


def balance(evidence: Iterable[Weighed]) -> Balance:
    """*evidence* counted; what was never tried weighs nothing and is left out."""
    tried = [(each.speaks, KNOWS[each.grade]) for each in evidence if each.grade is not None]
    return Balance(
        pro=Counter(knows for speaks, knows in tried if speaks is Speaks.FOR),
        contra=Counter(knows for speaks, knows in tried if speaks is Speaks.AGAINST),
    )


def standing_of(dossier: Dossier) -> Standing | None:
    """Where the learning of *dossier* stands; None while there is none."""
    return None if dossier.learning is None else standing(weighed(dossier))


def standing(evidence: Iterable[Weighed]) -> Standing:
    """Where a learning stands that *evidence* speaks for and against.

    Contradicted when what speaks against it weighs at least as much as what speaks for it. Otherwise
    supported from SUPPORTED_FROM, after taking off what speaks against it, and confirmed from
    CONFIRMED_FROM where one or more of them decided by chance: what was noticed, however often, is
    never confirmed. More for it never lowers it, more against it never raises it.
    """
    known = balance(evidence)
    left = known.weight_for - known.weight_against
    if known.weight_against and left <= 0:
        return Standing.CONTRADICTED
    if left >= CONFIRMED_FROM and known.pro[Knows.CHANCE]:
        return Standing.CONFIRMED
    return Standing.SUPPORTED if left >= SUPPORTED_FROM else Standing.EMERGING


def _weight(counted: Mapping[Knows, int]) -> int:
    return sum(WEIGHTS[knows] * n for knows, n in counted.items())
