"""No screen carries its own English: what people read comes from the catalogue."""

import ast
import re
from collections.abc import Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tests.source import place, python_files, tree

SHOWS = frozenset(
    name
    for room in (st, DeltaGenerator)
    for name in dir(room)
    if name[0] != "_" and name not in {"html", "secrets"}
)
"""Every call of Streamlit's by name; `html` takes markup, which has no sentences of ours in it either way."""
TECHNICAL = frozenset({"key", "format", "icon", "type", "width", "height", "query_params", "accept"})
"""Arguments that no person reads."""
ENGLISH = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}|^[A-Z][a-z]+")
ENGLISH_PART = re.compile(r"[^\W\d_]{2,}\s|\s[^\W\d_]{2,}|^[A-Z][a-z]+")
"""Inside an f-string one word beside a space is enough: `f"{n} days"`."""


def written_out(shown: ast.expr) -> Iterator[ast.Constant]:
    """The English in *shown*, wherever it stands in it."""
    parts = {id(part) for node in ast.walk(shown) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(shown):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            pattern = ENGLISH_PART if id(node) in parts else ENGLISH
            if pattern.search(node.value):
                yield node


def shown_by(call: ast.Call) -> Iterator[ast.expr]:
    """What *call* hands to Streamlit for people to read."""
    is_named_so = isinstance(call.func, ast.Attribute) and call.func.attr in SHOWS
    if is_named_so and not ast.unparse(call.func).startswith("log."):
        yield from call.args
        yield from (word.value for word in call.keywords if word.arg not in TECHNICAL)


def english_of(source: ast.AST) -> list[ast.Constant]:
    """The English that *source* itself would show, in the order of its lines."""
    calls = (node for node in ast.walk(source) if isinstance(node, ast.Call))
    found = {id(text): text for call in calls for shown in shown_by(call) for text in written_out(shown)}
    return sorted(found.values(), key=lambda text: text.lineno)


def test_no_screen_carries_its_own_english():
    screens = python_files("pages", "registry/web")

    found = [f"{place(path, text)} {text.value!r}" for path in screens for text in english_of(tree(path))]

    assert not found, "Move these into registry/sentences and say() them:\n" + "\n".join(found)


def test_english_is_recognised_wherever_it_hides():
    source = ast.parse(
        'st.button("Save it")\n'
        'left.metric(label="Customers reached", value=3)\n'
        'st.write(f"{n} days")\n'
        'st.dataframe(table.rename(columns={"n": "How many"}))\n'
        'st.page_link(page, label="Find")\n'
        'st.text(say("door-one-way"), key="a key of ours")\n'
        'log.info("The server has begun")\n'
    )

    lines = [text.lineno for text in english_of(source)]

    assert lines == [1, 2, 3, 4, 5]
