"""Writing down what was learned, what is cited for and against it, and whom it helped."""

from registry.domain.citing import Citing, Helping, cited, used
from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.learning import learned
from registry.domain.permission import check_allowed
from registry.domain.person import Asking
from registry.services.recording import record
from registry.store import experiments
from registry.store.database import Database


def learn(db: Database, asking: Asking, id: int, learning: Learning, *, seen: int = 0) -> Dossier:
    """Keep *learning*, or its revision; *seen* is how many revisions the writer knew of.

    Raises StaleLearning, NothingLearned.
    """
    return record(
        db, asking, id, "learn", lambda dossier, asking: [learned(dossier, asking, learning, seen=seen)]
    )


def cite(db: Database, asking: Asking, id: int, said: Citing) -> Dossier:
    """Cite an experiment for or against what experiment *id* taught. Raises CitationRefused."""
    return record(
        db,
        asking,
        id,
        "cite",
        lambda dossier, asking: [cited(dossier, asking, said, _visible(db, asking, said.experiment))],
    )


def use(db: Database, asking: Asking, id: int, said: Helping) -> Dossier:
    """Say of experiment *id* that another one's learning helped it. Raises CitationRefused."""
    return record(
        db,
        asking,
        id,
        "use",
        lambda dossier, asking: [used(dossier, asking, said, _visible(db, asking, said.learning))],
    )


def _visible(db: Database, asking: Asking, id: int) -> Dossier:
    found = experiments.dossier(db, id)
    if found.is_private:
        check_allowed(asking, "see_draft", found.experiment)
    return found
