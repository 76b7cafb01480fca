"""A registry with sign-in, the provider that it asks, and what somebody does to come in and go out."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page

from registry.domain.moment import moment_text
from registry.domain.person import Person
from registry.sentences import say
from registry.store import people
from registry.store.database import Home, opened, writing
from registry.web.clock import now
from tests.browser.provider import Account, Provider, running_provider
from tests.browser.server import Server, free_port, running_server
from tests.browser.visit import settled

OLGA = Account("olga", "Olga Owner", "olga@example.org")
RAVI = Account("ravi", "Ravi Reviewer", "ravi@example.org")
REFUSE = "Refuse"
RULES = """
[registry]
idle_hours = 0.5
longest_days = 0.25
email_domains = ["example.org"]
"""
WORD = "_streamlit_user"
"""Where Streamlit keeps what the provider said."""


@dataclass(frozen=True)
class Place:
    """A registry with sign-in, and the provider that it asks."""

    server: Server
    provider: Provider

    def everybody(self) -> list[Person]:
        """Who is in the registry."""
        with opened(Home(self.server.home)) as db:
            return people.everybody(db)

    def person(self, name: str) -> Person:
        """The one person in the registry with this name."""
        (found,) = (each for each in self.everybody() if each.name == name)
        return found

    def long_ago(self, column: str, ago: timedelta) -> None:
        """Every sign-in began, or was last seen, that long ago."""
        with opened(Home(self.server.home)) as db, writing(db):
            db.execute(f"update sign_ins set {column} = :at", {"at": moment_text(now() - ago)})  # noqa: S608

    def tells(self, *secrets: str) -> list[str]:
        """Which of *secrets*, and of the server's own, stand in its log."""
        log = self.server.log.read_text(encoding="utf-8")
        return [
            each
            for each in (self.provider.client_secret, self.provider.cookie_secret, *secrets)
            if each in log
        ]


@contextmanager
def running_place(
    folder: Path, home: Path, accounts: Sequence[Account] = (OLGA, RAVI)
) -> Iterator[tuple[Place, ExitStack]]:
    """A provider that knows *accounts*, and the registry in *home*; closing the stack ends the provider."""
    port = free_port()
    with ExitStack() as provider_runs:
        provider = provider_runs.enter_context(running_provider(folder, accounts, port))
        with running_server(home, port=port, secrets=provider.secrets + RULES) as server:
            yield Place(server, provider), provider_runs


def way_in(page: Page) -> Locator:
    """The button that leads to the provider."""
    return page.get_by_role("button", name=say("sign-in-go"), exact=True)


def here(page: Page, account: Account) -> Locator:
    """The button that says that *account* is signed in."""
    return page.get_by_test_id("stPopover").get_by_role("button", name=account.name)


def go_to_provider(page: Page, choice: str) -> None:
    """Go there, and choose among its buttons."""
    way_in(page).click()
    page.get_by_role("button", name=choice, exact=True).click()


def come_in(page: Page, account: Account) -> None:
    """Sign in as *account*, and wait for the page."""
    go_to_provider(page, account.sub)
    settled(page, here(page, account))


def go_out(page: Page, account: Account) -> None:
    """Sign out as *account*."""
    here(page, account).click()
    way_out = page.get_by_role("button", name=say("sign-out"), exact=True)
    # What has just opened may still move under the click.
    settled(page, way_out)
    way_out.click()
    settled(page, say("sign-in-out"))


def write(page: Page, name: str, text: str) -> None:
    """Type *text* into a field and leave it."""
    page.get_by_label(say(f"field-{name}"), exact=True).fill(text)
    page.keyboard.press("Tab")


def cookies_of(context: BrowserContext, server: Server) -> dict[str, str]:
    """The cookies that this browser keeps for *server*."""
    return {each.get("name", ""): each.get("value", "") for each in context.cookies(server.url)}


def give(context: BrowserContext, server: Server, cookies: Mapping[str, str]) -> None:
    """Put *cookies* into another browser."""
    context.add_cookies([{"name": name, "value": cookies[name], "url": server.url} for name in cookies])
