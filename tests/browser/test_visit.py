"""The equipment itself: what it waits for, what it notices, what it keeps. On a page made to misbehave."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from PIL import Image

from registry.sentences import say
from tests.browser import visit
from tests.browser.conftest import Visitor
from tests.browser.server import ROOT, Server, running_server
from tests.browser.visit import PHONE, Watch, screenshot, settled

SCRIPT = """
    import time

    import streamlit as st

    if st.button("Think"):
        time.sleep(1)
        st.write("Thought")
    if st.button("Break"):
        st.error({broken!r})
    if st.button("Raise"):
        raise ValueError
    if st.button("Call out"):
        st.image("https://example.org/picture.png")
    for number in range(100):
        st.write(f"Line {{number}}")
"""


@pytest.fixture(scope="module")
def misbehaving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("misbehaving")
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    (folder / "app.py").write_text(dedent(SCRIPT).format(broken=say("page-failed")), encoding="utf-8")
    with running_server(folder / "registry", app=folder / "app.py") as running:
        yield running


def test_a_slow_answer_is_waited_for_even_when_nothing_says_what_it_will_be(
    visitor: Visitor, misbehaving: Server
):
    page = settled(visitor(server=misbehaving))

    page.get_by_role("button", name="Think").click()
    settled(page)

    assert page.get_by_text("Thought").is_visible()


@pytest.mark.parametrize("button", ["Break", "Raise"])
def test_a_page_that_failed_is_never_settled(visitor: Visitor, misbehaving: Server, button: str):
    page = settled(visitor(server=misbehaving))

    page.get_by_role("button", name=button).click()

    with pytest.raises(AssertionError):
        settled(page)


def test_a_request_for_another_host_is_noticed(visitor: Visitor, misbehaving: Server, watch: Watch):
    page = settled(visitor(server=misbehaving))

    page.get_by_role("button", name="Call out").click()
    settled(page)

    assert "left for another host: https://example.org/picture.png" in watch.complaints
    watch.forgive("example.org")


def test_an_error_in_the_console_is_noticed(visitor: Visitor, misbehaving: Server, watch: Watch):
    page = settled(visitor(server=misbehaving))

    page.evaluate("console.error('something broke')")

    assert [each for each in watch.complaints if "something broke" in each]
    watch.forgive("something broke")


def test_a_screenshot_shows_the_whole_of_a_long_page(
    visitor: Visitor, misbehaving: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(visit, "SCREENSHOTS", tmp_path)
    page = settled(visitor(server=misbehaving, scheme="dark", width=PHONE))

    screenshot(page, "long")

    with Image.open(tmp_path / "long-dark-390.png") as picture:
        assert picture.width == PHONE
        assert picture.height > 100 * 30, "a hundred lines of more than thirty pixels each"
