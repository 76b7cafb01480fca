"""Who is asking."""

from registry.domain.person import Person
from registry.store import people
from registry.store.database import Database, writing


def local_person(db: Database) -> Person:
    """The one person of a registry without sign-in; made at the first opening."""
    return people.local_person(db) or _made(db)


def _made(db: Database) -> Person:
    with writing(db):
        return people.local_person(db) or people.add(db, "Local colleague", people.LOCAL_EMAIL)
