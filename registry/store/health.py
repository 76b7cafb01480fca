"""Whether the registry can be read and written right now: tried, not assumed."""

import os
from collections.abc import Mapping
from enum import StrEnum

from registry.store import faults
from registry.store.database import APPLICATION_ID, Home, RegistryRefused, one_row, opened, writing

BLOCK = b"\0" * 4096
"""As much as a disk hands out at once: a single byte may still fit where nothing else does."""


class Health(StrEnum):
    """How the registry is, in one word that says nothing about where it is."""

    OK = "ok"
    MISSING = "missing"
    DAMAGED = "damaged"
    READ_ONLY = "read-only"
    FULL = "full"
    BUSY = "busy"
    """Somebody else has been writing for longer than a save would wait."""
    FAILED = "failed"


BY_REFUSAL: Mapping[str, Health] = {
    faults.READ_ONLY: Health.READ_ONLY,
    faults.FULL: Health.FULL,
    faults.DAMAGED: Health.DAMAGED,
    faults.BUSY: Health.BUSY,
    "registry-damaged": Health.DAMAGED,
}


def health(home: Home) -> Health:
    """Read and write the registry in *home*, leaving nothing behind.

    It queues with the writers for their lock, so it may wait as long as one of them writes.
    """
    try:
        if not home.database.is_file():
            return Health.MISSING
        _write_a_file(home)
        return _read_and_begin_to_write(home)
    except OSError as error:
        refusal = faults.refused_by(error)
    except RegistryRefused as error:
        refusal = error
    return BY_REFUSAL.get(refusal.sentence.id, Health.FAILED)


def _write_a_file(home: Home) -> None:
    """A transaction that changes nothing writes nothing: a full disk shows when something arrives on it."""
    file = home.folder / ".health"
    try:
        with file.open("wb") as written:
            written.write(BLOCK)
            written.flush()
            os.fsync(written.fileno())
    finally:
        file.unlink(missing_ok=True)


def _read_and_begin_to_write(home: Home) -> Health:
    with opened(home) as db:
        if one_row(db, "pragma application_id")["application_id"] != APPLICATION_ID:
            return Health.DAMAGED
        list(db.query("select id from experiments limit 1"))
        with writing(db):
            return Health.OK
