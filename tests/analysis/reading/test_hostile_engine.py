"""While a file is read, nothing in it can make the engine do anything else."""

import os
from pathlib import Path

import duckdb
import pytest

from registry.analysis.pilot_data import Limits
from registry.analysis.reading.engine import locked_engine
from registry.analysis.reading.reader import _environment
from tests.analysis.pilots import SPEND, csv_file, parquet_file, pilot_plan, reduced, refusal

EVIL = [
    "x'); drop table again; --",
    'x"); drop table again; --',
    "x' or '1'='1",
    "}}) {columns} {0} %s $1 ?",
    "'||(select getenv('HOME'))||'",
    "\\'; attach ':memory:' as other; --",
    "select * from read_text('secret.txt')",
    "x/*",
    "‘; --",
]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("k3y")
    return path


@pytest.fixture
def engine(tmp_path: Path, folder: Path) -> duckdb.DuckDBPyConnection:
    """The engine as the reader has it, with its one file."""
    return locked_engine(csv_file(tmp_path, "arm,spend\nA,1\n"), folder, Limits())


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@pytest.mark.parametrize("evil", EVIL)
def test_name_of_a_column_is_only_a_name(evil: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, f"arm,{quoted(evil)}\nA,1\nB,2\n")

    data = reduced(pilot_plan({**SPEND, "column": evil}), path, folder)

    assert [summary.mean for summary in data.summaries] == [1, 2]


@pytest.mark.parametrize("evil", EVIL)
def test_name_of_a_parquet_column_is_only_a_name(evil: str, tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, f"select 'A' as arm, 1 as {quoted(evil)} union all select 'B', 2")

    data = reduced(pilot_plan({**SPEND, "column": evil}), path, folder)

    assert [summary.mean for summary in data.summaries] == [1, 2]


@pytest.mark.parametrize("evil", EVIL)
def test_names_of_arms_stores_units_and_segments_are_only_names(evil: str, tmp_path: Path, folder: Path):
    rows = f"{quoted(evil)},1,{quoted(evil)},2026-03-01,{quoted(evil)}\nB,2,other,2026-03-02,B\n"
    path = csv_file(tmp_path, "arm,spend,id,day,segment\n" + rows)

    plan = pilot_plan(control=evil, unit="id", day="day", segments=["segment"])
    data = reduced(plan, path, folder)

    assert data.arms == {evil: 1, "B": 1}
    assert {cell.segment.value for cell in data.cells if cell.segment} == {evil, "B"}


@pytest.mark.parametrize("evil", EVIL)
def test_bad_cell_is_quoted_as_it_stands(evil: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, f"arm,spend\nA,1\nB,{quoted(evil)}\n")

    refused = refusal(pilot_plan(), path, folder)

    assert refused.id == "file-text-among-numbers"
    assert str(refused.values["value"])[:19] == evil[:19]


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_text('{secret}')",
        "select * from read_csv('{secret}')",
        "select * from '{secret}'",
        "select * from glob('{folder}/*')",
        "copy (select 1) to '{folder}/written.csv'",
        "attach '{folder}/other.db'",
        "install httpfs",
        "load httpfs",
        "select * from read_csv('http://127.0.0.1:9/pilot.csv')",
        "select * from read_parquet('s3://bucket/pilot.parquet')",
        "set memory_limit = '64GB'",
        "set lock_configuration = false",
        "set enable_external_access = true",
        "set allowed_paths = ['{secret}']",
        "pragma threads = 64",
        "reset memory_limit",
        "select getenv('PATH')",
        "export database '{folder}/all'",
    ],
)
def test_engine_reaches_no_other_file_and_keeps_its_limits(
    statement: str, engine: duckdb.DuckDBPyConnection, secret: Path, tmp_path: Path
):
    with pytest.raises(duckdb.Error):
        engine.execute(statement.format(secret=secret, folder=tmp_path)).fetchall()

    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "pilot.csv", tmp_path / "private", secret])


def test_engine_sees_no_variable_of_python(engine: duckdb.DuckDBPyConnection):
    rows_of_ours = [("k3y",)]

    with pytest.raises(duckdb.Error):
        engine.execute("select * from rows_of_ours")

    assert rows_of_ours


def test_child_is_given_nothing_of_our_environment_but_where_programs_lie(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "k3y")

    given = _environment(folder)

    ours = {name for name, value in given.items() if os.environ.get(name) == value}
    assert ours <= {"PATH", "SYSTEMROOT", "PYTHONPATH", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE", "TZ"}
    assert "k3y" not in given.values()
