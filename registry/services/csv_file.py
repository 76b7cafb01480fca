"""CSV files that a spreadsheet opens as they are meant: every cell a text, none of them a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

SKIPPED = r"[\s\"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f]*"
"""What may stand before a formula: blanks, quotes, marks without a width, control characters."""

FORMULA_BEGINS = re.compile(rf"(?:^|(?<=[;\t\r\n]))(?={SKIPPED}[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet may begin to calculate: at the beginning of a cell, and after whatever else than a
comma might be taken for its end. The last four are the full-width forms of the first four."""


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """*rows* as CSV (RFC 4180) with a byte order mark, by which spreadsheets know that it is UTF-8."""
    file = StringIO("\ufeff", newline="")
    file.seek(0, 2)
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return file.getvalue()


def harmless(cell: str) -> str:
    """*cell* with an apostrophe before everything that a spreadsheet might read as a formula."""
    return FORMULA_BEGINS.sub("'", cell)
