"""What kind of file it is, before any engine touches it: Parquet, or a CSV in UTF-8, or refused."""

import codecs
import csv
import io
from pathlib import Path
from typing import NamedTuple

from registry.analysis.pilot_data import PilotFileRefused, Source
from registry.analysis.reading.looking_through import UTF_16, State, chunks, looked_through, state_of

HEADER = 1 << 20
"""Bytes in which the header of a CSV must end."""

NOTHING = b" \t\r\n\0\x0b\x0c" + codecs.BOM_UTF8 + codecs.BOM_UTF16_LE
"""Bytes of which a file may be full and still say nothing: blanks, line ends and marks of an encoding."""

FOREIGN = {
    b"PK\x03\x04": "file-is-workbook",
    b"\xd0\xcf\x11\xe0": "file-is-workbook",
    b"\x1f\x8b": "file-is-compressed",
    b"\x28\xb5\x2f\xfd": "file-is-compressed",
    b"BZh": "file-is-compressed",
    b"\xfd7zXZ": "file-is-compressed",
    b"7z\xbc\xaf": "file-is-compressed",
    b"Rar!": "file-is-compressed",
    b"\x04\x22\x4d\x18": "file-is-compressed",
    b"PARE": "file-is-encrypted",
    b"<": "file-is-page",
    b"%PDF": "file-not-text",
    b"{": "file-not-text",
    b"[{": "file-not-text",
    codecs.BOM_UTF32_LE: "file-not-text",
    codecs.BOM_UTF32_BE: "file-not-text",
}
"""First bytes of files that people mistake for a CSV, and what they are told."""

OFFICE = (b"[Content_Types].xml", b"_rels/", b"mimetype")
"""Names that stand first in an office document, which is a ZIP file like any other."""


class Readable(NamedTuple):
    """A file that may be given to the engine, under a name that we made."""

    path: Path
    called: str
    state: State
    """Of the file as it was given, before anything of it was read."""
    header: tuple[str, ...] | None
    """The columns of a CSV in their order; None for Parquet, which knows its own."""


def readable(source: Source, folder: Path) -> Readable:
    """*source* linked, or transcoded, into *folder*. Raises PilotFileRefused for what is not pilot data."""
    try:
        if source.path.is_dir():
            raise PilotFileRefused("file-is-folder", file=source.called)
        if not source.path.is_file():
            raise PilotFileRefused("file-not-there", file=source.called)
        state = state_of(source.path)
        with source.path.open("rb") as file:
            start = file.read(HEADER)
            ending = _ending(file)
        _check_start(source, start)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PilotFileRefused("file-unreadable", file=source.called, problem=reason) from error
    if start.startswith(b"PAR1"):
        if ending != b"PAR1":
            raise PilotFileRefused("file-cut-off", file=source.called)
        return Readable(_linked(source, folder / "data.parquet"), source.called, state, None)
    encoding = UTF_16.get(start[:2])
    if encoding is None:
        path, text = _linked(source, folder / "data.csv"), start.decode("utf-8-sig", errors="ignore")
    else:
        path = _transcoded(source, folder / "data.csv", encoding)
        with path.open(encoding="utf-8") as file:
            text = file.read(HEADER)
    try:
        return Readable(path, source.called, state, _header(source, text))
    except PilotFileRefused:
        # A file that is no text at all has no header to complain about.
        looked_through(source)
        raise


def _check_start(source: Source, start: bytes) -> None:
    if not start.strip(NOTHING) and b"\0\0" not in start:
        raise PilotFileRefused("file-empty", file=source.called)
    begun = start.removeprefix(codecs.BOM_UTF8).lstrip()
    for magic, told in FOREIGN.items():
        if begun.startswith(magic):
            is_packed = (
                told == "file-is-workbook" and begun[:2] == b"PK" and not begun[30:].startswith(OFFICE)
            )
            raise PilotFileRefused("file-is-compressed" if is_packed else told, file=source.called)


def _ending(file: io.BufferedReader) -> bytes:
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 4))
    return file.read()


def _linked(source: Source, link: Path) -> Path:
    # Even a bound file name with “*” in it is a pattern to the engine: it only ever sees our own names.
    link.symlink_to(source.path)
    return link


def _transcoded(source: Source, copy: Path, encoding: str) -> Path:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with copy.open("w", encoding="utf-8", newline="") as out:
            for chunk, last in chunks(source.path):
                text = decoder.decode(chunk, final=last).removeprefix("\ufeff")
                if "\0" in text:
                    raise PilotFileRefused("file-not-text", file=source.called)
                out.write(text)
    except UnicodeError as error:
        raise PilotFileRefused("file-not-text", file=source.called) from error
    return copy


def _header(source: Source, text: str) -> tuple[str, ...]:
    if len(text) >= HEADER and "\n" not in text and "\r" not in text:
        raise PilotFileRefused("file-header-long", file=source.called)
    try:
        names = next(csv.reader(io.StringIO(text, newline=""), strict=True), [])
    except csv.Error as error:
        raise PilotFileRefused("file-header-broken", file=source.called) from error
    if not any(name.strip() for name in names) or names[0].startswith(("sep=", "#")):
        raise PilotFileRefused("file-header-not-first", file=source.called)
    if len(names) == 1:
        for sign, told in ((";", "file-semicolons"), ("\t", "file-tabs")):
            if sign in names[0]:
                raise PilotFileRefused(told, file=source.called)
    return tuple(names)
