"""The shape of every verb: open the transaction, load, ask the domain, save."""

from collections.abc import Callable, Sequence

from registry.domain.experiment import Dossier
from registry.domain.facts import Recorded
from registry.domain.person import Asking
from registry.domain.text import check_lengths
from registry.store import experiments, index, search
from registry.store.database import Database, writing


def record(db: Database, asking: Asking, id: int, judge: Callable[[Dossier], Sequence[Recorded]]) -> Dossier:
    """Add the facts that *judge* makes of the dossier, all or none; the same click twice adds them once."""
    with writing(db):
        dossier = experiments.dossier(db, id)
        if experiments.was_recorded(db, asking):
            return dossier
        return save(db, asking, id, judge(dossier))


def save(db: Database, asking: Asking, id: int, facts: Sequence[Recorded] = ()) -> Dossier:
    """Append *facts* and bring lists and search up to date; inside the caller's transaction."""
    for number, fact in enumerate(facts):
        check_lengths(fact)
        # The click's mark may stand only once: on the first of the facts that it made.
        experiments.append(db, asking if number == 0 else asking.model_copy(update={"token": None}), id, fact)
    dossier = experiments.dossier(db, id)
    index.put(db, dossier, asking.at)
    search.put(db, dossier)
    return dossier
