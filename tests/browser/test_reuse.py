"""Re-use in a real browser: one tap in a proposal, and the team that wrote the learning hears of it."""

import pytest
from playwright.sync_api import Page, expect

from registry.domain.citing import uses
from registry.domain.facts import Choice, Thanks
from registry.sentences import say
from registry.services.person import LOCAL_NAME
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.visit import DESK, PHONE, Scheme, act_as, screenshot, settled
from tests.nouns import CARD
from tests.pages.echoes import Echoes

SENTENCE = "A card works once: write it for the first order."
DIFFERENT = "This time the guests asked for it."
THANKS = "You saw what we had left out."


def press(page: Page, name: str, brings: str) -> None:
    """Press the button called *name*, and wait for what it brings."""
    page.get_by_role("button", name=name, exact=True).click()
    settled(page, brings)


def go_on_as(page: Page, name: str) -> None:
    """Be *name* from now on, at the front page."""
    page.goto("/")
    settled(page, page.get_by_role("heading", level=1))
    act_as(page, name)


@pytest.mark.parametrize(("scheme", "width"), [("light", DESK), ("dark", PHONE)])
def test_what_helped_a_proposal_is_said_with_one_tap_and_its_writers_hear_of_it(
    visitor: Visitor, new_server: Server, scheme: Scheme, width: int
):
    echoes = Echoes(Home(new_server.home))
    echoes.works_in("Parcels", function="operations")
    nora = echoes.joined("Nora Neighbour", "Counter", function="operations")
    taught = echoes.taught(SENTENCE, Choice.WALK_BACK)
    mine = echoes.draft_by(nora)
    page = visitor("/", scheme=scheme, width=width, server=new_server)
    settled(page, page.get_by_role("heading", level=1))
    go_on_as(page, nora.name)

    page.goto(f"/proposal?id={mine}")
    settled(page, SENTENCE)
    expect(page.get_by_text(say("different-walked_back", code=taught, title=CARD.title))).to_be_visible()
    screenshot(page, "reuse-offered")
    press(page, say("helped-us", code=taught), say("helped-take-back", code=taught))
    page.get_by_label(say("field-different_this_time"), exact=True).fill(DIFFERENT)
    page.keyboard.press("Tab")
    settled(page)
    screenshot(page, "reuse-said")
    assert [each.learning for each in uses(echoes.dossier(mine))] == [1]
    press(page, say("helped-take-back", code=taught), say("helped-us", code=taught))
    assert uses(echoes.dossier(mine)) == ()
    page.get_by_role("button", name=say("helped-us", code=taught), exact=True).dblclick()
    settled(page, say("helped-take-back", code=taught))
    assert [each.learning for each in uses(echoes.dossier(mine))] == [1]
    press(page, say("start-now"), say("stage-running"))
    expect(page.get_by_text(DIFFERENT)).to_be_visible()
    expect(page.get_by_text(say("helped-title"), exact=True)).to_be_visible()

    go_on_as(page, LOCAL_NAME)
    told = say("came-back-helped", learning=taught, code=mine, title=CARD.title)
    settled(page, page.get_by_role("link", name=told))
    screenshot(page, "today-came-back")
    page.get_by_role("link", name=told).click()
    settled(page, say("echo-open"))
    page.get_by_text(say("echo-open"), exact=True).click()
    settled(page, page.get_by_role("button", name=say("echo-thank-send"), exact=True))
    screenshot(page, "echo-open")
    page.get_by_label(say("field-echo_thank"), exact=True).fill(THANKS)
    page.get_by_role("button", name=say("echo-thank-send"), exact=True).click()
    settled(page, page.get_by_text(THANKS, exact=True))
    assert [each.words for each in echoes.dossier(mine).all(Thanks)] == [THANKS]
    expect(page.get_by_label(say("field-echo_thank"), exact=True)).to_have_value("")
    screenshot(page, "echo-said")
