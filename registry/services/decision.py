"""Deciding at the end of a pilot."""

from registry.domain.decision import Verdict, decided, follow_up
from registry.domain.difference import differences
from registry.domain.experiment import Dossier, Experiment
from registry.domain.person import Asking
from registry.domain.proposal import Proposal
from registry.services.history import in_words
from registry.services.proposal import yardstick
from registry.services.recording import acting, save, tell
from registry.store import experiments
from registry.store.database import Database
from registry.store.history import Entry, Sealed


def decide(db: Database, asking: Asking, id: int, verdict: Verdict) -> tuple[Dossier, Experiment | None]:
    """Record *verdict* with the evidence that was seen, and open the draft that follows from it.

    Returns the dossier and that draft, None where nothing follows.
    """
    with acting(db, asking) as asked:
        dossier = experiments.dossier(db, id)
        if experiments.was_recorded(db, asked):
            return dossier, next(reversed(experiments.descendants(db, id)), None)
        decided_dossier = save(db, asked, dossier, Entry("decide"), [decided(dossier, asked, verdict)])
        following = follow_up(dossier, verdict.choice, yardstick(db))
        if following is None:
            return decided_dossier, None
        proposal, origin = following
        # It stays with the team that tried it, whoever decided.
        draft = experiments.add(db, asked, proposal, origin, dossier.experiment.team)
        changes = in_words(differences(Proposal(), proposal))
        tell(db, asked, draft.id, Entry("begin", changes=changes, wrote=[Sealed("experiments", draft.id)]))
        return decided_dossier, draft
