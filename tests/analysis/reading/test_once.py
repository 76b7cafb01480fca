"""A CSV is copied once, as Parquet: an upload is gone from then on, and a file of somebody's stays."""

from pathlib import Path

import duckdb
import pytest

from registry.analysis.pilot_data import Limits
from registry.sentences import say
from tests.analysis.pilots import (
    BOTH,
    GOOD,
    SPEND,
    VISIT,
    csv_file,
    parquet_file,
    pilot_plan,
    reduced,
    refusal,
)

ROWS = "".join(f"{'AB'[i % 2]},{i},{i % 2},k{i}\n" for i in range(300_000))
LARGE = "arm,spend,visit,id\n" + ROWS
"""More than two row groups of Parquet."""
OF_CUSTOMERS = pilot_plan(SPEND, VISIT, unit="id")


def test_upload_is_gone_when_its_columns_are_taken_and_only_they_are_left(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, GOOD)

    reduced(BOTH, path, folder, passing=True)

    assert not path.exists()
    (copy,) = folder.iterdir()
    assert duckdb.execute("from read_parquet(?)", [str(copy)]).fetchall()[1] == ("A", "2.5", "1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_text_that_was_transcoded_is_gone_too(encoding: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, GOOD, encoding=encoding)

    reduced(pilot_plan(unit="id"), path, folder)

    assert path.exists()
    assert [left.suffix for left in folder.iterdir()] == [".parquet"]


def test_file_that_is_gone_through_once_is_not_copied(tmp_path: Path, folder: Path):
    reduced(BOTH, csv_file(tmp_path, GOOD), folder)

    assert [left.suffix for left in folder.iterdir()] == [".csv"]


def test_parquet_is_read_as_it_came(tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, "select 'A' as arm, 1 as spend union all select 'B', 2")

    assert reduced(pilot_plan(), path, folder, passing=True).rows == 2


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("A,287654,0,k124", "repeats a value in column “id”"),
        ("A,287654,0,", "says nothing in column “id”"),
        (",287654,0,k287654", "says nothing in column “arm”"),
        ("A,n/a,0,k287654", "has “n/a” in column “spend”"),
        ("A,287654,2,k287654", "has “2” in column “visit”"),
        ("A,287654,k287654", "does not have the 4 columns"),
    ],
)
def test_row_that_is_refused_is_counted_in_the_file_that_was_given(
    bad: str, told: str, tmp_path: Path, folder: Path
):
    text = LARGE.replace("A,287654,0,k287654", bad)

    refused = refusal(OF_CUSTOMERS, csv_file(tmp_path, text), folder, limits=Limits(), passing=True)

    assert say(refused).startswith("Row 287,656 of “pilot.csv”")
    assert told in say(refused)
