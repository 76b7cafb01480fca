"""Writing down what was learned."""

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.learning import learned
from registry.domain.person import Asking
from registry.services.recording import record
from registry.store.database import Database


def learn(db: Database, asking: Asking, id: int, learning: Learning) -> Dossier:
    """Keep *learning*, or its revision, where search and the next proposal find it."""
    return record(db, asking, id, "learn", lambda dossier, asking: [learned(dossier, asking, learning)])
