"""What lists show follows from the facts, and tells which rows time alone has changed."""

from datetime import date, timedelta

import pytest

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier, Stage
from registry.domain.facts import Learning, Withdrawal
from registry.domain.permission import is_allowed
from registry.domain.person import Person, Role
from registry.domain.recorded import Recorded
from registry.domain.submission import submitted
from registry.store import experiments, index
from registry.store.database import Database, writing
from tests.nouns import CARD, LATER, NOON, OLGA, YARDSTICK, asking, dossier, pilot

SUBMISSION = submitted(dossier(), asking(), YARDSTICK)
LEARNED = Learning(at=NOON, by=OLGA.id, tell_others="Cards work")


def keep(db: Database, *facts: Recorded) -> int:
    with writing(db):
        number = experiments.add(db, asking(), CARD).id
        for fact in facts:
            experiments.append(db, asking(), number, fact)
        index.put(db, experiments.dossier(db, number), NOON)
        return number


def test_a_row_shows_what_follows_from_the_facts(db: Database):
    number = keep(db, SUBMISSION, pilot(until=date(2026, 3, 30)))

    (row,) = index.by_ids(db, [number])

    assert (row.code, row.title) == (f"CX-{number}", CARD.title)
    assert (row.stage, row.door) == (Stage.RUNNING, Door.TWO_WAY)
    assert (row.changes_on, row.touched_at) == (date(2026, 3, 31), NOON)


def test_a_later_row_takes_the_place_of_an_earlier_one(db: Database):
    number = keep(db)
    with writing(db):
        experiments.append(db, asking(), number, SUBMISSION)
        index.put(db, experiments.dossier(db, number), NOON)

    assert index.counts(db) == {Stage.CLEARED: 1}


def test_lists_hold_the_stages_asked_for_last_touched_first(db: Database):
    early, late, other = keep(db), keep(db), keep(db, SUBMISSION)
    with writing(db):
        experiments.revise(db, asking(LATER), early, 1, CARD)
        index.put(db, experiments.dossier(db, early), LATER)

    assert [row.experiment for row in index.rows(db, [Stage.DRAFT])] == [early, late]
    assert [row.experiment for row in index.rows(db, list(Stage), limit=1)] == [early]
    assert index.counts(db) == {Stage.DRAFT: 2, Stage.CLEARED: 1}
    assert other in {row.experiment for row in index.rows(db, [Stage.CLEARED])}


def test_a_pilot_is_overdue_from_the_day_after_its_last(db: Database):
    last = date(2026, 3, 30)
    number = keep(db, SUBMISSION, pilot(until=last))

    assert index.overdue(db, last) == []
    assert index.overdue(db, last + timedelta(days=1)) == [number]


@pytest.mark.parametrize("team", ["Parcels", " PARCELS ", "Straße", "STRASSE", "Counter", ""])
@pytest.mark.parametrize("who", [OLGA.id, 99])
@pytest.mark.parametrize("roles", [frozenset[Role](), frozenset(Role)], ids=["colleague", "steward"])
def test_lists_show_each_the_drafts_that_the_table_of_permissions_lets_them_see(
    db: Database, team: str, who: int, roles: frozenset[Role]
):
    viewer = Person(id=who, name="V", email="v@example.org", team=team, roles=roles)
    kept: list[Dossier] = []
    with writing(db):
        for its_team in ("Parcels", "straße", ""):
            for facts in ((), (SUBMISSION,), (Withdrawal(at=NOON, by=1),), (LEARNED,)):
                number = experiments.add(db, asking(person=OLGA), CARD, team=its_team).id
                for fact in facts:
                    experiments.append(db, asking(), number, fact)
                kept.append(experiments.dossier(db, number))
                index.put(db, kept[-1], NOON)

    theirs = {
        each.id for each in kept if not each.is_private or is_allowed(viewer, "see_draft", each.experiment)
    }
    assert {row.experiment for row in index.rows(db, list(Stage), viewer=viewer)} == theirs
    assert {row.experiment for row in index.by_ids(db, [each.id for each in kept], viewer=viewer)} == theirs
    assert sum(index.counts(db, viewer=viewer).values()) == len(theirs)
    assert len(index.rows(db, list(Stage))) == len(kept)
