"""DuckDB, locked up: it may read one file, copy it once, and spill into one folder; nothing can unlock it."""

import os
from pathlib import Path

import duckdb

from registry.analysis.pilot_data import Limits

MOST_THREADS = 4
"""More need more memory than the limit gives."""


def locked_engine(
    file: Path, folder: Path, limits: Limits, *, copy: Path | None = None
) -> duckdb.DuckDBPyConnection:
    """A connection that reads *file*, writes and reads *copy*, spills into *folder*, and no more."""
    allowed = [str(path) for path in (file, copy) if path is not None]
    engine = duckdb.connect(
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "python_enable_replacements": False,
        }
    )
    for setting, value in (
        ("memory_limit", limits.memory),
        ("threads", min(MOST_THREADS, os.cpu_count() or 1)),
        ("temp_directory", str(folder / "spill")),
        ("max_temp_directory_size", limits.spill),
        # It keeps count of how far it is, and draws nothing.
        ("enable_progress_bar", True),
        ("enable_progress_bar_print", False),
        ("allowed_paths", allowed),
        ("enable_external_access", False),
        ("lock_configuration", True),
    ):
        engine.execute(f"set {setting} = ?", [value])
    return engine
