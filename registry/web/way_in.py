"""The way to the sign-in provider and back, and out: what is done around Streamlit's addresses for it.

Streamlit leads everybody to the front page. Here they come back to the page they came for, and what
went wrong on the way is remembered until the page can say it.
"""

from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import Message

from registry.web.addresses import ADDRESSES
from registry.web.cookies import cookie, own_name
from registry.web.mode import CALLBACK

LOGIN, LOGOUT = "/auth/login", "/auth/logout"
STEPS = (LOGIN, CALLBACK, LOGOUT)
WAY_BACK, OUTCOME = "tried_and_told_way_back", "tried_and_told_outcome"
WAY_BACK_SECONDS = 600
OUTCOME_SECONDS = 60
LONGEST_WAY_BACK = 500
"""Characters: more than any link of ours has, less than a cookie holds."""


class Outcome(StrEnum):
    """How somebody's way to the provider ended, when they did not come in."""

    REFUSED = "refused"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    OUT = "out"


def outcome_in(cookies: Mapping[str, str]) -> Outcome | None:
    """How the way ended that this browser went a moment ago."""
    said = cookies.get(own_name(OUTCOME))
    return Outcome(said) if said in set(Outcome) else None


def way_back_in(cookies: Mapping[str, str]) -> str:
    """The page that somebody came for before they had to sign in."""
    return one_of_ours(unquote(cookies.get(own_name(WAY_BACK), "")))


def one_of_ours(address: str) -> str:
    """*address*, with what its page knows, when it is one of our pages; else the front page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    page = next((each for each in ADDRESSES[1:] if parts.path.rstrip("/") == f"/{each.name}"), None)
    if page is None:
        return "/"
    known = urlencode([each for each in parse_qsl(parts.query) if each[0] in page.parameters])
    return f"/{page.name}?{known}" if 0 < len(known) < LONGEST_WAY_BACK else f"/{page.name}"


def is_back_from_sign_out(request: HTTPConnection) -> bool:
    """Whether the provider sent somebody back from signing out: it was told the same address for both."""
    return request.scope["path"] == CALLBACK and not request.query_params


def lead(request: HTTPConnection, answer: Message, headers: MutableHeaders, *, is_let_in: bool) -> list[str]:
    """Lead on who is on the way; returns the cookies to set. *headers* are those of *answer*."""
    path = request.scope["path"]
    if path == LOGIN and answer["status"] >= 400:
        answer["status"], headers["location"] = 303, _came_from(request)
        return [_outcome(Outcome.UNREACHABLE)]
    if path == LOGIN:
        way_back = quote(_came_from(request), safe="")
        return [cookie(WAY_BACK, way_back, seconds=WAY_BACK_SECONDS), cookie(OUTCOME, "", seconds=0)]
    if path == CALLBACK:
        headers["location"] = way_back_in(request.cookies)
        if is_let_in:
            return [cookie(WAY_BACK, "", seconds=0), cookie(OUTCOME, "", seconds=0)]
        is_refused = request.query_params.get("error") == "access_denied"
        return [_outcome(Outcome.REFUSED if is_refused else Outcome.FAILED)]
    return [_outcome(Outcome.OUT)] if path == LOGOUT else []


def _outcome(outcome: Outcome) -> str:
    return cookie(OUTCOME, outcome, seconds=OUTCOME_SECONDS)


def _came_from(request: HTTPConnection) -> str:
    """The page on which somebody asked to sign in: browsers say it to the server that the page is from."""
    referer = request.headers.get("referer", "")
    host = request.headers.get("host", "")
    ours = next(
        (each for each in (f"http://{host}", f"https://{host}") if referer.startswith(f"{each}/")), None
    )
    return one_of_ours(referer.removeprefix(ours)) if ours else "/"
