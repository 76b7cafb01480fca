"""One bar over all the steps of a reading: it moves within them and between them, and never back."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as some

from registry.analysis.pilot_data import Limits, Source
from registry.analysis.reading.engine import locked_engine
from registry.analysis.reading.pace import Measure, Pace, scanned
from registry.analysis.reading.reader import read_summaries
from tests.analysis.pilots import csv_file, pilot_plan
from tests.analysis.reading.test_child import gone
from tests.source import ROOT

PARTS = some.floats(0, 1)
MEASURED = some.lists(some.floats(allow_nan=False))


def at(share: float) -> Measure:
    return lambda: share


def test_a_step_takes_its_part_of_what_is_left():
    pace = Pace()
    seen: list[float] = []

    with pace.step(0.2, at(0.5)):
        seen.append(pace.share())
    seen.append(pace.share())
    with pace.step(0.5, at(0.25)):
        seen.append(pace.share())
    seen.append(pace.share())

    assert seen == pytest.approx([0.1, 0.2, 0.3, 0.6])


@given(some.lists(some.tuples(PARTS, MEASURED)))
def test_it_never_goes_back_and_stays_within_its_bounds(steps: list[tuple[float, list[float]]]):
    pace = Pace()
    seen = [0.0]

    for part, measured in steps:
        left = iter(measured)
        with pace.step(part, lambda left=left: next(left)):
            seen += [pace.share() for _ in measured]
        seen.append(pace.share())

    assert seen == sorted(seen)
    assert seen[-1] <= 1


def test_a_step_that_is_over_is_not_asked_any_more():
    pace = Pace()
    engine = duckdb.connect()
    with engine, pace.step(0.5, scanned(engine)):
        pass

    assert pace.share() == 0.5


def test_an_engine_says_how_far_it_is_while_another_thread_waits_for_it(tmp_path: Path):
    path = csv_file(tmp_path, "arm\n" + "A\n" * 3_000_000)
    engine = locked_engine(path, tmp_path, Limits())
    measure = scanned(engine)
    scan = (
        "select arm, count(*) from read_csv(?, auto_detect = false, columns = {'arm': 'VARCHAR'}) group by 1"
    )
    working = Thread(target=lambda: engine.execute(scan, [str(path)]))

    working.start()
    seen: list[float] = []
    while working.is_alive():
        seen.append(measure())
        time.sleep(0.01)

    assert len({share for share in seen if 0 < share < 1}) > 2


def test_a_reading_tells_how_far_it_is(tmp_path: Path):
    rows = "".join(f"{'AB'[i % 2]},{i},k{i}\n" for i in range(1_000_000))
    heard: list[float] = []

    read_summaries(
        pilot_plan(unit="id"),
        Source(csv_file(tmp_path, "arm,spend,id\n" + rows), "pilot.csv"),
        progress=heard.append,
    )

    assert heard == sorted(heard)
    assert len({share for share in heard if 0 < share < 1}) > 2


def test_a_reading_ends_when_the_process_that_wanted_it_was_killed(tmp_path: Path):
    child = (
        "import os, pathlib, time; from registry.analysis.reading.telling import telling; "
        "from registry.analysis.reading.pace import Pace; "
        "pathlib.Path('child').write_text(str(os.getpid())); "
        "exec('with telling(Pace()): time.sleep(600)')"
    )
    asks = (
        "import os, pathlib, sys; from registry.analysis.reading.child import Bounds, ask_child; "
        f"ask_child([sys.executable, '-c', {child!r}], '', Bounds(os.environ, pathlib.Path('.'), 600))"
    )
    asking = subprocess.Popen(
        [sys.executable, "-c", asks], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    while not (tmp_path / "child").exists() or not (tmp_path / "child").read_text():
        time.sleep(0.05)

    asking.send_signal(signal.SIGKILL)
    asking.wait()

    assert gone(int((tmp_path / "child").read_text()))
