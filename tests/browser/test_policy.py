"""The policy's page in a browser: a steward brings another one, adopts it, and reads the first again."""

import pytest
from playwright.sync_api import FilePayload, expect

from registry.sentences import say
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.test_every_page import LOOKS, TOO_WIDE
from tests.browser.visit import Scheme, screenshot, settled
from tests.policies import NEXT, next_policy

LONG = "customersatisfactionimprovementprogrammemanagementoffice"
TEXT = next_policy(
    ("one_way = 45", "one_way = 40"),
    ('id = "law"', f'id = "own"\nsays = "It is about <b>privacy</b> and {LONG * 3}."'),
    ("finance = [", f'"{LONG}" = ['),
)


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_a_steward_adopts_a_policy_and_everybody_can_read_both(
    visitor: Visitor, new_server: Server, scheme: Scheme, width: int
):
    page = visitor("/policy", scheme=scheme, width=width, server=new_server)
    settled(page, page.get_by_text(say("policy-new-title")))
    screenshot(page, "policy-first")

    file = FilePayload(name="p.toml", mimeType="application/toml", buffer=TEXT.encode())
    page.locator("input[type=file]").set_input_files([file])
    settled(page, page.get_by_role("button", name=say("policy-adopt")))
    assert not page.evaluate(TOO_WIDE)
    screenshot(page, "policy-looked-at")
    page.get_by_role("button", name=say("policy-adopt")).click()
    settled(page, page.get_by_text(say("policy-adopted", version=str(NEXT))))
    expect(page.get_by_text("From 40 on")).to_be_visible()
    expect(page.get_by_role("button", name=say("policy-adopt"))).to_have_count(0)
    assert not page.evaluate(TOO_WIDE)
    screenshot(page, "policy-adopted")

    page.get_by_role("button", name="Policy 1,").click()
    settled(page, page.get_by_text("From 45 on"))
    assert "version=1" in page.url
    page.get_by_role("button", name=say("policy-back")).click()
    settled(page, page.get_by_text("From 40 on"))
    expect(page.get_by_text("From 45 on")).to_have_count(0)
    assert "version" not in page.url
