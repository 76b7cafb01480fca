"""The registry's file: how it is opened, and the one way it is written.

`Database(path)` of the library alone would leave foreign keys off and begin transactions late,
so every connection is made here, lives for one unit of work, and is never shared by threads.
"""

import fcntl
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage] - the library it chose

from registry.domain.sentence import Refusal

__all__ = [
    "Database",
    "Home",
    "RegistryRefused",
    "connect",
    "locked",
    "one_row",
    "opened",
    "transaction",
    "writing",
]

APPLICATION_ID = 0x54265431
"""“T&T1”, in the header of every registry's file; a file without it is not one of ours."""

BUSY_SECONDS = 10
_locks: dict[Path, threading.Lock] = {}
_locks_guard = threading.Lock()


class RegistryRefused(Refusal):
    """The registry's file is missing, foreign, damaged or newer than this app."""


@dataclass(frozen=True)
class Home:
    """The folder that holds everything the registry keeps."""

    folder: Path

    @property
    def database(self) -> Path:
        """The registry's file."""
        return self.folder / "registry.db"

    @property
    def inbox(self) -> Path:
        """Pilot files put there by a person or a scheduler; they belong to their owner."""
        return self.folder / "inbox"


def is_safe_for_wal(version: tuple[int, ...]) -> bool:
    """Whether SQLite of *version* is free of the checkpoint fault that can corrupt a WAL database.

    Source: SQLite release notes; fixed in 3.51.3 and in the branches 3.50.7 and 3.44.6.
    """
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def connect(file: Path, *, create: bool = False) -> Database:
    """A new connection to *file*, for the calling thread and one unit of work.

    Raises RegistryRefused when there is no such file (and *create* is false) or it cannot be opened.
    """
    if not is_safe_for_wal(sqlite3.sqlite_version_info):
        raise RegistryRefused("registry-sqlite-too-old", version=sqlite3.sqlite_version)
    mode = "rwc" if create else "rw"
    try:
        connection = sqlite3.connect(
            f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS
        )
    except sqlite3.OperationalError as error:
        raise RegistryRefused("registry-not-openable", file=file.name, problem=str(error)) from error
    db = Database(connection, execute_plugins=False)
    try:
        db.execute("pragma foreign_keys = on")
        # Without it, `insert or replace` deletes past the triggers that keep facts.
        db.execute("pragma recursive_triggers = on")
        db.execute("pragma synchronous = full")
        db.execute("pragma trusted_schema = off")
    except sqlite3.DatabaseError as error:
        db.close()
        raise RegistryRefused("registry-damaged", file=file.name, problem=str(error)) from error
    return db


@contextmanager
def opened(home: Home) -> Generator[Database]:
    """A connection for one unit of work, closed at its end whatever happens."""
    db = connect(home.database)
    try:
        yield db
    finally:
        db.close()


@contextmanager
def locked(file: Path) -> Generator[None]:
    """Hold the one lock around writes to *file*, against threads and against other processes.

    SQLite's own waiting starves writers under load; whoever queues here gets their turn.
    """
    file = file.resolve()
    with _locks_guard:
        lock = _locks.setdefault(file, threading.Lock())
    with lock, file.with_suffix(".lock").open("a") as side_file:
        fcntl.flock(side_file, fcntl.LOCK_EX)
        yield


@contextmanager
def transaction(db: Database) -> Generator[Database]:
    """All of what is written happens, or none. For whoever holds the lock already.

    Rolls back on every exception, Streamlit's rerun and stop among them (they are BaseExceptions).
    """
    db.execute("begin immediate")
    try:
        yield db
        db.commit()
    except BaseException:
        db.rollback()
        raise


@contextmanager
def writing(db: Database) -> Generator[Database]:
    """One write transaction under the one lock: the way every verb writes."""
    with locked(Path(one_row(db, "pragma database_list")["file"])), transaction(db):
        yield db


def one_row(db: Database, sql: str) -> dict[str, Any]:
    """The first row of *sql*, read to its end: an unfinished query would keep its read open."""
    first, *_ = db.query(sql)
    return first
