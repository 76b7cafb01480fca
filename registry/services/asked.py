"""Answering for one's function: what was put to it, and what the answer did to the door."""

from contextlib import suppress

from registry.domain.advice import Said
from registry.domain.asked import Asked, Moved, moved, nothing_here, put_to, question_put_to
from registry.domain.experiment import UnknownExperiment, experiment_id
from registry.domain.person import Asking
from registry.domain.sentence import Refusal
from registry.services.advice import answer_function
from registry.services.proposal import yardstick
from registry.services.recording import known
from registry.store import experiments, reviews
from registry.store.database import Database

AT_ONCE = 40
"""Experiments looked through for questions; no function lets that many wait."""


def asked_of(db: Database, asking: Asking) -> list[Asked]:
    """Every question that waits for the function of who asks, the longest waiting first."""
    asked = known(db, asking)
    if not asked.person.function:
        return []
    ids = reviews.asked_of(db, asked.person.function)[:AT_ONCE]
    found = experiments.dossiers_of(db, ids)
    return sorted((each for one in found for each in put_to(one, asked)), key=lambda each: each.since)


def question_of(db: Database, asking: Asking, code: str, question: str) -> Asked:
    """The *question* about the experiment *code*. Raises NothingToAnswer, which tells of no other's draft."""
    asked = known(db, asking)
    try:
        dossier = experiments.dossier(db, experiment_id(code))
    except UnknownExperiment as unknown:
        raise nothing_here(asked) from unknown
    return question_put_to(dossier, asked, question)


def answer(db: Database, asking: Asking, id: int, said: Said) -> Moved | None:
    """Answer the question; tells what that did to the door.

    None where the proposal's own figures cannot be true, so that it has no door yet. Raises AdviceRefused.
    """
    before = experiments.get(db, id).proposal
    after = answer_function(db, asking, id, said).proposal
    with suppress(Refusal):
        return moved(before, after, yardstick(db))
    return None
