"""A server, a browser and a visitor for every browser test.

A test asks for `page` (light, 1280 pixels wide, at the front page of the session's server), or for `visitor`
to open others: dark, narrow, or at another server. After each test the console must have been quiet and no
request may have left for another host.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from registry.store.database import Home
from tests.browser import chromium
from tests.browser.server import Server, running_server
from tests.browser.visit import DESK, HEIGHT, Scheme, Watch
from tests.pages.seeds import Seeds

HERE = Path(__file__).parent
LONG_WAYS = ("test_one_way", "test_whole_way", "test_sign_in")
"""The modules with the tests that take longest."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several run at once, let the longest begin: whoever began them last would end alone."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: (item.path.parent != HERE, item.path.stem not in LONG_WAYS))


class Visitor(Protocol):
    """Opens a page of the product in a browser context of its own.

    *also* is the address of another server that its pages may ask.
    """

    def __call__(
        self,
        path: str = "/",
        *,
        scheme: Scheme = "light",
        width: int = DESK,
        server: Server | None = None,
        also: str = "",
    ) -> Page: ...


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the whole session, with a registry that is empty at first and shared by its tests."""
    with running_server(tmp_path_factory.mktemp("server") / "registry") as running:
        yield running


@pytest.fixture
def seeds(server: Server) -> Seeds:
    """Puts experiments into the registry of the session's server."""
    return Seeds(Home(server.home))


@pytest.fixture
def contexts() -> list[BrowserContext]:
    """What one test opened in the browser."""
    return []


def close_all(contexts: list[BrowserContext]) -> None:
    """Close what is open of *contexts*."""
    while contexts:
        contexts.pop().close()


@pytest.fixture
def new_server(tmp_path: Path, contexts: list[BrowserContext]) -> Iterator[Server]:
    """A server of one test's own, with an empty registry."""
    with running_server(tmp_path / "registry") as running:
        yield running
        # A page that outlives its server looks for it, and complains.
        close_all(contexts)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole session. A machine without one fails here, and says so."""
    executable = chromium.located()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=executable, args=list(chromium.FLAGS), chromium_sandbox=not chromium.IS_ROOT
        )
        yield started
        started.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Listens to this test's browsers; after the test there must be nothing left to complain about."""
    watch = Watch()
    yield watch
    if watch.complaints:
        pytest.fail("\n".join(watch.complaints), pytrace=False)


@pytest.fixture
def visitor(
    browser: Browser, watch: Watch, contexts: list[BrowserContext], request: pytest.FixtureRequest
) -> Iterator[Visitor]:
    """Opens pages for one test, each in a context of its own, and closes them after it."""

    def visit(
        path: str = "/",
        *,
        scheme: Scheme = "light",
        width: int = DESK,
        server: Server | None = None,
        also: str = "",
    ) -> Page:
        url = (server or request.getfixturevalue("server")).url
        context = browser.new_context(
            base_url=url,
            color_scheme=scheme,
            reduced_motion="reduce",
            viewport={"width": width, "height": HEIGHT},
        )
        contexts.append(context)
        watch.over(context, url, also)
        page = context.new_page()
        page.goto(path)
        return page

    yield visit
    close_all(contexts)


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """The front page of the session's server, in light colours, 1280 pixels wide."""
    return visitor()
