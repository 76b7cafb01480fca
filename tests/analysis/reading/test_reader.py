"""Reading a pilot's file: right on good files, and nothing left behind by good ones and bad ones."""

import time
from pathlib import Path

import pytest

from registry.analysis.pilot_data import Limits, PilotFileRefused, Source
from registry.analysis.reading.reader import read_summaries
from registry.domain.plan import Kind
from registry.sentences import say
from tests.analysis.pilots import BOTH, GOOD, SPEND, csv_file, parquet_file, pilot_plan, reduced
from tests.analysis.summaries import as_read, assert_same, summary_of


@pytest.mark.parametrize("passing", [False, True], ids=["where it lies", "copied once"])
@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        GOOD.rstrip("\n"),
        GOOD.replace("2.5", " 2.5 "),
        GOOD.replace("A,1,", 'A,"1",'),
        GOOD.replace("B,,0", 'B,"",0'),
        GOOD.replace("B,,0", "B, ,0"),
        "\ufeff" + GOOD,
        GOOD.replace(",1,k", ",true,k").replace(",0,k", ",FALSE,k"),
        GOOD.replace("spend,visit,id", "spend,visit,").replace("k", ""),
    ],
)
def test_summaries_are_those_of_the_rows(text: str, passing: bool, tmp_path: Path, folder: Path):
    data = reduced(BOTH, csv_file(tmp_path, text), folder, passing=passing)

    assert data.rows == 5
    assert list(data.arms.items()) == [("A", 2), ("B", 3)]
    rows = (
        as_read(summary_of([1, 2.5], arm="A", metric="spend")),
        as_read(summary_of([4, None, 6], arm="B", metric="spend")),
        as_read(summary_of([0, 1], arm="A", metric="visit", proportion=True), Kind.PROPORTION),
        as_read(summary_of([1, 0, 1], arm="B", metric="visit", proportion=True), Kind.PROPORTION),
    )
    for read, of_rows in zip(data.summaries, rows, strict=True):
        assert_same(read, of_rows)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_marked_encodings_are_read(encoding: str, tmp_path: Path, folder: Path):
    text = GOOD.replace("B,", "Grüße,")

    data = reduced(pilot_plan(), csv_file(tmp_path, text, encoding=encoding), folder)

    assert data.arms == {"A": 2, "Grüße": 3}


@pytest.mark.parametrize("visit", ["v::int", "v", "v = 1", "v::int::varchar", "v::decimal(3, 1)"])
def test_parquet_is_read_whatever_the_type_of_its_columns(visit: str, tmp_path: Path, folder: Path):
    rows = "(values ('A', 1, 0), ('A', 2.5, 1), ('B', 4, 1), ('B', null, 0), ('B', 6, 1)) t(arm, spend, v)"
    path = parquet_file(tmp_path, f"select arm, spend, {visit} as visit from {rows}")  # noqa: S608

    from_parquet = reduced(BOTH, path, folder)

    (folder / "csv").mkdir()
    from_csv = reduced(BOTH, csv_file(tmp_path, GOOD), folder / "csv")
    for one, other in zip(from_parquet.summaries, from_csv.summaries, strict=True):
        assert_same(one, other)


def test_file_whose_name_is_a_pattern_is_only_itself(tmp_path: Path, folder: Path):
    csv_file(tmp_path, GOOD.replace("A,1,", "A,100,"), name="pilot1.csv")
    path = csv_file(tmp_path, GOOD, name="pilot*.csv")

    assert reduced(pilot_plan(), path, folder).rows == 5


def test_column_with_quotes_in_its_name_is_only_a_column(tmp_path: Path, folder: Path):
    name = "spend\"; drop table x; --'"
    path = parquet_file(
        tmp_path, "select 'A' as arm, 1 as \"spend\"\"; drop table x; --'\" union all select 'B', 2"
    )

    data = reduced(pilot_plan({**SPEND, "column": name}), path, folder)

    assert [summary.mean for summary in data.summaries] == [1, 2]


def test_large_offset_loses_no_digits(tmp_path: Path, folder: Path):
    values = [1e8 + i / 8 for i in range(1000)]
    rows = "".join(f"{arm},{value!r}\n" for arm in "AB" for value in values)

    data = reduced(pilot_plan(), csv_file(tmp_path, "arm,spend\n" + rows), folder)

    assert data.summaries[0].mean == pytest.approx(1e8 + 999 / 16, rel=1e-15)
    assert data.summaries[0].variance == pytest.approx(
        summary_of([i / 8 for i in range(1000)]).variance, rel=1e-7
    )


def test_arms_come_with_the_control_first_and_then_in_the_order_of_the_plan(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm,spend\nC,1\nB,1\nA,1\nC,2\n")

    planned = pilot_plan(shares={"C": 1, "A": 1, "B": 1})

    assert list(reduced(planned, path, folder).arms) == ["A", "C", "B"]


def test_units_in_two_arms_are_left_out_of_both(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, GOOD + "B,9,1,k1\nA,9,1,k3\n")

    data = reduced(pilot_plan(unit="id"), path, folder)

    assert (data.rows, data.switched, data.arms) == (7, 2, {"A": 1, "B": 2})
    assert data.summaries[1].mean == 6


def test_days_are_counted_from_the_first_to_the_last(tmp_path: Path, folder: Path):
    path = csv_file(
        tmp_path, "arm,spend,day\nA,1,2026-03-07\nB,1,2026-03-01\nB,2,\nA,2,2026-03-02 10:00:00\n"
    )

    assert reduced(pilot_plan(day="day"), path, folder).days == 7


def test_child_reads_the_file_and_leaves_nothing_behind(tmp_path: Path, temporary: Path, folder: Path):
    path = csv_file(tmp_path, GOOD)

    data = read_summaries(BOTH, Source(path, "pilot.csv"))

    assert data == reduced(BOTH, path, folder)
    assert list(temporary.iterdir()) == []


def test_refusal_comes_back_from_the_child_and_leaves_nothing_behind(tmp_path: Path, temporary: Path):
    path = csv_file(tmp_path, GOOD.replace("2.5", "N/A"), encoding="utf-16")

    with pytest.raises(PilotFileRefused) as refused:
        read_summaries(BOTH, Source(path, "March.csv"))

    assert "Row 3 of “March.csv” has “N/A”" in say(refused.value.sentence)
    assert list(temporary.iterdir()) == []


def test_reading_that_takes_too_long_is_stopped_and_leaves_nothing_behind(tmp_path: Path, temporary: Path):
    path = csv_file(tmp_path, GOOD)
    begun = time.monotonic()

    with pytest.raises(PilotFileRefused) as refused:
        read_summaries(BOTH, Source(path, "pilot.csv"), limits=Limits(seconds=0.05))

    assert refused.value.sentence.id == "file-too-slow"
    assert time.monotonic() - begun < 10
    assert list(temporary.iterdir()) == []
