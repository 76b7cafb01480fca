"""Restoring: what a backup holds takes the place of what the registry held, at once, under a running app."""

import errno
import os
import shutil
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage] - the library it chose

from registry.domain.sentence import Refusal
from registry.store.backup import make_part, part_in
from registry.store.database import Database, Home, connect, transaction
from registry.store.faults import told_calmly
from registry.store.soundness import snapshot


class RestoreRefused(Refusal):
    """A file cannot take the registry's place."""


@contextmanager
def taken_in(home: Home, file: Path) -> Generator[Path]:
    """A copy of *file* inside *home* that nobody else changes meanwhile, gone at the end.

    Raises RestoreRefused when *file* cannot be read, or there is no room for a copy.
    """
    copy = part_in(home.folder)
    try:
        _take_in(file, copy)
        yield copy
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            copy.with_name(copy.name + ending).unlink(missing_ok=True)


def _take_in(file: Path, copy: Path) -> None:
    try:
        if not file.is_file():  # a device may have no end
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        make_part(copy)
        if file.with_name(f"{file.name}-wal").exists():  # a registry in use: its file alone is not all of it
            with snapshot(file) as source, closing(connect(copy)) as target:
                _copy_pages(source, target)
        else:
            shutil.copyfile(file, copy)
    except OSError as error:
        raise RestoreRefused("restore-unreadable", file=file.name, problem=error.strerror or "") from error


@contextmanager
def made_ready(copy: Path) -> Generator[Database]:
    """Make a backup's *copy* a registry again; all that is written to it meanwhile happens, or none.

    It is without what it said about itself, and without sign-ins: everybody signs in again.
    """
    with closing(connect(copy)) as db:
        db.execute("pragma journal_mode = memory")  # who is interrupted begins with another copy
        with transaction(db):
            db.execute("drop table if exists backup")
            db.execute("delete from sign_ins")
            yield db


def put_in_place(db: Database, file: Path) -> None:
    """Let what *file* holds take the place of all that the registry *db* holds, at once.

    For whoever holds the lock already. Those who read see the one or the other, whole.
    """
    with snapshot(file, is_finished=True) as source, told_calmly():
        _copy_pages(source, db)
    db.execute("pragma wal_checkpoint(truncate)")


def _copy_pages(source: Database, target: Database) -> None:
    """Copy all of *source* in one step: in small ones somebody's write would make it begin again for ever."""

    def stop_when_kept_waiting(status: int, _remaining: int, _pages: int) -> None:
        # Without this it would try again for ever; the busy timeout was waited for already.
        if status not in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE):
            raise RestoreRefused("restore-kept-waiting")

    source.conn.backup(target.conn, progress=stop_when_kept_waiting)
