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
from typing import IO, Any

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage] - the library it chose

from registry.store.faults import DAMAGED, RegistryRefused, fault_of, refused_by, told_calmly
from registry.store.rights import is_at_rest

__all__ = [
    "Database",
    "Home",
    "RegistryRefused",
    "connect",
    "connect_to_read",
    "home_of",
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


@dataclass(frozen=True)
class Home:
    """The folder that holds everything the registry keeps."""

    folder: Path

    @property
    def database(self) -> Path:
        """The registry's file."""
        return self.folder / "registry.db"

    @property
    def keys(self) -> Path:
        """The keys of history and cookies: made at first use, in no backup."""
        return self.folder / "keys"

    @property
    def backups(self) -> Path:
        """Copies of the registry's file."""
        return self.folder / "backups"

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
    if is_at_rest(file):
        return connect_to_read(file, is_finished=True)
    return _connection(file, "mode=rwc" if create else "mode=rw")


def connect_to_read(file: Path, *, is_finished: bool = False) -> Database:
    """A connection that cannot write; *is_finished* says that nobody else does either, as to a backup.

    Raises RegistryRefused when there is no such file or it cannot be opened.
    """
    return _connection(file, "immutable=1" if is_finished or is_at_rest(file) else "mode=ro")


def _connection(file: Path, how: str) -> Database:
    if not is_safe_for_wal(sqlite3.sqlite_version_info):
        raise RegistryRefused("registry-sqlite-too-old", version=sqlite3.sqlite_version)
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS)
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
        fault = fault_of(error)
        told = "registry-damaged" if fault in (DAMAGED, None) else fault
        raise RegistryRefused(told, file=file.name, problem=str(error)) from error
    return db


@contextmanager
def opened(home: Home) -> Generator[Database]:
    """A connection for one unit of work, closed at its end whatever happens.

    Raises RegistryRefused when the file or the disk fails meanwhile.
    """
    db = connect(home.database)
    try:
        with told_calmly():
            yield db
    finally:
        db.close()


@contextmanager
def locked(file: Path) -> Generator[None]:
    """Hold the one lock around writes to *file*, against threads and against other processes.

    SQLite's own waiting starves writers under load; whoever queues here gets their turn.
    Raises RegistryRefused when there is no writing beside *file*.
    """
    file = file.resolve()
    with _locks_guard:
        lock = _locks.setdefault(file, threading.Lock())
    with lock, _side_file(file) as side_file:
        fcntl.flock(side_file, fcntl.LOCK_EX)
        yield


def _side_file(file: Path) -> IO[str]:
    try:
        return file.with_suffix(".lock").open("a")
    except OSError as error:
        raise refused_by(error) from error


@contextmanager
def transaction(db: Database) -> Generator[Database]:
    """All of what is written happens, or none. For whoever holds the lock already.

    Rolls back on every exception, Streamlit's rerun and stop among them (they are BaseExceptions).
    Raises RegistryRefused when the file or the disk does not take it; then nothing was written.
    """
    with told_calmly():
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


def home_of(db: Database) -> Home:
    """The folder of the registry that *db* is a connection to."""
    return Home(Path(one_row(db, "pragma database_list")["file"]).parent)


def one_row(db: Database, sql: str) -> dict[str, Any]:
    """The first row of *sql*, read to its end: an unfinished query would keep its read open."""
    first, *_ = db.query(sql)
    return first
