"""Backups: a copy of the registry's file that is whole and says about itself what it holds.

A copy has no sign-ins. Its one-row table `backup` tells when it was made and where its history
stood, so that a history that was cut short later is found out (`witness.py`). The keys are not in it.
"""

import os
import time
from contextlib import closing, suppress
from pathlib import Path
from secrets import token_hex

from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage] - the library it chose

from registry.domain.moment import Moment, moment_text
from registry.domain.sentence import Refusal
from registry.store.candidate import is_backup
from registry.store.chain import head
from registry.store.database import Database, Home, RegistryRefused, connect
from registry.store.soundness import damage

LEFT_BEHIND_SECONDS = 3_600
"""Nobody works for that long on a file; what is older was left behind by somebody who was stopped."""


class BackupRefused(Refusal):
    """A backup cannot be written there."""


def check_target(file: Path, *, replace: bool) -> None:
    """Raise BackupRefused when there is something at *file*; with *replace*, when it is no backup of ours."""
    if not os.path.lexists(file):
        return
    if not replace:
        raise BackupRefused("backup-exists", file=str(file))
    if not is_backup(file):
        raise BackupRefused("backup-replaces-no-backup", file=str(file))


def write(db: Database, file: Path, at: Moment, *, replace: bool = False) -> None:
    """Write a copy of the registry to *file*, whole or not at all, while others may write.

    Raises BackupRefused when there is something at *file* already, or it cannot be written.
    """
    part = part_in(file.parent)
    try:
        make_part(part)
        db.execute("vacuum into :part", {"part": str(part)})
        with closing(connect(part)) as copy:
            _finish(copy, at)
        check_target(file, replace=replace)
        part.replace(file)
        _settle(file.parent)
    except OSError as error:
        raise BackupRefused("backup-not-written", file=str(file), problem=error.strerror or "") from error
    except (sqlite3.Error, RegistryRefused) as error:
        raise BackupRefused("backup-not-written", file=str(file), problem=str(error)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def shelf(home: Home) -> Path:
    """The registry's own folder of backups, made when it is not there. Raises BackupRefused."""
    try:
        home.backups.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise BackupRefused(
            "backup-not-written", file=str(home.backups), problem=error.strerror or ""
        ) from error
    return home.backups


def part_in(folder: Path) -> Path:
    """The name of a file that is not whole yet; nobody else has it."""
    return folder / f".registry-{token_hex(8)}.part"


def make_part(part: Path) -> None:
    """Make *part*, empty, readable for nobody else; and remove what a crash left beside it.

    Raises OSError when there is no writing there.
    """
    for old in part.parent.glob(".registry-*.part*"):
        with suppress(FileNotFoundError):  # somebody else was quicker
            if old.stat().st_mtime < time.time() - LEFT_BEHIND_SECONDS:
                old.unlink()
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _finish(copy: Database, at: Moment) -> None:
    """Take the sign-ins out, say what the copy holds, and see that it is whole."""
    copy.execute("pragma journal_mode = memory")  # no file beside it: until it is whole nobody needs it
    copy.execute("pragma secure_delete = on")
    now = head(copy)
    copy.execute("begin")
    copy.execute("delete from sign_ins")
    copy.execute("drop table if exists backup")
    copy.execute("create table backup (at text not null, events integer not null, head text not null) strict")
    copy.execute(
        "insert into backup (at, events, head) values (:at, :events, :head)",
        {"at": moment_text(at), "events": now.events, "head": now.mac},
    )
    copy.commit()
    found = next(damage(copy), None)
    if found is not None:
        raise BackupRefused("backup-registry-damaged", problem=str(found.values.get("problem", found.id)))


def _settle(folder: Path) -> None:
    """See that the new name is on the disk, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
