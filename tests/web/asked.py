"""Asks one of the app's outer layers, as the server would; the app behind it answers everything with 200."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message

THE_APP = PlainTextResponse("the app")
A_BROWSER = ("accept", "text/html,application/xhtml+xml")


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Headers
    text: str


def answer(
    layer: Middleware,
    path: str = "/",
    *headers: tuple[str, str],
    app: ASGIApp = THE_APP,
    **scope: Any,
) -> Answer:
    """The answer of *layer*, also when *app* fails; *scope* is what is unusual about the visit."""
    sent: list[Any] = []
    visit = {
        "type": "http",
        "scheme": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers],
        "client": ("127.0.0.1", 50000),
        "extensions": {"websocket.http.response": {}},
        **scope,
    }

    async def nothing_more() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def keep(message: Message) -> None:
        sent.append(message)

    visited: Any = layer.cls
    # In a thread of its own: where browser tests ran before, an event loop is running in this one.
    with ThreadPoolExecutor() as threads:
        ended = threads.submit(lambda: asyncio.run(visited(app)(visit, nothing_more, keep)))
    if app is THE_APP:
        ended.result()
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), sent[1]["body"].decode())
