"""The server's data folder shows its own files and leads nowhere else."""

import os
import socket
from pathlib import Path

import pytest

from registry.analysis.pilot_data import PilotFileRefused
from registry.services.inbox import inbox_file, inbox_files

ODD_NAMES = [
    "a*b.csv",
    "a?b.csv",
    "[ab].csv",
    "{a,b}.csv",
    "it's.csv",
    '"q".csv',
    "-rf.csv",
    "a b.csv",
    "ä.csv",
]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (tmp_path / "secret.csv").write_text("arm,spend\nA,1\n")
    return folder


def test_files_are_listed_by_their_names_whatever_these_are(inbox: Path):
    for name in [*ODD_NAMES, "b.PARQUET", "new\nline.csv"]:
        (inbox / name).write_text("arm\n")
    (inbox / "notes.txt").write_text("no data")

    assert inbox_files(inbox) == sorted([*ODD_NAMES, "b.PARQUET", "new\nline.csv"])
    assert [inbox_file(inbox, name) for name in ODD_NAMES] == [inbox / name for name in ODD_NAMES]


def test_what_is_no_file_of_the_inbox_is_neither_listed_nor_read(inbox: Path, tmp_path: Path):
    (inbox / "link.csv").symlink_to(tmp_path / "secret.csv")
    (inbox / "within.csv").symlink_to(inbox / "link.csv")
    (inbox / "nowhere.csv").symlink_to(tmp_path / "nothing")
    (inbox / "zero.csv").symlink_to("/dev/zero")
    (inbox / "folder.csv").mkdir()
    (inbox / ".half.csv").write_text("arm\n")
    os.mkfifo(inbox / "pipe.csv")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(inbox / "socket.csv"))
    Path(os.fsdecode(os.fsencode(inbox) + b"/\xff.csv")).write_text("arm\n")

    assert inbox_files(inbox) == []
    for path in inbox.iterdir():
        with pytest.raises(PilotFileRefused):
            inbox_file(inbox, path.name)


@pytest.mark.parametrize(
    "name",
    [
        "../secret.csv",
        "sub/../../secret.csv",
        "",
        ".",
        "..",
        "./",
        "nothing.csv",
        "a\0b.csv",
        "http://a/b.csv",
    ],
)
def test_name_that_leads_out_of_the_inbox_is_refused(name: str, inbox: Path):
    with pytest.raises(PilotFileRefused) as refused:
        inbox_file(inbox, name)

    assert refused.value.sentence.id == "file-not-in-inbox"


def test_whole_path_is_no_name(inbox: Path, tmp_path: Path):
    (inbox / "own.csv").write_text("arm\n")

    for path in (inbox / "own.csv", tmp_path / "secret.csv"):
        with pytest.raises(PilotFileRefused):
            inbox_file(inbox, str(path))
