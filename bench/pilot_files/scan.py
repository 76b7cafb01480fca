"""DuckDB alone: it reads the plan's columns, declared with their types, and counts and adds them up.

No answer can be had for less, as long as DuckDB reads the file. Nothing of the product is imported: the scan
must not wait for it. `python -m bench.pilot_files.scan FILE THREADS`
"""

import json
import sys

import duckdb

from bench.pilot_files.pilot import CELLS, READ


def main(file: str, threads: int) -> None:
    """Print how many rows there are, and how many cells of each column are filled."""
    with duckdb.connect(config={"threads": threads}) as engine:
        typed = {name: READ.get(name, "varchar") for name in CELLS}
        source = f"read_csv($file, columns = {typed}, header = true)"
        if file.endswith(".parquet"):
            source = "read_parquet($file)"
        numbers = [name for name, kind in READ.items() if kind != "varchar"]
        asked = [*(f"count({name})" for name in READ), *(f"sum({name})" for name in numbers)]
        told = engine.execute(f"select count(*), {', '.join(asked)} from {source}", {"file": file})  # noqa: S608
        rows, *cells = told.fetchall()[0]
    print(json.dumps({"rows": rows, "filled": dict(zip(READ, cells, strict=False))}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
