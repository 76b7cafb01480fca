"""What comes back to a team: thanks, a question, a customer's words that somebody heard, an estimate."""

from registry.domain.experiment import Dossier
from registry.domain.facts import CostEstimate, Heard, Question, Reply, Thanks
from registry.domain.person import Asking
from registry.domain.sentence import Refusal
from registry.domain.steps import check_step
from registry.domain.text import cleaned


class NothingSaid(Refusal):
    """There is not a word in it."""


def thanked(dossier: Dossier, asking: Asking, words: str, whom: int | None = None) -> Thanks:
    """A word of thanks to the team of *dossier*, or to one person *whom*. Raises NothingSaid."""
    check_step(dossier, asking, "thank")
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
    """What doing it for everybody would have cost, signed by who asks. Raises NothingSaid."""
    check_step(dossier, asking, "estimate_cost")
    return CostEstimate(at=asking.at, by=asking.person.id, amount=amount, how=_said(how))


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
