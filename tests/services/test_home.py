"""The registry lives where REGISTRY_HOME says, and is made when it is first opened."""

from pathlib import Path

import pytest

from registry.services.home import home, registry
from registry.services.home_folder import BESIDE_THE_APP
from registry.store import experiments
from registry.store.database import RegistryRefused


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path / "kept"))

    assert home().database == tmp_path / "kept" / "registry.db"


def test_a_tilde_is_the_persons_own_folder(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("REGISTRY_HOME", "~/kept")

    assert home().folder == Path.home() / "kept"


@pytest.mark.parametrize("named", [None, ""])
def test_without_a_name_it_is_beside_the_app(monkeypatch: pytest.MonkeyPatch, named: str | None):
    monkeypatch.delenv("REGISTRY_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv("REGISTRY_HOME", named)

    assert home().folder == BESIDE_THE_APP
    assert (BESIDE_THE_APP.parent / "app.py").exists()


def test_a_registry_is_made_when_it_is_first_opened_and_never_in_place_of_one_taken_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path))

    with registry() as db:
        first = experiments.every(db)
    for each in tmp_path.glob("registry.db*"):
        each.unlink()

    with pytest.raises(RegistryRefused), registry():
        pass
    assert first == []
    assert not (tmp_path / "registry.db").exists()
