"""A whole process, with the processes that it starts: seconds, processor time, and memory at its highest."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Thread
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PROCESSES = Path("/proc")
EVERY = 0.01
"""Seconds between two looks at the memory. The system keeps the highest of each, so little is missed."""


class ProcessFailed(Exception):
    """A process that was to be measured ended with an error."""


class Used(NamedTuple):
    """What a process took, and what it wrote."""

    seconds: float
    """From its start to its end."""
    cpu: float
    """Seconds of processor time, on all cores, with the processes that it waited for."""
    largest: float
    """Mebibytes that its largest process held at its highest; 0 where the system does not tell."""
    together: float
    """The same of all its processes added up, though they need not be at their highest at once."""
    output: str


def used(arguments: Sequence[str]) -> Used:
    """Run `python …` from the repository's folder. Raises ProcessFailed with the end of its complaint."""
    with TemporaryFile() as written, TemporaryFile() as complaint:
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=written, stderr=complaint
        )
        memory = _Memory(process.pid)
        memory.start()
        _, status, resources = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        highest = memory.ended()
        if process.returncode != 0:
            complaint.seek(0)
            end = complaint.read().decode(errors="replace")[-2000:]
            raise ProcessFailed(f"{' '.join(arguments)} ended with {process.returncode}:\n{end}")
        written.seek(0)
        output = written.read().decode()
    cpu = resources.ru_utime + resources.ru_stime
    return Used(seconds, cpu, max(highest, default=0.0), sum(highest), output)


class _Memory(Thread):
    """Looks at the memory of a process and of those that it started, until it is told to end.

    What `wait4` tells of memory is not asked: it counts what the process was before it became what it is.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._ended, self._highest = pid, Event(), dict[int, float]()

    def run(self) -> None:
        while not self._ended.wait(EVERY):
            for pid in _family(self._pid):
                if (highest := _highest(pid)) is not None:
                    self._highest[pid] = max(highest, self._highest.get(pid, 0.0))

    def ended(self) -> list[float]:
        """End, and tell the highest of each process in mebibytes."""
        self._ended.set()
        self.join()
        return list(self._highest.values())


def _family(pid: int) -> list[int]:
    """The process and all that it started, as far as they still run."""
    found, waiting = list[int](), [pid]
    while waiting:
        found.append(one := waiting.pop())
        for task in _children(one):
            waiting += task
    return found


def _children(pid: int) -> list[list[int]]:
    try:
        threads = list((PROCESSES / str(pid) / "task").iterdir())
        return [[int(child) for child in (each / "children").read_text().split()] for each in threads]
    except OSError:  # it ended meanwhile
        return []


def _highest(pid: int) -> float | None:
    """The highest resident memory of a process in mebibytes; None when it has ended."""
    try:
        found = re.search(r"(?m)^VmHWM:\s*(\d+) kB$", (PROCESSES / str(pid) / "status").read_text())
    except OSError:
        return None
    return None if found is None else int(found[1]) / 1024
