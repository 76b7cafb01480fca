"""The outer wall: which requests are not answered at all, whatever they ask for.

It stands before Streamlit, for pages, files and websockets alike.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send

from registry.sentences import say
from registry.web.mode import is_loopback, sign_in_configured, trusts_network
from registry.web.refusal_page import refusal

HOST = re.compile(r"(?P<name>[\w.-]+|\[[\da-fA-F:.]+\])(:\d{1,5})?", re.ASCII)
FORWARDED = ("forwarded", "x-forwarded", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting", "via")
"""How the headers begin by which a proxy says that it passes on somebody else's request."""


class Rule(NamedTuple):
    """One reason not to answer: when it holds, the status, and the sentence that says what next."""

    holds: Callable[[Scope, Headers], bool]
    status: int
    sentence: str


def is_allowed_host(host: str, allowed: Iterable[str]) -> bool:
    """Whether the name in a Host header is one of *allowed*: exact, `*.example.org`, or `*` for any.

    Ports do not matter, nor do capitals, nor brackets around an IPv6 address. Nothing is allowed by an
    empty list, where Streamlit would allow everything.
    """
    written = HOST.fullmatch(host)
    if written is None:
        return False
    name = written["name"].strip("[]").rstrip(".").lower()
    return any(_matches(name, each.strip().rstrip(".").lower()) for each in allowed)


def _matches(name: str, pattern: str) -> bool:
    if pattern.startswith("*."):
        return name.endswith(pattern[1:])
    return pattern in ("*", name)


def _is_another_name(_scope: Scope, headers: Headers) -> bool:
    """Somebody else's name may point here: then their page would be the same site to a browser as ours."""
    hosts = headers.getlist("host")
    return len(hosts) != 1 or not is_allowed_host(hosts[0], st.get_option("server.allowedHosts"))


def _is_from_another_site(_scope: Scope, headers: Headers) -> bool:
    """Only pages of this very address may ask for more.

    Streamlit would also let in every other page that this computer serves; and to learn by which address
    others know this computer, it would ask another host. So the two must be equal, letter by letter.
    """
    ours = headers.get("host", "")
    return any(origin not in (f"http://{ours}", f"https://{ours}") for origin in headers.getlist("origin"))


def _is_from_another_computer(scope: Scope, headers: Headers) -> bool:
    """In local mode whoever opens the app is trusted: nobody from outside, nor by way of a proxy in here."""
    client = scope.get("client")
    is_here = client is not None and is_loopback(client[0])
    if is_here and not any(key.startswith(FORWARDED) for key in headers):
        return False
    return not (sign_in_configured() or trusts_network())


RULES = (
    Rule(_is_from_another_computer, 403, "wall-network"),
    Rule(_is_another_name, 421, "wall-host"),
    Rule(_is_from_another_site, 403, "wall-origin"),
)


class _Wall:
    """The first rule that holds answers; what no rule is about goes on to the app."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket"):
            headers = Headers(scope=scope)
            for rule in RULES:
                if rule.holds(scope, headers):
                    await refusal(scope, rule.status, say(rule.sentence))(scope, receive, send)
                    return
        await self.app(scope, receive, send)


Wall = Middleware(_Wall)
