"""Every byte of a file, looked at beside the engine that reads it: the file's hash, and whether it is text.

And whether it stayed what it was meanwhile.
"""

import codecs
import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from registry.analysis.pilot_data import PilotFileRefused, Source

CHUNK = 1 << 20

UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

YOUNG_SECONDS = 2.0
"""A file that was changed so shortly before could change again under the same time of change."""


class State(NamedTuple):
    """Which file it is, and by what any change of it shows."""

    device: int
    inode: int
    size: int
    modified: int
    """Nanoseconds; it can be set back."""
    changed: int
    """Nanoseconds; it cannot, where the system keeps it."""
    young: bool
    """It was changed only just now, so that these say nothing about the next moment."""


def state_of(path: Path) -> State:
    """The state of the file at *path*; follows links."""
    found = path.stat()
    latest = max(found.st_mtime_ns, found.st_ctime_ns)
    young = time.time_ns() - latest < YOUNG_SECONDS * 1e9
    return State(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns, young)


def check_unchanged(source: Source, before: State, sha256: str) -> None:
    """Raise PilotFileRefused unless the file is what it was in the state *before*, of which *sha256* tells.

    Its times say so; for a file too young for that, its bytes. Who writes through a memory map that was
    open and dirty before is not seen.
    """
    try:
        same = state_of(source.path)[:-1] == before[:-1]
        if same and before.young:
            with source.path.open("rb") as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        same = False
    if not same:
        raise PilotFileRefused("file-changed", file=source.called)


def looked_through(source: Source) -> str:
    """The file's SHA-256, when its bytes are Parquet, UTF-16 with a mark, or UTF-8 text throughout.

    Raises PilotFileRefused where they are not, and where the file went away meanwhile.
    """
    try:
        return _looked_through(source)
    except OSError as error:
        raise PilotFileRefused("file-changed", file=source.called) from error


def _looked_through(source: Source) -> str:
    digest, decoder, begun = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")(), 0
    is_text = None
    for chunk, last in chunks(source.path):
        digest.update(chunk)
        if is_text is None:
            is_text = not chunk.startswith(b"PAR1") and chunk[:2] not in UTF_16
        if not is_text:
            continue
        if b"\0" in chunk:
            raise PilotFileRefused("file-not-text", file=source.called)
        # What is ASCII needs no decoding, unless a letter began in the chunk before.
        if last or decoder.getstate()[0] or not chunk.isascii():
            try:
                decoder.decode(chunk, final=last)
            except UnicodeDecodeError as error:
                line = _line(source.path, begun + error.start)
                raise PilotFileRefused("file-not-utf8", file=source.called, line=line) from error
        begun += len(chunk)
    return digest.hexdigest()


def chunks(path: Path) -> Iterator[tuple[bytes, bool]]:
    """The bytes of a file a million at a time, and at the end none, with the word that these are the last."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk, False
    yield b"", True


def _line(path: Path, at: int) -> int:
    """The number of the line in which the byte *at* stands."""
    lines = 1
    for chunk, _ in chunks(path):
        lines += chunk[: max(0, at)].count(b"\n")
        at -= len(chunk)
    return lines
