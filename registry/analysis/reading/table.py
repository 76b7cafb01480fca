"""A readable file as a table: where its columns are, and how a cell becomes text or a number in SQL."""

from collections import Counter
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import duckdb

from registry.analysis.pilot_data import Limits, PilotFileRefused
from registry.analysis.reading.source_file import Readable
from registry.analysis.reading.text_rows import (
    check_beginning,
    counted_rows,
    lines_of,
    spreadsheet_row,
)

NUMERIC = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL")

REJECTS = ", store_rejects = true, rejects_limit = 1000"
"""A row that does not fit is set aside and told of; without this the engine gives up at it."""

CSV = f"""read_csv(?, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    strict_mode = true{REJECTS}, parallel = {{parallel}}, columns = {{{{{{columns}}}}}})"""
"""Nothing is guessed: a guessed dialect turns ragged rows into one column without a word."""

MOST_COLUMNS = 16_384
"""As many as a spreadsheet has; a million take minutes to describe."""

FIRST_DAY, LAST_DAY = "1990-01-01", "2199-12-31"
"""Days of a pilot. Where nothing was said, computers write 1900-01-01, 1970-01-01 or 9999-12-31."""

LONGEST_NAME = 200
"""Characters of a column's name beyond which it is not compared with what was meant."""

NESTED = ("STRUCT", "MAP", "UNION", "LIST", "VARIANT")


class Table(NamedTuple):
    """A file the engine can scan; every statement about it takes its path as the first parameter."""

    called: str
    path: str
    scan: str
    """What stands after `from`."""
    names: tuple[str, ...]
    """The columns in their order; two may have the same name."""
    columns: dict[str, str]
    """The SQL name of each column."""
    types: dict[str, str]
    header_rows: int
    """Rows before the first row of data, as a person counts rows."""
    rows: int | None = None
    """Rows that the engine must find; None where we did not count them."""
    with_blank_lines: Path | None = None
    """The text, where the engine passes over lines that a spreadsheet counts."""

    def row(self, place: int) -> int:
        """The number that a spreadsheet gives to the *place*-th row of data."""
        row = place + self.header_rows
        return row if self.with_blank_lines is None else spreadsheet_row(self.with_blank_lines, row)

    def with_numbers(self, columns: Collection[str]) -> "Table":
        """The same table, in which the engine reads *columns* as numbers, and gives up at a bad row."""
        texts = [column for column in columns if self.header_rows and self.types[column] == "VARCHAR"]
        scan = self.scan.replace(REJECTS, "")
        for column in texts:
            name = self.columns[column]
            scan = scan.replace(f"'{name}': 'VARCHAR'", f"'{name}': 'DOUBLE'")
        return self._replace(scan=scan, types=self.types | dict.fromkeys(texts, "DOUBLE"))

    def is_number(self, column: str) -> bool:
        """Whether every cell of the column is a number, or blank, by its type."""
        return self.types[column].lstrip("U").startswith(NUMERIC)

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
        if self.is_number(column):
            return f"cast({name} as double)"
        plain = f"try_cast({self.text(column)} as double)"
        if truths:
            return (
                f"case lower({self.text(column)}) when 'true' then 1.0 when 'false' then 0.0 else {plain} end"
            )
        return plain

    def day(self, column: str) -> str:
        """The SQL of a cell as a day, null where it is none of this time."""
        day = f"try_cast({self.text(column)} as date)"
        return f"case when {day} between date '{FIRST_DAY}' and date '{LAST_DAY}' then {day} end"


def table(engine: duckdb.DuckDBPyConnection, file: Readable, limits: Limits) -> Table:
    """*file* as a table. Raises PilotFileRefused for Parquet that is broken, or larger than the limit."""
    path = str(file.path)
    if file.header is not None:
        _check_width(file, len(file.header))
        check_beginning(file.path, file.called, len(file.header))
        names = [f"c{i}" for i in range(len(file.header))]
        lines = lines_of(file.path, file.called)
        # Several readers at once take lines inside quotes for rows. One alone leaves out all that follows
        # an open quote, without a word: so what the engine finds is counted.
        found = counted_rows(file.path, file.called) if lines.may_be_quoted else lines.n
        return Table(
            called=file.called,
            path=path,
            scan=CSV.format(
                parallel="false" if lines.may_be_quoted else "true",
                columns=", ".join(f"'{name}': 'VARCHAR'" for name in names),
            ),
            names=file.header,
            columns=dict(zip(file.header, names, strict=True)),
            types=dict.fromkeys(file.header, "VARCHAR"),
            header_rows=1,
            with_blank_lines=file.path if lines.n is None and len(names) > 1 else None,
            rows=None if found is None or len(names) == 1 else found - 1,
        )
    # A few hundred kilobytes of Parquet can hold rows without end: ask before reading any.
    found = engine.execute("select sum(num_rows) from parquet_file_metadata(?)", [path]).fetchall()
    if (rows := int(found[0][0] or 0)) > limits.rows:
        raise PilotFileRefused("file-too-many-rows", file=file.called, rows=rows, limit=limits.rows)
    names = _parquet_names(engine, path)
    _check_width(file, len(names))
    described = engine.execute("describe select * from read_parquet(?)", [path]).fetchall()
    # The engine renames the second of two columns, also where they differ in nothing but capitals.
    own = [
        (name, '"' + renamed.replace('"', '""') + '"', kind)
        for name, (renamed, kind, *_) in zip(names, described, strict=True)
    ]
    return Table(
        called=file.called,
        path=path,
        scan="read_parquet(?)",
        names=tuple(names),
        columns={name: sql for name, sql, _ in own},
        types={name: kind for name, _, kind in own},
        header_rows=0,
    )


def _check_width(file: Readable, n: int) -> None:
    if n > MOST_COLUMNS:
        raise PilotFileRefused("file-too-many-columns", file=file.called, n=n, limit=MOST_COLUMNS)


def _parquet_names(engine: duckdb.DuckDBPyConnection, path: str) -> list[str]:
    """The names of the columns as they stand in the file, in their order."""
    (_, roots), *nodes = engine.execute("select name, num_children from parquet_schema(?)", [path]).fetchall()
    names: list[str] = []
    inside = 0
    for name, children in nodes:
        if inside == 0:
            names.append(name)
        else:
            inside -= 1
        inside += children or 0
    return names[:roots]


def check_columns(of: Table, needed: list[str]) -> None:
    """Raise PilotFileRefused when one of the *needed* columns is absent, there twice, or holds lists."""
    times = Counter(of.names)
    for column in needed:
        if times[column] > 1:
            raise PilotFileRefused("file-column-twice", file=of.called, column=column)
        if times[column] == 0:
            near = _nearest(column, list(times))
            if near is None:
                raise PilotFileRefused("file-column-missing", file=of.called, column=column)
            raise PilotFileRefused("file-column-missing-nearest", file=of.called, column=column, nearest=near)
        if of.types[column].startswith(NESTED) or of.types[column].endswith("]"):
            raise PilotFileRefused("file-column-nested", file=of.called, column=column)


def _nearest(column: str, there: list[str]) -> str | None:
    plain = {name.strip().casefold(): name for name in there if len(name) <= LONGEST_NAME}
    near = get_close_matches(column.strip().casefold(), plain, n=1)
    return plain[near[0]] if near else None
