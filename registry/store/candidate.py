"""What a file is that may be a backup: when it was made, what it holds, and whether it can be restored."""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from registry.domain.moment import Moment
from registry.store.chain import has_genuine_head, head, verify
from registry.store.database import Database, Home, RegistryRefused, one_row
from registry.store.soundness import damage, made_otherwise, snapshot, strangeness


class State(StrEnum):
    """Whether a file can take the registry's place, or why it cannot."""

    GOOD = "good"
    FOREIGN = "foreign"
    OLDER = "older"
    NEWER = "newer"
    DAMAGED = "damaged"
    OTHER_KEY = "other_key"
    ALTERED = "altered"
    """Its history does not hold: somebody changed something by hand."""


class Backup(BaseModel):
    """What a file that may be a backup says about itself."""

    model_config = ConfigDict(frozen=True)

    name: str
    size: int
    """Bytes."""
    state: State
    at: Moment | None = None
    """When it was made; of a registry's own file, when it was last written."""
    events: int = 0
    """Events in its history."""
    head: str = ""
    """The mark of the last of them."""

    @property
    def megabytes(self) -> float:
        """Its size as people read it; never nothing."""
        return in_megabytes(self.size)


MOMENT: TypeAdapter[Moment] = TypeAdapter(Moment)


def in_megabytes(size: int) -> float:
    """*size*, in bytes, as people read it: to a tenth of a megabyte, and never nothing."""
    return max(0.1, round(size / 1e6, 1))


BY_FINDING = {
    "found-foreign": State.FOREIGN,
    "found-older": State.OLDER,
    "found-newer": State.NEWER,
    "found-other-key": State.OTHER_KEY,
}


def listed(home: Home) -> list[Path]:
    """The backups in *home*, newest first; a name that nobody can read is none of ours."""
    found = [file for file in home.backups.glob("*.db") if file.is_file() and file.name.isprintable()]
    return sorted(found, key=lambda file: file.stat().st_mtime_ns, reverse=True)


def glanced_at(file: Path, secret: bytes) -> Backup:
    """What *file* is, quickly: of its history only the last event is checked."""
    now = file.stat()
    return _glanced_at(file, secret, (now.st_size, now.st_mtime_ns))


@lru_cache(maxsize=1_000)
def _glanced_at(file: Path, secret: bytes, _as_of: tuple[int, int]) -> Backup:
    return looked_at(file, secret, whole=False)


def looked_at(file: Path, secret: bytes, *, whole: bool = True) -> Backup:
    """What *file* is, and whether it can take the place of the registry that has the key *secret*."""
    found = Backup(name=file.name, size=file.stat().st_size, state=State.DAMAGED)
    try:
        with snapshot(file, is_finished=True) as db:
            found = found.model_copy(update={"state": _state(db, secret, whole=whole)})
            if found.state in (State.FOREIGN, State.NEWER) or "events" not in db.table_names():
                return found
            now = head(db)
            return found.model_copy(update={"at": _made_at(db), "events": now.events, "head": now.mac})
    except ValueError:  # what it says about itself is nothing that we wrote
        return found.model_copy(update={"state": State.DAMAGED})
    except RegistryRefused as refusal:
        is_no_database = getattr(refusal.__cause__, "sqlite_errorname", "") == "SQLITE_NOTADB"
        return found.model_copy(update={"state": State.FOREIGN if is_no_database else State.DAMAGED})


def _state(db: Database, secret: bytes, *, whole: bool) -> State:
    strange = strangeness(db)
    if strange is not None:
        return BY_FINDING[strange.id]
    if any(damage(db)) or any(made_otherwise(db)):
        return State.DAMAGED
    if "backup" in db.table_names() and _testimony(db)[1:] != tuple(head(db)):
        return State.ALTERED
    if not whole:
        return State.GOOD if has_genuine_head(db, secret) else State.OTHER_KEY
    found = next(iter(verify(db, secret)), None)
    return State.GOOD if found is None else BY_FINDING.get(found.id, State.ALTERED)


def _made_at(db: Database) -> Moment | None:
    if "backup" in db.table_names():
        return MOMENT.validate_python(_testimony(db)[0])
    last = list(db.query("select at from events order by id desc limit 1"))
    return MOMENT.validate_python(last[0]["at"]) if last else None


def _testimony(db: Database) -> tuple[str, int, str]:
    """What a copy says about itself: when it was made, the number of its events, and the last one's mark."""
    row = one_row(db, "select at, events, head from backup")
    return row["at"], row["events"], row["head"]


def is_backup(file: Path) -> bool:
    """Whether *file* was written as a backup of a registry, by whichever version of the app."""
    try:
        with snapshot(file, is_finished=True) as db:
            strange = strangeness(db)
            is_ours = strange is None or BY_FINDING[strange.id] is not State.FOREIGN
            return is_ours and "backup" in db.table_names()
    except RegistryRefused:
        return False
