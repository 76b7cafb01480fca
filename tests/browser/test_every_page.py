"""Every page of a registry that has lived for a year: light and dark, at a desk and on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bench.demo import fill_with_demo, places
from registry.sentences import say
from registry.web.addresses import ADDRESSES
from tests.browser.conftest import Visitor
from tests.browser.server import Server, running_server
from tests.browser.visit import DESK, PHONE, Scheme, screenshot, settled

WITHOUT_ALT = """() => [
    ...[...document.querySelectorAll('img')].filter(image => !image.alt),
    ...[...document.querySelectorAll('[data-testid="stVegaLiteChart"], [data-testid="stDataFrame"]')]
        .filter(each => !each.closest('[aria-label]') && !each.querySelector('[aria-label]')),
].map(each => each.outerHTML.slice(0, 200))"""
TOO_WIDE = """() => ['html', '[data-testid="stMain"]']
    .map(name => document.querySelector(name))
    .filter(each => each && each.scrollWidth > window.innerWidth)
    .map(each => `${each.tagName} is ${each.scrollWidth} pixels wide`)"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose registry holds the demo: experiments at every stage, pictures, data, learnings."""
    home = tmp_path_factory.mktemp("demo") / "registry"
    fill_with_demo(home)
    with running_server(home) as running:
        yield running


def opened(visitor: Visitor, demo: Server, name: str, scheme: Scheme = "light", width: int = DESK) -> Page:
    """The page called *name*, showing an experiment it is meant for."""
    path, query = next((path, query) for page, path, query in places(demo.home) if page == name)
    page = visitor(f"/{path}?{query}", scheme=scheme, width=width, server=demo)
    return settled(page, page.get_by_role("heading", level=1))


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [address.name for address in ADDRESSES])
def test_every_page_opens_quietly_under_one_title_and_fits(
    visitor: Visitor, demo: Server, name: str, scheme: Scheme, width: int
):
    page = opened(visitor, demo, name, scheme, width)

    screenshot(page, f"page-{name}")

    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page).to_have_title(f"{say(f'page-{name}')} · {say('product-name')}")
    assert not page.evaluate(WITHOUT_ALT)
    assert not page.evaluate(TOO_WIDE)
