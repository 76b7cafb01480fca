"""Parquet that is broken, nested, doubled, hidden or larger than it looks is refused; the rest is read."""

import random
import struct
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from registry.analysis.pilot_data import Limits, Source
from registry.analysis.reading.reader import Question, read_summaries
from registry.analysis.reading.reduce import answer
from registry.sentences import say
from tests.analysis.pilots import SPEND, parquet_file, pilot_plan, reduced, refusal

PLAN = pilot_plan()
ROWS = "(values ('A', 1.0, 1), ('A', 2.0, 2), ('B', 3.0, 3), ('B', 4.0, 4)) t(arm, spend, id)"
ARMS, SPENT = pa.array(["A", "A", "B", "B"]), pa.array([1.0, 2.0, 3.0, 4.0])


def table_file(tmp_path: Path, table: pa.Table, **options: Any) -> Path:
    path = tmp_path / "pilot.parquet"
    parquet.write_table(table, path, **options)
    return path


@pytest.mark.parametrize(
    "nested", ["[spend]", "{'a': spend}", "map([1], [spend])", "[]::int[]", "[1, 2]::int[2]"]
)
@pytest.mark.parametrize("column", ["spend", "arm", "id"])
def test_nested_column_that_is_needed_is_refused(nested: str, column: str, tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, f"select * replace ({nested} as {column}) from {ROWS}")  # noqa: S608

    refused = refusal(pilot_plan(unit="id"), path, folder)

    assert (refused.id, refused.values["column"]) == ("file-column-nested", column)


def test_nested_columns_that_nobody_needs_are_left_alone(tmp_path: Path, folder: Path):
    nested = "[1, 2] as l, {'spend': 9, 'in': {'arm': 'C'}} as s, map([1], ['x']) as m"
    path = parquet_file(tmp_path, f"select {nested}, *, {nested.replace(' as ', ' as z')} from {ROWS}")  # noqa: S608

    assert reduced(PLAN, path, folder).summaries[1].mean == 3.5


def test_two_columns_of_one_name_are_refused(tmp_path: Path, folder: Path):
    path = table_file(tmp_path, pa.Table.from_arrays([ARMS, SPENT, SPENT], ["arm", "spend", "spend"]))

    refused = refusal(PLAN, path, folder)

    assert (refused.id, refused.values["column"]) == ("file-column-twice", "spend")


def test_column_that_the_engine_would_call_by_another_name_is_not_there(tmp_path: Path, folder: Path):
    path = table_file(tmp_path, pa.Table.from_arrays([ARMS, SPENT, SPENT], ["arm", "spend", "spend"]))

    refused = refusal(pilot_plan({**SPEND, "column": "spend_1"}), path, folder)

    assert refused.id == "file-column-missing-nearest"


def test_columns_that_differ_in_capitals_are_two(tmp_path: Path, folder: Path):
    nines = pa.array([9.0] * 4)
    path = table_file(tmp_path, pa.Table.from_arrays([ARMS, nines, SPENT], ["arm", "spend", "Spend"]))

    assert [one.mean for one in reduced(PLAN, path, folder).summaries] == [9, 9]
    (folder / "data.parquet").unlink()
    capital = reduced(pilot_plan({**SPEND, "column": "Spend"}), path, folder)
    assert [one.mean for one in capital.summaries] == [1.5, 3.5]


def test_two_columns_of_one_name_that_nobody_needs_are_left_alone(tmp_path: Path, folder: Path):
    path = table_file(tmp_path, pa.Table.from_arrays([ARMS, SPENT, SPENT, SPENT], ["arm", "spend", "x", "x"]))

    assert reduced(PLAN, path, folder).rows == 4


def test_more_columns_than_a_spreadsheet_has_are_refused(tmp_path: Path, folder: Path):
    names = ["arm", "spend", *(f"x{i}" for i in range(20_000))]
    path = table_file(tmp_path, pa.Table.from_arrays([ARMS, SPENT, *[SPENT] * 20_000], names))

    refused = refusal(PLAN, path, folder)

    assert (refused.id, refused.values["n"]) == ("file-too-many-columns", 20_002)


@pytest.mark.soak
def test_fifty_million_rows_in_a_small_file_are_counted_before_they_are_read(tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, "select 'A' as arm, 1 as spend from range(50000001)")

    refused = refusal(PLAN, path, folder, limits=Limits())

    assert path.stat().st_size < 1_000_000
    assert (refused.id, refused.values["rows"]) == ("file-too-many-rows", 50_000_001)


def good_bytes(tmp_path: Path) -> bytes:
    return parquet_file(tmp_path, f"select * from {ROWS}").read_bytes()  # noqa: S608


def damaged(good: bytes, seed: int) -> bytes:
    """*good* with four bytes changed, its first and last four left alone."""
    changed, draw = bytearray(good), random.Random(seed)  # noqa: S311
    for _ in range(4):
        changed[draw.randrange(4, len(changed) - 4)] ^= draw.randrange(1, 256)
    return bytes(changed)


