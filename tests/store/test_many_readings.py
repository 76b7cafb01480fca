"""Processes that read the same pilot at the same time, and are killed: a reading is there whole, or not."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from registry.domain.facts import Reading
from registry.services.check import check
from registry.store import experiments, snapshots
from registry.store.database import Database, Home
from tests.nouns import NOON
from tests.readings import started
from tests.source import ROOT

SCRIPT = "from pathlib import Path; from tests.store.writer import read_until_killed; read_until_killed"
KILLS = 6
SECONDS = 60


def reader(home: Home, running: int, name: str, told: Path) -> "subprocess.Popen[bytes]":
    call = f"{SCRIPT}(Path({str(home.folder)!r}), {running}, {name!r}, Path({str(told)!r}))"
    return subprocess.Popen([sys.executable, "-c", call], cwd=ROOT, env={"PYTHONPATH": str(ROOT)})


def safe(told: Path) -> list[str]:
    """The readings that were told of; a killed process may leave a piece of a line."""
    return told.read_text(encoding="utf-8").split("\n")[:-1] if told.exists() else []


def test_killed_readers_leave_no_reading_without_its_summaries_and_none_is_lost(
    home: Home, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    running, told = started(db), tmp_path / "told"
    chance, deadline = random.Random(7), time.monotonic() + SECONDS  # noqa: S311 - no secret

    readers = {name: reader(home, running, name, told) for name in ("a-0", "b-0")}
    for kill in range(KILLS):
        victim = list(readers)[kill % 2]
        while not any(line.startswith(f"{victim}-2") for line in safe(told)):
            assert time.monotonic() < deadline, "The readers did not begin."
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.05))
        readers[victim].kill()
        readers[victim].wait()
        successor = f"{victim[0]}-{kill + 1}"
        readers = {successor if name == victim else name: process for name, process in readers.items()}
        readers[successor] = reader(home, running, successor, told)
    for process in readers.values():
        process.kill()
        process.wait()

    dossier, kept = experiments.dossier(db, running), snapshots.of_experiment(db, running)
    by_number = {snapshot.id: snapshot for snapshot in kept}
    readings = dossier.all(Reading)
    assert len(safe(told)) >= 3 * KILLS
    assert set(safe(told)) <= {reading.file_name for reading in readings}
    assert [by_number[reading.snapshot or 0].file_name for reading in readings] == [
        reading.file_name for reading in readings
    ]
    assert len(kept) == len(readings)
    assert check(NOON).findings == ()
