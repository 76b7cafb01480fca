"""Help from another function: a conversation near the hinge, one question to those who know."""

from registry.domain.advice import Said, Talked, conversed, function_answered, function_asked
from registry.domain.experiment import Dossier
from registry.domain.person import Asking
from registry.services.recording import acting, record, save
from registry.store import experiments
from registry.store.database import Database
from registry.store.history import Entry, Sealed


def converse(db: Database, asking: Asking, id: int, talked: Talked) -> Dossier:
    """Keep that the team talked to somebody of another function. Raises AdviceRefused."""
    return record(db, asking, id, "converse", lambda dossier, asking: [conversed(dossier, asking, talked)])


def ask_function(db: Database, asking: Asking, id: int, question: str, function: str) -> Dossier:
    """Put one risk question to those who know."""
    return record(
        db,
        asking,
        id,
        "ask_function",
        lambda dossier, asking: [function_asked(dossier, asking, question, function)],
    )


def answer_function(db: Database, asking: Asking, id: int, said: Said) -> Dossier:
    """Answer it; while it is no one-way door in review, the proposal has the answer from then on.

    Raises AdviceRefused.
    """
    with acting(db, asking) as asked:
        dossier = experiments.dossier(db, id)
        if experiments.was_recorded(db, asked):
            return dossier
        fact, proposal = function_answered(dossier, asked, said)
        wrote: list[Sealed] = []
        if proposal != dossier.proposal:
            experiments.revise(db, asked, id, dossier.experiment.version, proposal)
            wrote.append(Sealed("experiments", id))
        return save(db, asked, dossier, Entry("answer_function", wrote=wrote), [fact])
