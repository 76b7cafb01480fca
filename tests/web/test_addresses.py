"""The addresses of the app: known ones reach it, all others get an honest 404."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from registry.sentences import say
from registry.web.addresses import ADDRESSES, PAGES_FOLDER, KnownAddresses

KNOWN = [
    "/",
    *(f"/{address.name}" for address in ADDRESSES),
    "/experiment/",
    "/_stcore/health",
    "/favicon.png",
]
UNKNOWN = [
    "/review",
    "/experiment/CX-1",
    "/today/today",
    "/EXPERIMENT",
    "/_stcorehealth",
    "/..",
    "//",
    "/app.py",
]


async def nothing_more() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def answered(path: str, kind: str = "http") -> tuple[int, str]:
    """Status and text of the answer to *path*, where the app itself answers everything with 200."""
    sent: list[Any] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"the app"})

    async def keep(message: Message) -> None:
        sent.append(message)

    middleware: Any = KnownAddresses.cls
    scope = {"type": kind, "path": path, "method": "GET", "headers": [], "query_string": b""}
    # In a thread of its own: where browser tests ran before, an event loop is running in this one.
    with ThreadPoolExecutor() as threads:
        threads.submit(lambda: asyncio.run(middleware(app)(scope, nothing_more, keep))).result()
    return sent[0]["status"], sent[1]["body"].decode()


@pytest.mark.parametrize("path", KNOWN)
def test_a_known_address_reaches_the_app(path: str):
    assert answered(path) == (200, "the app")


@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_address_is_told_in_one_sentence(path: str):
    status, text = answered(path)

    assert status == 404
    assert say("address-unknown") in text


def test_what_is_no_page_visit_is_let_through():
    assert answered("/somewhere", kind="websocket") == (200, "the app")


def test_every_page_has_its_address_and_every_address_its_page():
    pages = {path.stem for path in PAGES_FOLDER.glob("*.py")} - {"__init__"}

    assert {address.name for address in ADDRESSES} == pages
    assert all(address.file.exists() for address in ADDRESSES)
