"""Reading a pilot: daily files add days or take the place of those before, and every reading stays."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from registry.analysis.pilot_data import PilotData, PilotFileRefused, Progress, Source, unheard
from registry.domain.evidence import Evidence
from registry.domain.facts import Reading
from registry.domain.pilot import ReadingRefused, StartingPoint, arrival
from registry.domain.plan import Plan, plan_from
from registry.domain.sentence import Refusal
from registry.domain.snapshot import Days, DaysRefused
from registry.domain.steps import WrongStage
from registry.sentences import say
from registry.services import pilot
from registry.services import reading as verbs
from registry.services.analysis import analyse, summaries_of
from registry.services.proposal import begin
from registry.services.reading import plan_to_read, record_reading
from registry.store import experiments, snapshots
from registry.store.database import Database
from tests.nouns import CARD, PLAN, asking
from tests.readings import (
    BY_DAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    at,
    day,
    file_of,
    give,
    reading_of,
    started,
)
from tests.services.entries import newest
from tests.services.seen import SO_FAR


def test_a_later_reading_supersedes_an_earlier_one_and_both_are_kept(db: Database, tmp_path: Path):
    number = started(db, PLAN)

    one = give(db, number, tmp_path, MONDAY, 1)
    two = give(db, number, tmp_path, MONDAY | TUESDAY, 2)

    first, second = two.dossier.all(Reading)
    assert (first, second) == (reading_of(one), reading_of(two))
    assert [first.evidence.rows, second.evidence.rows] == [40, 70]
    assert [each.file_name for each in (first, second)] == ["0.csv", "0-1.csv"]
    assert (second.added, second.replaced) == (None, at(1).date())


def test_days_that_are_added_give_what_one_file_with_all_of_them_gives(db: Database, tmp_path: Path):
    number = started(db, BY_DAY)
    give(db, number, tmp_path, MONDAY, 0)
    give(db, number, tmp_path, TUESDAY, 1)
    last = give(db, number, tmp_path, THURSDAY, 2)

    whole = analyse(BY_DAY, file_of(tmp_path, MONDAY | TUESDAY | THURSDAY), at(2).date(), ended=False)

    seen = reading_of(last).evidence
    assert (seen.rows, seen.arms) == (90, {"no card": 45, "card": 45})
    assert seen.model_dump(exclude={"data_sha256", "summaries"}) == whole.model_dump(
        exclude={"data_sha256", "summaries"}
    )
    assert [(each.arm, each.successes, each.units) for each in seen.summaries] == [
        ("no card", 9, 45),
        ("card", 18, 45),
    ]


def test_a_reading_says_whether_it_added_days_or_took_the_place_of_others(db: Database, tmp_path: Path):
    number = started(db, BY_DAY)

    first = reading_of(give(db, number, tmp_path, MONDAY, 0))
    added = reading_of(give(db, number, tmp_path, TUESDAY | THURSDAY, 4))
    replaced = reading_of(give(db, number, tmp_path, MONDAY | TUESDAY | THURSDAY, 5))

    assert arrival(first) is None
    assert added.added == Days(first=day(1), last=day(3))
    told = [say(said) for said in (arrival(added), arrival(replaced)) if said is not None]
    assert told == [
        "Added 3 days, 3 March 2026 to 5 March 2026, to those read before.",
        "It took the place of what was read on 6 March 2026.",
    ]
    assert [replaced.evidence.rows, added.evidence.rows] == [90, 90]


def test_a_plan_whose_customers_may_come_back_never_adds(db: Database, tmp_path: Path):
    plan = plan_from(PLAN.model_dump(mode="json") | {"day": "day"})
    number = started(db, plan)
    give(db, number, tmp_path, MONDAY, 0)

    reading = reading_of(give(db, number, tmp_path, TUESDAY, 1))

    assert (reading.evidence.rows, reading.added, reading.replaced) == (30, None, at(0).date())


def test_a_refused_file_leaves_every_earlier_reading_as_it_was(db: Database, tmp_path: Path):
    number = started(db, BY_DAY)
    give(db, number, tmp_path, MONDAY, 0)
    give(db, number, tmp_path, TUESDAY | THURSDAY, 3)
    before = experiments.dossier(db, number), snapshots.of_experiment(db, number), newest(db)

    for counts in (TUESDAY, MONDAY | TUESDAY, {(4, "no card"): (1, 2), (4, "coupon"): (1, 2)}):
        with pytest.raises((DaysRefused, PilotFileRefused)):
            give(db, number, tmp_path, counts, 4)

    assert (experiments.dossier(db, number), snapshots.of_experiment(db, number), newest(db)) == before


def test_the_same_file_on_the_same_day_changes_nothing(db: Database, tmp_path: Path):
    number = started(db, BY_DAY)
    give(db, number, tmp_path, MONDAY, 0)
    once = give(db, number, tmp_path, TUESDAY, 1)

    twice = give(db, number, tmp_path, TUESDAY, 1)

    assert (once.is_new, twice.is_new) == (True, False)
    assert twice.dossier == once.dossier
    assert len(snapshots.of_experiment(db, number)) == 2


def test_the_same_file_after_the_end_shows_the_result_of_all_its_days(db: Database, tmp_path: Path):
    number = started(db, BY_DAY)
    give(db, number, tmp_path, MONDAY, 0)
    give(db, number, tmp_path, TUESDAY, 1)
    pilot.stop(db, asking(at(1)), number)

    again = give(db, number, tmp_path, TUESDAY, 1)

    seen = reading_of(again).evidence
    assert again.is_new
    assert (seen.complete, seen.rows) == (True, 70)
    assert seen.estimates[0].difference == pytest.approx(17 / 35 - 7 / 35)
    assert reading_of(again).added == Days(first=day(1), last=day(1))


def test_a_double_click_keeps_one_reading(db: Database):
    number = started(db)
    by = asking(at(1), click="once")

    one = record_reading(db, by, number, "all.csv", SO_FAR)
    two = record_reading(db, by, number, "all.csv", SO_FAR.model_copy(update={"sha256": "b" * 64}))

    assert (one.is_new, two.is_new) == (True, False)
    assert one.dossier == two.dossier


def test_a_pilot_that_has_not_started_or_looks_and_listens_takes_no_data(db: Database):
    draft = begin(db, asking(), CARD).id
    listening = begin(db, asking(), CARD).id
    pilot.start(db, asking(), listening, StartingPoint())

    refused: list[Refusal] = []
    for number in (draft, listening):
        with pytest.raises((WrongStage, ReadingRefused)) as refusal:
            plan_to_read(db, asking(), number)
        refused.append(refusal.value)

    assert [each.sentence.id for each in refused] == ["wrong-stage-read", "reading-takes-no-data"]
    assert all(f"CX-{number}" in say(each.sentence) for number, each in zip((1, 2), refused, strict=True))


def test_a_pilot_is_read_under_the_plan_that_was_locked(db: Database):
    number = started(db, BY_DAY)

    assert plan_to_read(db, asking(), number) == BY_DAY


def test_who_reads_again_what_somebody_read_meanwhile_adds_to_that(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The estimates are made before the lock is taken: the second of two makes them once more."""
    number = started(db, BY_DAY)
    give(db, number, tmp_path, MONDAY, 0)
    made: list[date] = []

    def while_another_reads(plan: Plan, data: PilotData, as_of: date, **known: Any) -> Evidence:
        made.append(as_of)
        if len(made) == 1:
            give(db, number, tmp_path, TUESDAY, 1)
        return from_summaries(plan, data, as_of, **known)

    from_summaries = verbs.evidence_of
    monkeypatch.setattr(verbs, "evidence_of", while_another_reads)

    last = reading_of(give(db, number, tmp_path, THURSDAY, 3))

    assert made == [day(3), day(1), day(3)]
    assert last.evidence.rows == 90
    assert len(experiments.dossier(db, number).all(Reading)) == 3


