"""The rows of a CSV as its text shows them: what the engine gets wrong without a word, or tells too late."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from registry.analysis.pilot_data import PilotFileRefused

CHUNK = 1 << 20
"""Bytes looked at together; also the shortest row that may be refused as too long."""

BEGINNING = 1 << 20
"""Bytes in which a row that does not fit is found at once: ten million take the engine a minute."""

LINE_FEED, RETURN = b"\n\r"

csv.field_size_limit(BEGINNING)


class Lines(NamedTuple):
    """What the lines of a file are."""

    n: int | None
    """How many they are; None where some are blank, and the engine passes over them."""
    may_be_quoted: bool
    """A line may end inside quotes, where it is no row's end."""


def lines_of(path: Path, called: str) -> Lines:
    """Look once through the file. Raises PilotFileRefused for a row, or blank lines, of over a megabyte.

    The engine leaves out rows longer than its buffers without a word, and what comes after such blank lines.
    """
    n, blank, quoted, is_open, end = 1, False, False, False, b""
    for chunk in _chunks(path):
        text = end + chunk
        ends = np.frombuffer(text, np.uint8) == (LINE_FEED if b"\n" in text else RETURN)
        if len(chunk) == CHUNK:
            if not ends.any():
                raise PilotFileRefused("file-row-long", file=called, row=n)
            if not chunk.strip(b"\r\n"):
                raise PilotFileRefused("file-lines-blank", file=called, row=n)
        n += int(np.count_nonzero(ends[len(end) :]))
        blank = blank or bool((ends[1:] & ends[:-1]).any())
        blank = blank or (b"\r" in text and b"\n\r\n" in text)
        if not quoted and (is_open or b'"' in chunk):
            parts = chunk.split(b'"')
            inside = b"".join(parts[0 if is_open else 1 :: 2])
            quoted = b"\n" in inside or b"\r" in inside
            is_open ^= len(parts) % 2 == 0
        end = chunk[-2:]
    return Lines(None if blank else n - (end[-1:] in b"\r\n"), quoted)


def counted_rows(path: Path, called: str) -> int:
    """Rows that are not blank, the header included. Raises PilotFileRefused where a quote is not closed."""
    number = filled = 0
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as text:
            for cells in csv.reader(text, strict=True):
                number += 1
                filled += bool(cells)
    except csv.Error as error:
        raise PilotFileRefused("file-row-broken", file=called, row=number + 1) from error
    return filled


def check_beginning(path: Path, called: str, columns: int) -> None:
    """Raise PilotFileRefused for the first row near the beginning that has not *columns* cells."""
    with path.open("rb") as file:
        start, goes_on = file.read(BEGINNING), bool(file.read(1))
    if goes_on:
        start = start[: max(start.rfind(b"\n"), start.rfind(b"\r"), 0)]
    text = io.StringIO(start.decode("utf-8-sig", errors="replace"), newline="")
    try:
        for row, cells in enumerate(csv.reader(text, strict=True), start=1):
            # Like the engine, we pass over blank lines, and over blank cells behind the last column.
            if cells and (len(cells) < columns or any(cells[columns:])):
                raise PilotFileRefused("file-row-ragged", file=called, row=row, columns=columns)
    except csv.Error:
        # A quote is open, or out of place: the engine says where.
        return


def spreadsheet_row(path: Path, row: int) -> int:
    """The number that a spreadsheet gives to the *row*-th line that is not blank."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        filled = (number for number, cells in enumerate(csv.reader(text), start=1) if cells)
        return next((number for count, number in enumerate(filled, start=1) if count == row), row)


def first_other_end(path: Path) -> int | None:
    """The first row that ends in another way than the header does; None where all end alike."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        usual, is_open, row = "", False, 1
        for line in text:
            is_open ^= line.count('"') % 2 == 1
            end = line[len(line.rstrip("\r\n")) :]
            if is_open or not end:
                continue
            if end != (usual or end):
                return row
            usual, row = end, row + 1
    return None


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
