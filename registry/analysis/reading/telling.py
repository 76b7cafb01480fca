"""How a child tells how far it is: lines on a pipe of its own, written while its engine works."""

import os
import re
import signal
from collections.abc import Generator
from contextlib import contextmanager
from threading import Event, Thread

from registry.analysis.reading.pace import Pace

PIPE = "PROGRESS_PIPE"
"""The environment variable that names the pipe to the child, by its number."""

TOLD_EVERY = 0.2
"""Seconds."""

LINE = re.compile(rb"progress (0\.\d{3}|1\.000)")
LONGEST = 64
"""Bytes of a line; more is no line of ours."""


class Listener:
    """What the parent has heard so far."""

    def __init__(self) -> None:
        self.share = 0.0
        """From 0 to 1, and never less than before, whatever the child says."""
        self._rest = b""

    def hear(self, told: bytes | None) -> bool:
        """Take in what came through the pipe; false when nothing will come any more."""
        *lines, rest = (self._rest + (told or b"")).split(b"\n")
        self._rest = rest[:LONGEST]
        for line in lines:
            if found := LINE.fullmatch(line):
                self.share = max(self.share, float(found[1]))
        return told != b""


@contextmanager
def telling(pace: Pace) -> Generator[None]:
    """Tell the parent how far *pace* is until the block ends; without a parent that listens, do nothing."""
    if PIPE not in os.environ:
        yield
        return
    pipe, over = int(os.environ[PIPE]), Event()
    thread = Thread(target=_tell, args=(pace, pipe, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _tell(pace: Pace, pipe: int, over: Event) -> None:
    while not over.wait(TOLD_EVERY):
        try:
            os.write(pipe, b"progress %.3f\n" % pace.share())
        except BrokenPipeError:
            # Whoever asked has died, so nobody will end us: nothing must go on reading customers' rows.
            os.killpg(0, signal.SIGKILL)
