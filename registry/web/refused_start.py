"""A start that is refused is told in its one line; Starlette would tell all of its traceback."""

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

REFUSED = f"{SystemExit.__name__}: "
"""How the last line of the traceback begins when the start was refused, and did not just fail."""


class _ToldInOneLine:
    """Shortens what the server writes when the lifespan raised SystemExit."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_shortened(message: Message) -> None:
            if message["type"] == "lifespan.startup.failed":
                last = message["message"].strip().splitlines()[-1]
                if last.startswith(REFUSED):
                    message["message"] = last.removeprefix(REFUSED)
            await send(message)

        await self.app(scope, receive, send_shortened if scope["type"] == "lifespan" else send)


ToldInOneLine = Middleware(_ToldInOneLine)
