"""Help from another function, for every door: one conversation near the hinge, one question to who knows."""

from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier
from registry.domain.moment import Moment
from registry.domain.person import Asking, share_team
from registry.domain.proposal import Proposal
from registry.domain.review_facts import Conversation, FunctionAnswered, FunctionAsked
from registry.domain.risk import BY_NAME, Answer
from registry.domain.sentence import Refusal
from registry.domain.steps import check_step
from registry.domain.text import Text

RECORDED_UNTIL = timedelta(days=7)
"""How long after the start a conversation may still be recorded."""


class AdviceRefused(Refusal):
    """What was asked, answered or told of a conversation cannot be kept as it is."""


class Talked(BaseModel):
    """With somebody of which function, when, and what they suggested."""

    model_config = ConfigDict(frozen=True)

    function: Text = ""
    on: date
    suggested: Text = ""


class Said(BaseModel):
    """The answer to one risk question, and why."""

    model_config = ConfigDict(frozen=True)

    question: str
    answer: Answer = None
    why: Text = ""


def conversed(dossier: Dossier, asking: Asking, talked: Talked) -> Conversation:
    """A talk with somebody of another function. Raises AdviceRefused for a day to come, or too late."""
    check_step(dossier, asking, "converse")
    until = told_until(dossier)
    if not talked.function:
        raise AdviceRefused("conversation-with-whom")
    if talked.on > asking.at.date():
        raise AdviceRefused("conversation-in-the-future")
    if until is not None and asking.at > until:
        raise AdviceRefused("conversation-too-late", code=dossier.code)
    return Conversation(at=asking.at, by=asking.person.id, **talked.model_dump())


def told_until(dossier: Dossier) -> Moment | None:
    """Until when a conversation may still be recorded; None while nothing has started."""
    return None if dossier.pilot is None else dossier.pilot.at + RECORDED_UNTIL


def open_questions(dossier: Dossier) -> tuple[FunctionAsked, ...]:
    """What functions were asked and have not answered since, the longest waiting first."""
    waiting: dict[tuple[str, str], FunctionAsked] = {}
    for fact in dossier.facts:
        if isinstance(fact, FunctionAsked):
            waiting.setdefault(_what(fact), fact)
        elif isinstance(fact, FunctionAnswered):
            waiting.pop(_what(fact), None)
    return tuple(waiting.values())


def function_asked(dossier: Dossier, asking: Asking, question: str, function: str) -> FunctionAsked:
    """*function* is asked this one question."""
    check_step(dossier, asking, "ask_function")
    if question not in BY_NAME or not function.strip():
        raise AdviceRefused("ask-what-and-whom")
    return FunctionAsked(at=asking.at, by=asking.person.id, question=question, function=function)


def function_answered(dossier: Dossier, asking: Asking, said: Said) -> tuple[FunctionAnswered, Proposal]:
    """The answer of somebody of the function that was asked, and the proposal with it.

    A one-way door that was handed in stays as its reviewers see it: it is help, and no veto. There the
    team takes the answer over when it wants to. Raises AdviceRefused when nobody asked them, or without
    an answer, and RiskRefused for what is none.
    """
    check_step(dossier, asking, "answer_function")
    asked = next((fact for fact in open_questions(dossier) if _is_for(fact, asking, said.question)), None)
    if asked is None:
        raise AdviceRefused("answer-not-asked", code=dossier.code)
    if said.answer is None:
        raise AdviceRefused("answer-says-nothing")
    proposal, submission = dossier.proposal, dossier.submission
    answers = proposal.answers.with_answer(said.question, said.answer)
    fact = FunctionAnswered(
        at=asking.at,
        by=asking.person.id,
        question=said.question,
        function=asked.function,
        answer=answers.answer(said.question),
        why=said.why,
    )
    if submission is not None and submission.door is Door.ONE_WAY:
        return fact, proposal
    return fact, proposal.model_copy(update={"answers": answers})


def _is_for(asked: FunctionAsked, asking: Asking, question: str) -> bool:
    return asked.question == question and share_team(asked.function, asking.person.function)


def _what(fact: FunctionAsked | FunctionAnswered) -> tuple[str, str]:
    return fact.question, fact.function.strip().casefold()
