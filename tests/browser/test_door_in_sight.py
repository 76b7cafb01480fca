"""The door stays in sight while one answers, beside the questions or, on a phone, at the lower edge."""

from playwright.sync_api import Page, expect

from registry.sentences import say
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.visit import DESK, PHONE, settled
from tests.nouns import CARD
from tests.pages.seeds import Seeds

EVERY_QUESTION = CARD.model_copy(
    update={"quick_check": CARD.quick_check.model_copy(update=dict.fromkeys(CARD.quick_check.truths, False))}
)
"""Every row is not quite true."""
WIDER_THAN_THE_WINDOW = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollWidth - main.clientWidth;
}"""


def among_the_questions(server: Server, visitor: Visitor, width: int) -> Page:
    """The form with every question open, scrolled down to those in the middle."""
    code = Seeds(Home(server.home)).draft(EVERY_QUESTION)
    page = visitor(f"/proposal?id={code}", width=width)
    settled(page, say("page-proposal-title"))
    page.get_by_role("radiogroup", name=say("question-harm")).scroll_into_view_if_needed()
    return page


def test_beside_the_questions_the_door_goes_along(server: Server, visitor: Visitor) -> None:
    page = among_the_questions(server, visitor, DESK)

    expect(page.get_by_text(say("door-undecided-means"))).to_be_in_viewport()
    expect(page.get_by_role("link", name=say("door-in-short-why"))).to_be_hidden()


def test_on_a_phone_one_line_says_the_door_and_leads_to_it(server: Server, visitor: Visitor) -> None:
    page = among_the_questions(server, visitor, PHONE)
    why, means = page.get_by_role("link", name=say("door-in-short-why")), say("door-undecided-means")

    expect(why).to_be_in_viewport()
    expect(page.get_by_text(means)).not_to_be_in_viewport()
    assert page.evaluate(WIDER_THAN_THE_WINDOW) == 0

    page.get_by_role("radiogroup", name=say("question-harm")).get_by_text(say("answer-harm-none")).click()
    settled(page)
    why.click()

    expect(page.get_by_text(means)).to_be_in_viewport()
    assert "id=" in page.url
