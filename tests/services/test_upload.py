"""An uploaded file is ours alone while it is read, and gone afterwards."""

import stat
import tempfile
from pathlib import Path

import pytest

from registry.services.upload import kept_briefly


@pytest.fixture(autouse=True)
def temporary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder for temporary files that no other program uses."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_an_upload_can_be_read_by_us_alone():
    with kept_briefly(b"group,back\n") as file:
        content, mode = file.read_bytes(), stat.S_IMODE(file.parent.stat().st_mode)

    assert (content, mode) == (b"group,back\n", 0o700)


def test_an_upload_is_gone_once_it_was_read(temporary: Path):
    with kept_briefly(b"group,back\n"):
        pass

    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt, BaseException])
def test_an_upload_is_gone_when_reading_it_fails(temporary: Path, interruption: type[BaseException]):
    def read() -> None:
        with kept_briefly(b"group,back\n"):
            raise interruption

    with pytest.raises(interruption):
        read()

    assert list(temporary.iterdir()) == []
