"""What can be wrong with the registry's file or the disk below it, told calmly."""

import errno
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage] - the library it chose

from registry.domain.sentence import Refusal


class RegistryRefused(Refusal):
    """The registry's file is missing, foreign, damaged or newer than this app, or cannot be used now."""


READ_ONLY, FULL, FAILING = "fault-read-only", "fault-full", "fault-disk"
DAMAGED, BUSY, SHUT = "fault-damaged", "fault-busy", "fault-shut"

BY_SQLITE_NAME: Mapping[str, str] = {
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR": FAILING,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
    "SQLITE_BUSY": BUSY,
    "SQLITE_CANTOPEN": SHUT,
}
BY_ERROR_NUMBER: Mapping[int, str] = {
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
}


def fault_of(error: BaseException | None) -> str | None:
    """The name of what is said about *error*; None when it is no fault of the file or the disk below it."""
    # An extended name begins with its kind: SQLITE_IOERR_WRITE is SQLITE_IOERR.
    name = getattr(error, "sqlite_errorname", "")
    return next((told for kind, told in BY_SQLITE_NAME.items() if name.startswith(kind)), None)


@contextmanager
def told_calmly() -> Generator[None]:
    """Turn the faults of the file, and of the disk below it, into RegistryRefused; other errors pass."""
    try:
        yield
    except sqlite3.Error as error:
        told = fault_of(error)
        if told is None:
            raise
        raise RegistryRefused(told, problem=str(error)) from error


def refused_by(error: OSError) -> RegistryRefused:
    """What to say when a file beside the registry's own could not be written."""
    told = BY_ERROR_NUMBER.get(error.errno or 0, FAILING)
    return RegistryRefused(told, problem=error.strerror or str(error))
