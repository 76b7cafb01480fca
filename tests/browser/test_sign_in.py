"""Signing in and out, at a real provider in a real browser; and what a stolen or made-up cookie is worth."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from bench.visitor import Visitor as Program
from registry.domain.person import Person, Role
from registry.domain.sign_in import SignInRules
from registry.sentences import say
from registry.services.person import add_person
from registry.services.sign_in import end_sign_ins, sign_in, sign_out
from registry.store.database import Home, opened
from registry.store.schema import create_registry
from registry.web.clock import now
from registry.web.mode import CALLBACK
from registry.web.prose import WORD_JOINER
from registry.web.ticket import LOCALLY, new_ticket, ticket_name
from tests.browser.conftest import Visitor
from tests.browser.place import (
    OLGA,
    RAVI,
    REFUSE,
    WORD,
    Place,
    come_in,
    cookies_of,
    give,
    go_out,
    go_to_provider,
    here,
    running_place,
    way_in,
    write,
)
from tests.browser.provider import Account
from tests.browser.visit import settled
from tests.domain.provider_said import claims
from tests.nouns import STELLA, asking


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A registry that Stella looks after; everybody else comes for the first time."""
    folder = tmp_path_factory.mktemp("place")
    home = folder / "registry"
    create_registry(Home(home))
    at = now()
    said = claims(
        subject="stella",
        name=STELLA.name,
        email=STELLA.email,
        issued_at=at,
        expires_at=at + timedelta(hours=1),
    )
    with opened(Home(home)) as db:
        sign_in(db, "stella's", said, at, SignInRules())
    with running_place(folder, home) as (place, _):
        yield place


def test_the_first_is_steward_and_the_next_at_the_same_computer_finds_nothing_of_theirs(  # noqa: PLR0915 - one afternoon at one computer
    visitor: Visitor, tmp_path: Path
):
    with running_place(tmp_path, tmp_path / "registry") as (place, provider_runs):
        server = place.server
        one = visitor("/experiment?id=CX-1", server=server, also=place.provider.url)

        # Olga is the first. She comes for one experiment, and lands there.
        settled(one, way_in(one))
        come_in(one, OLGA)
        settled(one, say("experiment-unknown-title"))
        assert one.url == f"{server.url}/experiment?id=CX-1"
        expect(one.get_by_role("link", name=say("page-history"), exact=True)).to_be_visible()

        # She writes in one tab; the same draft is open in another.
        one.goto("/proposal")
        settled(one, say("page-proposal-title"))
        write(one, "change", "Umbrellas to borrow")
        settled(one, say("draft-saved", code="CX-1"))
        other = one.context.new_page()
        other.goto("/proposal?id=CX-1")
        settled(other, say("page-proposal-title"))
        stolen = cookies_of(one.context, server)

        # Signing out in one tab ends the other at its next click, and a copy of the cookies too.
        one.bring_to_front()
        go_out(one, OLGA)
        write(other, "whom", "everybody")
        settled(other, say("sign-in-again"))
        thief = visitor(server=server, also=place.provider.url)
        give(thief.context, server, stolen)
        thief.goto("/proposal?id=CX-1")
        settled(thief, way_in(thief))
        assert "Umbrellas" not in thief.content()

        # Ravi sits down at the tab that Olga left. He is nobody special, and it is not his draft.
        other.bring_to_front()
        come_in(other, RAVI)
        settled(other, say("experiment-unknown-title"))
        assert other.url == f"{server.url}/proposal?id=CX-1"
        assert "Umbrellas" not in other.content()
        expect(other.get_by_role("link", name=say("page-history"), exact=True)).to_have_count(0)
        other.goto("/history")
        settled(other, say("not-allowed-read_history"))

        # He goes, and Olga finds what she saved. Then the provider fails, and the page says so.
        go_out(other, RAVI)
        one.bring_to_front()
        one.goto("/proposal?id=CX-1")
        settled(one, way_in(one))
        come_in(one, OLGA)
        settled(one, say("page-proposal-title"))
        expect(one.get_by_label(say("field-change"), exact=True)).to_have_value("Umbrellas to borrow")
        expect(one.get_by_label(say("field-whom"), exact=True)).to_have_value("")
        go_out(one, OLGA)
        one.goto("/search")
        settled(one, way_in(one))
        provider_runs.close()
        way_in(one).click()
        settled(one, say("sign-in-unreachable"))
        assert one.url == f"{server.url}/search"

        roles = {each.name: each.roles for each in place.everybody()}
        assert roles == {OLGA.name: {Role.STEWARD}, RAVI.name: frozenset()}
        assert not place.tells(*stolen.values())
        for page in (one, thief):
            page.context.close()


def test_a_sign_in_ends_when_it_is_idle_or_old_or_a_steward_ends_it(visitor: Visitor, place: Place):
    place.provider.knows([OLGA])
    page = visitor(server=place.server, also=place.provider.url)
    come_in(page, OLGA)
    olga = place.person(OLGA.name)

    # Nothing was asked for 40 minutes, where half an hour is the limit.
    place.long_ago("seen", timedelta(minutes=40))
    page.get_by_role("link", name=say("page-search"), exact=True).click()
    settled(page, say("sign-in-again"))

    # Meanwhile her name and address at the provider are others: she is the same person, where she was.
    moved = replace(OLGA, name="Olga Married", email="om@example.org")
    place.provider.knows([moved])
    come_in(page, OLGA)
    settled(page, page.get_by_role("heading", name=say("page-search-title")))
    assert place.person(OLGA.name) == olga.model_copy(update={"email": moved.email})

    # It began seven hours ago, where a quarter of a day is the limit.
    place.long_ago("since", timedelta(hours=7))
    page.reload()
    settled(page, say("sign-in-again"))

    come_in(page, OLGA)
    with opened(Home(place.server.home)) as db:
        end_sign_ins(db, asking(now(), place.person(STELLA.name)), place.person(OLGA.name).id)
    page.get_by_role("link", name=say("page-proposal"), exact=True).click()
    settled(page, say("sign-in-again"))


