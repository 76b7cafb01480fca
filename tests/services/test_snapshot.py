"""What is kept of a reading: its summaries by day, from which it is shown and cut again without a row."""

from pathlib import Path

import pytest

from registry.analysis.joining import DaysNotThere
from registry.domain.evidence import Evidence
from registry.domain.pilot import ReadingRefused
from registry.domain.snapshot import Days
from registry.services import pilot
from registry.services.check import check
from registry.services.reading import record_reading, show_result
from registry.services.snapshot import data_between, data_of
from registry.store import snapshots
from registry.store.database import Database, Home, opened
from tests.nouns import LATER, asking, evidence
from tests.readings import (
    BY_DAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    at,
    day,
    every,
    give,
    kept_reading,
    reading_of,
    started,
)
from tests.services.seen import SO_FAR


def test_summaries_are_kept_by_day_in_a_table_of_their_own(db: Database, tmp_path: Path):
    number = started(db, BY_DAY)
    reading = reading_of(give(db, number, tmp_path, MONDAY | TUESDAY, 1))

    (kept,) = snapshots.of_experiment(db, number)

    assert (kept.id, kept.file_name, kept.rows) == (reading.snapshot, "0-1.csv", 70)
    assert kept.sha256 == reading.evidence.data_sha256
    assert kept.days == Days(first=day(0), last=day(1))
    assert reading.evidence.stores == ()
    assert every(data_of(db, reading)) == {
        (arm, day(n)): counts for (n, arm), counts in (MONDAY | TUESDAY).items()
    }


def test_every_earlier_reading_can_be_cut_by_day_without_its_rows(db: Database, tmp_path: Path):
    number = started(db, BY_DAY)
    give(db, number, tmp_path, MONDAY, 0)
    added = reading_of(give(db, number, tmp_path, TUESDAY | THURSDAY, 3))
    give(db, number, tmp_path, MONDAY | TUESDAY | THURSDAY | {(5, "card"): (1, 1)}, 5)

    cut = data_between(db, added, day(0), day(1))

    assert (cut.arms, cut.days) == ({"no card": 35, "card": 35}, 2)
    assert [(each.arm, each.successes) for each in cut.summaries] == [("no card", 7), ("card", 17)]
    with pytest.raises(DaysNotThere):
        data_between(db, added, day(4), day(9))


def test_what_was_read_while_it_ran_shows_its_result_once_it_has_ended(db: Database):
    """40 of 400 without, 80 of 400 with a card: 10 points more; Miettinen and Nurminen leave out 0."""
    number = started(db)
    so_far = reading_of(record_reading(db, asking(), number, "so-far.csv", SO_FAR))
    pilot.stop(db, asking(), number)

    reading = show_result(db, asking(LATER), number).reading

    assert reading
    found = reading.evidence
    assert (found.complete, found.recommendation.rule) == (True, "better_and_safe")
    assert found.estimates[0].difference == pytest.approx(0.1)
    assert found.checks == so_far.evidence.checks
    assert (reading.snapshot, reading.at) == (so_far.snapshot, LATER)


def test_the_result_of_days_that_were_added_is_that_of_all_of_them(db: Database, tmp_path: Path):
    number = started(db, BY_DAY)
    give(db, number, tmp_path, MONDAY, 0)
    give(db, number, tmp_path, TUESDAY, 1)
    pilot.stop(db, asking(at(2)), number)

    reading = show_result(db, asking(at(2)), number).reading

    assert reading
    assert reading.evidence.rows == 70
    assert reading.evidence.estimates[0].difference == pytest.approx(17 / 35 - 7 / 35)


def test_a_reading_older_than_snapshots_still_shows_its_result(db: Database):
    number = started(db)
    seen: Evidence = evidence().model_copy(update={"complete": False, "summaries": SO_FAR.summaries})
    kept_reading(db, asking(), number, "so-far.csv", seen)
    pilot.stop(db, asking(), number)

    reading = show_result(db, asking(), number).reading

    assert reading
    assert reading.evidence.estimates[0].difference == pytest.approx(0.1)
    assert reading.snapshot is None


def test_a_result_is_not_shown_while_the_pilot_runs(db: Database):
    number = started(db)
    record_reading(db, asking(), number, "so-far.csv", SO_FAR)

    with pytest.raises(ReadingRefused):
        show_result(db, asking(), number)


def test_a_registry_that_was_read_is_whole(lived: Home, tmp_path: Path):
    with opened(lived) as db:
        number = started(db, BY_DAY)
        give(db, number, tmp_path, MONDAY, 0)
        give(db, number, tmp_path, TUESDAY, 1)

    assert check(at(2)).findings == ()
