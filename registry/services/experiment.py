"""Keeping lists true as time passes."""

from registry.domain.moment import Moment
from registry.store import experiments, index
from registry.store.database import Database, writing


def follow_time(db: Database, at: Moment) -> None:
    """Bring the list rows up to date whose stage time alone has changed: pilots that ended since."""
    if not index.overdue(db, at.date()):
        return
    with writing(db):
        for overdue in index.overdue(db, at.date()):
            index.put(db, experiments.dossier(db, overdue), at)
