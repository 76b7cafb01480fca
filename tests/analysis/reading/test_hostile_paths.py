"""A path is one file, by its name as it stands; what is none, or changes meanwhile, is refused."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from registry.analysis.pilot_data import Limits, PilotFileRefused, Source
from registry.analysis.reading import reduce
from registry.analysis.reading.reader import read_summaries
from tests.analysis.pilots import GOOD, csv_file, parquet_file, pilot_plan, reduced, refusal

PLAN = pilot_plan()


@pytest.mark.parametrize(
    "name",
    [
        *(
            "pilot*.csv",
            "pilot?.csv",
            "[p]ilot.csv",
            "{pilot,other}.csv",
            "pi'lot.csv",
            'pi"lot.csv',
            "-rf.csv",
        ),
        *(
            "pi\nlot.csv",
            "pi lot .csv",
            "pilot.csv.gz",
            "pilot",
            "~",
            "$HOME.csv",
            "%70ilot.csv",
            "ä\u0308.csv",
        ),
    ],
)
def test_name_is_only_a_name(name: str, tmp_path: Path, folder: Path):
    csv_file(tmp_path, GOOD.replace("A,1,", "A,100,"))
    path = csv_file(tmp_path, GOOD, name=name)

    assert reduced(PLAN, path, folder).summaries[0].mean == 1.75


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/dev/zero",
            "/dev/null",
            "/dev/stdin",
            "http://127.0.0.1:9/pilot.csv",
            "s3://bucket/pilot.parquet",
        ),
        *("pilot\0.csv", "x" * 300, "/proc/self/mem/x", ":memory:"),
    ],
)
def test_what_is_no_file_is_refused(path: str, folder: Path):
    refused = refusal(PLAN, Path(path), folder)

    assert refused.id in {"file-not-there", "file-unreadable"}


def test_socket_is_not_read(tmp_path: Path, folder: Path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "pilot.csv"))

    assert refusal(PLAN, tmp_path / "pilot.csv", folder).id == "file-not-there"


def test_links_in_a_circle_are_no_file(tmp_path: Path, temporary: Path):
    (tmp_path / "one.csv").symlink_to(tmp_path / "other.csv")
    (tmp_path / "other.csv").symlink_to(tmp_path / "one.csv")

    with pytest.raises(PilotFileRefused) as refused:
        read_summaries(PLAN, Source(tmp_path / "one.csv", "one.csv"))

    assert refused.value.sentence.id in {"file-not-there", "file-unreadable"}


def append(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("B,1,1,k9\n")


def cut(path: Path) -> None:
    os.truncate(path, 20)


def put_another_in_its_place(path: Path) -> None:
    other = path.with_name("other.csv")
    other.write_text(GOOD.replace("2.5", "3.5"), encoding="utf-8")
    other.replace(path)


CHANGES = [append, cut, put_another_in_its_place, Path.unlink]


@pytest.mark.parametrize("change", CHANGES)
def test_file_that_changes_while_it_is_read_is_refused(
    change: Callable[[Path], None], tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    path, read = csv_file(tmp_path, GOOD), reduce.read_quickly

    def read_while_it_changes(*args: Any, **keys: Any) -> Any:
        found = read(*args, **keys)
        change(path)
        return found

    monkeypatch.setattr(reduce, "read_quickly", read_while_it_changes)

    assert refusal(PLAN, path, folder).id == "file-changed"


@pytest.mark.parametrize("change", [cut, Path.unlink])
def test_file_that_changes_before_the_engine_comes_to_it_is_refused(
    change: Callable[[Path], None], tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    made = parquet_file(tmp_path, "select 'A' as arm, i as spend from range(5000) t(i)")
    engine = reduce.locked_engine

    def engine_of_a_changed_file(*args: Any, **keys: Any) -> Any:
        change(made)
        return engine(*args, **keys)

    monkeypatch.setattr(reduce, "locked_engine", engine_of_a_changed_file)

    assert refusal(PLAN, made, folder, limits=Limits()).id == "file-changed"
