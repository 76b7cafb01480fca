"""Replacing words in the summaries of pilots' data: arms, stores and agents are called by names."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from registry.analysis.pilot_data import PilotData
from registry.domain.experiment import experiment_code
from registry.domain.redaction import Redaction, RedactionRefused, redacted
from registry.domain.spelling import Sought
from registry.domain.text import Text
from registry.services.snapshot import body_of, data_in
from registry.store import redaction as rows
from registry.store import snapshots
from registry.store.database import Database
from registry.store.history import Sealed


class Opened(BaseModel):
    """What people wrote in a snapshot: its file's name, and the names in its summaries."""

    model_config = ConfigDict(frozen=True)

    id: int
    experiment: int
    file_name: Text
    data: PilotData


def opened_snapshots(db: Database, sought: Sought) -> list[Opened]:
    """All snapshots of the experiments in one of which the words could stand."""
    return [
        Opened(id=each.id, experiment=number, file_name=each.file_name, data=data_in(each))
        for number in rows.experiments_with_snapshots_that_may_hold(db, sought)
        for each in snapshots.of_experiment(db, number)
    ]


def redacted_snapshots(written: Sequence[Opened], redaction: Redaction) -> list[tuple[Opened, int]]:
    """Those of *written* that held the words, without them, and in how many places they stood.

    Raises RedactionRefused when two stores, pairs or segments would have the same name: their numbers
    could not be told apart any more.
    """
    made = [redacted(each, redaction, experiment_code(each.experiment)) for each in written]
    for number in {each.experiment for each in written}:
        before = _names(each for each in written if each.experiment == number)
        after = _names(each for each, _ in made if each.experiment == number)
        if len(after) < len(before):
            code = experiment_code(number)
            raise RedactionRefused("redaction-does-not-fit", instead=redaction.instead, code=code)
    return [(each, places) for each, places in made if places]


def rewrite_snapshots(db: Database, work: Sequence[tuple[Opened, int]]) -> list[Sealed]:
    """Put them in the place of what was kept."""
    return [rows.rewrite_snapshot(db, each.id, each.file_name, body_of(each.data)) for each, _ in work]


def _names(opened: Iterable[Opened]) -> set[tuple[str, str]]:
    cells = [cell for each in opened for cell in each.data.cells]
    return {
        *(("cluster", cell.cluster) for cell in cells if cell.cluster is not None),
        *(("pair", cell.pair) for cell in cells if cell.pair is not None),
        *((f"segment {cell.segment.column}", cell.segment.value) for cell in cells if cell.segment),
    }
