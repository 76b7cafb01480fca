"""One question put to a function: all of a proposal that whoever answers it is shown."""

from pydantic import BaseModel, ConfigDict

from registry.domain.advice import open_questions
from registry.domain.assessment import Door
from registry.domain.experiment import Dossier, experiment_code
from registry.domain.moment import Moment
from registry.domain.person import Asking, share_team
from registry.domain.proposal import Idea, Proposal, Quote
from registry.domain.review_facts import FunctionAnswered
from registry.domain.sentence import Refusal
from registry.domain.steps import can
from registry.domain.submission import Yardstick, assessment, profile, wants_conversation


class NothingToAnswer(Refusal):
    """The question was not put to who asks for it, or somebody has answered it."""


class Asked(BaseModel):
    """The question, the words it began with and the idea. What the proposers answered is not among it."""

    model_config = ConfigDict(frozen=True)

    experiment: int
    question: str
    function: str
    since: Moment
    quote: Quote
    idea: Idea

    @property
    def code(self) -> str:
        """The experiment's code, `CX-17`."""
        return experiment_code(self.experiment)


class Moved(BaseModel):
    """What an answer did to the door: its name before and after, near the hinge or not."""

    model_config = ConfigDict(frozen=True)

    before: Door
    was_near_hinge: bool
    after: Door
    is_near_hinge: bool

    @property
    def is_another_door(self) -> bool:
        """Whether it is told differently now."""
        return (self.before, self.was_near_hinge) != (self.after, self.is_near_hinge)


def put_to(dossier: Dossier, asking: Asking) -> tuple[Asked, ...]:
    """What the function of who asks was asked about *dossier*, and can still answer; oldest first."""
    if not can(dossier, asking, "answer_function"):
        return ()
    proposal = dossier.proposal
    return tuple(
        Asked(
            experiment=dossier.id,
            question=fact.question,
            function=fact.function,
            since=fact.at,
            quote=proposal.quote,
            idea=proposal.idea,
        )
        for fact in open_questions(dossier)
        if share_team(fact.function, asking.person.function)
    )


def question_put_to(dossier: Dossier, asking: Asking, question: str) -> Asked:
    """The *question* about *dossier*, where the function of who asks was asked it.

    Raises NothingToAnswer. To who works elsewhere it says the same whether the question is there or not.
    """
    found = next((each for each in put_to(dossier, asking) if each.question == question), None)
    if found is not None:
        return found
    for fact in reversed(dossier.all(FunctionAnswered)):
        if fact.question == question and share_team(fact.function, asking.person.function):
            raise NothingToAnswer("answer-given", day=fact.at.date().isoformat())
    raise nothing_here(asking)


def nothing_here(asking: Asking) -> NothingToAnswer:
    """What is said to who works in another function, or names something that is not there."""
    function = asking.person.function
    return NothingToAnswer("answer-nothing-here", function=function, has_function=int(bool(function)))


def moved(before: Proposal, after: Proposal, by: Yardstick) -> Moved:
    """What the change from *before* to *after* did to the door."""
    one, other = assessment(before, by), assessment(after, by)
    return Moved(
        before=one.door,
        was_near_hinge=wants_conversation(one, profile(before, by)),
        after=other.door,
        is_near_hinge=wants_conversation(other, profile(after, by)),
    )
