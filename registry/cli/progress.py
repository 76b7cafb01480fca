"""A bar on a terminal while a command works: drawn when it takes longer than a moment, wiped at the end."""

import shutil
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import TextIO

from registry.analysis.pilot_data import Progress, unheard
from registry.sentences import say

PATIENCE = 1.0
"""Seconds before there is a bar; what is over sooner needs none."""

WIDEST = 40
"""Characters between its ends."""


class Bar:
    """One line on *terminal*, drawn over itself."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._begun = time.monotonic()
        self._drawn = ""

    def __call__(self, share: float, /) -> None:
        """Draw the bar up to *share*, from 0 to 1."""
        if time.monotonic() - self._begun < PATIENCE:
            return
        line = bar_line(share, shutil.get_terminal_size().columns)
        if line != self._drawn:
            self._write(line)

    def wipe(self) -> None:
        """Leave the line as it was before."""
        if self._drawn:
            self._write(" " * len(self._drawn))
            self._write("")

    def _write(self, line: str) -> None:
        # Somebody may close the window and let the command go on.
        with suppress(OSError):
            self._terminal.write(f"\r{line}")
            self._terminal.flush()
        self._drawn = line


def bar_line(share: float, columns: int) -> str:
    """A bar with its per cent, shorter than a line of *columns* characters."""
    told = say("cli-progress", percent=int(100 * share))
    room = min(WIDEST, columns - len(told) - 4)
    full = int(room * share)
    return f"[{'#' * full}{'.' * (room - full)}] {told}" if room > 0 else told[: columns - 1]


@contextmanager
def progress_shown() -> Generator[Progress]:
    """A bar on standard error while the block runs; none unless that and the answer go to a terminal."""
    # Either is None where the shell closed it.
    if not all(stream is not None and stream.isatty() for stream in (sys.stderr, sys.stdout)):
        yield unheard
        return
    bar = Bar(sys.stderr)
    try:
        yield bar
    finally:
        bar.wipe()
