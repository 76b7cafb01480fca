"""An empty registry for the pages of each test, and colleagues who use it."""

import pytest

from registry.domain.person import Person
from registry.store.database import Home
from tests.pages.echoes import Echoes
from tests.pages.seeds import Seeds


@pytest.fixture(autouse=True)
def seeds(home: Home, monkeypatch: pytest.MonkeyPatch) -> Seeds:
    """Puts experiments into this test's registry, the one that its pages open."""
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    return Seeds(home)


@pytest.fixture
def echoes(seeds: Seeds) -> Echoes:
    """As `seeds`, with what others say; who opens the registry works in Parcels."""
    echoes = Echoes(seeds.home)
    echoes.works_in("Parcels", function="operations")
    return echoes


@pytest.fixture
def nora(echoes: Echoes) -> Person:
    """A colleague of another team."""
    return echoes.joined("Nora Neighbour", "Counter", function="operations")


@pytest.fixture
def tom(echoes: Echoes) -> Person:
    """A colleague of the same team."""
    return echoes.joined("Tom Teammate", "Parcels", function="operations")
