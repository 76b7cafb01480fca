"""A plan written by hand in a real browser: stores drawn by lot, one total per another, and its size."""

from playwright.sync_api import Page, expect

from registry.domain.plan import plan_from
from registry.sentences import say
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.visit import PHONE, screenshot, settled
from tests.pages.seeds import Seeds


def write(page: Page, name: str, text: str) -> None:
    """Type *text* into a field, as a person does, and leave it."""
    page.get_by_label(say(f"field-{name}"), exact=True).first.fill(text)
    page.keyboard.press("Tab")
    settled(page)


def pick(page: Page, name: str, option: str) -> None:
    """Choose from a list."""
    box = page.get_by_role("combobox", name=say(f"field-{name}")).first
    # A list that opens while the page still scrolls closes again.
    box.evaluate("each => each.scrollIntoView({block: 'center'})")
    settled(page)
    box.click()
    page.get_by_role("option", name=option, exact=True).click()
    settled(page)


def test_a_plan_of_stores_is_written_by_hand_on_a_phone(new_server: Server, visitor: Visitor) -> None:
    seeds = Seeds(Home(new_server.home))
    code = seeds.cleared()
    page = visitor(f"/plan?id={code}", server=new_server, width=PHONE)
    settled(page, say("plan-who"))
    expect(page.get_by_label(say("field-cluster"))).to_have_count(0)

    page.get_by_text(say("design-clustered"), exact=True).click()
    settled(page, page.get_by_label(say("field-cluster"), exact=True))
    write(page, "arm", "group")
    write(page, "control", "usual")
    write(page, "cluster", "store")
    write(page, "column", "returns")
    pick(page, "kind", say("kind-ratio"))
    write(page, "denominator", "orders")
    pick(page, "better", say("better-lower"))
    write(page, "mde", "0.05")
    write(page, "spread-groups", "0.05")
    settled(page, "To see a difference of 0.05, each arm needs about 17 stores, teams or regions.")
    write(page, "have-clustered", "14")
    settled(page, "With 14 stores, teams or regions in each arm")
    screenshot(page, "plan-of-stores")
    page.get_by_role("button", name=say("plan-use"), exact=True).first.click()

    settled(page, say("story-plan"))
    settled(page, say("plan-cluster", cluster="store"))
    metric = {"name": "returns", "role": "primary", "kind": "ratio", "column": "returns", "better": "lower"}
    assert seeds.dossier(code).plan == plan_from(
        {
            "design": "clustered",
            "arm": "group",
            "control": "usual",
            "cluster": "store",
            "metric": [{**metric, "denominator": "orders", "mde": 0.05}],
        }
    )
