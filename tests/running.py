"""Readings that are under way somewhere on this computer, and files that take long to read."""

import time
from pathlib import Path

import duckdb


def long_file(path: Path, rows: int = 3_000_000) -> Path:
    """A pilot's CSV that takes seconds to read under a plan that names its customers."""
    columns = "case when i % 2 = 0 then 'A' else 'B' end as arm, i % 97 as spend, 'customer ' || i as id"
    duckdb.execute(f"copy (select {columns} from range({rows}) of (i)) to '{path}' (header)")  # noqa: S608
    return path


def processes_in(place: Path) -> list[int]:
    """Processes whose current folder lies, or lay, below *place*."""
    found: list[int] = []
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdecimal() and place in (process / "cwd").readlink().parents:
                found.append(int(process.name))
        except OSError:
            continue
    return found


def nothing_is_left(place: Path, *, seconds: float = 10) -> bool:
    """Whether, within *seconds*, no process works below *place* and no file lies there."""
    until = time.monotonic() + seconds
    while (processes_in(place) or any(place.iterdir())) and time.monotonic() < until:
        time.sleep(0.05)
    return not processes_in(place) and not any(place.iterdir())
