"""How the browser tests look at a page: wait until it is settled, and take its picture."""

import re
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect

from registry.sentences import say
from tests.browser.server import ROOT

Scheme = Literal["light", "dark"]
DESK, PHONE = 1280, 390
"""The two widths that every page is looked at, in CSS pixels."""
HEIGHT = 900
SCREENSHOTS = ROOT / "build" / "screenshots"
QUIET_MILLISECONDS = 250
LOOK_EVERY_MILLISECONDS = 50
LOCAL_SCHEMES = ("data", "blob", "about")

# Opened at /experiment, Streamlit first asks below that path whether the app lives there, and gets a 404.
BASE_PATH_SEARCH = re.compile(r"//[^/]+/[^/]+/_stcore/(health|host-config)$")

# A click reaches the script a moment later, so one look that finds it at rest proves nothing.
AT_REST = """quiet => {
    const app = document.querySelector('[data-testid="stApp"]');
    const resting = app?.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
    if (!resting) window.restingSince = undefined;
    else window.restingSince ??= performance.now();
    return resting && performance.now() - window.restingSince >= quiet;
}"""


def settled(page: Page, shows: str | Locator | None = None, *, seconds: float = 20) -> Page:
    """Wait until *page* shows *shows* and its script is at rest; fail when its script failed.

    After a click, say what the click brings: the script may not have begun when this is called.
    """
    patience = seconds * 1000
    if shows is not None:
        content = page.get_by_text(shows).first if isinstance(shows, str) else shows.first
        expect(content).to_be_visible(timeout=patience)
    page.evaluate("() => { window.restingSince = undefined; }")
    # Asked at every frame, as is usual, Chromium would draw frames in which nothing moves.
    page.wait_for_function(AT_REST, arg=QUIET_MILLISECONDS, polling=LOOK_EVERY_MILLISECONDS, timeout=patience)
    exceptions = page.get_by_test_id("stException").all_inner_texts()
    assert not exceptions, "\n".join(exceptions)
    expect(page.get_by_text(say("page-failed"))).to_have_count(0, timeout=1)
    return page


def scheme_of(page: Page) -> Scheme:
    """Does *page* ask for light or dark colours?"""
    return "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"


def screenshot(page: Page, name: str) -> None:
    """Keep a picture of the whole of *page*: build/screenshots/<name>-<light or dark>-<width>.png."""
    size = page.viewport_size
    assert size is not None
    # The page scrolls inside its main part, so only a window as tall as that part shows all of it.
    whole = page.evaluate(
        "() => document.querySelector('[data-testid=\"stMain\"]')?.scrollHeight ?? document.body.scrollHeight"
    )
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], whole)})
    settled(page)
    page.screenshot(path=SCREENSHOTS / f"{name}-{scheme_of(page)}-{size['width']}.png", animations="disabled")
    page.set_viewport_size(size)


@dataclass
class Watch:
    """What the browsers of one test complained about, and whom they asked besides our servers."""

    complaints: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext, *urls: str) -> None:
        """Take note of what the pages of *context* do from now on; *urls* are the servers they may ask."""
        ours = {urlsplit(url).netloc for url in urls}

        def heard(message: ConsoleMessage) -> None:
            source = str(message.location.get("url", ""))
            if message.type == "error" and not BASE_PATH_SEARCH.search(source):
                self.complaints.append(f"console: {message.text} ({source})")

        def asked(address: str) -> None:
            if urlsplit(address).scheme not in LOCAL_SCHEMES and urlsplit(address).netloc not in ours:
                self.complaints.append(f"left for another host: {address}")

        context.on("console", heard)
        context.on("weberror", lambda caught: self.complaints.append(f"uncaught: {caught.error}"))
        context.on("request", lambda request: asked(request.url))
        context.on("page", lambda page: page.on("websocket", lambda opened: asked(opened.url)))

    def forgive(self, *fragments: str) -> None:
        """Drop the complaints that a test provokes on purpose: those that contain one of *fragments*."""
        kept = [said for said in self.complaints if not any(part in said for part in fragments)]
        assert len(kept) < len(self.complaints), f"No complaint says {fragments}: {self.complaints}"
        self.complaints[:] = kept


def act_as(page: Page, name: str) -> None:
    """Be *name* from now on, with the picker of local mode."""
    picker = page.get_by_role("combobox", name=say("field-act-as"))
    picker.click()
    page.get_by_role("option", name=name).click()
    # The picker of who one was goes only when that of who one is has come.
    expect(picker.first).to_have_value(re.compile(f"^{re.escape(name)}"))
    settled(page)
