"""What was learned is used again: whom a learning helped, what its writers hear of it, and finding one."""

from collections import Counter
from collections.abc import Iterable, Sequence

from registry.domain.finding import Facet, Thing, Wanted
from registry.domain.moment import Moment
from registry.domain.person import Person
from registry.domain.reuse import TOLD_FOR, Reuse, newest_first, news, reuses
from registry.store import echoes, experiments, index, links
from registry.store.database import Database
from registry.store.finding import find
from registry.store.index import Row

MOST = 5
"""Learnings offered at a time."""


def helped_by(db: Database, learning: int) -> tuple[Reuse, ...]:
    """Whom the learning of this experiment helped, newest first; drafts that nobody handed in left out."""
    pointing = [each.experiment for each in links.helped_by(db, [learning])]
    told = (each for dossier in experiments.dossiers_of(db, sorted(pointing)) for each in reuses(dossier))
    return newest_first(each for each in told if each.learning == learning)


def times_helped(db: Database, learnings: Sequence[int]) -> Counter[int]:
    """How many experiments each of these learnings helped; drafts that nobody handed in left out."""
    return Counter(each.other for each in links.helped_by(db, learnings))


def news_for(db: Database, reader: Person, at: Moment) -> tuple[Reuse, ...]:
    """What the team of *reader* taught that helped other teams lately, newest first."""
    found = echoes.helped(db, reader, at - TOLD_FOR)
    taught = experiments.dossiers_of(db, sorted({each.learning for each in found}))
    return news(taught, experiments.dossiers_of(db, sorted({each.experiment for each in found})), at)


def learnings_about(db: Database, viewer: Person, text: str, *, but_not: Iterable[int] = ()) -> list[Row]:
    """The learnings that *viewer* may see whose code *text* is, or that hold all of its words, best first."""
    if not text.strip():
        return []
    left_out = set(but_not)
    wanted = Wanted(words=text, chosen={Facet.THING: (Thing.LEARNING,)})
    hits = find(db, wanted, MOST + len(left_out), viewer=viewer).hits
    return learned(db, viewer, [hit.row.experiment for hit in hits], but_not=left_out)


def learned(db: Database, viewer: Person, ids: Sequence[int], *, but_not: Iterable[int] = ()) -> list[Row]:
    """Of these experiments those with a learning that *viewer* may see, in their order, at most MOST."""
    left_out = set(but_not)
    rows = {row.experiment: row for row in index.by_ids(db, ids, viewer=viewer)}
    listed = (rows[each] for each in dict.fromkeys(ids) if each in rows and each not in left_out)
    return [row for row in listed if row.standing is not None][:MOST]
