"""The shape of every verb: open the transaction, load, ask the domain, save, and add to the history."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

from registry.domain.difference import Difference
from registry.domain.experiment import Dossier
from registry.domain.history import told_by
from registry.domain.person import Asking, HasLeft
from registry.domain.recorded import Recorded
from registry.domain.text import check_lengths
from registry.services.history import in_words
from registry.store import experiments, history, index, links, people, search
from registry.store.database import Database, writing
from registry.store.history import Entry, Sealed


@contextmanager
def acting(db: Database, asking: Asking) -> Generator[Asking]:
    """One write transaction, asked by the person as the registry knows them inside it.

    What a page believes about somebody's team and roles never counts. Raises HasLeft for somebody gone.
    """
    with writing(db):
        yield known(db, asking)


def known(db: Database, asking: Asking) -> Asking:
    """*asking* with its person as the registry knows them. Raises HasLeft for somebody gone, or unknown."""
    person = people.get(db, asking.person.id)
    if person is None or person.has_left:
        raise HasLeft("person-has-left", name=asking.person.name)
    return asking.model_copy(update={"person": person})


def record(
    db: Database,
    asking: Asking,
    id: int,
    verb: str,
    judge: Callable[[Dossier, Asking], Sequence[Recorded]],
) -> Dossier:
    """Add the facts that *judge* makes of the dossier, all or none; the same click twice adds them once."""
    with acting(db, asking) as asked:
        dossier = experiments.dossier(db, id)
        if experiments.was_recorded(db, asked):
            return dossier
        return save(db, asked, dossier, Entry(verb), judge(dossier, asked))


def save(db: Database, asking: Asking, dossier: Dossier, entry: Entry, facts: Sequence[Recorded]) -> Dossier:
    """Append *facts* to *dossier*, and tell of them with *entry*; inside the caller's transaction."""
    wrote: list[Sealed] = [*entry.wrote]
    changes: list[Difference] = []
    for number, fact in enumerate(facts):
        check_lengths(fact)
        # The click's mark may stand only once: on the first of the facts that it made.
        marked = asking if number == 0 else asking.model_copy(update={"token": None})
        wrote.append(Sealed("facts", experiments.append(db, marked, dossier.id, fact)))
        changes.extend(told_by(fact, dossier.latest(type(fact))))
    return tell(db, asking, dossier.id, entry._replace(changes=in_words(changes), wrote=wrote))


def tell(db: Database, asking: Asking, id: int, entry: Entry) -> Dossier:
    """Add to the history what happened to experiment *id*, and bring lists and search up to date."""
    history.add(db, asking, entry._replace(experiment=id))
    dossier = experiments.dossier(db, id)
    index.put(db, dossier, asking.at)
    search.put(db, dossier)
    links.put(db, dossier)
    return dossier