def test_any_reader_that_gives_summaries_will_do(db: Database, tmp_path: Path):
    """The one protocol: a plan and a source in, summaries out. This one is no engine at all."""

    def counting(plan: Plan, source: Source, *, progress: Progress = unheard) -> PilotData:
        rows = list(csv.DictReader(io.StringIO(source.path.read_text(encoding="utf-8"))))
        back = {
            arm: [float(row["back"]) for row in rows if row["group"] == arm] for arm in ("no card", "card")
        }
        summaries = tuple(
            SO_FAR.summaries[0].model_copy(
                update={
                    "arm": arm,
                    "units": len(came),
                    "n": len(came),
                    "mean": sum(came) / len(came),
                    "successes": int(sum(came)),
                }
            )
            for arm, came in back.items()
        )
        arms = {each.arm: each.units for each in summaries}
        return PilotData(sha256="c" * 64, rows=len(rows), arms=arms, summaries=summaries, units_named=False)

    file = file_of(tmp_path, MONDAY)

    data = summaries_of(PLAN, Source(file, "Monday"), reader=counting)

    assert (data.rows, [each.successes for each in data.summaries]) == (40, [4, 8])


def test_planned_looks_are_remembered_from_reading_to_reading(db: Database, tmp_path: Path):
    """Of 40 planned customers per arm 20 had come at the first look, and 35 at the second."""
    planned = {"look": "planned", "looks": 4, "planned_units": 40}
    number = started(db, plan_from(BY_DAY.model_dump(mode="json") | planned))
    first = reading_of(give(db, number, tmp_path, MONDAY, 0))

    second = reading_of(give(db, number, tmp_path, TUESDAY, 1))
    again = reading_of(give(db, number, tmp_path, TUESDAY, 2))

    assert first.evidence.looks == (0.5,)
    assert second.evidence.looks == again.evidence.looks == (0.5, 0.875)
    assert again.evidence.estimates[0].p_value == second.evidence.estimates[0].p_value
