"""The leaders' page in a browser: what is new, what we believe, what waits; a question, a sponsor, a copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bench.demo import fill_with_demo
from registry.domain.experiment import Stage
from registry.domain.review import still_missing
from registry.sentences import say
from registry.store import experiments, index
from registry.store.database import Home, opened
from tests.browser.conftest import Visitor
from tests.browser.server import Server, running_server
from tests.browser.test_every_page import LOOKS, TOO_WIDE
from tests.browser.visit import Scheme, act_as, screenshot, settled

WAITING = "Nobody waits without knowing for how long."
BY_LOT = say("believed-for", what=say("known-chance", count=1))
SPOT = say("grade-A")


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Server]:
    """A server whose registry holds the demo."""
    home = tmp_path / "registry"
    fill_with_demo(home)
    with running_server(home) as running:
        yield running


def without_sponsor(home: Path) -> str:
    """The one-way door that nobody stands up for."""
    with opened(Home(home)) as db:
        rows = index.rows(db, [Stage.IN_REVIEW, Stage.NOT_YET])
        found = [experiments.dossier(db, row.experiment) for row in rows]
    return next(each.proposal.title for each in found if "sponsor" in still_missing(each))


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_a_leader_answers_three_questions_and_does_what_waits(
    visitor: Visitor, demo: Server, scheme: Scheme, width: int
):
    page = visitor("/leaders", scheme=scheme, width=width, server=demo)
    settled(page, page.get_by_role("heading", level=1))
    act_as(page, "Lena")

    # What do we now believe about waiting?
    expect(page.get_by_role("heading", name=WAITING)).to_be_visible()
    expect(page.get_by_text(BY_LOT).first).to_be_visible()
    # What surprised us lately?
    expect(page.get_by_text("customers never met it").first).to_be_visible()
    assert not page.evaluate(TOO_WIDE)
    screenshot(page, "leaders-as-a-leader")

    # What waits for me?
    page.get_by_role("link", name=say("news-for_you", count=1)).click()
    settled(page, say("for-you-sponsor"))
    title = without_sponsor(demo.home)
    expect(page.get_by_role("link", name=title)).to_be_visible()
    page.get_by_role("link", name=say("back-to", page=say("page-leaders"))).click()
    settled(page, say("waiting-sponsor"))
    page.get_by_role("button", name=say("sponsor-stand-up")).first.click()
    settled(page, say("news-for_you", count=0))
    expect(page.get_by_text(say("waiting-sponsor"))).to_have_count(0)

    # A question, right there.
    page.get_by_text(say("leaders-say")).last.click()
    settled(page, page.get_by_text(say("echo-ask"), exact=True))
    page.get_by_text(say("echo-ask"), exact=True).last.click()
    settled(page, page.get_by_label(say("field-echo_ask")))
    page.get_by_label(say("field-echo_ask")).fill("What did people do instead?")
    page.get_by_role("button", name=say("echo-ask-send")).click()
    settled(page, "“What did people do instead?”")


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_a_block_copies_as_text_and_fits(visitor: Visitor, demo: Server, scheme: Scheme, width: int):
    page = visitor("/leaders", scheme=scheme, width=width, server=demo)
    settled(page, page.get_by_role("heading", level=1))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name=say("copy-as-text")).nth(1).click()
    code = page.get_by_test_id("stCode")
    expect(code).to_contain_text(f"{WAITING}")
    assert not page.evaluate(TOO_WIDE)
    screenshot(page, "leaders-copy")
    code.hover()
    code.get_by_role("button").click()

    pasted = page.evaluate("navigator.clipboard.readText()")
    assert pasted.startswith(say("believed-title"))
    assert "; against: none; CX-" in pasted


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_where_we_decide_blind_opens_the_list_behind_a_spot(
    visitor: Visitor, demo: Server, scheme: Scheme, width: int
):
    page = visitor("/blind", scheme=scheme, width=width, server=demo)
    settled(page, say("blind-nobody"))

    page.get_by_role("link", name=SPOT).first.click()
    settled(page, page.get_by_role("heading", level=1, name=SPOT))

    expect(page.get_by_role("link", name="CX-").first).to_be_visible()
    assert "of=spot&stage=" in page.url
    page.go_back()
    settled(page, say("blind-nobody"))
    assert not page.evaluate(TOO_WIDE)
