"""The ticket: who gets one, what it is bound to, and that none but ours count."""

from collections.abc import Callable
from hashlib import sha256
from string import ascii_letters, digits

import pytest
from itsdangerous import URLSafeSerializer
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from registry.domain.sign_in import SignInRules
from registry.services.home import registry
from registry.services.sign_in import cookie_key, open_locally, sign_out, who
from registry.store.database import Home
from registry.store.keys import COOKIE, key_file
from registry.web.addresses import ADDRESSES
from registry.web.clock import now
from registry.web.ticket import LOCALLY, MARK, Tickets, new_ticket, ticket_in, ticket_name
from registry.web.way_in import Outcome, outcome_in
from tests.web.asked import answer
from tests.web.conftest import SIGN_IN
from tests.web.cookie_jar import CALLED_BACK, SPLIT_WORD, WORD, begun, kept_after, let_in, sent, vouching

Secrets = Callable[[str | None], None]


@pytest.fixture(autouse=True)
def _here(at_home: Home, secrets: Secrets) -> None:
    """A registry of this test's own, without sign-in until the test says otherwise."""


def is_signed_in(ticket: str) -> bool:
    with registry() as db:
        return who(db, ticket, now(), SignInRules()) is not None


@pytest.mark.parametrize(
    "path", ["/", "/experiment", "/experiment/", *(f"/{each.name}" for each in ADDRESSES)]
)
def test_in_local_mode_every_page_gives_a_ticket_once(path: str):
    first = kept_after({}, path=path)

    assert ticket_in(first)
    assert kept_after(first, path=path) == first


@pytest.mark.parametrize("path", ["/_stcore/health", "/static/js/index.js", "/healthz", "/oauth2callback"])
def test_what_is_no_page_gives_none(path: str):
    assert kept_after({}, path=path, query_string=b"x=1") == {}


def test_no_script_reads_the_ticket_and_no_other_site_sends_it():
    header = answer(Tickets, "/").headers["set-cookie"]

    assert header.endswith("; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax")


def test_where_people_come_by_https_the_cookies_travel_no_other_way(secrets: Secrets):
    secrets(SIGN_IN)

    found = answer(Tickets, "/oauth2callback", app=vouching(f"{WORD}=signed"), query_string=b"code=1")

    ours = [each for each in found.headers.getlist("set-cookie") if not each.startswith(WORD)]
    assert len(ours) == 3
    assert all(each.startswith("__Host-") and each.endswith("; Secure") for each in ours)


def test_with_a_provider_a_page_gives_no_ticket(secrets: Secrets):
    secrets(SIGN_IN)

    assert kept_after({}) == {}


def test_with_a_provider_whoever_it_vouched_for_gets_a_ticket(secrets: Secrets):
    secrets(SIGN_IN)

    cookies = let_in()

    assert ticket_in(cookies)
    assert begun(cookies)


@pytest.mark.parametrize(
    "app",
    [
        vouching(),
        vouching(f'{WORD}=""; Max-Age=0; Path=/'),
        vouching("_streamlit_xsrf=2|a|b|1; Path=/"),
        vouching("_streamlit_user_tokens=signed; Path=/"),
    ],
)
def test_whoever_comes_back_without_the_providers_word_gets_none(secrets: Secrets, app: ASGIApp):
    secrets(SIGN_IN)
    before = let_in()

    without = {name: value for name, value in before.items() if name != ticket_name()}
    after = kept_after(without, app=app, **CALLED_BACK)

    assert ticket_in(after) is None
    assert outcome_in(after) is Outcome.FAILED


def test_a_word_in_several_cookies_binds_by_all_of_them(secrets: Secrets):
    secrets(SIGN_IN)

    cookies = kept_after({}, app=vouching(f"{WORD}=2", f"{SPLIT_WORD}=one", f"{WORD}_2=two"), **CALLED_BACK)

    assert ticket_in(cookies)
    assert ticket_in(cookies | {SPLIT_WORD: "another"}) is None
    assert ticket_in(cookies | {"_streamlit_user_tokens": "another"})


def test_what_is_left_of_an_earlier_word_does_not_keep_anybody_out(secrets: Secrets):
    secrets(SIGN_IN)
    earlier = {WORD: "2", SPLIT_WORD: "one", f"{WORD}_2": "two"}

    cookies = kept_after(earlier, app=vouching(f"{SPLIT_WORD}=; Max-Age=0", f"{WORD}=signed"), **CALLED_BACK)

    assert f"{WORD}_2" in cookies
    assert ticket_in(cookies)


def test_a_ticket_is_worth_nothing_with_another_word_or_without_one(secrets: Secrets):
    secrets(SIGN_IN)
    mine, theirs = let_in(word="mine"), let_in(word="theirs")

    assert ticket_in({**mine, WORD: theirs[WORD]}) is None
    assert ticket_in({ticket_name(): mine[ticket_name()]}) is None
    assert ticket_in({WORD: mine[WORD]}) is None


def test_a_ticket_of_the_other_mode_is_worth_nothing(secrets: Secrets):
    local = kept_after({})
    secrets(SIGN_IN)
    name, provided = ticket_name(), let_in()

    assert ticket_in({**local, name: local.popitem()[1], WORD: "signed"}) is None
    secrets(None)
    assert ticket_in({ticket_name(): provided[name], WORD: provided[WORD]}) is None


