"""A readable file as a table: where its columns are, and how a cell becomes text or a number in SQL."""

from collections import Counter
from difflib import get_close_matches
from typing import NamedTuple

import duckdb

from registry.analysis.pilot_data import Limits, PilotFileRefused
from registry.analysis.reading.source_file import Readable

NUMERIC = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL")

CSV = """read_csv(?, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    strict_mode = true, store_rejects = true, rejects_limit = 1000, columns = {{{columns}}})"""
"""Nothing is guessed: a guessed dialect turns ragged rows into one column without a word."""


class Table(NamedTuple):
    """A file the engine can scan; every statement about it takes its path as the first parameter."""

    called: str
    path: str
    scan: str
    """What stands after `from`."""
    columns: dict[str, str]
    """The SQL name of each column."""
    types: dict[str, str]
    header_rows: int
    """Rows before the first row of data, as a person counts rows."""

    def text(self, column: str) -> str:
        """The SQL of a cell as text; blank is null."""
        return f"nullif(trim(cast({self.columns[column]} as varchar), e' \\t'), '')"

    def exact(self, column: str) -> str:
        """The SQL of a cell as text exactly as it stands."""
        return f"cast({self.columns[column]} as varchar)"

    def number(self, column: str, *, truths: bool) -> str:
        """The SQL of a cell as a number, null where it is none; with *truths*, true is 1 and false is 0."""
        name, kind = self.columns[column], self.types[column]
        if kind == "BOOLEAN" and truths:
            return f"cast(cast({name} as integer) as double)"
        if kind.lstrip("U").startswith(NUMERIC):
            return f"cast({name} as double)"
        plain = f"try_cast({self.text(column)} as double)"
        if truths:
            return (
                f"case lower({self.text(column)}) when 'true' then 1.0 when 'false' then 0.0 else {plain} end"
            )
        return plain


def table(engine: duckdb.DuckDBPyConnection, file: Readable, limits: Limits) -> Table:
    """*file* as a table. Raises PilotFileRefused for Parquet that is broken, or larger than the limit."""
    path = str(file.path)
    if file.header is not None:
        names = [f"c{i}" for i in range(len(file.header))]
        return Table(
            called=file.called,
            path=path,
            scan=CSV.format(columns=", ".join(f"'{name}': 'VARCHAR'" for name in names)),
            columns=dict(zip(file.header, names, strict=True)),
            types=dict.fromkeys(file.header, "VARCHAR"),
            header_rows=1,
        )
    # A few hundred kilobytes of Parquet can hold rows without end: ask before reading any.
    found = engine.execute("select sum(num_rows) from parquet_file_metadata(?)", [path]).fetchall()
    if (rows := int(found[0][0] or 0)) > limits.rows:
        raise PilotFileRefused("file-too-many-rows", file=file.called, rows=rows, limit=limits.rows)
    described = engine.execute("describe select * from read_parquet(?)", [path]).fetchall()
    return Table(
        called=file.called,
        path=path,
        scan="read_parquet(?)",
        columns={name: '"' + name.replace('"', '""') + '"' for name, *_ in described},
        types={name: kind for name, kind, *_ in described},
        header_rows=0,
    )


def check_columns(file: Readable, of: Table, needed: list[str]) -> None:
    """Raise PilotFileRefused when one of the *needed* columns is absent, or there twice."""
    times = Counter(file.header or list(of.columns))
    for column in needed:
        if times[column] > 1:
            raise PilotFileRefused("file-column-twice", file=of.called, column=column)
        if times[column] == 0:
            near = _nearest(column, list(times))
            if near is None:
                raise PilotFileRefused("file-column-missing", file=of.called, column=column)
            raise PilotFileRefused("file-column-missing-nearest", file=of.called, column=column, nearest=near)


def _nearest(column: str, there: list[str]) -> str | None:
    plain = {name.strip().casefold(): name for name in there}
    near = get_close_matches(column.strip().casefold(), plain, n=1)
    return plain[near[0]] if near else None
