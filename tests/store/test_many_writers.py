"""The registry's file under people who write at the same time, and under processes that are killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import IO

import pytest

from registry.domain.proposal import Proposal
from registry.store import experiments
from registry.store.database import Database, Home, one_row, opened, writing
from registry.store.schema import create_registry
from tests.nouns import CARD, asking
from tests.source import ROOT


class Writer:
    """A process of its own."""

    def __init__(self, stdout: IO[str] | int = subprocess.PIPE) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer"],
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=stdout,
        )

    def send(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        self.process.communicate()


@pytest.fixture(scope="module")
def four() -> Iterator[list[Writer]]:
    writers = [Writer() for _ in range(4)]
    yield writers
    for each in writers:
        each.end()


def titles(home: Home) -> list[str]:
    with opened(home) as db:
        return sorted(each.proposal.title for each in experiments.every(db))


def lines(file: Path) -> list[str]:
    """The lines of *file* that have their end; a killed process may leave a piece of one."""
    return file.read_text(encoding="utf-8").split("\n")[:-1]


def wait_until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "The writers did not begin."
        time.sleep(0.02)


def test_processes_that_start_together_on_a_fresh_file_all_find_it_made(tmp_path: Path, four: list[Writer]):
    homes = [Home(tmp_path / f"start-{number}") for number in range(12)]

    answers: list[str] = []
    for home in homes:
        for each in four:
            each.send(f"open {home.folder}")
        answers += [each.hear() for each in four]

    assert answers == ["opened"] * (4 * 12)
    assert [titles(home) for home in homes] == [[]] * 12


def test_no_write_of_four_processes_is_lost_or_doubled(home: Home, db: Database, four: list[Writer]):
    for number, each in enumerate(four):
        each.send(f"write {home.folder} writer-{number} 25")
    told = [each.hear() for each in four for _ in range(25)]

    assert sorted(told) == sorted(f"writer-{one}-{number}" for one in range(4) for number in range(25))
    assert titles(home) == sorted(told)


def test_no_read_modify_write_of_eight_threads_is_lost(home: Home, db: Database):
    with writing(db):
        number = experiments.add(db, asking(), Proposal()).id

    def edit() -> None:
        for _ in range(30):
            with opened(home) as own, writing(own):
                seen = experiments.get(own, number)
                experiments.revise(own, asking(), number, seen.version, CARD)

    threads = [Thread(target=edit) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert experiments.get(db, number).version == 1 + 8 * 30


def test_killed_writers_lose_nothing_they_told_and_leave_the_file_whole(
    home: Home, db: Database, tmp_path: Path
):
    names = [f"killed-{number}" for number in range(10)]
    told = tmp_path / "told"
    with told.open("a") as output:
        parent = Writer(stdout=output)

    for name in names:
        parent.send(f"fork {home.folder} {name}")
    wait_until(lambda: {f"{name}-0" for name in names} <= set(lines(told)))
    for line in lines(told):
        if line.startswith("pid "):
            os.kill(int(line.removeprefix("pid ")), signal.SIGKILL)
            time.sleep(0.05)
    parent.end()
    safe = {line for line in lines(told) if line.startswith("killed-")}
    create_registry(home)

    assert len(safe) > len(names)
    assert safe <= set(titles(home))
    assert one_row(db, "pragma integrity_check") == {"integrity_check": "ok"}
