"""What a search for words finds, as the tests ask it."""

from registry.domain.finding import Wanted
from registry.domain.person import Person
from registry.store import finding
from registry.store.database import Database


def found(db: Database, text: str, *, viewer: Person | None = None) -> list[int]:
    """The experiments that *viewer* finds with the words of *text*, in their order."""
    answer = finding.find(db, Wanted(words=text), viewer=viewer)
    return [hit.row.experiment for hit in answer.hits]
