"""Private folders are gone when they are left, and at the next start when their process died."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from registry.analysis.reading.private_folder import PREFIX, private_folder, remove_leftovers


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of temporary files, for this test alone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_private_folder_is_ours_alone():
    with private_folder() as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_private_folder_is_gone_after_a_failure():
    folders: list[Path] = []

    def fail_inside():
        with private_folder() as folder:
            folders.append(folder)
            (folder / "row").write_text("a customer")
            raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        fail_inside()

    assert [folder.exists() for folder in folders] == [False]


def test_folder_of_a_process_that_died_is_removed_at_the_next_start(temporary: Path):
    died = subprocess.Popen([sys.executable, "-c", ""])
    died.wait()
    left = temporary / f"{PREFIX}{died.pid}-x"
    left.mkdir()
    (left / "row").write_text("a customer")

    remove_leftovers()

    assert not left.exists()


def test_folders_in_use_and_those_of_others_stay(temporary: Path):
    mine, other = temporary / f"{PREFIX}{os.getpid()}-x", temporary / "somebody-else-1-x"
    mine.mkdir()
    other.mkdir()

    remove_leftovers()

    assert mine.exists()
    assert other.exists()
