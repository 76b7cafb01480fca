"""The outer wall: forged names, other sites and other computers are not answered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from registry.domain.sentence import Refusal
from registry.sentences import say
from registry.web.mode import OpenToTheNetwork, check_address, is_loopback, sign_in_configured
from registry.web.wall import Wall, is_allowed_host
from tests.web.asked import A_BROWSER, answer
from tests.web.conftest import SIGN_IN

HERE = ("host", "localhost:8501")
OUTSIDE = ("192.0.2.7", 50000)
ALLOWED = ["localhost", "127.0.0.1", "::1", "CX.example.org ", "*.corp.example"]


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8501", "LocalHost.", "127.0.0.1:80", "[::1]", "[::1]:8501", "cx.example.org",
     "a.corp.example", "b.a.corp.example:443"],
)  # fmt: skip
def test_a_name_on_the_list_is_allowed_whatever_its_port(host: str):
    assert is_allowed_host(host, ALLOWED)


@pytest.mark.parametrize(
    "host",
    ["", ":8501", "evil.example", "localhost.evil.example", "evil-localhost", "corp.example", "acorp.example",
     "127.1", "0x7f.1", "0", "localhost:port", "localhost:123456", "evil@localhost", "localhost@evil",
     "localhost/", "localhost?", "localhost#", "local\thost", " localhost", "localhost, evil",
     "[::1", "::1", "[::1]evil", "localhost\xa0", "\N{LATIN SMALL LETTER LONG S}"],
)  # fmt: skip
def test_a_name_that_is_not_on_the_list_or_no_name_is_refused(host: str):
    assert not is_allowed_host(host, ALLOWED)


def test_a_star_allows_every_name_and_an_empty_list_none():
    assert is_allowed_host("any.example", ["*"])
    assert not is_allowed_host("bad/name", ["*"])
    assert not is_allowed_host("localhost", [])


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("headers", "status", "said"),
    [
        ([HERE], 200, None),
        ([HERE, ("origin", "http://localhost:8501")], 200, None),
        ([HERE, ("origin", "https://localhost:8501")], 200, None),
        ([], 421, "wall-host"),
        ([("host", "evil.example")], 421, "wall-host"),
        ([HERE, ("host", "evil.example")], 421, "wall-host"),
        ([("host", "evil.example"), ("origin", "http://evil.example")], 421, "wall-host"),
        ([HERE, ("origin", "http://evil.example")], 403, "wall-origin"),
        ([HERE, ("origin", "http://localhost:3000")], 403, "wall-origin"),
        ([HERE, ("origin", "http://localhost:8501.evil.example")], 403, "wall-origin"),
        ([HERE, ("origin", "http://LOCALHOST:8501")], 403, "wall-origin"),
        ([HERE, ("origin", "null")], 403, "wall-origin"),
        ([HERE, ("origin", "http://localhost:8501"), ("origin", "http://evil.example")], 403, "wall-origin"),
        ([HERE, ("x-forwarded-for", "127.0.0.1")], 403, "wall-network"),
        ([HERE, ("x-forwarded-proto", "https")], 403, "wall-network"),
        ([HERE, ("forwarded", "for=127.0.0.1")], 403, "wall-network"),
        ([HERE, ("x-real-ip", "127.0.0.1")], 403, "wall-network"),
        ([HERE, ("via", "1.1 proxy")], 403, "wall-network"),
    ],
)
def test_pages_and_websockets_are_refused_alike(
    secrets: Callable[[str | None], None],
    kind: str,
    headers: list[tuple[str, str]],
    status: int,
    said: str | None,
):
    found = answer(Wall, "/", *headers, type=kind)

    assert found.status == status
    assert found.text == ("the app" if said is None else f"{say(said)}\n")


def test_whoever_reads_pages_gets_the_refusal_as_one(secrets: Callable[[str | None], None]):
    found = answer(Wall, "/", ("host", "evil.example"), A_BROWSER)

    assert found.headers["content-type"].startswith("text/html")
    assert say("wall-host") in found.text
    assert "evil.example" not in found.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("127.0.0.1", 200),
        ("127.9.9.9", 200),
        ("::1", 200),
        ("::ffff:127.0.0.1", 200),
        ("192.0.2.7", 403),
        ("::ffff:192.0.2.7", 403),
        ("2001:db8::7", 403),
        ("", 403),
    ],
)
def test_without_sign_in_only_this_computer_is_answered(
    secrets: Callable[[str | None], None], address: str, status: int
):
    assert answer(Wall, "/", HERE, client=(address, 50000)).status == status


def test_who_cannot_be_told_is_not_answered(secrets: Callable[[str | None], None]):
    assert answer(Wall, "/", HERE, client=None).status == 403


@pytest.mark.parametrize(("trust", "status"), [("yes", 200), ("no", 403), ("true", 403), ("", 403)])
def test_only_a_plain_yes_opens_it_to_the_network(
    secrets: Callable[[str | None], None], monkeypatch: pytest.MonkeyPatch, trust: str, status: int
):
    monkeypatch.setenv("REGISTRY_TRUST_NETWORK", trust)

    assert answer(Wall, "/", HERE, client=OUTSIDE).status == status


def test_with_sign_in_others_are_answered_too(secrets: Callable[[str | None], None]):
    secrets(SIGN_IN)

    assert answer(Wall, "/", HERE, ("x-forwarded-for", "192.0.2.8"), client=OUTSIDE).status == 200


@pytest.mark.parametrize(
    ("text", "is_configured"),
    [(None, False), ("", False), ("[mail]\nhost = 'mail'\n", False), (SIGN_IN, True), ("[auth", True)],
)
def test_secrets_that_cannot_be_read_do_not_let_everybody_in(
    secrets: Callable[[str | None], None], text: str | None, is_configured: bool
):
    secrets(text)

    assert sign_in_configured() is is_configured


def test_secrets_that_are_no_text_do_not_let_everybody_in(
    secrets: Callable[[str | None], None], tmp_path: Path
):
    secrets("")
    (tmp_path / "secrets.toml").write_bytes(b"\xff\xfe[auth]")

    assert sign_in_configured()


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_an_address_of_this_computer_alone_may_be_listened_on(
    secrets: Callable[[str | None], None], address: str
):
    assert is_loopback(address)

    check_address(address)


EVERYWHERE = "0.0.0.0"  # noqa: S104


@pytest.mark.parametrize("address", [EVERYWHERE, "::", "192.0.2.7", "cx.example.org", "", None])
def test_any_other_address_needs_sign_in_or_an_explicit_yes(
    secrets: Callable[[str | None], None], monkeypatch: pytest.MonkeyPatch, address: str | None
):
    with pytest.raises(OpenToTheNetwork) as refused:
        check_address(address)
    monkeypatch.setenv("REGISTRY_TRUST_NETWORK", "yes")
    check_address(address)
    monkeypatch.delenv("REGISTRY_TRUST_NETWORK")
    secrets(SIGN_IN)
    check_address(address)

    refusal: Refusal = refused.value
    assert (address or EVERYWHERE) in say(refusal.sentence)
