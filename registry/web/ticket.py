"""The ticket: a signed cookie that no script can read, set by us, worth what the sign-in table says.

A sign-in kept in Streamlit's session alone could be taken over by whoever learns the session's id.
In local mode every browser gets a ticket when it opens a page. With a provider it gets one at the
moment when the provider has sent somebody back, bound to the cookies in which Streamlit keeps what
the provider said; so neither is worth anything without the other, and each counts once.
"""

import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from registry.domain.person import Person
from registry.sentences import say
from registry.services.home import registry
from registry.services.sign_in import cookie_key, is_over, open_locally, sign_out, who
from registry.store.database import RegistryRefused
from registry.web.addresses import FOLDERS, PAGES
from registry.web.clock import now
from registry.web.cookies import cookie, cookies_after, own_name
from registry.web.mode import CALLBACK, sign_in_configured, sign_in_rules
from registry.web.refusal_page import refusal
from registry.web.way_in import LOGOUT, STEPS, is_back_from_sign_out, lead

TICKET = "tried_and_told_ticket"
PROVIDERS_WORD = re.compile(r"_streamlit_user(_\d+)?")
"""Where Streamlit keeps what the provider said: one cookie, or several when it is long."""
LOCALLY = "local"
MARK = "x-tried-and-told-ticket"
"""Streamlit gives a session back only to who comes with the same mark (`server.trustedUserHeaders`)."""


def holder(ticket: str | None) -> Person | None:
    """Who asks with *ticket*, at this moment; in local mode whoever holds one is trusted."""
    if ticket is None:
        return None
    with registry() as db:
        person = who(db, ticket, now(), sign_in_rules())
        return person if person or sign_in_configured() else open_locally(db, ticket, now())


def ticket_in(cookies: Mapping[str, str]) -> str | None:
    """The ticket among *cookies*; None when there is none, or none that we gave, in this mode, for them."""
    ticket, signer = cookies.get(ticket_name(), ""), _signer()
    try:
        said = signer.loads(ticket)
        is_bound = secrets.compare_digest(said["to"], _bound_to(cookies))
    except (BadSignature, KeyError, TypeError):
        return None
    # One signature can be written in several ways; with another one an ended ticket would seem to be new.
    return ticket if is_bound and ticket == signer.dumps(said) else None


def ticket_name() -> str:
    """What the ticket's cookie is called."""
    return own_name(TICKET)


def new_ticket(to: str) -> str:
    """A ticket nobody had before, bound *to* what the provider said, or to local mode."""
    return str(_signer().dumps({"id": secrets.token_urlsafe(24), "to": to}))


def _bound_to(cookies: Mapping[str, str]) -> str:
    if not sign_in_configured():
        return LOCALLY
    return _digest(repr(sorted(each for each in cookies.items() if PROVIDERS_WORD.fullmatch(each[0]))))


def _digest(word: str) -> str:
    return sha256(word.encode()).hexdigest()


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(cookie_key(), salt="ticket", signer_kwargs={"digest_method": sha256})


class _Tickets:
    """Gives out tickets and takes them back; without one that counts there are no files and no session."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        if scope["type"] == "websocket":
            MutableHeaders(scope=scope)[MARK] = await run_in_threadpool(_mark, request.cookies)
            await self.app(scope, receive, send)
        elif scope["path"].startswith(FOLDERS) and not await run_in_threadpool(_is_known, request.cookies):
            await refusal(scope, 403, say("sign-in-needed"))(scope, receive, send)
        elif is_back_from_sign_out(request):
            await RedirectResponse("/")(scope, receive, send)
        else:
            await self.app(scope, receive, _with_cookies(request, send))


def _is_known(cookies: Mapping[str, str]) -> bool:
    try:
        return holder(ticket_in(cookies)) is not None
    except RegistryRefused:
        return False


def _mark(cookies: Mapping[str, str]) -> str:
    """What a session is bound to: its ticket while that counts, else nothing that ever comes again."""
    # Where the registry cannot be opened the page has to run, to say so.
    with suppress(RegistryRefused):
        ticket = ticket_in(cookies)
        if ticket is not None:
            with registry() as db:
                if not is_over(db, ticket, now(), sign_in_rules()):
                    return _digest(ticket)
    return secrets.token_hex()


def _with_cookies(request: HTTPConnection, send: Send) -> Send:
    path = request.scope["path"]
    is_page = path == "/" or path.rstrip("/") in PAGES

    async def send_with_cookies(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if not sign_in_configured():
                cookies = _local_cookies(request) if is_page else []
            else:
                cookies = await run_in_threadpool(_cookies, request, message, headers)
            for each in cookies:
                headers.append("set-cookie", each)
        await send(message)

    return send_with_cookies if is_page or path in STEPS else send


def _local_cookies(request: HTTPConnection) -> list[str]:
    with suppress(RegistryRefused):
        return [] if ticket_in(request.cookies) else [_ticket_cookie(LOCALLY)]
    return []


def _cookies(request: HTTPConnection, answer: Message, headers: MutableHeaders) -> list[str]:
    """The cookies to set with *answer*; whom the provider just vouched for gets a ticket."""
    brought = headers.getlist("set-cookie")
    is_let_in = request.scope["path"] == CALLBACK and any(
        map(PROVIDERS_WORD.fullmatch, cookies_after({}, brought))
    )
    cookies = lead(request, answer, headers, is_let_in=is_let_in)
    if is_let_in:
        _end(ticket_in(request.cookies))
        cookies.append(_ticket_cookie(_bound_to(cookies_after(request.cookies, brought))))
    elif request.scope["path"] == LOGOUT:
        _end(ticket_in(request.cookies))
        cookies.append(cookie(TICKET, "", seconds=0))
    return cookies


def _end(ticket: str | None) -> None:
    """A browser has one sign-in: the one that it had ends, in tabs that were left open too."""
    if ticket is not None:
        with suppress(RegistryRefused), registry() as db:
            sign_out(db, ticket, now())


def _ticket_cookie(to: str) -> str:
    return cookie(TICKET, new_ticket(to), seconds=int(sign_in_rules().longest.total_seconds()))


Tickets = Middleware(_Tickets)
