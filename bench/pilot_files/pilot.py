"""The generated pilot: every cell from a hash of its row's number, so that it is the same each time.

Run as a process of its own, it writes the plan, the CSV and the Parquet file: what DuckDB takes for the
writing must not count as ours.
"""

import sys
from pathlib import Path
from typing import NamedTuple

PLAN = """\
design = "randomised"
arm = "arm"
control = "as before"

[[metric]]
name = "spend"
role = "primary"
kind = "mean"
column = "spend"
covariate = "spend_before"
better = "higher"

[[metric]]
name = "bought again"
role = "watch"
kind = "proportion"
column = "again"

[[metric]]
name = "satisfaction"
role = "watch"
kind = "ordinal"
column = "csat"
scale = [1, 5]

[[metric]]
name = "handle time"
role = "watch"
kind = "mean"
column = "minutes"

[[metric]]
name = "returns per order"
role = "watch"
kind = "ratio"
column = "returns"
denominator = "orders"
"""
CONTROL, OTHER = "as before", "handwritten card"

READ = {
    "arm": "varchar",
    "spend": "double",
    "spend_before": "double",
    "again": "tinyint",
    "csat": "tinyint",
    "minutes": "double",
    "returns": "tinyint",
    "orders": "tinyint",
}
"""The columns that the plan reads, and their types."""

CELLS = {
    "customer": "'C' || lpad(cast(row as varchar), 9, '0')",
    "arm": f"case when hash(row * 16 + 1) % 2 = 0 then '{CONTROL}' else '{OTHER}' end",
    "city": "'city ' || hash(row * 16 + 2) % 300",
    "spend_before": "before",
    "spend": "round(0.6 * before - 25 * ln((1 + hash(row * 16 + 4) % 100000) / 100001)"
    " + hash(row * 16 + 1) % 2 * 0.1, 2)",
    "again": "cast(hash(row * 16 + 5) % 100 < 31 + hash(row * 16 + 1) % 2 as tinyint)",
    "csat": "case when hash(row * 16 + 6) % 10 < 6 then 1 + hash(row * 16 + 7) % 5 end",
    "minutes": "round(3 - 6 * ln((1 + hash(row * 16 + 8) % 100000) / 100001), 1)",
    "orders": "1 + hash(row * 16 + 9) % 4",
    "returns": "hash(row * 16 + 10) % 2 * (hash(row * 16 + 9) % 3)",
    "note": "left('nothing to say of this parcel but it came', cast(hash(row * 16 + 11) % 40 as integer))",
}
"""Every column of the file, as SQL. Four in ten did not answer the survey.

`hash(row, 1)` would not do: its lowest bit and that of `hash(row, 2)` are never independent.
"""


class Files(NamedTuple):
    """Where a pilot lies."""

    plan: Path
    csv: Path
    parquet: Path


def files_in(folder: Path) -> Files:
    """The files of the pilot that is written into *folder*."""
    return Files(folder / "plan.toml", folder / "pilot.csv", folder / "pilot.parquet")


def written(rows: int, folder: Path) -> None:
    """Write a pilot of that many rows into *folder*."""
    import duckdb  # noqa: PLC0415 - whoever only asks for the names must stay small

    files = files_in(folder)
    files.plan.write_text(PLAN, encoding="utf-8")
    before = "round(20 - 40 * ln((1 + hash(row * 16 + 3) % 100000) / 100001), 2)"
    numbered = f"select range as row, {before} as before from range({rows:d})"  # noqa: S608
    cells = ", ".join(f"{sql} as {name}" for name, sql in CELLS.items())
    with duckdb.connect() as engine:
        engine.execute(f"copy (select {cells} from ({numbered})) to '{files.csv}' (header)")  # noqa: S608
        typed = {name: READ.get(name, "varchar") for name in CELLS}
        engine.execute(
            f"copy (select * from read_csv('{files.csv}', columns = {typed})) to '{files.parquet}'"  # noqa: S608
        )


if __name__ == "__main__":
    written(int(sys.argv[1]), Path(sys.argv[2]))
