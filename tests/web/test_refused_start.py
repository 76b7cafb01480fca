"""A refused start is told in one line, a failed one with all there is to find its reason."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from registry.web.refused_start import ToldInOneLine


def told_by(error: BaseException) -> str:
    """What the server is told when the start ends with *error*."""
    sent: list[Message] = []

    @asynccontextmanager
    async def lifespan(_app: Starlette):
        raise error
        yield

    async def begin() -> Message:
        return {"type": "lifespan.startup"}

    async def keep(message: Message) -> None:
        sent.append(message)

    app: Any = Starlette(lifespan=lifespan, middleware=[ToldInOneLine])

    async def start() -> None:
        with pytest.raises(type(error)):
            await app({"type": "lifespan", "asgi": {}}, begin, keep)

    # In a thread of its own: where browser tests ran before, an event loop is running in this one.
    with ThreadPoolExecutor() as threads:
        threads.submit(asyncio.run, start()).result()
    return sent[-1]["message"]


def test_a_refused_start_is_told_in_its_one_line():
    assert told_by(SystemExit("The registry is damaged.")) == "The registry is damaged."


def test_a_start_that_failed_is_told_with_its_traceback():
    told = told_by(RuntimeError("a mistake of ours"))

    assert told.startswith("Traceback")
    assert told.endswith("RuntimeError: a mistake of ours\n")
