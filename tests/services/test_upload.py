"""An uploaded file is ours alone while it is read, and gone afterwards."""

import stat
import tempfile
from pathlib import Path

import pytest

from registry.services.upload import PREFIX, kept_briefly, sweep


@pytest.fixture(autouse=True)
def temporary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder for temporary files that no other program uses."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_an_upload_can_be_read_by_us_alone():
    with kept_briefly(b"group,back\n", ".csv") as file:
        content, mode = file.read_bytes(), stat.S_IMODE(file.parent.stat().st_mode)

    assert (content, mode, file.suffix) == (b"group,back\n", 0o700, ".csv")


def test_an_upload_is_gone_once_it_was_read(temporary: Path):
    with kept_briefly(b"group,back\n", ".csv"):
        pass

    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt, BaseException])
def test_an_upload_is_gone_when_reading_it_fails(temporary: Path, interruption: type[BaseException]):
    def read() -> None:
        with kept_briefly(b"group,back\n", ".csv"):
            raise interruption

    with pytest.raises(interruption):
        read()

    assert list(temporary.iterdir()) == []


def test_what_a_killed_server_left_behind_is_swept_away_and_nothing_else(temporary: Path):
    left = temporary / f"{PREFIX}left"
    left.mkdir()
    (left / "upload.csv").write_text("group,back\n")
    other = temporary / "somebody-elses"
    other.mkdir()

    sweep()

    assert list(temporary.iterdir()) == [other]


@pytest.mark.parametrize("suffix", ["/../../escaped.csv", "\x00", "." + "x" * 300])
def test_a_strange_ending_of_a_name_does_not_leave_the_folder(temporary: Path, suffix: str):
    with kept_briefly(b"group,back\n", suffix) as file:
        assert file.parent.parent == temporary

    assert list(temporary.iterdir()) == []
