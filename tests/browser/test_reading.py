"""A long reading on its page: how far it is, and how it stops, leaving nothing behind."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from registry.domain.facts import Reading
from registry.sentences import say
from registry.store.database import Home
from tests.analysis.pilots import pilot_plan
from tests.browser.conftest import Visitor, close_all
from tests.browser.server import Server, running_server
from tests.browser.visit import settled
from tests.pages.seeds import Seeds
from tests.running import long_file, nothing_is_left, processes_in

NAME = "long.csv"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the server keeps what it keeps briefly."""
    place = tmp_path / "temporary"
    place.mkdir()
    return place


@pytest.fixture
def own_server(tmp_path: Path, place: Path, contexts: list[BrowserContext]) -> Iterator[Server]:
    """A server of one test's own, with a file in its inbox that takes long to read."""
    home = tmp_path / "registry"
    (home / "inbox").mkdir(parents=True)
    long_file(home / "inbox" / NAME, rows=6_000_000)
    with running_server(home, TMPDIR=str(place)) as running:
        yield running
        close_all(contexts)


def begun(visitor: Visitor, server: Server, code: str) -> Page:
    """The pilot's page of *code*, where the long file is being read."""
    page = settled(visitor(f"/pilot?id={code}", server=server), say("page-pilot-title", code=code))
    page.get_by_role("combobox", name=say("field-inbox")).click()
    page.get_by_role("option", name=NAME).click()
    button = page.get_by_role("button", name=say("pilot-read"), exact=True)
    settled(page, button)
    button.click()
    return page


def stop(page: Page) -> Locator:
    return page.get_by_role("button", name=say("pilot-stop-reading"))


def test_a_long_reading_shows_its_bar_and_stops_at_a_click_without_a_trace(
    visitor: Visitor, own_server: Server, place: Path
):
    seeds = Seeds(Home(own_server.home))
    code = seeds.running(plan=pilot_plan(unit="id"))
    page = begun(visitor, own_server, code)

    expect(page.get_by_role("progressbar")).to_be_visible(timeout=20_000)
    before, after = (re.escape(part) for part in say("pilot-read-so-far", percent=0).split("0"))
    expect(page.get_by_text(re.compile(rf"{before}\d+{after}"))).to_be_visible()
    was_reading = processes_in(place)
    stop(page).click()
    settled(page, say("pilot-reading-stopped"))

    assert was_reading
    assert nothing_is_left(place)
    assert seeds.dossier(code).all(Reading) == ()
    expect(page.get_by_role("progressbar")).to_have_count(0)
    expect(stop(page)).to_have_count(0)


def test_a_reading_ends_with_the_tab_that_wanted_it(visitor: Visitor, own_server: Server, place: Path):
    seeds = Seeds(Home(own_server.home))
    code = seeds.running(plan=pilot_plan(unit="id"))
    page = begun(visitor, own_server, code)
    expect(stop(page)).to_be_visible(timeout=20_000)

    page.close()

    assert nothing_is_left(place)
    assert seeds.dossier(code).all(Reading) == ()
