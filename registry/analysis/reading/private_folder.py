"""A folder of one's own for temporary files, gone when it is left, whatever happens.

Who uses a folder holds a lock on it, which the kernel takes back when the process ends. The number of the
process alone would not do: in a container the next server has the number of the one before.
"""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "tried-and-told-"

A_MOMENT = 5
"""Seconds that may pass between making a folder and locking it."""


@contextmanager
def private_folder() -> Iterator[Path]:
    """A new folder that only this account may open; it is deleted at the end, also after a failure."""
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def remove_leftovers() -> None:
    """Delete the private folders of processes that ended without deleting them; call it at every start."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        if _is_left(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Whether nobody holds the lock on *folder*, nor is about to take it."""
    try:
        # Never through a link: the place of temporary files is everybody's.
        at = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(at, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    else:
        owner = folder.name.removeprefix(PREFIX).partition("-")[0]
        is_old = time.time() - os.fstat(at).st_mtime > A_MOMENT
        return is_old or not (owner.isdecimal() and _alive(int(owner)))
    finally:
        os.close(at)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
