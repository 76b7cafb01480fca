"""A registry with or without sign-in, for the layers around the pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.runtime.secrets import Secrets

from registry.store.database import Home

SIGN_IN = f"""
[auth]
redirect_uri = "https://cx.example.org/oauth2callback"
cookie_secret = "{"c" * 32}"
client_id = "registry"
client_secret = "a secret"
server_metadata_url = "https://login.example.org/.well-known/openid-configuration"
"""


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str | None], None]:
    """Sets the text of the secrets file for this test; None takes it away."""
    file = tmp_path / "secrets.toml"
    usual = config.get_option

    def option(key: str) -> object:
        return [str(file)] if key == "secrets.files" else usual(key)

    monkeypatch.setattr(config, "get_option", option)
    monkeypatch.setattr(st, "get_option", option)
    monkeypatch.delenv("REGISTRY_TRUST_NETWORK", raising=False)

    def write(text: str | None) -> None:
        file.unlink(missing_ok=True)
        if text is not None:
            file.write_text(text, encoding="utf-8")
        monkeypatch.setattr(st, "secrets", Secrets())

    write(None)
    return write


@pytest.fixture
def at_home(home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The fresh registry is the one that the app opens."""
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    return home
