"""The addresses of the app: known ones reach it, all others get an honest 404."""

import pytest

from registry.sentences import say
from registry.web.addresses import ADDRESSES, PAGES_FOLDER, STREAMLITS_FILES, WEBSOCKET, KnownAddresses
from tests.web.asked import A_BROWSER, answer

SCRIPT = next(STREAMLITS_FILES.glob("static/js/index.*.js"))
KNOWN = [
    "/",
    *(f"/{address.name}" for address in ADDRESSES),
    "/experiment/",
    "/healthz",
    "/_stcore/health",
    "/_stcore/upload_file/session/file",
    "/media/picture.png",
    "/favicon.png",
    "/oauth2callback",
    f"/static/js/{SCRIPT.name}",
]
UNKNOWN = [
    "/reviews",
    "/experiment/CX-1",
    "/today/today",
    "/EXPERIMENT",
    "/experiment\0",
    "/_stcorehealth",
    "/_stcore/metrics",
    "/_stcore/metrics/",
    "/_stcore/agent/mcp",
    "/_stcore/script-health-check",
    "/_stcore/bidi-components/any",
    "/component/any",
    "/app/static/any",
    "/static/js/nothing.js",
    "/static/../app.py",
    "/index.html",
    "/healthz/",
    "/..",
    "//",
    "//example.org/",
    "/app.py",
    "*",
    "",
]


@pytest.mark.parametrize("path", KNOWN)
def test_a_known_address_reaches_the_app(path: str):
    found = answer(KnownAddresses, path)

    assert (found.status, found.text) == (200, "the app")


@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_address_is_told_in_one_line(path: str):
    found = answer(KnownAddresses, path)

    assert found.status == 404
    assert found.text == say("address-unknown") + "\n"


def test_whoever_reads_pages_gets_one_with_the_way_back():
    found = answer(KnownAddresses, "/reviews", A_BROWSER)

    assert found.status == 404
    assert found.headers["content-type"].startswith("text/html")
    assert say("address-unknown") in found.text
    assert '<a href="/">' in found.text
    assert '<meta name="color-scheme" content="light dark">' in found.text


@pytest.mark.parametrize(("path", "status"), [(WEBSOCKET, 200), ("/", 404), ("/somewhere", 404)])
def test_there_is_one_address_for_websockets(path: str, status: int):
    assert answer(KnownAddresses, path, type="websocket").status == status


def test_the_websockets_address_is_no_page():
    assert answer(KnownAddresses, WEBSOCKET).status == 404


def test_every_page_has_its_address_and_every_address_its_page():
    pages = {path.stem for path in PAGES_FOLDER.glob("*.py")} - {"__init__"}

    assert {address.name for address in ADDRESSES} == pages
    assert all(address.file.exists() for address in ADDRESSES)
