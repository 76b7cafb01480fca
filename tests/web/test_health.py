"""`/healthz`: one look at a time, for everybody who asks, and never longer than somebody would wait."""

import asyncio
import json
import threading
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse

from registry.services.health import Health
from registry.services.home import create_registry, home
from registry.web import health as module
from registry.web.health import Examination, healthz

T = TypeVar("T")


def ran(coroutine: Coroutine[Any, Any, T]) -> T:
    """The result of *coroutine*, in a thread of its own: after browser tests a loop runs in this one."""
    with ThreadPoolExecutor() as threads:
        return threads.submit(asyncio.run, coroutine).result()


class Looks:
    """Looks at the registry that begin when asked and end when allowed."""

    def __init__(self) -> None:
        self.begun = 0
        self.may_end = threading.Event()

    def __call__(self) -> Health:
        self.begun += 1
        self.may_end.wait()
        return Health.OK


def test_everybody_who_asks_during_a_look_gets_its_answer():
    look = Looks()
    examination = Examination(look, patience=60)

    async def many() -> list[Health]:
        asked = [asyncio.ensure_future(examination.answer()) for _ in range(100)]
        await asyncio.sleep(0)
        look.may_end.set()
        return await asyncio.gather(*asked)

    assert ran(many()) == [Health.OK] * 100
    assert look.begun == 1


def test_an_answer_is_used_again_for_a_while_and_then_looked_for_anew():
    look = Looks()
    look.may_end.set()
    lasting, fleeting = Examination(look, reused_for=3600), Examination(look, reused_for=-1)

    for examination in (lasting, lasting, fleeting, fleeting):
        ran(examination.answer())

    assert look.begun == 1 + 2


def test_a_look_that_takes_too_long_means_busy_at_once_and_no_second_one_begins():
    look = Looks()
    examination = Examination(look, patience=0)

    impatient = [ran(examination.answer()) for _ in range(20)]
    begun = look.begun
    look.may_end.set()
    found = Health.BUSY
    for _ in range(1000):
        if (found := ran(examination.answer())) is not Health.BUSY:
            break
        time.sleep(0.01)

    assert impatient == [Health.BUSY] * 20
    assert begun == 1
    assert found is Health.OK


def test_whoever_gives_up_does_not_spoil_the_answer_for_the_others():
    look = Looks()
    examination = Examination(look, patience=60)

    async def two() -> Health:
        first, second = (asyncio.ensure_future(examination.answer()) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        look.may_end.set()
        return await second

    assert ran(two()) is Health.OK


def test_a_look_that_breaks_is_a_word_too():
    def broken() -> Health:
        raise RuntimeError("somewhere/secret.db")

    assert ran(Examination(broken).answer()) is Health.FAILED


@pytest.mark.parametrize(("is_there", "status", "word"), [(True, 200, "ok"), (False, 503, "missing")])
def test_the_page_says_one_word_and_nothing_about_where_the_registry_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_there: bool, status: int, word: str
):
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path / "kept"))
    monkeypatch.setattr(module, "EXAMINATION", Examination(module.registry_health, patience=60))
    if is_there:
        create_registry(home())

    found: JSONResponse = ran(healthz(Request({"type": "http"})))

    assert (found.status_code, json.loads(bytes(found.body))) == (status, {"status": word})
    assert found.headers["cache-control"] == "no-store"
