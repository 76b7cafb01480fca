"""The addresses of the app: every page, in one table, and an honest 404 for everything else."""

from html import escape
from pathlib import Path
from typing import NamedTuple

from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from registry.sentences import say

PAGES_FOLDER = Path(__file__).parents[2] / "pages"


class Address(NamedTuple):
    """One page: its file in pages/, whether it stands in the navigation, and the parameters it knows."""

    name: str
    in_navigation: bool
    parameters: frozenset[str] = frozenset()

    @property
    def file(self) -> Path:
        """The page's script."""
        return PAGES_FOLDER / f"{self.name}.py"


ID = frozenset({"id"})
ADDRESSES = (
    Address("today", in_navigation=True),
    Address("proposal", in_navigation=True, parameters=ID),
    Address("search", in_navigation=True, parameters=frozenset({"q"})),
    Address("organisation", in_navigation=True),
    Address("experiment", in_navigation=False, parameters=ID),
    Address("plan", in_navigation=False, parameters=ID),
    Address("pilot", in_navigation=False, parameters=ID),
    Address("decision", in_navigation=False, parameters=ID),
    Address("learning", in_navigation=False, parameters=ID),
)

STREAMLITS_OWN = ("/_stcore/", "/static/", "/media/", "/component/", "/app/static/", "/favicon.png", "/~/")
PAGES = {"/", *(f"/{address.name}" for address in ADDRESSES)}


NOT_FOUND = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>{title}</title><h1>{title}</h1>
<p>{text}</p><p><a href="/">{title}</a></p>"""


class _KnownAddresses:
    """Streamlit answers any path with 200 and its own dialog; an address that is none of ours gets a 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        known = path.rstrip("/") in PAGES or path == "/" or path.startswith(STREAMLITS_OWN)
        if scope["type"] == "http" and not known:
            page = NOT_FOUND.format(title=escape(say("product-name")), text=escape(say("address-unknown")))
            await HTMLResponse(page, status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)


KnownAddresses = Middleware(_KnownAddresses)
