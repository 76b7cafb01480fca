"""What comes back to a team: thanks, a question, a customer's words that somebody heard, an estimate."""

from collections.abc import Set
from math import isfinite

from registry.domain.experiment import Dossier
from registry.domain.facts import CostEstimate, Heard, Question, Reply, Thanks
from registry.domain.person import Asking
from registry.domain.sentence import Refusal
from registry.domain.steps import check_step
from registry.domain.text import cleaned


class NothingSaid(Refusal):
    """There is not a word in it."""


class NotNamed(Refusal):
    """Somebody is thanked in person who did not agree to be named, or does not any more."""


class EstimateRefused(Refusal):
    """The amount cannot be what something would have cost."""


def thanked(
    dossier: Dossier, asking: Asking, words: str, whom: int | None = None, *, agreed: Set[int] = frozenset()
) -> Thanks:
    """A word of thanks to the team of *dossier*, or to one person *whom*, of those who *agreed* to be named.

    Raises NothingSaid, NotNamed.
    """
    check_step(dossier, asking, "thank")
    if whom is not None and whom not in agreed:
        raise NotNamed("thanks-not-agreed")
    return Thanks(at=asking.at, by=asking.person.id, words=_said(words), whom=whom)


def question_asked(dossier: Dossier, asking: Asking, words: str) -> Question:
    """A what-or-how question to the team of *dossier*. Raises NothingSaid."""
    check_step(dossier, asking, "ask")
    return Question(at=asking.at, by=asking.person.id, words=_said(words))


def replied(dossier: Dossier, asking: Asking, question: int, words: str) -> Reply:
    """The answer to the question with this number, from 1. Raises NothingSaid."""
    check_step(dossier, asking, "reply")
    if not 1 <= question <= len(dossier.all(Question)):
        raise NothingSaid("question-unknown", code=dossier.code)
    return Reply(at=asking.at, by=asking.person.id, question=question, words=_said(words))


def heard(dossier: Dossier, asking: Asking, words: str, source: str) -> Heard:
    """A customer's words that who asks heard themselves. Raises NothingSaid."""
    check_step(dossier, asking, "hear")
    return Heard(at=asking.at, by=asking.person.id, words=_said(words), source=source)


def cost_estimated(dossier: Dossier, asking: Asking, amount: float, how: str) -> CostEstimate:
    """What doing it for everybody would have cost, signed by who asks.

    Raises NothingSaid, EstimateRefused.
    """
    check_step(dossier, asking, "estimate_cost")
    if not (isfinite(amount) and amount >= 0):
        raise EstimateRefused("estimate-below-zero")
    return CostEstimate(at=asking.at, by=asking.person.id, amount=amount, how=_said(how))


def replies_to(dossier: Dossier, number: int) -> tuple[Reply, ...]:
    """What the team answered to the question with this *number*, from 1; the first answer first."""
    return tuple(each for each in dossier.all(Reply) if each.question == number)


def is_named(thanks: Thanks, agreed: Set[int]) -> bool:
    """Whether who is thanked is named: they are among those who *agreed*, as of now."""
    return thanks.whom is not None and thanks.whom in agreed


def open_questions(dossier: Dossier) -> tuple[tuple[int, Question], ...]:
    """The questions that nobody answered yet, with their numbers from 1."""
    answered = {each.question for each in dossier.all(Reply)}
    asked = enumerate(dossier.all(Question), start=1)
    return tuple((number, each) for number, each in asked if number not in answered)


def _said(words: str) -> str:
    text = cleaned(words)
    if not text:
        raise NothingSaid("nothing-said")
    return text
