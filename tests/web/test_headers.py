"""What every answer forbids the browser."""

import base64
import hashlib

import pytest
from starlette.types import Receive, Scope, Send

from registry.sentences import say
from registry.web.addresses import STREAMLITS_FILES
from registry.web.headers import HEADERS, SafeHeaders, content_security_policy
from tests.web.asked import A_BROWSER, answer

INDEX = (STREAMLITS_FILES / "index.html").read_text(encoding="utf-8")


def directives(policy: str) -> dict[str, list[str]]:
    """The directives of a content security policy by name."""
    return {name: values for name, *values in (each.split() for each in policy.split("; "))}


def test_an_answer_carries_every_header_in_place_of_the_apps_own():
    async def careless(_scope: Scope, _receive: Receive, send: Send) -> None:
        own = [(b"x-frame-options", b"ALLOWALL"), (b"content-type", b"text/plain")]
        await send({"type": "http.response.start", "status": 200, "headers": own})
        await send({"type": "http.response.body", "body": b""})

    found = answer(SafeHeaders, app=careless)

    assert {name: found.headers.getlist(name) for name in HEADERS} == {
        name: [value] for name, value in HEADERS.items()
    }
    assert found.headers["content-type"] == "text/plain"


def test_a_refused_websocket_carries_them_too():
    found = answer(SafeHeaders, type="websocket")

    assert found.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("scheme", "is_kept"), [("http", False), ("https", True)])
def test_only_https_is_told_to_stay_https(scheme: str, is_kept: bool):
    found = answer(SafeHeaders, scheme=scheme)

    assert ("strict-transport-security" in found.headers) is is_kept


def test_no_script_runs_but_the_servers_own_and_those_written_into_its_page():
    script = INDEX.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

    policy = directives(HEADERS["Content-Security-Policy"])

    assert INDEX.count("<script>") == 1
    assert policy["script-src"] == ["'self'", f"'sha256-{digest}'"]
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    assert policy["connect-src"] == ["'self'"]


def test_another_streamlit_with_another_script_gets_another_policy():
    page = "<script>one()</script><script src='a.js'></script><script>two()</script>"

    scripts = directives(content_security_policy(page))["script-src"]

    assert len(scripts) == 3
    assert set(scripts).isdisjoint(directives(HEADERS["Content-Security-Policy"])["script-src"][1:])


def test_a_failure_is_told_without_its_reason_and_with_the_headers():
    async def failing(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("a secret")

    found = answer(SafeHeaders, "/", A_BROWSER, app=failing)

    assert found.status == 500
    assert say("page-failed") in found.text
    assert "a secret" not in found.text
    assert "content-security-policy" in found.headers
