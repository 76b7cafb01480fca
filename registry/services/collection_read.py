"""A reading list as somebody reads it: each entry with what was learned, and as text to copy."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from registry.domain.collection import Collection, on_list
from registry.domain.experiment import experiment_code
from registry.domain.person import Person
from registry.domain.standing import Standing, standing_of
from registry.sentences import say
from registry.services.history import apart
from registry.store import experiments, index
from registry.store.database import Database


class Listed(NamedTuple):
    """One entry of a reading list, with the experiment that it names."""

    experiment: int
    title: str
    why: str
    learned: str = ""
    """The one sentence that its team would tell another one."""
    standing: Standing | None = None

    @property
    def code(self) -> str:
        """The experiment's code."""
        return experiment_code(self.experiment)


def listed(db: Database, viewer: Person, collection: Collection) -> list[Listed]:
    """The entries in their order, without those that *viewer* may not see."""
    seen = {row.experiment for row in index.by_ids(db, on_list(collection), viewer=viewer)}
    shown = [each for each in collection.entries if each.experiment in seen]
    dossiers = experiments.dossiers_of(db, [each.experiment for each in shown])
    return [
        Listed(
            each.experiment,
            dossier.proposal.title,
            each.why,
            "" if dossier.learning is None else dossier.learning.tell_others,
            standing_of(dossier),
        )
        for each, dossier in zip(shown, dossiers, strict=True)
    ]


def list_text(collection: Collection, entries: Sequence[Listed]) -> str:
    """The list as plain text, to be pasted into a message."""
    head = "\n".join(filter(None, (apart(collection.title), apart(collection.lead))))
    return "\n\n".join(
        (head, *("\n".join(_lines(number, each)) for number, each in enumerate(entries, start=1)))
    )


def _lines(number: int, each: Listed) -> Iterator[str]:
    title = apart(each.title) or say("untitled")
    yield say("collection-text-line", number=number, code=each.code, title=title)
    yield apart(each.learned) or say("collection-no-learning")
    if each.standing is not None:
        yield say("collection-text-standing", standing=say(f"standing-{each.standing}"))
    if each.why:
        yield say("collection-why", why=apart(each.why))
