"""The server's own data folder: the files in it that may be read, and no way out of it."""

import stat
from pathlib import Path

from registry.analysis.pilot_data import PilotFileRefused

SUFFIXES = (".csv", ".parquet")


def inbox_files(inbox: Path) -> list[str]:
    """The names of the CSV and Parquet files in *inbox*, links and hidden ones left out."""
    names = (path.name for path in inbox.iterdir() if path.suffix.lower() in SUFFIXES and _may_be_read(path))
    return sorted(names)


def inbox_file(inbox: Path, name: str) -> Path:
    """The file *name* in *inbox*. Raises PilotFileRefused for what is not a file of its own in there."""
    path = inbox / name
    if path.name != name or path.parent != inbox or not _may_be_read(path):
        raise PilotFileRefused("file-not-in-inbox", file=name)
    return path


def _may_be_read(path: Path) -> bool:
    # A link may point anywhere on the server, and whoever can put a file here need not be able to read there.
    try:
        is_file = stat.S_ISREG(path.lstat().st_mode)
        path.name.encode()
    except (OSError, ValueError):  # gone meanwhile; a name that no screen can show
        return False
    return is_file and not path.name.startswith(".")