def test_who_is_refused_is_told_why_and_leaves_nothing_behind(visitor: Visitor, place: Place):
    gone = Person(id=0, name="Gina Gone", email="gina@example.org", has_left=True)
    with opened(Home(place.server.home)) as db:
        add_person(db, asking(now(), place.person(STELLA.name)), gone)
    refusals = {
        Account("without", "No Address"): say("sign-in-without-email"),
        Account("unverified", "Una", "una@example.org", email_verified=False): say(
            "sign-in-unverified", email="una@example.org"
        ),
        Account("outside", "Otto", "otto@example.com"): say("sign-in-other-domain", email="otto@example.com"),
        Account("gone", "Gina", gone.email): say("person-has-left", name=gone.name),
    }
    place.provider.knows(list(refusals))
    before = place.everybody()
    page = visitor("/search?q=card", server=place.server, also=place.provider.url)

    for account, sentence in refusals.items():
        go_to_provider(page, account.sub)
        # An address in it is shown, and is no link.
        settled(page, sentence.replace("@", f"@{WORD_JOINER}"))
        expect(way_in(page)).to_be_visible()
    go_to_provider(page, REFUSE)
    settled(page, say("sign-in-refused"))

    assert page.url == f"{place.server.url}/search?q=card"
    assert place.everybody() == before


def test_nobody_is_signed_in_by_an_address_that_was_sent_to_them(visitor: Visitor, place: Place):
    place.provider.knows([RAVI])
    sender = visitor("/search", server=place.server, also=place.provider.url)
    address = address_called_back(sender, RAVI)
    before = cookies_of(sender.context, place.server)

    # Whoever opens it elsewhere is not signed in as the sender.
    receiver = visitor(address, server=place.server, also=place.provider.url)
    settled(receiver, say("sign-in-failed"))

    # It was a good one, for one browser and once: neither it nor the cookies from before work again.
    sender.goto(address)
    settled(sender, here(sender, RAVI))
    give(receiver.context, place.server, before)
    receiver.goto(address)
    settled(receiver, say("sign-in-failed"))
    assert not place.tells(*parse_qs(urlsplit(address).query)["code"], *before.values())


def address_called_back(page: Page, account: Account) -> str:
    """The address to which the provider would send *page* back with *account*; nobody has opened it yet."""
    way_in(page).click()
    button = page.get_by_role("button", name=account.sub, exact=True)
    expect(button).to_be_visible()
    address = f"{page.url}?account={account.sub}"
    while urlsplit(address).path != CALLBACK:
        address = page.context.request.get(address, max_redirects=0).headers["location"]
    return address


def test_no_cookie_and_no_session_of_somebody_else_is_worth_anything(
    visitor: Visitor, place: Place, monkeypatch: pytest.MonkeyPatch
):
    place.provider.knows([OLGA, RAVI])
    url = place.server.url
    monkeypatch.setenv("REGISTRY_HOME", str(place.server.home))
    found: dict[str, dict[str, str]] = {}
    for account in (OLGA, RAVI):
        page = visitor(server=place.server, also=place.provider.url)
        come_in(page, account)
        found[account.name] = cookies_of(page.context, place.server)
    olgas, ravis = found[OLGA.name], found[RAVI.name]
    name = ticket_name()

    with Program(url, olgas) as olga:
        olga.visit("people")
        assert seen_by(olga) == [OLGA.name]

        attempts = {
            "no cookie": {},
            "the ticket alone": {name: olgas[name]},
            "the provider's word alone": {each: olgas[each] for each in olgas if each != name},
            "the ticket with another's word": {**olgas, WORD: ravis[WORD]},
            "the word with another's ticket": {**olgas, name: ravis[name]},
            "a changed ticket": {**olgas, name: olgas[name][:-2]},
            "a ticket of local mode": {**olgas, name: new_ticket(LOCALLY)},
        }
        seen = {attempt: go_on(url, cookies, olga.session) for attempt, cookies in attempts.items()}
        assert seen == dict.fromkeys(attempts, (False, []))
        assert go_on(url, ravis, olga.session) == (False, [RAVI.name])

        # Olga goes on undisturbed, until she signs out: then her own cookies do not bring her session back.
        olga.visit("people")
        assert seen_by(olga) == [OLGA.name]
        with opened(Home(place.server.home)) as db:
            sign_out(db, olgas[name], now())
        assert go_on(url, olgas, olga.session) == (False, [])
    assert not place.tells(*olgas.values(), *ravis.values())


def go_on(url: str, cookies: Mapping[str, str], session: str) -> tuple[bool, list[str]]:
    """Ask to go on with a session: whether it was given, and whose page was sent."""
    with Program(url, cookies, session) as program:
        program.visit("people")
        return program.session == session, seen_by(program)


def seen_by(program: Program) -> list[str]:
    """Whose page it is that was sent."""
    sent = "".join(map(str, program.answers))
    labels = {each.name: f'label: "{each.name}"' for each in (OLGA, RAVI)}
    return [name for name, label in labels.items() if label in sent]
