"""A browser's tab without a browser: the app's own router, reached the way a visitor reaches it.

What is shown is compared without the marks that keep Markdown from being read as Markdown.
"""

import re
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from registry.sentences import say
from registry.web.ticket import LOCALLY, new_ticket, ticket_name
from tests.source import ROOT

MAIN = ROOT / "registry" / "web" / "main.py"
TEXTS = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success", "text")
LONGEST_SECONDS = 60


def bare(text: str) -> str:
    """*text* as a reader sees it: unescaped, without the invisible joiners."""
    return re.sub(r"\\(.)", r"\1", text).replace("\N{WORD JOINER}", "")


@dataclass(frozen=True)
class Browser:
    """What a browser sends along when it connects: the cookies that our middleware gave it before."""

    cookies: dict[str, str]
    headers: tuple[tuple[str, str], ...] = ()
    remote_ip: str = "127.0.0.1"


def local_browser() -> Browser:
    """A browser that has opened a page in local mode."""
    return Browser({ticket_name(): new_ticket(LOCALLY)})


class Tab:
    """One visitor's tab. A new one is what remains after a reload or a restart: address and registry."""

    def __init__(self, page: str = "today", *, browser: Browser | None = None, **address: str) -> None:
        self.browser = browser or local_browser()
        self.app = AppTest.from_file(str(MAIN), default_timeout=LONGEST_SECONDS)
        self.run()
        if page != "today" or address:
            self.go(page, **address)

    def go(self, page: str, **address: str) -> None:
        """Open *page* with the parameters in *address* and no others."""
        self.app.switch_page(f"../../pages/{page}.py")
        self.app.query_params.clear()
        for name, value in address.items():
            self.app.query_params[name] = value
        self.run()

    def run(self, sent: Any = None) -> None:
        """Let the page answer what stands in its widgets, or what a browser has *sent* of them.

        A page that fails fails the test.
        """
        # AppTest has no browser, so nothing that a browser sends.
        with patch("streamlit.runtime.context._get_client_context", lambda: self.browser):
            self.app.run() if sent is None else self.app._run(sent)  # pyright: ignore[reportPrivateUsage]
        assert not self.app.exception, [each.value for each in self.app.exception]
        assert say("page-failed") not in self.shown

    @property
    def shown(self) -> str:
        """Everything that the page says, a line for each element."""
        return "\n".join(bare(text) for kind in TEXTS for text in self._texts(kind))

    def said(self, kind: str) -> list[str]:
        """What the elements of one kind say: `error`, `info`, `title` …"""
        return [bare(text) for text in self._texts(kind)]

    def in_order(self, *kinds: str) -> list[str]:
        """What the elements of these kinds say, as they stand below each other."""
        elements: Any = self.app.main
        return [bare(str(each.value)) for each in elements if each.type in kinds]

    @property
    def links(self) -> str:
        """The links to pages, a line for each."""
        elements: Any = self.app.get("page_link")
        return "\n".join(bare(str(each.label)) for each in elements)

    def _texts(self, kind: str) -> list[str]:
        elements: Any = self.app.get(kind)
        return [str(each.value) for each in elements]

    def widgets(self, kind: str) -> dict[str, Any]:
        """The widgets of one kind by their labels: `radio`, `button`, `text_input` …"""
        elements: Any = self.app.get(kind)
        return {bare(each.label): each for each in elements}

    def write(self, label: str, text: object, kind: str = "text_input") -> None:
        """Type *text*, or a number, into the field called *label*, in place of what was there."""
        self.widgets(kind)[label].set_value(text)
        self.run()

    def written(self, label: str, kind: str = "text_input") -> Any:
        """What stands in the field called *label*."""
        return self.widgets(kind)[label].value

    def choose(self, label: str, option: object, kind: str = "button_group") -> None:
        """Tap *option* of the row or the question called *label*."""
        self.widgets(kind)[label].set_value(option)
        self.run()

    def press(self, label: str) -> None:
        """Press the button called *label*."""
        self.widgets("button")[label].click()
        self.run()

    def press_twice(self, label: str) -> None:
        """Double-click the button called *label*: the second click arrives as sent from the same page."""
        self.widgets("button")[label].click()
        sent: Any = self.app._tree.get_widget_states()  # pyright: ignore[reportPrivateUsage]
        self.run()
        self.run(sent)

    @property
    def buttons(self) -> set[str]:
        """The buttons one could press now."""
        return {label for label, button in self.widgets("button").items() if not button.disabled}
