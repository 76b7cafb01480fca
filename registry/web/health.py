"""`/healthz`, for whoever watches over the server: 200 when the registry can be read and written, or 503."""

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from time import monotonic

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from registry.services.health import Health, registry_health

PATIENCE_SECONDS = 5.0
"""Writers take turns, and each save takes milliseconds: who has not had a turn by then cannot write."""
REUSED_SECONDS = 1.0

log = logging.getLogger("registry")


class Examination:
    """At most one look at a time, beside the event loop; everybody who asks meanwhile gets its answer.

    A look that has taken longer than *patience* seconds means *busy*, at once, until it ends.
    """

    def __init__(
        self,
        look: Callable[[], Health],
        *,
        patience: float = PATIENCE_SECONDS,
        reused_for: float = REUSED_SECONDS,
    ) -> None:
        self._look = look
        self._patience = patience
        self._reused_for = reused_for
        self._guard = threading.Lock()
        self._answer: Future[Health] | None = None
        self._begun = self._ended = 0.0

    async def answer(self) -> Health:
        """How the registry is, or was up to a second ago."""
        answer = self._current()
        if answer.done():
            return answer.result()
        left = self._begun + self._patience - monotonic()
        try:
            return await asyncio.wait_for(asyncio.wrap_future(answer), max(0.0, left))
        except TimeoutError:
            return Health.BUSY

    def _current(self) -> Future[Health]:
        with self._guard:
            if self._answer is None or (self._answer.done() and monotonic() - self._ended > self._reused_for):
                self._answer = Future()
                # Running, so that a caller who gives up does not cancel it for the others.
                self._answer.set_running_or_notify_cancel()
                self._begun = monotonic()
                # A daemon, so that a look that waits for ever does not keep the server from stopping.
                threading.Thread(target=self._examine, args=(self._answer,), daemon=True).start()
            return self._answer

    def _examine(self, answer: Future[Health]) -> None:
        try:
            found = self._look()
        except Exception:
            log.exception("The registry's health could not be told")
            found = Health.FAILED
        self._ended = monotonic()
        answer.set_result(found)


EXAMINATION = Examination(registry_health)


async def healthz(_request: Request) -> JSONResponse:
    """The registry's health in one word; nothing about where it is or what it holds."""
    found = await EXAMINATION.answer()
    return JSONResponse(
        {"status": found.value},
        status_code=200 if found is Health.OK else 503,
        headers={"Cache-Control": "no-store"},
    )


HEALTH = Route("/healthz", healthz)
