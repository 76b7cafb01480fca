"""Pilot files on their way in: a private folder outside the registry, emptied as soon as they are read."""

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "tried-and-told-upload-"


@contextmanager
def kept_briefly(content: bytes, suffix: str) -> Generator[Path]:
    """The uploaded *content* as a file only we can read, gone when the block ends, however it ends."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        file = folder / f"upload{suffix}"
        file.write_bytes(content)
        yield file
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Remove what a killed server could not: uploads it was reading."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        shutil.rmtree(folder, ignore_errors=True)
