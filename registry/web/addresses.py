"""The addresses of the app: every page, in one table, and an honest 404 for everything else."""

from pathlib import Path
from typing import NamedTuple

import streamlit as st
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send

from registry.domain.finding import PARAMETERS
from registry.sentences import say
from registry.web.refusal_page import refusal

PAGES_FOLDER = Path(__file__).parents[2] / "pages"


class Address(NamedTuple):
    """One page: its file in pages/, whether it stands in the navigation, and the parameters it knows."""

    name: str
    in_navigation: bool
    parameters: frozenset[str] = frozenset()
    act: str = "look"
    """What one must be allowed to do for it to stand in the navigation; the page itself asks again."""

    @property
    def file(self) -> Path:
        """The page's script."""
        return PAGES_FOLDER / f"{self.name}.py"


ID = frozenset({"id"})
LIST = frozenset({"of", "since", "stage", "channel", "first"})
ADDRESSES = (
    Address("today", in_navigation=True),
    Address("leaders", in_navigation=True),
    Address("proposal", in_navigation=True, parameters=ID),
    Address("review", in_navigation=True, parameters=ID, act="review"),
    Address("search", in_navigation=True, parameters=PARAMETERS),
    Address("people", in_navigation=True),
    Address("organisation", in_navigation=True),
    Address("policy", in_navigation=True, parameters=frozenset({"version"})),
    Address("cases", in_navigation=True, parameters=frozenset({"case"})),
    Address("history", in_navigation=True, act="read_history"),
    Address("care", in_navigation=True, act="back_up"),
    Address("experiment", in_navigation=False, parameters=ID),
    Address("blind", in_navigation=False),
    Address("trying", in_navigation=False),
    Address("list", in_navigation=False, parameters=LIST),
    Address("plan", in_navigation=False, parameters=ID),
    Address("pilot", in_navigation=False, parameters=ID),
    Address("decision", in_navigation=False, parameters=ID),
    Address("learning", in_navigation=False, parameters=ID),
    Address("huddle", in_navigation=False, parameters=frozenset({"day", "story", "learning", "thanks"})),
    Address("collection", in_navigation=False, parameters=ID),
    Address("answer", in_navigation=False, parameters=ID | {"question"}),
)

PAGES = {"/", *(f"/{address.name}" for address in ADDRESSES)}
WEBSOCKET = "/_stcore/stream"
STREAMLITS_FILES = Path(st.__file__).parent / "static"
"""The browser's part of Streamlit: its one page, and what that page loads."""
OTHERS = {
    "/healthz",
    "/_stcore/health",
    "/_stcore/host-config",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
    "/favicon.png",
    *(f"/{file.relative_to(STREAMLITS_FILES).as_posix()}" for file in STREAMLITS_FILES.glob("static/*/*")),
}
"""What the pages ask for; Streamlit's other addresses (its metrics, components, agents) are not served."""
FOLDERS = ("/media/", "/_stcore/upload_file/")


def is_known(kind: str, path: str) -> bool:
    """Whether there is anything at *path* for a request of *kind*, `http` or `websocket`."""
    if kind == "websocket":
        return path == WEBSOCKET
    return path in OTHERS or path == "/" or path.rstrip("/") in PAGES or path.startswith(FOLDERS)


class _KnownAddresses:
    """Streamlit answers any path with 200 and its own dialog; an address that is none of ours gets a 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not is_known(scope["type"], scope["path"]):
            await refusal(scope, 404, say("address-unknown"))(scope, receive, send)
            return
        await self.app(scope, receive, send)


KnownAddresses = Middleware(_KnownAddresses)
