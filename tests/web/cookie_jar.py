"""A browser as far as its cookies go: what it keeps of the answers that our layer gives."""

from datetime import timedelta
from http.cookies import SimpleCookie
from typing import Any

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp

from registry.domain.sign_in import SignInRules
from registry.services.home import registry
from registry.services.sign_in import sign_in
from registry.web.clock import now
from registry.web.ticket import Tickets, ticket_in
from tests.domain.provider_said import claims
from tests.web.asked import THE_APP, answer

WORD, SPLIT_WORD = "_streamlit_user", "_streamlit_user_1"
"""Where Streamlit keeps what the provider said."""
CALLED_BACK = {"path": "/oauth2callback", "query_string": b"code=1&state=2"}


def vouching(*cookies: str) -> ASGIApp:
    """Streamlit as it answers when the provider sent somebody back: with its cookies."""
    answering = RedirectResponse("/", 302)
    for each in cookies:
        answering.headers.append("set-cookie", each)
    return answering


def sent(cookies: dict[str, str]) -> tuple[str, str]:
    """The header in which a browser sends its *cookies*."""
    return ("cookie", "; ".join(f"{name}={value}" for name, value in cookies.items()))


def kept_after(before: dict[str, str], *, app: ASGIApp = THE_APP, **visit: Any) -> dict[str, str]:
    """The cookies of a browser that had some *before* the visit."""
    found = answer(Tickets, visit.pop("path", "/"), sent(before), app=app, **visit)
    after = dict(before)
    for header in found.headers.getlist("set-cookie"):
        for name, morsel in SimpleCookie(header).items():
            after.pop(name, None)
            if morsel["max-age"] != "0":
                after[name] = morsel.value
    return after


def let_in(before: dict[str, str] | None = None, word: str = "signed") -> dict[str, str]:
    """The cookies of a browser that came back from the provider, who vouched for somebody."""
    return kept_after(before or {}, app=vouching(f"{WORD}={word}; Path=/; HttpOnly"), **CALLED_BACK)


def begun(cookies: dict[str, str], subject: str = "nina") -> str:
    """Begin a sign-in with the ticket in *cookies*, and return the ticket."""
    ticket = ticket_in(cookies)
    assert ticket is not None
    at, email = now(), f"{subject}@example.org"
    said = claims(subject=subject, email=email, issued_at=at, expires_at=at + timedelta(hours=1))
    with registry() as db:
        sign_in(db, ticket, said, at, SignInRules())
    return ticket
