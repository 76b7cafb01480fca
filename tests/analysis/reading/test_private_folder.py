"""Private folders are gone when they are left, and at the next start when their process died."""

import os
import stat
import subprocess
import sys
import tempfile
import time
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


def test_folder_of_an_earlier_process_of_our_number_is_removed(temporary: Path):
    left = temporary / f"{PREFIX}{os.getpid()}-x"
    left.mkdir()
    long_ago = time.time() - 60
    os.utime(left, (long_ago, long_ago))

    remove_leftovers()

    assert not left.exists()


def test_folder_that_is_used_for_long_stays(temporary: Path):
    with private_folder() as folder:
        long_ago = time.time() - 60
        os.utime(folder, (long_ago, long_ago))

        remove_leftovers()

        assert folder.exists()


def test_link_that_somebody_laid_among_the_temporary_files_is_not_followed(temporary: Path):
    precious = temporary / "precious"
    precious.mkdir()
    (precious / "rows").write_text("ours")
    (temporary / f"{PREFIX}999999999-x").symlink_to(precious)

    remove_leftovers()

    assert (precious / "rows").exists()
