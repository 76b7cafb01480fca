"""DuckDB, locked up: it may read one file and spill into one folder, and nothing can unlock it."""

import os
from pathlib import Path

import duckdb

from registry.analysis.pilot_data import Limits

MOST_THREADS = 4
"""More need more memory than the limit gives."""


def locked_engine(file: Path, folder: Path, limits: Limits) -> duckdb.DuckDBPyConnection:
    """A connection that can read *file*, spill into *folder*, and reach nothing else."""
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
        ("allowed_paths", [str(file)]),
        ("enable_external_access", False),
        ("lock_configuration", True),
    ):
        engine.execute(f"set {setting} = ?", [value])
    return engine
