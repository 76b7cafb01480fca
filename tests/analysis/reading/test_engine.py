"""The engine reaches the file it was given and the copy it makes of it, and nothing beside them."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from registry.analysis.pilot_data import Limits
from registry.analysis.reading.engine import locked_engine

READ = "select * from read_csv(?, auto_detect = false, header = true, columns = {'arm': 'VARCHAR'})"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An engine for `data.csv`, beside which lies `other.csv`."""
    for name in ("data.csv", "other.csv"):
        (tmp_path / name).write_text("arm\nA\n", encoding="utf-8")
    with locked_engine(tmp_path / "data.csv", tmp_path, Limits(), copy=tmp_path / "once.parquet") as locked:
        yield locked


def test_its_file_is_read_and_copied_and_the_copy_is_read(engine: duckdb.DuckDBPyConnection, tmp_path: Path):
    engine.execute(
        f"copy ({READ}) to ? (format parquet)", [str(tmp_path / "data.csv"), str(tmp_path / "once.parquet")]
    )

    copied = engine.execute("from read_parquet(?)", [str(tmp_path / "once.parquet")]).fetchall()

    assert copied == [("A",)]


def test_a_file_beside_it_is_out_of_reach(engine: duckdb.DuckDBPyConnection, tmp_path: Path):
    with pytest.raises(duckdb.PermissionException):
        engine.execute(READ, [str(tmp_path / "other.csv")])


def test_nothing_else_is_written(engine: duckdb.DuckDBPyConnection, tmp_path: Path):
    with pytest.raises(duckdb.PermissionException):
        engine.execute("copy (select 1) to ? (format parquet)", [str(tmp_path / "more.parquet")])


def test_what_it_may_reach_cannot_be_widened(engine: duckdb.DuckDBPyConnection, tmp_path: Path):
    with pytest.raises(duckdb.InvalidInputException):
        engine.execute("set allowed_paths = ?", [[str(tmp_path / "other.csv")]])
