"""A child whose parent was killed ends itself and takes its folder along: nobody else would."""

import os
import shutil
import threading
import time
from pathlib import Path

LOOKS_EVERY = 0.5
"""Seconds."""


def end_without(parent: int, folder: Path, *, seconds: float) -> None:
    """Watch *parent* from now on; when it is gone, or after *seconds*, delete *folder* and end.

    A thread, because the kernel's own signal (`PR_SET_PDEATHSIG`) comes when the parent's *thread* ends, and
    only Linux knows it. The engine and the hash let the thread have its turn while they work.
    """
    threading.Thread(target=_watch, args=(parent, folder, time.monotonic() + seconds), daemon=True).start()


def _watch(parent: int, folder: Path, until: float) -> None:
    while os.getppid() == parent and time.monotonic() < until:
        time.sleep(LOOKS_EVERY)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)
