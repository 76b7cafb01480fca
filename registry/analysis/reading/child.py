"""A child process that can be killed: it gets a text, gives a text back, and never outlives its time."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


class ChildError(Exception):
    """The child ended without an answer."""


class ChildTimeoutError(ChildError):
    """The child was killed because its time was over."""


def ask_child(
    command: Sequence[str], question: str, *, seconds: float, environment: Mapping[str, str], folder: Path
) -> str:
    """What *command* writes when *question* is put to it, running in *folder*.

    Raises ChildTimeoutError after *seconds*, when the child and everything it started have been killed,
    and ChildError when it ends with an error.
    """
    child = subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=folder,
        start_new_session=True,
    )
    try:
        answer, _ = child.communicate(question.encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        raise ChildTimeoutError from None
    finally:
        _end(child)
    if child.returncode != 0:
        raise ChildError
    return answer.decode()


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill a child that still runs, with everything it started; also when we were interrupted ourselves."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()
