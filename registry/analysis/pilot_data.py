"""What is taken from a pilot's file: summaries and counts, no row and no unit id."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict

from registry.domain.from_rows import QuantileFound, Reshuffled
from registry.domain.plan import Plan
from registry.domain.sentence import Refusal
from registry.domain.summary import Summary


class PilotFileRefused(Refusal):
    """A pilot's file cannot be read under its plan; the sentence names the file, the column and the row."""


class PilotData(BaseModel):
    """A pilot's file, reduced under a plan."""

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)

    sha256: str
    rows: int
    arms: Mapping[str, int]
    """Units by arm, those in two arms left out."""
    summaries: tuple[Summary, ...]
    """One per metric and arm."""
    cells: tuple[Summary, ...] = ()
    """The same by store, period, day and segment, where the plan names any; they merge to `summaries`."""
    units_named: bool
    """The plan names a unit column, so that repeated and switched units could be seen."""
    switched: int = 0
    """Units that were seen in two arms, and left out of both."""
    blocks_left_out: int = 0
    """Blocks right after a switch, which do not count."""
    quantiles: tuple[QuantileFound, ...] = ()
    reshuffled: tuple[Reshuffled, ...] = ()
    """Only for arms whose values have a long tail, and are few."""
    days: int | None = None
    """From the first to the last day, both counted; None where the plan names no day column."""


class Source(NamedTuple):
    """A file with pilot data, and the name by which people know it."""

    path: Path
    called: str
    passing: bool = False
    """A copy of our own, an upload: it goes as soon as the plan's columns are taken from it."""


class Limits(NamedTuple):
    """What reading one file may take."""

    seconds: float = 120
    rows: int = 50_000_000
    memory: str = "400MB"
    spill: str = "8GB"
    """Disk space for what does not fit into memory."""


class Progress(Protocol):
    """Is told a few times a second how far a reading is, from 0 to 1; what it raises stops the reading."""

    def __call__(self, share: float, /) -> None: ...


def unheard(_share: float) -> None:
    """Nobody wants to know."""


class Reader(Protocol):
    """Source and plan in, summaries out: what any engine that reads pilot data must do."""

    def __call__(self, plan: Plan, source: Source, *, progress: Progress = unheard) -> PilotData: ...