@pytest.mark.parametrize(
    "forge",
    [
        lambda ticket: "A" + ticket[1:],
        lambda ticket: ticket + "=",
        lambda ticket: ticket + " ",
        lambda ticket: ticket.partition(".")[0],
        lambda ticket: "." + ticket.partition(".")[2],
        lambda _ticket: "",
        lambda _ticket: "a.b.c",
        lambda _ticket: "\x00é🦊",
        lambda _ticket: URLSafeSerializer(b"another key", salt="ticket").dumps({"id": "x", "to": LOCALLY}),
        lambda _ticket: URLSafeSerializer(cookie_key(), salt="ticket").dumps({"id": "x", "to": LOCALLY}),
        lambda _ticket: URLSafeSerializer(cookie_key(), salt="other").dumps({"id": "x", "to": LOCALLY}),
    ],
)
def test_a_forged_ticket_is_none(forge: Callable[[str], str]):
    assert ticket_in({ticket_name(): forge(new_ticket(LOCALLY))}) is None


def test_a_ticket_has_one_spelling_only():
    ticket = new_ticket(LOCALLY)

    same = [
        letter for letter in ascii_letters + digits + "-_" if ticket_in({ticket_name(): ticket[:-1] + letter})
    ]

    assert same == [ticket[-1]]


@pytest.mark.parametrize("said", ["text", ["to"], {"id": "x"}, {"to": None}, {"to": 5}, None])
def test_a_ticket_of_another_shape_is_none(said: object):
    signer = URLSafeSerializer(cookie_key(), salt="ticket", signer_kwargs={"digest_method": sha256})

    assert ticket_in({ticket_name(): str(signer.dumps({"id": "x", "to": LOCALLY}))})
    assert ticket_in({ticket_name(): str(signer.dumps(said))}) is None


def test_a_ticket_signed_with_another_registrys_key_is_none(at_home: Home):
    cookies = kept_after({})
    name, ticket = ticket_name(), ticket_in(cookies)
    file = key_file(at_home, COOKIE)
    file.chmod(0o600)
    file.write_text("ab" * 32, encoding="ascii")

    assert ticket is not None
    assert ticket_name() != name
    assert ticket_in({**cookies, ticket_name(): ticket}) is None


def test_where_the_registry_cannot_be_opened_pages_and_sessions_are_answered_and_files_are_not(at_home: Home):
    cookies = kept_after({})
    key_file(at_home, COOKIE).unlink()
    at_home.database.unlink()

    answered = {
        path: answer(Tickets, path, sent(cookies)).status for path in ("/", "/search", "/media/a.png")
    }

    assert answered == {"/": 200, "/search": 200, "/media/a.png": 403}
    assert mark_of(cookies) != mark_of(cookies)


def test_signing_out_takes_the_ticket_back_and_says_so(secrets: Secrets):
    secrets(SIGN_IN)

    before = let_in()
    ticket = begun(before)

    after = kept_after(before, path="/auth/logout")

    assert ticket_name() not in after
    assert not is_signed_in(ticket)
    assert outcome_in(after) is Outcome.OUT


def test_who_signs_in_again_in_one_browser_ends_the_sign_in_before(secrets: Secrets):
    secrets(SIGN_IN)
    before = let_in(word="first")
    first = begun(before)

    after = let_in(before, word="second")

    assert not is_signed_in(first)
    assert is_signed_in(begun(after, "paul"))


@pytest.mark.parametrize("path", ["/media/a.png", "/_stcore/upload_file/a/b"])
def test_files_are_only_for_who_is_signed_in_now(secrets: Secrets, path: str):
    secrets(SIGN_IN)
    cookies = let_in()

    before = [answer(Tickets, path).status, answer(Tickets, path, sent(cookies)).status]
    ticket = begun(cookies)
    during = answer(Tickets, path, sent(cookies)).status
    with registry() as db:
        sign_out(db, ticket, now())
    after = answer(Tickets, path, sent(cookies)).status

    assert (before, during, after) == ([403, 403], 200, 403)


def mark_of(cookies: dict[str, str], *headers: tuple[str, str]) -> str:
    """What Streamlit binds the session of a websocket with *cookies* to."""
    found: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        found.extend(value.decode() for name, value in scope["headers"] if name == MARK.encode())
        await PlainTextResponse("seen")(scope, receive, send)

    answer(Tickets, "/_stcore/stream", sent(cookies), *headers, app=app, type="websocket")
    (mark,) = found
    return mark


def test_a_session_is_bound_to_its_ticket_whatever_the_visitor_claims():
    mine, theirs = kept_after({}), kept_after({})

    mark = mark_of(mine)

    assert mark_of(mine) == mark
    assert mark_of(theirs) != mark
    assert mark_of(theirs, (MARK, mark)) != mark
    assert mark_of({}, (MARK, mark), (MARK, mark)) not in (mark, mark_of({}))


def test_no_session_comes_back_to_a_ticket_that_ended():
    cookies = kept_after({})
    ticket = ticket_in(cookies)
    assert ticket is not None
    with registry() as db:
        open_locally(db, ticket, now())
        mark = mark_of(cookies)
        sign_out(db, ticket, now())

    assert mark_of(cookies) not in (mark, mark_of(cookies))
