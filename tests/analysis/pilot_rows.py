"""The rows of a pilot as anybody would have them in a file, made from a seed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.analysis.pilots import csv_file
from tests.analysis.summaries import Answers

Rows = Sequence[dict[str, Any]]

RETURNS: dict[str, Any] = {
    "name": "returns per order",
    "role": "watch",
    "kind": "ratio",
    "column": "returns",
    "denominator": "orders",
}


def rows_of(seed: int, n: int = 300) -> Rows:
    """Rows of a pilot in six stores, three of each arm, before and after, with blanks among the answers."""
    rng = np.random.default_rng(seed)
    stores = rng.integers(0, 6, n)
    return [
        {
            "arm": "AB"[store % 2],
            "store": f"store {store}",
            "period": int(rng.integers(0, 2)),
            "day": f"2026-03-{1 + int(rng.integers(0, 4)):02}",
            "channel": ["phone", "chat", ""][int(rng.integers(0, 3))],
            "spend": None if rng.random() < 0.2 else round(float(rng.exponential(30)) + 1, 2),
            "history": None if rng.random() < 0.1 else round(float(rng.exponential(50)), 2),
            "orders": (orders := int(rng.integers(0, 4))),
            "returns": int(rng.integers(0, orders + 1)),
            "csat": None if rng.random() < 0.5 else int(rng.integers(1, 6)),
            "recommend": int(rng.integers(0, 11)),
        }
        for store in stores.tolist()
    ]


def as_csv(tmp_path: Path, rows: Rows) -> Path:
    """*rows* as a file."""
    lines = [",".join(rows[0])] + [
        ",".join("" if cell is None else str(cell) for cell in row.values()) for row in rows
    ]
    return csv_file(tmp_path, "\n".join(lines) + "\n")


def column(rows: Rows, name: str, **place: Any) -> Answers:
    """One column of the *rows* in a place."""
    return [row[name] for row in rows if all(row[key] == value for key, value in place.items())]
