"""Which experiment points at which: derived from the facts, and rebuilt from them."""

from registry.domain.citing import Citing, Helping
from registry.domain.learning_facts import Speaks
from registry.services import learning
from registry.store import links
from registry.store.database import Database, writing
from registry.store.links import Link, Tie
from registry.store.rebuilding import rebuild
from tests.nouns import NOON, asking
from tests.services.situations import drafted, running, taught


def test_each_way_of_pointing_is_told_from_both_ends(db: Database):
    first, second, draft = taught(db), running(db), drafted(db)
    learning.cite(db, asking(), first, Citing(second, Speaks.AGAINST))
    learning.use(db, asking(), draft, Helping(first))

    cites, helped = Link(first, Tie.CITES_AGAINST, second), Link(draft, Tie.HELPED_BY, first)
    assert links.pointing_from(db, [first]) == [cites]
    assert links.pointing_at(db, [first, second]) == [cites, helped]


def test_what_was_taken_back_points_at_nothing(db: Database):
    first, second, draft = taught(db), running(db), drafted(db)
    learning.cite(db, asking(), first, Citing(second, Speaks.FOR))
    learning.use(db, asking(), draft, Helping(first))

    learning.cite(db, asking(), first, Citing(second, Speaks.NEITHER))
    learning.use(db, asking(), draft, Helping(first, helped=False))

    assert links.pointing_at(db, [first, second]) == []


def test_links_are_made_anew_from_the_facts(db: Database):
    first, second = taught(db), running(db)
    learning.cite(db, asking(), first, Citing(second, Speaks.FOR))
    before = links.pointing_from(db, [first])

    with writing(db):
        db.execute("delete from links")
        rebuild(db, NOON)

    assert links.pointing_from(db, [first]) == before == [Link(first, Tie.CITES_FOR, second)]
