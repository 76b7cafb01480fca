"""Finding by filter: from a word to the learning by taps, at a desk and on a phone; and by an address."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from bench.demo import fill_with_demo
from registry.domain.finding import Facet, Thing, Wanted
from registry.sentences import say
from registry.store import finding
from registry.store.database import Home, opened
from tests.browser.conftest import Visitor
from tests.browser.server import Server, running_server
from tests.browser.visit import PHONE, screenshot, settled

LEARNINGS = Wanted(words="card", chosen={Facet.THING: (Thing.LEARNING,)})


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose registry holds the demo."""
    home = tmp_path_factory.mktemp("demo") / "registry"
    fill_with_demo(home)
    with running_server(home) as running:
        yield running


def found(server: Server, wanted: Wanted) -> finding.Answer:
    """What the registry of *server* holds of what is *wanted*."""
    with opened(Home(server.home)) as db:
        return finding.find(db, wanted)


def total(server: Server, wanted: Wanted) -> str:
    """How the page says how many are *wanted*."""
    return say("search-found", count=found(server, wanted).total)


def pill(page: Page, facet: Facet, value: str) -> Locator:
    """The tap of a *value* of a filter, with its number."""
    group = page.locator(f".st-key-filter-{facet}")
    return group.get_by_role("button", name=re.compile(f"^{re.escape(value)}( ·|$)"))


def test_finding_by_filter(visitor: Visitor, demo: Server):
    page = settled(visitor("/search", server=demo), say("search-newest-learnings"))

    # A word, as it is typed.
    page.get_by_label(say("field-search")).press_sequentially("card")
    words = Wanted(words="card")
    settled(page, total(demo, words))
    screenshot(page, "find")

    # Two taps narrow it; each says before how many it leaves.
    learnings = found(demo, words).counts[Facet.THING][Thing.LEARNING]
    expect(pill(page, Facet.THING, say("thing-learning"))).to_contain_text(str(learnings))
    pill(page, Facet.THING, say("thing-learning")).click()
    settled(page, total(demo, LEARNINGS))
    standing = next(iter(found(demo, LEARNINGS).counts[Facet.STANDING]))
    both = LEARNINGS.with_(Facet.STANDING, standing)
    pill(page, Facet.STANDING, say(f"standing-{standing}")).click()
    settled(page, total(demo, both))
    expect(page).to_have_url(
        re.compile(rf"q=card.*thing=learning.*standing={standing}|standing={standing}.*q=card")
    )

    # The address, sent to somebody else, shows the same.
    sent = settled(visitor(page.url.removeprefix(demo.url), server=demo), total(demo, both))
    expect(sent.get_by_label(say("field-search"))).to_have_value("card")

    # A chip takes a filter out again, and the first entry leads to what was learned.
    chip = say("search-chosen", facet=say("facet-thing"), value=say("thing-learning"))
    sent.get_by_role("button", name=chip).click()
    settled(sent, total(demo, both.without(Facet.THING, Thing.LEARNING)))
    expect(sent.get_by_role("button", name=chip)).to_have_count(0)
    best = found(demo, both).hits[0].row.code
    page.get_by_role("link", name=re.compile(f"^{best} ")).click()
    page.wait_for_url(re.compile(rf"/learning\?id={best}$"))
    settled(page)


def test_on_a_phone_the_filters_are_folded_until_asked_for(visitor: Visitor, demo: Server):
    page = settled(visitor("/search?q=card", server=demo, scheme="dark", width=PHONE))
    first = pill(page, Facet.THING, say("thing-learning"))
    expect(first).to_be_hidden()

    page.get_by_text(say("search-show-filters")).click()
    expect(first).to_be_visible()
    screenshot(page, "find-filters")
    first.click()

    settled(page, total(demo, LEARNINGS))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    "address", ["q=%00%22)(*&grade=Z&from=x", "q=" + "x" * 2_000, "team=%F0%9F%83%8F&outcome=adopt"]
)
def test_a_hostile_address_shows_a_calm_page(visitor: Visitor, demo: Server, address: str):
    page = visitor(f"/search?{address}", server=demo)

    heading = page.get_by_role("heading", name=say("page-search-title"), exact=True)
    expect(settled(page, heading).get_by_label(say("field-search"))).to_be_editable()
