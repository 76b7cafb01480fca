"""An empty registry for the pages of each test."""

import pytest

from registry.store.database import Home
from tests.pages.seeds import Seeds


@pytest.fixture(autouse=True)
def seeds(home: Home, monkeypatch: pytest.MonkeyPatch) -> Seeds:
    """Puts experiments into this test's registry, the one that its pages open."""
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    return Seeds(home)
