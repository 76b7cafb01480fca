"""Pilot files on their way in: a private folder outside the registry, emptied as soon as they are read."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from registry.analysis.reading.private_folder import private_folder, remove_leftovers

__all__ = ["kept_briefly", "remove_leftovers"]


@contextmanager
def kept_briefly(content: bytes) -> Generator[Path]:
    """The uploaded *content* as a file only we can read, gone when the block ends, however it ends."""
    with private_folder() as folder:
        file = folder / "upload"
        file.write_bytes(content)
        yield file
