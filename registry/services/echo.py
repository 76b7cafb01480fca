"""What comes back to a team."""

from registry.domain.echo import cost_estimated, heard, question_asked, replied, thanked
from registry.domain.experiment import Dossier
from registry.domain.person import Asking
from registry.services.recording import record
from registry.store import agreements
from registry.store.database import Database


def thank(db: Database, asking: Asking, id: int, words: str, whom: int | None = None) -> Dossier:
    """Say thank you to the team of an experiment, or to one person. Raises NothingSaid, NotNamed."""
    return record(
        db,
        asking,
        id,
        "thank",
        lambda dossier, asking: [thanked(dossier, asking, words, whom, agreed=agreements.agreed(db))],
    )


def ask(db: Database, asking: Asking, id: int, words: str) -> Dossier:
    """Ask the team a what-or-how question. Raises NothingSaid."""
    return record(db, asking, id, "ask", lambda dossier, asking: [question_asked(dossier, asking, words)])


def reply(db: Database, asking: Asking, id: int, question: int, words: str) -> Dossier:
    """Answer the question with this number, from 1. Raises NothingSaid."""
    return record(
        db, asking, id, "reply", lambda dossier, asking: [replied(dossier, asking, question, words)]
    )


def hear(db: Database, asking: Asking, id: int, words: str, source: str = "") -> Dossier:
    """Add a customer's words that who asks heard themselves. Raises NothingSaid."""
    return record(db, asking, id, "hear", lambda dossier, asking: [heard(dossier, asking, words, source)])


def estimate_cost(db: Database, asking: Asking, id: int, amount: float, how: str) -> Dossier:
    """Sign what doing it for everybody would have cost. Raises NothingSaid, EstimateRefused."""
    return record(
        db,
        asking,
        id,
        "estimate_cost",
        lambda dossier, asking: [cost_estimated(dossier, asking, amount, how)],
    )
