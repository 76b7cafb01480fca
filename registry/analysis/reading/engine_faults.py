"""What the engine says when it gives up, in words for people: its own name our folders and its parts."""

import duckdb

from registry.analysis.pilot_data import PilotFileRefused
from registry.analysis.reading.source_file import Readable
from registry.analysis.reading.text_rows import first_other_end


def engine_refusal(file: Readable, error: duckdb.Error) -> PilotFileRefused:
    """Why *file* could not be read, when the engine stopped with *error*."""
    if isinstance(error, duckdb.OutOfMemoryException):
        return PilotFileRefused("file-too-large", file=file.called)
    if file.header is None:
        return PilotFileRefused("file-damaged", file=file.called)
    # A file whose columns were copied is gone; the copy is our own, and sound.
    if file.path.exists() and (row := first_other_end(file.path)) is not None:
        return PilotFileRefused("file-row-ends", file=file.called, row=row)
    return PilotFileRefused("file-gave-up", file=file.called)
