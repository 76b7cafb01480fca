"""Files far too large end within seconds and within the memory that a reading may take."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pytest

from tests.analysis.pilots import csv_file

HEAD, ROWS = b"arm,spend\n", b"A,1\nB,2\n"
MEGABYTE = 1 << 20
MOST_MEMORY = 320
"""Megabytes, of all the reading's processes the largest."""

READS = """
import resource, sys, time
from pathlib import Path
from registry.analysis.pilot_data import PilotFileRefused, Source
from registry.analysis.reading.reader import read_summaries
from tests.analysis.pilots import pilot_plan
begun = time.monotonic()
try:
    told, row = "read", read_summaries(pilot_plan(), Source(Path(sys.argv[1]), "pilot.csv")).rows
except PilotFileRefused as refused:
    told, row = refused.sentence.id, refused.sentence.values.get("row", 0)
print(told, row, time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


class Ended(NamedTuple):
    """How a reading ended, and what it took."""

    told: str
    row: int
    """Of the refusal; or how many were read."""
    seconds: float
    megabytes: float


def reading_of(path: Path) -> Ended:
    """Read *path* in a process of its own, so that its memory is not ours."""
    shown = subprocess.run(
        [sys.executable, "-c", READS, str(path)], capture_output=True, text=True, check=True
    )
    told, row, seconds, megabytes = shown.stdout.split()
    return Ended(told, int(row), float(seconds), float(megabytes))


def hole(file: BinaryIO) -> None:
    """Two gigabytes of nothing, which take no place on the disk."""
    file.write(HEAD + ROWS + b"A,")
    file.truncate(2 << 30)


def line(file: BinaryIO) -> None:
    file.write(HEAD + ROWS + b"A,")
    for _ in range(300):
        file.write(b"1" * MEGABYTE)


def header(file: BinaryIO) -> None:
    for _ in range(300):
        file.write(b"a," * (MEGABYTE // 2))


def open_quote(file: BinaryIO) -> None:
    file.write(HEAD + ROWS + b'A,"1\n')
    for _ in range(1024):
        file.write(ROWS * (MEGABYTE // len(ROWS)))


def short_rows(file: BinaryIO) -> None:
    file.write(HEAD + ROWS)
    for _ in range(10):
        file.write(b"A\n" * 1_000_000)


def blank_lines(file: BinaryIO) -> None:
    file.write(HEAD + ROWS)
    for _ in range(50):
        file.write(b"\n" * MEGABYTE)
    file.write(b"A,x\n")


HUGE: dict[Callable[[BinaryIO], None], tuple[str, int]] = {
    hole: ("file-not-text", 0),
    line: ("file-row-long", 4),
    header: ("file-header-long", 0),
    open_quote: ("file-row-broken", 4),
    short_rows: ("file-row-ragged", 4),
    blank_lines: ("file-lines-blank", MEGABYTE - len(HEAD + ROWS) + 4),
}


@pytest.mark.soak
@pytest.mark.parametrize("huge", HUGE)
def test_huge_file_is_refused_within_its_bounds(huge: Callable[[BinaryIO], None], tmp_path: Path):
    path = tmp_path / "pilot.csv"
    with path.open("wb") as file:
        huge(file)

    ended = reading_of(path)
    path.unlink()

    assert (ended.told, ended.row) == HUGE[huge]
    assert ended.megabytes < MOST_MEMORY
    assert ended.seconds < 60


def test_widest_file_that_is_read_takes_little_memory(tmp_path: Path):
    others = 16_382
    path = csv_file(
        tmp_path, "arm,spend" + ",x" * others + "\n" + "".join(f"{a},1{',0' * others}\n" for a in "AB")
    )

    ended = reading_of(path)

    assert (ended.told, ended.row) == ("read", 2)
    assert ended.megabytes < MOST_MEMORY
