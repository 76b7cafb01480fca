"""Making and changing reading lists."""

from registry.domain.collection import (
    Collection,
    Kept,
    check_collection,
    on_list,
    told_of_change,
    with_entry,
)
from registry.domain.collection import Entry as Listed
from registry.domain.experiment import UnknownExperiment, experiment_code
from registry.domain.permission import NotAllowed, check_allowed
from registry.domain.person import Asking, Person, is_steward
from registry.domain.text import check_lengths
from registry.services.history import in_words
from registry.services.recording import acting
from registry.store import collections, history, index
from registry.store.database import Database
from registry.store.experiments import StaleVersion
from registry.store.history import Entry, Sealed


def collect(db: Database, asking: Asking, collection: Collection) -> Kept:
    """Make a reading list; the same click twice makes one. Raises CollectionRefused, UnknownExperiment."""
    with acting(db, asking) as asked:
        check_allowed(asked, "collect")
        return collections.made_by(db, asked) or _keep(db, asked, collection)


def change(db: Database, asking: Asking, id: int, revision: int, collection: Collection) -> Kept:
    """Put *collection* in the place of the *revision* that the caller saw; the same click twice does it once.

    Raises NotAllowed for who neither made it nor is a steward, StaleVersion when it moved on,
    CollectionRefused and UnknownExperiment.
    """
    with acting(db, asking) as asked:
        kept = _own(db, asked, id)
        if (made := collections.made_by(db, asked)) is not None:
            return made
        if kept.revision != revision:
            raise StaleVersion("collection-stale")
        return _keep(db, asked, collection, kept)


def put_on_list(db: Database, asking: Asking, id: int, entry: Listed) -> Kept:
    """Put *entry* at the end of a list as it stands now, whoever changed it meanwhile.

    Raises NotAllowed for who neither made it nor is a steward, CollectionRefused and UnknownExperiment.
    """
    with acting(db, asking) as asked:
        kept = _own(db, asked, id)
        if (made := collections.made_by(db, asked)) is not None:
            return made
        return _keep(db, asked, with_entry(kept.collection, entry), kept)


def may_change(person: Person, kept: Kept) -> bool:
    """Whether *person* may change the list: who made it, and stewards."""
    return person.id == kept.maker or is_steward(person)


def _own(db: Database, asked: Asking, id: int) -> Kept:
    kept = collections.get(db, id)
    check_allowed(asked, "collect")
    if not may_change(asked.person, kept):
        raise NotAllowed("not-allowed-change_collection")
    return kept


def _keep(db: Database, asking: Asking, collection: Collection, before: Kept | None = None) -> Kept:
    was = None if before is None else before.collection
    if was == collection and before is not None:
        return before
    check_collection(collection)
    check_lengths(collection)
    _check_visible(db, asking, set(on_list(collection)) - set(on_list(was) if was else ()))
    kept = collections.add(db, asking, collection, before and before.id)
    wrote = [Sealed("collections", kept.revision)]
    changes = in_words(told_of_change(was, collection))
    history.add(db, asking, Entry("collect", changes=changes, wrote=wrote))
    return kept


def _check_visible(db: Database, asking: Asking, experiments: set[int]) -> None:
    """Raise UnknownExperiment for what who asks may not see: to them it does not exist."""
    seen = {row.experiment for row in index.by_ids(db, sorted(experiments), viewer=asking.person)}
    for each in sorted(experiments - seen):
        raise UnknownExperiment("experiment-unknown", code=experiment_code(each))
