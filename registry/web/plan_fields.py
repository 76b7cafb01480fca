"""The fields of the plan form: each begins with what the saved plan says, and gives it back unchanged.

A key that is set counts in a plan's fingerprint, also when it is set to its default. So a field left at its
default sets its key only where the saved plan did. What somebody typed stays while other fields come and
go, and while they look at another page.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from registry.domain.plan import Metric, Plan
from registry.sentences import say
from registry.web.prose import told

LONGEST_NAME = 200
LARGEST_WHOLE = 2**53 - 1
"""A browser counts no further."""
NEEDED = frozenset({"margin", "margin-points"})
"""Numbers that are explained and may not be left out."""
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)

Word = TypeVar("Word", bound=StrEnum)


def text(key: str, name: str, saved: str | None = None) -> str | None:
    """A name as it stands in the data; None while it is empty. What was *saved* keeps its blanks."""
    st.session_state.setdefault(key, saved or "")
    said = st.text_input(
        told(f"field-{name}"),
        key=key,
        max_chars=max(LONGEST_NAME, len(saved or "")),
        placeholder=say(f"field-{name}-example"),
        persist_state="session",
    )
    return saved if saved is not None and said == saved else said.strip() or None


def number(
    key: str, name: str, saved: float | None = None, *, by: float = 1.0, why: str = ""
) -> float | None:
    """A number, shown *by* times as large: a share is asked in percentage points."""
    shown = None if saved is None else float(f"{saved * by:.15g}")
    if shown is not None and not math.isfinite(shown):
        return saved
    # Another unit is another field: 3 in one must not become 3 in the other.
    key = f"{key}-{by:g}"
    st.session_state.setdefault(key, shown)
    said = st.number_input(
        told(f"field-{name}"),
        key=key,
        format="%.12g",
        step=None,
        help=told(why) if why else None,
        placeholder=say("optional") if why and name not in NEEDED else None,
        persist_state="session",
    )
    if said is None or said == shown:
        return None if said is None else saved
    return float(f"{said / by:.12g}")


def ticked(key: str, name: str, saved: bool) -> bool:
    """Whether it is so."""
    st.session_state.setdefault(key, saved)
    return st.checkbox(told(f"field-{name}"), key=key, persist_state="session")


@dataclass(frozen=True)
class Fields:
    """The fields of one part of the plan, at *place*, and what was *saved* of it."""

    place: str
    saved: Plan | Metric | None

    def was(self, name: str) -> object:
        """What the saved plan says of the key *name*; None where it does not name it."""
        is_set = self.saved is not None and name in self.saved.model_fields_set
        return getattr(self.saved, name) if is_set else None

    def kept(self, name: str, said: object, usual: object) -> object:
        """*said*, or None where it is what is *usual* and the saved plan does not name the key."""
        return None if said == usual and self.was(name) is None else said

    def text(self, name: str) -> str | None:
        saved = self.was(name)
        return text(f"{self.place}-{name}", name, saved if isinstance(saved, str) else None)

    def number(self, name: str, *, field: str = "", by: float = 1.0, why: str = "") -> float | None:
        saved = self.was(name)
        known = saved if isinstance(saved, float) else None
        return number(f"{self.place}-{name}", field or name, known, by=by, why=why)

    def whole(self, name: str, *, field: str = "", least: int = 1, usual: int | None = None) -> int | None:
        """A whole number of *least* or more; what is *usual* stands there at first."""
        saved = self.was(name)
        known = saved if isinstance(saved, int) else usual
        if known is not None and known > LARGEST_WHOLE:
            return known
        key = f"{self.place}-{name}"
        st.session_state.setdefault(key, known)
        return st.number_input(
            told(f"field-{field or name}"),
            least,
            LARGEST_WHOLE,
            step=1,
            key=key,
            placeholder=say("optional") if usual is None else None,
            persist_state="session",
        )

    def day(self, name: str) -> date | None:
        saved = self.was(name)
        known = saved if isinstance(saved, date) else None
        key = f"{self.place}-{name}"
        st.session_state.setdefault(key, known)
        return st.date_input(
            told(f"field-{name}"),
            min_value=min(EARLIEST, known or EARLIEST),
            max_value=max(LATEST, known or LATEST),
            key=key,
            format="YYYY-MM-DD",
            persist_state="session",
        )

    def truth(self, name: str) -> object:
        said = ticked(f"{self.place}-{name}", name, self.was(name) is True)
        return self.kept(name, said, False)

    def choice(self, name: str, options: Sequence[Word], usual: Word, says: Callable[[Word], str]) -> Word:
        """One of *options* from a list; what was saved is always among them."""
        known = next((each for each in type(usual) if each == self.was(name)), usual)
        key = f"{self.place}-{name}"
        st.session_state.setdefault(key, known)
        offered = offered_of(options, known, st.session_state[key])
        return st.selectbox(
            told(f"field-{name}"), offered, format_func=says, key=key, persist_state="session"
        )

    def tapped(
        self,
        name: str,
        options: Sequence[Word],
        usual: Word,
        says: Callable[[Word], str],
        means: Callable[[Word], str],
    ) -> Word:
        """One of *options* below each other, each with a line about it."""
        known = next((each for each in type(usual) if each == self.was(name)), usual)
        key = f"{self.place}-{name}"
        st.session_state.setdefault(key, known)
        offered = offered_of(options, known, st.session_state[key])
        return st.radio(
            told(f"field-{name}"),
            offered,
            format_func=says,
            captions=[means(each) for each in offered],
            key=key,
            persist_state="session",
        )


def half() -> DeltaGenerator:
    """Half of the width for a field that stands alone; all of it on a phone."""
    return st.columns(2)[0]


def offered_of(options: Sequence[Word], *chosen: Word) -> list[Word]:
    """The *options*, and what is chosen already, each once in the order in which they are written down."""
    wanted = {*options, *chosen}
    return [each for each in type(options[0]) if each in wanted]
