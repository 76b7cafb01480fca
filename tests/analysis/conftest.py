"""Laws are checked without a deadline, for a busy machine is not a broken law; folders for reading."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The private folder that the reader would get."""
    private = tmp_path / "private"
    private.mkdir()
    return private


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of temporary files, for this test alone."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place
