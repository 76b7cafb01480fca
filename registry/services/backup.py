"""Backing the registry up, and restoring it, while people write."""

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from registry.domain.history import Change
from registry.domain.moment import Moment, moment_text
from registry.domain.permission import check_allowed
from registry.domain.person import Asking
from registry.domain.text import LINE
from registry.sentences import day_text, say
from registry.services.recording import acting, known
from registry.store import backup as backups
from registry.store import history, people
from registry.store.backup import BackupRefused
from registry.store.candidate import Backup, State, glanced_at, listed, looked_at
from registry.store.chain import head
from registry.store.database import Database, home_of, locked
from registry.store.history import Entry
from registry.store.keys import HISTORY, key
from registry.store.rebuilding import rebuild
from registry.store.restore import RestoreRefused, made_ready, put_in_place, taken_in


class Restored(NamedTuple):
    """What took the registry's place, and the name under which the registry before it is kept."""

    backup: Backup
    replaced: str


class Kept(NamedTuple):
    """The registry's own backups."""

    newest: list[Backup]
    """Newest first."""
    files: int
    """How many there are."""
    size: int
    """Bytes, all together."""
    events: int
    """Events in the registry's own history, now."""


def back_up(db: Database, asking: Asking, file: Path, *, replace: bool = False) -> Backup:
    """Write a copy of the registry to *file*; the history in it tells of it already.

    With *replace* an earlier backup of that name is replaced, and nothing else. Raises NotAllowed,
    and BackupRefused when there is something at *file* already or it cannot be written.
    """
    with acting(db, asking) as asked:
        check_allowed(asked, "back_up")
        backups.check_target(file, replace=replace)
        history.add(db, asked, Entry("back_up", changes=[Change(what="backup.file", after=file.name)]))
    backups.write(db, file, asked.at, replace=replace)
    return looked_at(file, _secret(db))


def back_up_here(db: Database, asking: Asking) -> Backup:
    """Write a copy into the registry's own folder of backups, named after the moment."""
    return back_up(db, asking, backups.shelf(home_of(db)) / f"backup-{_stamp(asking.at)}.db")


def kept(db: Database, asking: Asking, most: int) -> Kept:
    """The registry's own backups, at most *most* of them looked at. Raises NotAllowed."""
    check_allowed(known(db, asking), "back_up")
    files = listed(home_of(db))
    found = [glanced_at(file, _secret(db)) for file in files[:most]]
    size = sum(file.stat().st_size for file in files)
    return Kept(found, len(files), size, head(db).events)


def take_away(db: Database, asking: Asking, name: str) -> bytes:
    """What the backup called *name* holds, for somebody who takes it along; the history tells of it."""
    with acting(db, asking) as asked:
        check_allowed(asked, "back_up")
        file = on_shelf(db, name)
        history.add(db, asked, Entry("take_backup", changes=[Change(what="backup.file", after=name)]))
    return file.read_bytes()


def on_shelf(db: Database, name: str) -> Path:
    """The backup called *name*. Raises BackupRefused when there is none."""
    file = next((file for file in listed(home_of(db)) if file.name == name), None)
    if file is None:
        raise BackupRefused("backup-unknown", file=name)
    return file


def look_at(db: Database, asking: Asking, file: Path, called: str) -> Backup:
    """What *file*, known to people as *called*, would bring back. Raises NotAllowed, RestoreRefused."""
    check_allowed(known(db, asking), "restore")
    with taken_in(home_of(db), file) as copy:
        return _checked(copy, _secret(db), called)


def restore(db: Database, asking: Asking, file: Path, called: str) -> Restored:
    """Let *file*, known to people as *called*, take the registry's place, at once; what it replaces is kept.

    All sign-ins end. Raises NotAllowed for who is not a steward in the registry that is replaced, and
    RestoreRefused for a file that cannot take its place.
    """
    asked = known(db, asking)
    check_allowed(asked, "restore")
    home = home_of(db)
    with taken_in(home, file) as copy:
        backup = _checked(copy, _secret(db), called)
        replaced = backups.shelf(home) / f"replaced-{_stamp(asked.at)}.db"
        _make_ready(copy, asked, backup, replaced.name)
        with locked(home.database):
            # Whoever was steward when this began may not be any more.
            check_allowed(known(db, asking), "restore")
            backups.write(db, replaced, asked.at)
            put_in_place(db, copy)
    return Restored(backup, replaced.name)


def _checked(copy: Path, secret: bytes, called: str) -> Backup:
    found = looked_at(copy, secret)
    if found.state is not State.GOOD:
        raise RestoreRefused(f"restore-{found.state}", file=called)
    return found.model_copy(update={"name": called[:LINE]})


def _make_ready(copy: Path, asking: Asking, backup: Backup, replaced: str) -> None:
    """Make *copy* what the registry is going to be, lists, search and history included."""
    try:
        with made_ready(copy) as db:
            rebuild(db, asking.at)
            # Their number may be another person's there, or nobody's.
            same = people.by_email(db, asking.person.email)
            entry = _restored(asking, backup, replaced, by_stranger=same is None)
            history.add_for(db, same and same.id, asking.at, entry)
    except ValidationError as error:
        raise RestoreRefused("restore-damaged", file=backup.name) from error


def _restored(asking: Asking, backup: Backup, replaced: str, *, by_stranger: bool) -> Entry:
    changes = [Change(what="restore.file", after=backup.name)]
    if backup.at is not None:
        changes.append(Change(what="restore.made", after=moment_words(backup.at)))
    changes.append(Change(what="restore.replaced", after=replaced))
    if by_stranger:
        changes.append(Change(what="restore.by", after=asking.person.name))
    return Entry("restore", changes=changes)


def moment_words(at: Moment) -> str:
    """A moment for whoever may read it anywhere: 2 March 2026, 12:00 UTC."""
    return say("backup-moment", day=day_text(at.date()), time=f"{at:%H:%M}")


def _stamp(at: Moment) -> str:
    return moment_text(at).replace(":", "").replace(".", "-")


def _secret(db: Database) -> bytes:
    return key(home_of(db), HISTORY)
