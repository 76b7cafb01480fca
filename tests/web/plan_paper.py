"""The plan form on a page of its own, as somebody fills it in."""

from typing import Any

from streamlit.testing.v1 import AppTest

from registry.domain.plan import Plan
from registry.sentences import say
from registry.web.plan_missing import still_missing
from tests.pages.tab import bare


def _script() -> None:
    import streamlit as st  # noqa: PLC0415 - runs as a script of its own

    from registry.web.plan_form import plan_values  # noqa: PLC0415

    st.session_state["values"] = plan_values("paper", st.session_state["saved"])


COLUMNS = {
    "arm": "group",
    "control": "usual",
    "cluster": "store",
    "period": "after",
    "block": "block",
    "column": "spend",
}


class Paper:
    """The form, beginning with *saved* when there is a plan already."""

    def __init__(self, saved: Plan | None = None) -> None:
        self.app = AppTest.from_function(_script, default_timeout=60)
        self.app.session_state["saved"] = saved
        self.run()

    def run(self) -> None:
        self.app.run()
        assert not self.app.exception, [each.value for each in self.app.exception]

    @property
    def values(self) -> dict[str, Any]:
        """What the form says, as the keys of a plan file."""
        return self.app.session_state["values"]

    @property
    def missing(self) -> str:
        """What the form says is still missing; nothing where that is nothing."""
        found = still_missing(self.values)
        return "" if found is None else say(found)

    def fields(self, kind: str) -> list[Any]:
        """The fields of one kind, from top to bottom."""
        elements: Any = self.app.get(kind)
        return list(elements)

    def labels(self) -> set[str]:
        """What the form asks for."""
        kinds = ("text_input", "number_input", "selectbox", "radio", "checkbox", "date_input")
        return {bare(each.label) for kind in kinds for each in self.fields(kind)}

    def set(self, kind: str, name: str, value: object, *, nth: int = 0) -> None:
        """Give the *nth* field called *name* a value."""
        label = say(f"field-{name}")
        [each for each in self.fields(kind) if bare(each.label) == label][nth].set_value(value)
        self.run()

    def write(self, name: str, text: str, *, nth: int = 0) -> None:
        self.set("text_input", name, text, nth=nth)

    def number(self, name: str, number: float, *, nth: int = 0) -> None:
        self.set("number_input", name, number, nth=nth)

    def choose(self, name: str, option: object, *, nth: int = 0) -> None:
        self.set("selectbox", name, option, nth=nth)

    def tap(self, name: str, option: object) -> None:
        self.set("radio", name, option)

    def tick(self, name: str, truth: bool) -> None:
        self.set("checkbox", name, truth)

    @property
    def said(self) -> list[str]:
        """Every line of text below the fields."""
        return [bare(each.value) for kind in ("markdown", "caption") for each in self.fields(kind)]

    def fill_in(self) -> None:
        """Name the columns that the design asks for, and one metric's."""
        for name, text in COLUMNS.items():
            if say(f"field-{name}") in self.labels():
                self.write(name, text)
