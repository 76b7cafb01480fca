"""A browser's tab without a browser: the app's own router, reached the way a visitor reaches it.

What is shown is compared without the marks that keep Markdown from being read as Markdown.
"""

import re
from typing import Any

from streamlit.testing.v1 import AppTest

from registry.sentences import say
from tests.source import ROOT

MAIN = ROOT / "registry" / "web" / "main.py"
TEXTS = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success", "text")
LONGEST_SECONDS = 60


def bare(text: str) -> str:
    """*text* as a reader sees it: unescaped, without the invisible joiners."""
    return re.sub(r"\\(.)", r"\1", text).replace("\N{WORD JOINER}", "")


class Tab:
    """One visitor's tab. A new one is what remains after a reload or a restart: address and registry."""

    def __init__(self, page: str = "today", **address: str) -> None:
        self.app = AppTest.from_file(str(MAIN), default_timeout=LONGEST_SECONDS).run()
        if page != "today" or address:
            self.go(page, **address)

    def go(self, page: str, **address: str) -> None:
        """Open *page* with the parameters in *address* and no others."""
        self.app.switch_page(f"../../pages/{page}.py")
        self.app.query_params.clear()
        for name, value in address.items():
            self.app.query_params[name] = value
        self.run()

    def run(self) -> None:
        """Let the page answer; a page that fails fails the test."""
        self.app.run()
        assert not self.app.exception, [each.value for each in self.app.exception]
        assert say("page-failed") not in self.shown

    @property
    def shown(self) -> str:
        """Everything that the page says, a line for each element."""
        return "\n".join(bare(text) for kind in TEXTS for text in self._texts(kind))

    def said(self, kind: str) -> list[str]:
        """What the elements of one kind say: `error`, `info`, `title` …"""
        return [bare(text) for text in self._texts(kind)]

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

    @property
    def buttons(self) -> set[str]:
        """The buttons one could press now."""
        return {label for label, button in self.widgets("button").items() if not button.disabled}
