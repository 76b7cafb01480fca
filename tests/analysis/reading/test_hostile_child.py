"""The child that reads a file ends with its time, its memory or its parent, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from registry.analysis.pilot_data import Limits, PilotFileRefused, Source
from registry.analysis.reading import private_folder
from registry.analysis.reading.reader import read_summaries
from tests.analysis.pilots import csv_file, parquet_file, pilot_plan

ASKS = """
import sys
from pathlib import Path
from registry.analysis.pilot_data import Limits, Source
from registry.analysis.reading.reader import read_summaries
from tests.analysis.pilots import pilot_plan
read_summaries(pilot_plan(unit="id"), Source(Path(sys.argv[1]), "pilot.csv"), limits=Limits(seconds=60))
"""
UNTIL = 20
"""Seconds within which everything has ended, on a busy machine."""


def readers_of(place: Path) -> list[int]:
    """The processes that run in a folder under *place*."""
    found: list[int] = []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                if (process / "cwd").readlink().is_relative_to(place):
                    found.append(int(process.name))
            except OSError:
                continue
    return found


def becomes_true(condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + UNTIL
    while not condition() and time.monotonic() < until:
        time.sleep(0.05)
    return condition()


def long_file(tmp_path: Path, *, rows: int) -> Path:
    """A file with as many different units as rows, which takes memory and time to tell apart."""
    path = tmp_path / "pilot.csv"
    duckdb.connect().execute(
        "copy (select case when i % 2 = 0 then 'A' else 'B' end as arm, i % 10 as spend, "  # noqa: S608
        f"md5(i::varchar) as id from range({rows}) t(i)) to '{path}'"
    )
    return path


def refused_with(path: Path, limits: Limits, **keys: str) -> str:
    with pytest.raises(PilotFileRefused) as refused:
        read_summaries(pilot_plan(**keys), Source(path, "pilot.csv"), limits=limits)
    return refused.value.sentence.id


def test_reading_that_needs_more_memory_is_stopped_with_its_sentence(tmp_path: Path, temporary: Path):
    path = long_file(tmp_path, rows=400_000)

    told = refused_with(path, Limits(memory="16MB", spill="1MB"), unit="id")

    assert told == "file-too-large"
    assert list(temporary.iterdir()) == []
    assert becomes_true(lambda: readers_of(temporary) == [])


def test_reading_in_the_middle_of_its_work_is_stopped_by_the_clock(tmp_path: Path, temporary: Path):
    path = long_file(tmp_path, rows=1_500_000)

    told = refused_with(path, Limits(seconds=0.9), unit="id")

    assert told == "file-too-slow"
    assert list(temporary.iterdir()) == []
    assert becomes_true(lambda: readers_of(temporary) == [])


def test_long_text_in_a_small_parquet_file_is_stopped_by_the_limit(tmp_path: Path, temporary: Path):
    path = parquet_file(
        tmp_path,
        "select case when i % 2 = 0 then 'A' else 'B' end as arm, 1 as spend, "
        "repeat(chr((97 + i % 26)::int), 4000000) || i as id from range(30) t(i)",
    )

    told = refused_with(path, Limits(memory="60MB", spill="20MB"), unit="id")

    assert path.stat().st_size < 10_000_000
    assert told == "file-too-large"
    assert list(temporary.iterdir()) == []


def test_child_of_a_parent_that_was_killed_ends_and_takes_its_folder_along(tmp_path: Path):
    path, place = long_file(tmp_path, rows=3_000_000), tmp_path / "place"
    place.mkdir()
    parent = subprocess.Popen(
        [sys.executable, "-c", ASKS, str(path)],
        env={**os.environ, "TMPDIR": str(place), "PYTHONPATH": str(Path.cwd())},
        stderr=subprocess.DEVNULL,
    )
    assert becomes_true(lambda: readers_of(place) != [])

    parent.send_signal(signal.SIGKILL)
    parent.wait()

    assert becomes_true(lambda: readers_of(place) == [])
    assert list(place.iterdir()) == []


def test_child_of_a_parent_that_waits_no_more_ends_by_its_own_clock(tmp_path: Path):
    folder = tmp_path / "folder"
    folder.mkdir()
    program = (
        "import os, sys, time; from pathlib import Path; "
        "from registry.analysis.reading.orphan import end_without; "
        "end_without(os.getppid(), Path(sys.argv[1]), seconds=0.1); time.sleep(60)"
    )

    ended = subprocess.run([sys.executable, "-c", program, str(folder)], timeout=UNTIL, check=False)

    assert ended.returncode == 1
    assert not folder.exists()


def test_what_a_killed_parent_left_is_gone_at_the_next_start(tmp_path: Path, temporary: Path):
    killed = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    left = Path(tempfile.mkdtemp(prefix=f"{private_folder.PREFIX}{killed.pid}-"))
    csv_file(left, "arm,spend\n")
    killed.kill()
    killed.wait()

    private_folder.remove_leftovers()

    assert list(temporary.iterdir()) == []