@pytest.mark.parametrize("seed", range(40))
def test_damaged_parquet_is_refused_or_read_but_never_breaks_the_reader(
    seed: int, tmp_path: Path, folder: Path
):
    path = tmp_path / "broken.parquet"
    path.write_bytes(damaged(good_bytes(tmp_path), seed))

    told = answer(Question(plan=PLAN, path=path, called="broken", folder=folder, limits=Limits()))

    assert (told.data is None) != (told.refusal is None)


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_parquet_that_was_cut_off_is_refused(cut: float, tmp_path: Path, folder: Path):
    good = good_bytes(tmp_path)
    path = tmp_path / "cut.parquet"
    path.write_bytes(good[: int(len(good) * cut)])

    assert refusal(PLAN, path, folder).id == "file-cut-off"


@pytest.mark.parametrize(
    "content",
    [
        b"PAR1PAR1",
        b"PAR1" + b"x" * 50 + struct.pack("<I", 0xFFFFFFF0) + b"PAR1",
        b"PAR1" + b"x" * 50 + struct.pack("<I", 0) + b"PAR1",
        b"PAR1" + b"\x15" * 5000 + struct.pack("<I", 5000) + b"PAR1",
    ],
)
def test_parquet_with_an_end_of_nonsense_is_refused_without_a_word_of_the_engine(
    content: bytes, tmp_path: Path, folder: Path
):
    path = tmp_path / "pilot.parquet"
    path.write_bytes(content)

    refused = refusal(PLAN, path, folder)

    assert refused.id == "file-damaged"
    assert str(folder) not in say(refused)


def test_rows_that_the_end_of_the_file_denies_are_not_made_up(tmp_path: Path, folder: Path):
    good = good_bytes(tmp_path)
    length = struct.unpack("<I", good[-8:-4])[0]
    end = good[-8 - length : -8]
    path = tmp_path / "lying.parquet"
    path.write_bytes(good[: -8 - length] + end.replace(b"\x16\x08", b"\x16\x0c") + good[-8:])

    assert end.count(b"\x16\x08") > 1, "The number of rows, 4, must stand there."
    assert refusal(PLAN, path, folder).id == "file-damaged"


def test_text_that_is_no_text_is_refused(tmp_path: Path, folder: Path):
    offsets = struct.pack("<5i", 0, 1, 2, 3, 4)
    arms = pa.StringArray.from_buffers(4, pa.py_buffer(offsets), pa.py_buffer(b"A\xffBB"))
    path = table_file(tmp_path, pa.table({"arm": arms, "spend": SPENT}))

    assert refusal(PLAN, path, folder).id == "file-damaged"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("date '2026-01-01'", "file-text-among-numbers"),
        ("time '10:00'", "file-text-among-numbers"),
        ("interval 5 minute", "file-text-among-numbers"),
        ("spend > 2", "file-text-among-numbers"),
        ("'infinity'::float", "file-not-finite"),
    ],
)
def test_column_of_another_kind_is_no_number(kind: str, told: str, tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, f"select arm, {kind} as spend from {ROWS}")  # noqa: S608

    refused = refusal(PLAN, path, folder)

    assert (refused.id, refused.values["row"], refused.values["column"]) == (told, 1, "spend")


@pytest.mark.parametrize(
    "kind", ["decimal(38, 2)", "hugeint", "utinyint", "ubigint", "float", "varchar", "json", "blob"]
)
def test_number_is_read_from_every_type_that_holds_one(kind: str, tmp_path: Path, folder: Path):
    of_text = "::int::varchar" if kind in {"varchar", "json", "blob"} else ""
    path = parquet_file(tmp_path, f"select arm, spend{of_text}::{kind} as spend from {ROWS}")  # noqa: S608

    assert [one.mean for one in reduced(PLAN, path, folder).summaries] == [1.5, 3.5]


def test_column_of_nothing_is_missing_answers_only(tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, f"select arm, null as spend from {ROWS}")  # noqa: S608

    assert [(one.n, one.missing) for one in reduced(PLAN, path, folder).summaries] == [(0, 2), (0, 2)]


def test_arms_of_a_number_are_named_as_they_are_shown(tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, f"select 1.0::double + (spend > 2)::int as arm, spend from {ROWS}")  # noqa: S608

    assert refusal(pilot_plan(control="1"), path, folder).id == "file-control-absent"
    (folder / "data.parquet").unlink()
    assert reduced(pilot_plan(control="1.0"), path, folder).arms == {"1.0": 2, "2.0": 2}


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_moment_has_the_same_day_on_every_server(
    zone: str, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
):
    moments = [datetime(2026, 3, 1, 23, 30, tzinfo=UTC), datetime(2026, 3, 2, 0, 30, tzinfo=UTC)] * 2
    days = pa.array(moments, pa.timestamp("us", "UTC"))
    path = table_file(tmp_path, pa.table({"arm": ARMS, "spend": SPENT, "day": days}))
    monkeypatch.setenv("TZ", zone)

    data = read_summaries(pilot_plan(day="day"), Source(path, "pilot.parquet"))

    assert {cell.day for cell in data.cells} == {date(2026, 3, 1), date(2026, 3, 2)}
