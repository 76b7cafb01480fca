"""Local mode in a real browser: one laptop, several colleagues to be."""

from playwright.sync_api import Locator, Page, expect

from registry.sentences import say
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.visit import settled
from tests.pages.seeds import Seeds


def test_in_local_mode_one_acts_as_another_at_once_in_every_tab(visitor: Visitor, server: Server):
    seeds = Seeds(Home(server.home))
    lena = seeds.joined("Lena Legal", "Contracts")
    code = seeds.cleared()
    one = visitor(f"/experiment?id={code}", server=server)
    settled(one, say("local-mode"))
    other = one.context.new_page()
    other.goto(f"/experiment?id={code}")
    settled(other, start_of(other))

    one.bring_to_front()
    picker_of(one).click()
    one.get_by_role("option", name=lena.name).click()
    start_of(one).wait_for(state="detached")
    other.bring_to_front()
    start_of(other).click()
    start_of(other).wait_for(state="detached")
    one.bring_to_front()
    one.reload()

    for page in (one, other):
        settled(page, say("local-mode"))
        expect(picker_of(page)).to_have_value(lena.name)
    assert seeds.dossier(code).pilot is None, "it was clicked before Lena, and is not hers to start"


def picker_of(page: Page) -> Locator:
    return page.get_by_role("combobox", name=say("field-act-as"))


def start_of(page: Page) -> Locator:
    # By its text: an open picker hides the page's buttons from whoever asks for their role.
    return page.get_by_text(say("start-now"), exact=True)
