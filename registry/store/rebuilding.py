"""Every dossier, one after the other; and what lists and search are made of, made anew from them."""

from collections.abc import Iterator

from registry.domain.experiment import Dossier
from registry.domain.moment import Moment
from registry.store import experiments, index, links, search
from registry.store.database import Database

AT_ONCE = 500
"""Dossiers held in memory at the same time."""


def each_dossier(db: Database) -> Iterator[Dossier]:
    """The dossiers of all experiments, oldest first."""
    every = experiments.every(db)
    for start in range(0, len(every), AT_ONCE):
        yield from experiments.dossiers(db, every[start : start + AT_ONCE])


def rebuild(db: Database, at: Moment) -> None:
    """Write the rows of lists and search anew for every experiment; inside the caller's transaction."""
    db.execute("delete from experiment_index")
    db.execute("delete from search")
    db.execute("delete from links")
    db.execute("delete from renewals")
    for dossier in each_dossier(db):
        index.put(db, dossier, at)
        search.put(db, dossier)
        links.put(db, dossier)
