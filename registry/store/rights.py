"""What this process, and others on this machine, may do with the registry's files."""

import os
import stat
from pathlib import Path

from registry.store.faults import RegistryRefused

OTHERS = stat.S_IRWXG | stat.S_IRWXO
ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def is_there(file: Path) -> bool:
    """Whether there is such a file; in a folder that we may not look into there is none."""
    return os.access(file, os.F_OK)


def can_write(file: Path) -> bool:
    """Whether this process may write to the database *file*; a full disk is another matter."""
    others = [beside(file, "-wal"), beside(file, "-shm"), file.with_suffix(".lock")]
    return all(os.access(each, os.W_OK) for each in (file.parent, file, *filter(is_there, others)))


def is_at_rest(file: Path) -> bool:
    """Whether nobody can write to *file*, neither this process nor another: it may be read as it lies there.

    SQLite reads a file in WAL mode only beside a log and an index, and could not make them here.
    """
    folder = file.parent
    if not is_there(file) or os.access(folder, os.W_OK) or is_there(beside(file, "-wal")):
        return False
    # The root account may do what the permission bits forbid; where even it may not write, nobody may.
    forbids_all = os.geteuid() == 0 or not folder.stat().st_mode & ANYBODY_WRITES
    return forbids_all or bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def beside(file: Path, ending: str) -> Path:
    """A file of SQLite's own beside the database *file*: its log, `-wal`, or the index of it, `-shm`."""
    return file.with_name(file.name + ending)


def keep_keys_private(folder: Path) -> None:
    """Take others' rights to the keys in *folder* away. Raises RegistryRefused when we may not."""
    for each in (folder, *sorted(folder.glob("*.key"))):
        if is_there(each) and each.stat().st_mode & OTHERS:
            try:
                each.chmod(stat.S_IMODE(each.stat().st_mode) & ~OTHERS)
            except OSError as error:
                raise RegistryRefused("server-key-not-private", file=each.name) from error


def is_open_to_others(folder: Path) -> bool:
    """Whether everybody on this machine may put files into *folder*, or take some away."""
    if not is_there(folder):
        return False
    mode = folder.stat().st_mode
    # In a folder with the sticky bit, as the one for temporary files, others' files stay theirs.
    return bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX
