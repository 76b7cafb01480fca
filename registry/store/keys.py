"""The registry's keys: outside its file, for its owner's eyes only, in no backup."""

import os
import secrets
from pathlib import Path

from registry.store.database import Home, RegistryRefused

HISTORY, COOKIE = "history", "cookie"
BYTES = 32


def key(home: Home, name: str) -> bytes:
    """The key *name* of the registry in *home*: 32 bytes. Raises RegistryRefused when it is not there."""
    file = key_file(home, name)
    try:
        found = bytes.fromhex(file.read_text(encoding="ascii"))
    except (OSError, ValueError) as error:
        raise RegistryRefused("registry-key-missing", file=file.name) from error
    if len(found) != BYTES:
        raise RegistryRefused("registry-key-missing", file=file.name)
    return found


def make_key(home: Home, name: str) -> None:
    """Make the key *name* unless there is one; the caller holds the registry's lock.

    Raises OSError when the folder cannot be written to.
    """
    file = key_file(home, name)
    home.keys.mkdir(mode=0o700, exist_ok=True)
    if file.exists():
        return
    # Put in its place whole: whoever is interrupted leaves no half a key behind.
    whole = file.with_suffix(".new")
    whole.unlink(missing_ok=True)
    with os.fdopen(os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(secrets.token_hex(BYTES))
        out.flush()
        os.fsync(out.fileno())
    whole.replace(file)


def key_file(home: Home, name: str) -> Path:
    """Where the key *name* lies."""
    return home.keys / f"{name}.key"
