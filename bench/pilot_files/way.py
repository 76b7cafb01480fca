"""The ways from a file to an answer, each as the arguments of a Python, and whether they counted the same."""

import json
import math
import os
from enum import StrEnum
from pathlib import Path

from bench.pilot_files.pilot import Files
from registry.analysis.reading.engine import MOST_THREADS

THREADS = str(min(MOST_THREADS, os.cpu_count() or 1))
"""As many as the product gives its engine."""


class WrongAnswer(Exception):
    """Two ways of reading one file do not tell the same."""


class Form(StrEnum):
    """In which form the rows lie in the file."""

    CSV = "CSV"
    PARQUET = "Parquet"

    def of(self, files: Files) -> Path:
        """The file that has this form."""
        return files.csv if self is Form.CSV else files.parquet


class Way(StrEnum):
    """Who reads the file."""

    OURS = "Tried & Told"
    SCAN = "DuckDB’s bare scan"
    PANDAS = "pandas and scipy"
    TEA_TASTING = "tea-tasting over DuckDB"

    def arguments(self, file: Path, plan: Path) -> list[str]:
        """What Python is started with."""
        match self:
            case Way.OURS:
                return ["-m", "registry", "analyse", str(file), "--plan", str(plan), "--json"]
            case Way.SCAN:
                return ["-m", "bench.pilot_files.scan", str(file), THREADS]
            case Way.PANDAS:
                return ["-m", "bench.pilot_files.by_pandas", str(file)]
            case Way.TEA_TASTING:
                return ["-m", "bench.pilot_files.by_tea_tasting", str(file), THREADS]


COLUMN = {
    "spend": "spend",
    "bought again": "again",
    "satisfaction": "csat",
    "handle time": "minutes",
    "returns per order": "returns",
}
"""The column of each metric whose filled cells are its answers."""


def check_counts(ours: str, scan: str) -> None:
    """Raise WrongAnswer where the product counted other rows or other answers than the bare scan did."""
    told, bare = json.loads(ours), json.loads(scan)
    counted = {each["metric"]: each["n_control"] + each["n_arm"] for each in told["estimates"]}
    there = {metric: bare["filled"][column] for metric, column in COLUMN.items()}
    if counted != there or not told["rows"] == sum(told["arms"].values()) == bare["rows"]:
        raise WrongAnswer(f"Rows {told['rows']}, answers {counted}; the scan: rows {bare['rows']}, {there}")


def check_differences(ours: str, other: str) -> None:
    """Raise WrongAnswer where pandas found another difference than the product; to one part in a thousand.

    CUPED's slope is taken over both arms by some and within each by others, which is far less on such files.
    """
    told = {each["metric"]: each["difference"] for each in json.loads(ours)["estimates"]}
    there = {metric: found[1] for metric, found in json.loads(other)["answers"].items()}
    for metric, difference in told.items():
        if not math.isclose(difference, there[metric], rel_tol=1e-3):
            raise WrongAnswer(f"{metric}: {difference} between the arms, and {there[metric]} by pandas")
