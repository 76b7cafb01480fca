"""A file is looked at while the engine reads it: no text, and what does not stay as it was, is refused."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from registry.analysis.pilot_data import PilotFileRefused, Source
from registry.analysis.reading import looking_through, reduce
from registry.analysis.reading.looking_through import State, looked_through
from tests.analysis.pilots import BOTH, GOOD, csv_file, parquet_file, pilot_plan, reduced, refusal


def grows(path: Path) -> None:
    with path.open("a") as file:
        file.write("B,9,1,k9\n")


def is_written_over_and_dated_back(path: Path) -> None:
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text(GOOD.replace("2.5", "9.5"))
    os.utime(path, ns=times)


def is_swapped(path: Path) -> None:
    other = path.with_suffix(".other")
    other.write_text(GOOD)
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)


def is_deleted(path: Path) -> None:
    path.unlink()


def changing(monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], path: Path) -> None:
    """Let the file change right after it was reduced, while it is still open."""
    original = reduce.summaries_of

    def and_then(*asked: Any) -> Any:
        if not changed:
            changed.append(path)
            change(path)
        return original(*asked)

    changed: list[Path] = []
    monkeypatch.setattr(reduce, "summaries_of", and_then)


@pytest.mark.parametrize("change", [grows, is_written_over_and_dated_back, is_swapped, is_deleted])
@pytest.mark.parametrize("young_seconds", [0, 2], ids=["old", "young"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    change: Callable[[Path], None],
    young_seconds: float,
    tmp_path: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    path = csv_file(tmp_path, GOOD)
    monkeypatch.setattr(looking_through, "YOUNG_SECONDS", young_seconds)
    changing(monkeypatch, change, path)

    assert refusal(BOTH, path, folder).id == "file-changed"


def test_a_file_too_young_for_its_times_to_tell_is_known_by_its_bytes(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    path = csv_file(tmp_path, GOOD)
    monkeypatch.setattr(looking_through, "state_of", lambda _: State(1, 1, 1, 1, 1, young=True))
    monkeypatch.setattr("registry.analysis.reading.source_file.state_of", looking_through.state_of)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    monkeypatch.setattr(reduce, "looked_through", lambda _: before)
    changing(monkeypatch, is_written_over_and_dated_back, path)

    assert refusal(BOTH, path, folder).id == "file-changed"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_hash_is_that_of_the_file_as_it_was_given(encoding: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, GOOD, encoding=encoding)

    data = reduced(BOTH, path, folder)

    assert data.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_bytes_of_parquet_need_not_be_text(tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, "select 'A' as arm, 1 as spend union all select 'B', 2")

    data = reduced(pilot_plan(), path, folder)

    assert data.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1 << 20])
def test_letters_of_several_bytes_may_lie_across_pieces(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(looking_through, "CHUNK", size)
    path = csv_file(tmp_path, "arm\nGrüße\n€ 5\n🎁\n")

    assert looked_through(Source(path, "pilot.csv")) == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("size", [1, 5, 1 << 20])
@pytest.mark.parametrize("bad", [b"Gr\xfc\xdfe", b"\xe2\x82", b"\xff"])
def test_the_line_of_the_first_bad_byte_is_told(
    bad: bytes, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(looking_through, "CHUNK", size)
    path = tmp_path / "pilot.csv"
    path.write_bytes("arm\n€\nB\n".encode() + bad + b"\nA\n")

    with pytest.raises(PilotFileRefused) as refused:
        looked_through(Source(path, "pilot.csv"))

    assert (refused.value.sentence.id, refused.value.sentence.values["line"]) == ("file-not-utf8", 4)


def test_no_text_is_told_before_anything_else_that_is_wrong(tmp_path: Path, folder: Path):
    path = csv_file(
        tmp_path, GOOD.replace("2.5", "N/A").replace("id", "spend") + "Grüße;1\n", encoding="latin-1"
    )

    assert refusal(BOTH, path, folder).id == "file-not-utf8"
