"""Reading a pilot's file: right on good files, one clear sentence on bad ones, and nothing left behind."""

import os
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest

from registry.analysis.pilot_data import Limits, PilotFileRefused, Source
from registry.analysis.reader import read_summaries
from registry.domain.plan import Plan
from registry.sentences import say
from tests.analysis.pilots import SPEND, VISIT, pilot_plan, reduced, refusal
from tests.analysis.summaries import summary_of

GOOD = "arm,spend,visit,id\nA,1,0,k1\nA,2.5,1,k2\nB,4,1,k3\nB,,0,k4\nB,6,1,k5\n"
BOTH = pilot_plan(SPEND, VISIT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The private folder that the reader would get."""
    private = tmp_path / "private"
    private.mkdir()
    return private


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of temporary files, for this test alone."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def csv_file(tmp_path: Path, text: str, *, encoding: str = "utf-8", name: str = "pilot.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def parquet_file(tmp_path: Path, select: str) -> Path:
    path = tmp_path / "pilot.parquet"
    duckdb.connect().execute(f"copy ({select}) to '{path}' (format parquet)")
    return path


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
def test_summaries_are_those_of_the_rows(text: str, tmp_path: Path, folder: Path):
    data = reduced(BOTH, csv_file(tmp_path, text), folder)

    assert data.rows == 5
    assert list(data.arms.items()) == [("A", 2), ("B", 3)]
    assert data.summaries == (
        summary_of([1, 2.5], arm="A", metric="spend"),
        summary_of([4, None, 6], arm="B", metric="spend"),
        summary_of([0, 1], arm="A", metric="visit", proportion=True),
        summary_of([1, 0, 1], arm="B", metric="visit", proportion=True).model_copy(
            update={"variance": pytest.approx(1 / 3)}
        ),
    )


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
    assert from_parquet.summaries == reduced(BOTH, csv_file(tmp_path, GOOD), folder / "csv").summaries


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


class Bad(NamedTuple):
    """A file's text, the plan it is read under, and how it is refused."""

    text: str
    told: str
    plan: Plan
    values: dict[str, Any]


MANY = "many,spend\n" + "".join(f"{i},1\n" for i in range(30))
BAD = [
    Bad("", "file-empty", BOTH, {}),
    Bad("  \n\n", "file-empty", BOTH, {}),
    Bad("arm,spend,visit\n", "file-no-rows", BOTH, {}),
    Bad(GOOD.replace(",", ";"), "file-semicolons", BOTH, {}),
    Bad(GOOD.replace(",", "\t"), "file-tabs", BOTH, {}),
    Bad('arm,"spend\nA,1\n', "file-header-broken", BOTH, {}),
    Bad("PK\x03\x04 a sheet", "file-is-workbook", BOTH, {}),
    Bad("\x1f\x00 packed", "file-not-text", BOTH, {}),
    Bad("PARE", "file-is-encrypted", BOTH, {}),
    Bad("PAR1 and no end", "file-cut-off", BOTH, {}),
    Bad("PAR1 and no sense PAR1", "file-unreadable", BOTH, {}),
    Bad(GOOD.replace("spend", "Spend"), "file-column-missing-nearest", BOTH, {"nearest": "Spend"}),
    Bad(GOOD.replace("spend", "colour"), "file-column-missing", BOTH, {"column": "spend"}),
    Bad(GOOD.replace("id", "spend"), "file-column-twice", BOTH, {"column": "spend"}),
    Bad(GOOD + "B,6,1\n", "file-row-ragged", BOTH, {"row": 7, "columns": 4}),
    Bad(GOOD + "B,6,1,k,9\n", "file-row-ragged", BOTH, {"row": 7}),
    Bad(GOOD.replace("A,2.5", "A,2,5"), "file-row-ragged", BOTH, {"row": 3}),
    Bad(GOOD + 'B,6,1,"k\n', "file-row-broken", BOTH, {"row": 7}),
    Bad(GOOD.replace("B,4", ",4"), "file-arm-blank", BOTH, {"row": 4}),
    Bad(GOOD.replace("B,4", "b,4"), "file-arms-twins", BOTH, {"one": "B", "other": "b"}),
    Bad(GOOD.replace("B,4", "B ,4"), "file-arms-twins", BOTH, {"one": "B", "other": "B "}),
    Bad(GOOD.replace("A,", "C,"), "file-control-absent", BOTH, {"control": "A"}),
    Bad(GOOD.replace("B,", "A,"), "file-one-arm", BOTH, {"arm": "A"}),
    Bad(MANY, "file-arms-many", pilot_plan(arm="many"), {"n": 30}),
    Bad(GOOD + "C,1,1,k9\n", "file-arm-unplanned", pilot_plan(shares={"A": 1, "B": 1}), {"arm": "C"}),
    Bad(GOOD, "file-arm-absent", pilot_plan(shares={"A": 1, "B": 1, "C": 1}), {"arm": "C"}),
    Bad(GOOD.replace("k3", ""), "file-unit-blank", pilot_plan(unit="id"), {"row": 4}),
    Bad(GOOD.replace("k5", "k3"), "file-unit-repeated", pilot_plan(unit="id"), {"row": 6}),
    Bad(GOOD.replace("A,2.5", "A,N/A"), "file-text-among-numbers", BOTH, {"row": 3, "value": "N/A"}),
    Bad(GOOD.replace("A,2.5", "A,5%"), "file-text-among-numbers", BOTH, {"row": 3, "value": "5%"}),
    Bad(GOOD.replace("A,2.5", "A," + "x" * 99), "file-text-among-numbers", BOTH, {"value": "x" * 19 + "…"}),
    Bad(GOOD.replace("A,2.5", 'A,"2,5"'), "file-decimal-comma", BOTH, {"row": 3, "value": "2,5"}),
    Bad(GOOD.replace("A,2.5", "A,nan"), "file-not-finite", BOTH, {"row": 3}),
    Bad(GOOD.replace("A,2.5", "A,1e999"), "file-not-finite", BOTH, {"row": 3}),
    Bad(GOOD.replace("4,1", "4,0.5"), "file-not-zero-or-one", BOTH, {"row": 4, "value": "0.5"}),
    Bad(GOOD.replace("4,1", "4,2"), "file-not-zero-or-one", BOTH, {"row": 4, "value": "2"}),
    Bad(GOOD.replace("4,1", "4,yes"), "file-text-among-numbers", BOTH, {"row": 4, "value": "yes"}),
    Bad(
        GOOD,
        "file-outside-scale",
        pilot_plan({**SPEND, "scale": [1, 5]}),
        {"row": 6, "low": "1", "high": "5"},
    ),
    Bad(GOOD, "file-day-unreadable", pilot_plan(day="id"), {"row": 2, "value": "k1"}),
]


@pytest.mark.parametrize("bad", BAD, ids=[f"{i} {bad.told}" for i, bad in enumerate(BAD)])
def test_bad_file_is_refused_in_one_clear_sentence(bad: Bad, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, bad.text)

    refused = refusal(bad.plan, path, folder)

    assert refused.id == bad.told
    assert bad.values.items() <= dict(refused.values).items()
    assert "“pilot.csv”" in say(refused)


def test_latin_1_is_refused_with_the_first_bad_row(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, GOOD + "Grüße,1,1,k9\n", encoding="latin-1")

    refused = refusal(BOTH, path, folder)

    assert (refused.id, refused.values["line"]) == ("file-not-utf8", 7)


def test_utf_16_without_a_mark_is_refused(tmp_path: Path, folder: Path):
    assert refusal(BOTH, csv_file(tmp_path, GOOD, encoding="utf-16-le"), folder).id == "file-not-text"


def test_late_text_among_a_hundred_thousand_numbers_is_found(tmp_path: Path, folder: Path):
    rows = "".join(f"{'AB'[i % 2]},{i}\n" for i in range(100_000))
    path = csv_file(tmp_path, "arm,spend\n" + rows + "A,N/A\n")

    refused = refusal(pilot_plan(), path, folder, limits=Limits())

    assert (refused.id, refused.values["row"]) == ("file-text-among-numbers", 100_002)


def test_text_and_non_finite_numbers_in_parquet_are_found_by_their_row(tmp_path: Path, folder: Path):
    path = parquet_file(
        tmp_path, "select 'A' as arm, 1.0::double as spend union all select 'B', 'nan'::double"
    )

    refused = refusal(pilot_plan(), path, folder)

    assert (refused.id, refused.values["row"]) == ("file-not-finite", 2)


def test_small_parquet_with_rows_without_end_is_refused_before_it_is_read(tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, "select 'A' as arm, 1 as spend from range(3000000)")

    refused = refusal(pilot_plan(), path, folder)

    assert path.stat().st_size < 100_000
    assert (refused.id, refused.values["rows"]) == ("file-too-many-rows", 3_000_000)


def test_csv_with_too_many_rows_is_refused(tmp_path: Path, folder: Path):
    refused = refusal(pilot_plan(), csv_file(tmp_path, GOOD), folder, limits=Limits(rows=4))

    assert refused.id == "file-too-many-rows"


@pytest.mark.parametrize("name", ["nothing.csv", "."])
def test_file_that_is_not_there_is_refused(name: str, tmp_path: Path, folder: Path):
    assert refusal(pilot_plan(), tmp_path / name, folder).id == "file-not-there"


def test_pipe_is_not_waited_for(tmp_path: Path, folder: Path):
    os.mkfifo(tmp_path / "pipe.csv")

    assert refusal(pilot_plan(), tmp_path / "pipe.csv", folder).id == "file-not-there"


def test_value_of_a_unit_is_never_in_a_refusal(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, GOOD.replace("k5", "ravi@example.org").replace("k3", "ravi@example.org"))

    refused = refusal(pilot_plan(unit="id"), path, folder)

    assert "ravi" not in say(refused)


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
