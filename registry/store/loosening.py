"""What to leave out where nothing was found."""

from registry.domain.finding import Wanted
from registry.domain.person import Person
from registry.store.database import Database
from registry.store.finding import find

QUOTES = '"“”„«»*'
MOST_TRIED = 6
"""Words that are tried one by one."""


def loosened(db: Database, wanted: Wanted, *, viewer: Person | None = None) -> list[tuple[Wanted, int]]:
    """*wanted* with one thing left out, for each that then finds something, and how many it finds."""
    tried = [(each, find(db, each, limit=0, viewer=viewer).total) for each in wanted.looser()]
    return [(each, total) for each, total in tried if total]


def missing_words(db: Database, wanted: Wanted, *, viewer: Person | None = None) -> list[str]:
    """Those of the words that stand nowhere in what *viewer* may see."""
    words = list(dict.fromkeys(word.strip(QUOTES) for word in wanted.words.split()))[:MOST_TRIED]
    return [word for word in words if word and not find(db, Wanted(words=word), limit=0, viewer=viewer).total]
