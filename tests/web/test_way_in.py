"""To the provider and back: whatever an address says, one lands on a page of ours and is told what failed."""

from collections.abc import Callable
from http.cookies import SimpleCookie

import pytest
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp

from registry.store.database import Home
from registry.web.cookies import own_name
from registry.web.ticket import Tickets
from registry.web.way_in import WAY_BACK, Outcome, one_of_ours, outcome_in
from tests.web.asked import Answer, answer
from tests.web.conftest import SIGN_IN

TO_PROVIDER = RedirectResponse("https://login.example.org/auth?state=1", 302)
TO_FRONT_PAGE = RedirectResponse("/", 302)


def vouching() -> ASGIApp:
    answering = RedirectResponse("/", 302)
    answering.set_cookie("_streamlit_user", "signed")
    return answering


@pytest.fixture(autouse=True)
def _with_sign_in(at_home: Home, secrets: Callable[[str | None], None]) -> None:
    secrets(SIGN_IN)


def cookies_in(found: Answer) -> dict[str, str]:
    """The cookies that are set, not those that are taken away."""
    headers = found.headers.getlist("set-cookie")
    set_now = {name: morsel for header in headers for name, morsel in SimpleCookie(header).items()}
    return {name: morsel.value for name, morsel in set_now.items() if morsel["max-age"] != "0"}


def ask_to_sign_in(referer: str, app: ASGIApp = TO_PROVIDER) -> Answer:
    """Somebody presses the button on the page at *referer*."""
    headers = (("host", "cx.example.org"), ("referer", referer))
    return answer(Tickets, "/auth/login", *headers, app=app)


def come_back(cookies: dict[str, str], query: str = "code=1&state=2", app: ASGIApp | None = None) -> Answer:
    """The provider sends somebody back."""
    header = ("cookie", "; ".join(f"{name}={value}" for name, value in cookies.items()))
    return answer(Tickets, "/oauth2callback", header, app=app or vouching(), query_string=query.encode())


@pytest.mark.parametrize(
    ("address", "led_to"),
    [
        ("/experiment?id=CX-17", "/experiment?id=CX-17"),
        ("/experiment/?id=CX-17", "/experiment?id=CX-17"),
        ("/search?q=hot+drink%26a%20b", "/search?q=hot+drink%26a+b"),
        ("/search?q=🦊", "/search?q=%F0%9F%A6%8A"),
        ("/experiment?id=CX-17&evil=1#there", "/experiment?id=CX-17"),
        ("/experiment", "/experiment"),
        (f"/search?q={'a' * 600}", "/search"),
        ("/", "/"),
        ("/today", "/"),
        ("/auth/logout", "/"),
        ("/unknown", "/"),
        ("", "/"),
        ("https://evil.example/experiment?id=CX-1", "/experiment?id=CX-1"),
        ("//evil.example", "/"),
        ("//evil.example/experiment", "/experiment"),
        ("/\\evil.example", "/"),
        ("/experiment/../../evil", "/"),
        ("/experiment//evil.example", "/"),
        ("\r\nLocation: https://evil.example", "/"),
        ("/experiment?id=CX-1\r\nSet-Cookie: a=b", "/experiment?id=CX-1Set-Cookie%3A+a%3Db"),
        ("http://[", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_whatever_the_address_says_one_is_led_to_a_page_of_ours(address: str, led_to: str):
    assert one_of_ours(address) == led_to


def test_who_signs_in_comes_back_to_the_page_they_came_for():
    asked = ask_to_sign_in("https://cx.example.org/experiment?id=CX-17")

    back = come_back(cookies_in(asked))

    assert back.headers["location"] == "/experiment?id=CX-17"
    assert own_name(WAY_BACK) not in cookies_in(back)


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "https://evil.example/experiment?id=CX-17",
        "https://cx.example.org.evil.example/experiment?id=CX-17",
        "https://cx.example.org:444/experiment?id=CX-17",
        "https://evil.example/https://cx.example.org/experiment?id=CX-17",
        "ftp://cx.example.org/experiment?id=CX-17",
    ],
)
def test_who_comes_from_elsewhere_is_led_to_the_front_page(referer: str):
    back = come_back(cookies_in(ask_to_sign_in(referer)))

    assert back.headers["location"] == "/"


@pytest.mark.parametrize("kept", ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%0d%0aa%3A", "%", "é"])
def test_a_way_back_that_was_tampered_with_leads_to_the_front_page(kept: str):
    assert come_back({own_name(WAY_BACK): kept}).headers["location"] == "/"


@pytest.mark.parametrize(
    ("query", "outcome"),
    [
        ("error=access_denied&error_description=No&state=2", Outcome.REFUSED),
        ("error=login_required&state=2", Outcome.FAILED),
        ("code=1&state=2", Outcome.FAILED),
        ("state=2", Outcome.FAILED),
    ],
)
def test_who_comes_back_without_being_let_in_is_told_on_the_page_they_came_for(query: str, outcome: Outcome):
    asked = ask_to_sign_in("https://cx.example.org/experiment?id=CX-17")

    back = come_back(cookies_in(asked), query, TO_FRONT_PAGE)

    assert back.headers["location"] == "/experiment?id=CX-17"
    assert outcome_in(cookies_in(back)) is outcome


def test_when_the_provider_does_not_answer_one_is_told_on_the_page_one_was_on():
    failed = PlainTextResponse("Authentication error", 400)

    found = ask_to_sign_in("https://cx.example.org/search?q=card", failed)

    assert (found.status, found.headers["location"]) == (303, "/search?q=card")
    assert outcome_in(cookies_in(found)) is Outcome.UNREACHABLE


def test_who_comes_back_from_signing_out_is_led_to_the_front_page():
    found = come_back({}, "")

    assert (found.status, found.headers["location"]) == (307, "/")
    assert cookies_in(found) == {}


@pytest.mark.parametrize("said", ["", "out ", "evil", "<script>", "refused\x00"])
def test_an_outcome_that_was_made_up_says_nothing(said: str):
    assert outcome_in({own_name("tried_and_told_outcome"): said}) is None
