"""The address that a link in a message begins with: the one that other people can open, where it is known."""

from collections.abc import Callable

import pytest
import streamlit as st

from registry.web.public_address import experiment_address, leads_only_here, public_address
from tests.web.conftest import SIGN_IN

Secrets = Callable[[str | None], None]


class Visited:
    """What Streamlit knows of a visit: the address in the browser."""

    def __init__(self, url: str | None) -> None:
        self.url = url


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://localhost:8501/experiment", "http://localhost:8501"),
        ("https://cx.example.org/", "https://cx.example.org"),
        ("http://[::1]:8501/experiment", "http://[::1]:8501"),
        ("http://[broken", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_in_local_mode_it_is_the_one_in_the_browser(
    secrets: Secrets, monkeypatch: pytest.MonkeyPatch, url: str | None, address: str
):
    monkeypatch.setattr(st, "context", Visited(url))

    assert public_address() == address
    assert experiment_address("CX-17") == f"{address}/experiment?id=CX-17"


def test_with_sign_in_it_is_the_one_that_the_provider_leads_back_to(
    secrets: Secrets, monkeypatch: pytest.MonkeyPatch
):
    secrets(SIGN_IN)
    monkeypatch.setattr(st, "context", Visited("https://elsewhere.example.com/experiment"))

    assert experiment_address("CX-17") == "https://cx.example.org/experiment?id=CX-17"


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("http://localhost:8501/experiment?id=CX-1", "localhost"),
        ("http://127.0.0.1:8501/experiment?id=CX-1", "127.0.0.1"),
        ("http://[::1]:8501/experiment?id=CX-1", "::1"),
        ("http://10.0.0.7:8501/experiment?id=CX-1", ""),
        ("https://cx.example.org/experiment?id=CX-1", ""),
        ("/experiment?id=CX-1", ""),
    ],
)
def test_an_address_that_opens_on_this_computer_only_is_known_as_one(address: str, host: str):
    assert leads_only_here(address) == host
