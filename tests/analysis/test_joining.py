"""Days of several files put together are those of one file with all of their rows; and can be taken out."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.analysis.joining import DaysNotThere, between, check_joins, days_of, joined
from registry.analysis.pilot_data import PilotData, PilotFileRefused
from registry.domain.plan import Plan
from registry.domain.snapshot import Days
from registry.sentences import say
from tests.analysis.pilots import SPEND, VISIT, csv_file, pilot_plan, reduced
from tests.analysis.summaries import assert_same, summary_of

DAILY = pilot_plan(SPEND, VISIT, day="day", units_return=False)
STORES = pilot_plan(design="clustered", cluster="store", day="day", units_return=False)
HEADER = "arm,spend,visit,store,channel,day\n"
MARCH = [date(2026, 3, n) for n in range(1, 32)]

AMOUNT = st.integers(-50, 50)
DAY = st.lists(st.tuples(st.sampled_from("AB"), AMOUNT), min_size=1, max_size=6)
"""Who came on one day: their arm, and what they spent."""


def rows(day: int, *, arms: str = "AB", store: str = "S", first: int = 0) -> str:
    """Ten rows of a day, by turns in each arm; every arm has stores and channels of its own."""
    lines = [
        f"{arms[n % len(arms)]},{first + n * n},{n % 3 % 2},{store}-{arms[n % len(arms)]},web{n % 4 // 2}"
        f",2026-03-{day:02}"
        for n in range(10)
    ]
    return "\n".join(lines) + "\n"


def read(plan: Plan, tmp_path: Path, folder: Path, text: str) -> PilotData:
    folder = folder / str(len(list(folder.iterdir())))
    folder.mkdir()
    return reduced(plan, csv_file(tmp_path, HEADER + text), folder)


def data_of(days: dict[date, list[tuple[str, int]]]) -> PilotData:
    """The data of customers by day; somebody of each arm, who spent nothing, came on each."""
    cells = [
        summary_of([0.0, *(float(x) for a, x in came if a == arm)], arm=arm, day=day)
        for day, came in days.items()
        for arm in "AB"
    ]
    parts = [[cell for cell in cells if cell.arm == arm] for arm in "AB"]
    whole = [
        summary_of(
            [0.0] * len(days) + [float(x) for came in days.values() for a, x in came if a == arm], arm=arm
        )
        for arm in "AB"
    ]
    arms = {arm: sum(cell.units for cell in part) for arm, part in zip("AB", parts, strict=True)}
    span = (max(days) - min(days)).days + 1
    return PilotData(
        sha256=f"{min(days)}",
        rows=sum(arms.values()),
        arms=arms,
        summaries=tuple(whole),
        cells=tuple(cells),
        units_named=True,
        switched=1,
        days=span,
    )


def same(one: PilotData, other: PilotData) -> None:
    """Both say the same, but for the last digits and the file."""
    counts = {"summaries", "cells", "sha256"}
    assert one.model_dump(exclude=counts) == other.model_dump(exclude=counts)
    for summary, of_rows in zip(one.summaries, other.summaries, strict=True):
        assert_same(summary, of_rows)
    places = [
        {(cell.metric, cell.arm, cell.cluster, cell.day, cell.segment): cell for cell in data.cells}
        for data in (one, other)
    ]
    assert places[0].keys() == places[1].keys()
    for place, cell in places[0].items():
        assert_same(cell, places[1][place])


@pytest.mark.parametrize(
    "plan",
    [
        DAILY,
        pilot_plan(design="clustered", cluster="store", day="day", units_return=False),
        pilot_plan(SPEND | {"covariate": "visit"}, day="day", units_return=False, segments=["channel"]),
    ],
)
def test_days_from_two_files_are_those_of_one_file_with_all_rows(plan: Plan, tmp_path: Path, folder: Path):
    earlier, later = rows(1) + rows(2, first=7), rows(4, first=40)
    whole = read(plan, tmp_path, folder, earlier + later)

    found = joined(read(plan, tmp_path, folder, earlier), read(plan, tmp_path, folder, later))

    assert (found.rows, found.days) == (30, 4)
    same(found, whole)


@given(st.lists(DAY, min_size=3, max_size=6), st.data())
def test_it_does_not_matter_where_days_are_cut_into_files(
    came: list[list[tuple[str, int]]], data: st.DataObject
):
    days = dict(zip(MARCH, came, strict=False))
    at = data.draw(st.integers(1, len(came) - 1))

    found = joined(
        data_of({day: days[day] for day in MARCH[:at]}), data_of({day: days[day] for day in [*days][at:]})
    )

    whole = data_of(days).model_copy(update={"switched": 2})
    same(found, whole)


def test_what_was_added_is_taken_out_again(tmp_path: Path, folder: Path):
    earlier, later = (read(DAILY, tmp_path, folder, rows(day, first=day)) for day in (1, 4))

    found = between(joined(earlier, later), MARCH[3], MARCH[9])

    same(found, later)


def test_the_file_that_came_last_gives_its_name_to_the_whole():
    one, other = data_of({MARCH[0]: []}), data_of({MARCH[1]: []})

    assert joined(one, other).sha256 == other.sha256


def test_the_days_of_data_are_the_first_and_the_last_of_its_rows(tmp_path: Path, folder: Path):
    data = read(DAILY, tmp_path, folder, rows(9) + rows(3) + rows(5))

    assert days_of(data) == Days(first=MARCH[2], last=MARCH[8])
    assert days_of(reduced(pilot_plan(), csv_file(tmp_path, HEADER + rows(1)), folder)) is None


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (rows(2, arms="AC"), "file-arm-new"),
        (rows(2, arms="ABC"), "file-arm-new"),
        (rows(2, arms="AB", store="T"), None),
        ("A,1,0,S-B,web0,2026-03-02\nB,1,0,S-A,web0,2026-03-02\n", "file-cluster-moved"),
    ],
)
def test_days_of_other_arms_and_stores_that_changed_arms_are_refused(
    later: str, told: str | None, tmp_path: Path, folder: Path
):
    earlier, given = (read(STORES, tmp_path, folder, text) for text in (rows(1), later))

    try:
        check_joins(STORES, earlier, given, "monday.csv")
        refused = None
    except PilotFileRefused as refusal:
        refused = refusal.sentence

    assert (refused and refused.id) == told
    assert refused is None or "“monday.csv”" in say(refused)


def test_an_arm_that_is_gone_is_refused(tmp_path: Path, folder: Path):
    earlier, later = (read(DAILY, tmp_path, folder, text) for text in (rows(1, arms="ABC"), rows(2)))

    with pytest.raises(PilotFileRefused) as refusal:
        check_joins(DAILY, earlier, later, "monday.csv")

    assert (refusal.value.sentence.id, refusal.value.sentence.values["arm"]) == ("file-arm-gone", "C")


@pytest.mark.parametrize(
    ("first", "told"), [(10, "days-not-there"), (2, "days-not-there-for-arm"), (31, "days-not-there")]
)
def test_days_without_data_in_every_arm_are_refused(first: int, told: str, tmp_path: Path, folder: Path):
    data = read(DAILY, tmp_path, folder, rows(1) + rows(2, arms="A"))

    with pytest.raises(DaysNotThere) as refusal:
        between(data, MARCH[first - 1], MARCH[30])

    assert refusal.value.sentence.id == told
    assert "March 2026" in say(refusal.value.sentence)
