"""Citing: an experiment that speaks for or against a learning, and a learning that helped somebody."""

from typing import NamedTuple

from registry.domain.experiment import Dossier
from registry.domain.facts import Citation, Use
from registry.domain.learning_facts import Speaks
from registry.domain.person import Asking
from registry.domain.sentence import Refusal
from registry.domain.standing import grade
from registry.domain.steps import check_step


class Citing(NamedTuple):
    """What somebody says of another experiment: that it speaks for or against what was learned."""

    experiment: int
    speaks: Speaks
    why: str = ""


class Helping(NamedTuple):
    """“This helped us”, said of what another experiment taught; with *helped* false it is taken back."""

    learning: int
    how: str = ""
    helped: bool = True


class CitationRefused(Refusal):
    """The experiment cannot be cited here."""


def cited(dossier: Dossier, asking: Asking, said: Citing, other: Dossier) -> Citation:
    """*other* as speaking for or against what *dossier* taught; it counts with its grade of today.

    Raises CitationRefused for a learning that cites itself, one that is not written, and for an
    experiment that nobody has tried.
    """
    check_step(dossier, asking, "cite")
    if other.id == dossier.id:
        raise CitationRefused("citation-of-itself", code=dossier.code)
    if dossier.learning is None:
        raise CitationRefused("citation-without-learning", code=dossier.code)
    if other.pilot is None:
        raise CitationRefused("citation-untried", code=other.code)
    return Citation(
        at=asking.at,
        by=asking.person.id,
        experiment=other.id,
        speaks=said.speaks,
        why=said.why,
        grade=grade(other),
    )


def used(dossier: Dossier, asking: Asking, said: Helping, taught: Dossier) -> Use:
    """What *taught* teaches as having helped *dossier*, or not, as it was *said*.

    Raises CitationRefused for its own learning, and where nothing was learned.
    """
    check_step(dossier, asking, "use")
    if taught.id == dossier.id:
        raise CitationRefused("use-of-itself", code=dossier.code)
    if taught.learning is None:
        raise CitationRefused("citation-without-learning", code=taught.code)
    return Use(at=asking.at, by=asking.person.id, learning=taught.id, how=said.how, helped=said.helped)


def citations(dossier: Dossier) -> tuple[Citation, ...]:
    """What is cited for and against the learning of *dossier*, of each experiment what was said last."""
    latest = {each.experiment: each for each in dossier.all(Citation)}
    return tuple(each for each in latest.values() if each.speaks is not Speaks.NEITHER)


def uses(dossier: Dossier) -> tuple[Use, ...]:
    """The learnings that helped *dossier*, of each what was said last."""
    latest = {each.learning: each for each in dossier.all(Use)}
    return tuple(each for each in latest.values() if each.helped)
