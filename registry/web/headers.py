"""What every answer tells the browser not to do: no foreign scripts, no frames, no other host."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from registry.sentences import say
from registry.web.addresses import STREAMLITS_FILES
from registry.web.refusal_page import refusal

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STARTS = ("http.response.start", "websocket.http.response.start")


def script_hashes(page: str) -> list[str]:
    """The inline scripts of *page*, as a content security policy names them."""
    digests = (hashlib.sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(page))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def content_security_policy(page: str) -> str:
    """What *page* may load and run: what this server sends, and the scripts written into it."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *script_hashes(page))),
            # Streamlit writes its styles while it runs.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


HEADERS = {
    "Content-Security-Policy": content_security_policy(
        (STREAMLITS_FILES / "index.html").read_text(encoding="utf-8")
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
ONLY_ENCRYPTED = {"Strict-Transport-Security": "max-age=31536000"}
"""A year of https only, said where https was used already; the domain's other names decide for themselves."""


class _SafeHeaders:
    """Adds the headers to every answer, and answers for whatever failed before it could."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        is_encrypted = scope.get("scheme") in ("https", "wss")
        has_begun = False

        async def send_safely(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            if message["type"] in STARTS:
                MutableHeaders(scope=message).update(HEADERS | (ONLY_ENCRYPTED if is_encrypted else {}))
            await send(message)

        try:
            await self.app(scope, receive, send_safely)
        except Exception:
            if not has_begun:
                await refusal(scope, 500, say("page-failed"))(scope, receive, send_safely)
            # Uvicorn writes it to the log.
            raise


SafeHeaders = Middleware(_SafeHeaders)
