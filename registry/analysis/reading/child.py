"""A child process that can be killed: it gets a text, gives a text back, and never outlives its time.

Question and answer lie in files without a name, so neither side waits for the other, however long they are.
How far the child is comes through a pipe of its own, on which no library writes.
"""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from io import FileIO
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from tempfile import TemporaryFile
from typing import NamedTuple

from registry.analysis.pilot_data import Progress, unheard
from registry.analysis.reading.telling import PIPE, Listener

ASKED_EVERY = 0.25
"""Seconds after which whoever listens is told how far it is, also when nothing moved: so it can stop it."""


class ChildError(Exception):
    """The child ended without an answer."""


class ChildTimeoutError(ChildError):
    """The child was killed because its time was over."""


class Bounds(NamedTuple):
    """What a child may see, write to and take."""

    environment: Mapping[str, str]
    folder: Path
    seconds: float


def ask_child(command: Sequence[str], question: str, bounds: Bounds, *, progress: Progress = unheard) -> str:
    """What *command* writes when *question* is put to it; *progress* is told how far it is.

    Whatever *progress* raises is raised here, when the child and everything it started have been killed.
    Raises ChildTimeoutError in the same way when its time is over, and ChildError when it ends with an error.
    """
    hears, tells = os.pipe()
    with (
        FileIO(hears, "r") as hearing,
        FileIO(tells, "w") as telling,
        TemporaryFile(dir=bounds.folder) as asked,
        TemporaryFile(dir=bounds.folder) as told,
    ):
        asked.write(question.encode())
        asked.seek(0)
        child = subprocess.Popen(  # noqa: S603
            command,
            stdin=asked,
            stdout=told,
            stderr=subprocess.DEVNULL,
            env={**bounds.environment, PIPE: str(tells)},
            cwd=bounds.folder,
            start_new_session=True,
            pass_fds=[tells],
        )
        try:
            # The child's end of the pipe is now the only one, so that its closing is the child's end.
            telling.close()
            _wait(child, hearing, time.monotonic() + bounds.seconds, progress)
        finally:
            _end(child)
        if child.returncode != 0:
            raise ChildError
        told.seek(0)
        return told.read().decode()


def _wait(child: subprocess.Popen[bytes], hearing: FileIO, until: float, progress: Progress) -> None:
    """Return when the child has ended. Raises ChildTimeoutError, and whatever *progress* raises."""
    listener = Listener()
    with DefaultSelector() as selector:
        selector.register(hearing, EVENT_READ)
        while child.poll() is None:
            left = until - time.monotonic()
            if left <= 0:
                raise ChildTimeoutError
            if selector.select(min(left, ASKED_EVERY)) and not listener.hear(hearing.read(4096)):
                return _wait_for_end(child, left)
            progress(listener.share)
    return None


def _wait_for_end(child: subprocess.Popen[bytes], seconds: float) -> None:
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        raise ChildTimeoutError from None


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill a child that still runs, with everything it started; also when we were interrupted ourselves."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
