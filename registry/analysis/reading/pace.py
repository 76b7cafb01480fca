"""How far a reading is: one bar over all its steps, which never goes back.

A step says which part it takes of what is left, so that no step needs to know those after it.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Lock

import duckdb

Measure = Callable[[], float]
"""How far one step is, from 0 to 1."""


def unknown() -> float:
    """The measure of a step that cannot say how far it is."""
    return 0.0


class Pace:
    """Written by the thread that reads, asked by the one that tells."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._begun, self._until, self._shown = 0.0, 0.0, 0.0
        self._measure: Measure = unknown

    def share(self) -> float:
        """How much is done, from 0 to 1; never less than it was."""
        with self._lock:
            within = min(1.0, max(0.0, self._measure()))
            self._shown = max(self._shown, self._begun + within * (self._until - self._begun))
            return self._shown

    @contextmanager
    def step(self, part: float, measure: Measure = unknown) -> Generator[None]:
        """A step that takes *part* of what is left, from 0 to 1; *measure* is not called after its end."""
        self._set(self._until, self._until + part * (1 - self._until), measure)
        try:
            yield
        finally:
            self._set(self._until, self._until, unknown)

    def _set(self, begun: float, until: float, measure: Measure) -> None:
        with self._lock:
            self._begun, self._until, self._measure = begun, until, measure


def scanned(engine: duckdb.DuckDBPyConnection) -> Measure:
    """How far *engine* is in a statement that adds up: scanning is the first half of what it counts."""
    return lambda: engine.query_progress() / 50


def written(engine: duckdb.DuckDBPyConnection) -> Measure:
    """How far *engine* is in a statement that writes what it scans."""
    return lambda: engine.query_progress() / 100
