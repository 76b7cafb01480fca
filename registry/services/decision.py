"""Deciding at the end of a pilot."""

from registry.domain.decision import Verdict, decided, follow_up
from registry.domain.experiment import Dossier, Experiment
from registry.domain.person import Asking
from registry.services.proposal import yardstick
from registry.services.recording import save
from registry.store import experiments
from registry.store.database import Database, writing


def decide(db: Database, asking: Asking, id: int, verdict: Verdict) -> tuple[Dossier, Experiment | None]:
    """Record *verdict* with the evidence that was seen, and open the draft that follows from it.

    Returns the dossier and that draft, None where nothing follows.
    """
    with writing(db):
        dossier = experiments.dossier(db, id)
        if experiments.was_recorded(db, asking):
            return dossier, next(reversed(experiments.descendants(db, id)), None)
        decision = decided(dossier, asking, verdict)
        decided_dossier = save(db, asking, id, [decision])
        following = follow_up(dossier, verdict.choice, yardstick(db))
        if following is None:
            return decided_dossier, None
        proposal, origin = following
        draft = experiments.add(db, asking, proposal, origin)
        save(db, asking, draft.id)
        return decided_dossier, draft
