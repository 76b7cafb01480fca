"""What lists show follows from the facts, and tells which rows time alone has changed."""

from datetime import date, timedelta

from registry.domain.assessment import Door
from registry.domain.experiment import Stage
from registry.domain.facts import Recorded
from registry.domain.submission import submitted
from registry.store import experiments, index
from registry.store.database import Database, writing
from tests.nouns import CARD, LATER, NOON, YARDSTICK, asking, dossier, pilot

SUBMISSION = submitted(dossier(), asking(), YARDSTICK)


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
