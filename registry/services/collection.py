"""Making and changing reading lists."""

from registry.domain.collection import Collection, Kept, check_collection
from registry.domain.permission import NotAllowed, check_allowed
from registry.domain.person import Asking, is_steward
from registry.domain.text import check_lengths
from registry.services.recording import acting
from registry.store import collections, experiments, history
from registry.store.database import Database
from registry.store.experiments import StaleVersion
from registry.store.history import Change, Entry, Sealed


def collect(db: Database, asking: Asking, collection: Collection) -> Kept:
    """Make a reading list; the same click twice makes one. Raises CollectionRefused, UnknownExperiment."""
    with acting(db, asking) as asked:
        check_allowed(asked, "collect")
        return collections.made_by(db, asked) or _keep(db, asked, collection)


def change(db: Database, asking: Asking, id: int, revision: int, collection: Collection) -> Kept:
    """Put *collection* in the place of the *revision* that the caller saw.

    Raises NotAllowed for who neither made it nor is a steward, StaleVersion when it moved on,
    CollectionRefused and UnknownExperiment.
    """
    with acting(db, asking) as asked:
        kept = collections.get(db, id)
        check_allowed(asked, "collect")
        if not (asked.person.id == kept.by or is_steward(asked.person)):
            raise NotAllowed("not-allowed-change_collection")
        if (made := collections.made_by(db, asked)) is not None:
            return made
        if kept.revision != revision:
            raise StaleVersion("collection-stale")
        return _keep(db, asked, collection, id)


def _keep(db: Database, asking: Asking, collection: Collection, id: int | None = None) -> Kept:
    check_collection(collection)
    check_lengths(collection)
    for entry in collection.entries:
        experiments.get(db, entry.experiment)
    kept = collections.add(db, asking, collection, id)
    wrote = [Sealed("collections", kept.revision)]
    changes = [Change(what="collection", after=collection.title)]
    history.add(db, asking, Entry("collect", changes=changes, wrote=wrote))
    return kept
