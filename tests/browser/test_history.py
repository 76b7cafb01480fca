"""The history as a file: what a steward chooses on the page is what the browser saves."""

import csv
from io import StringIO
from pathlib import Path

from playwright.sync_api import expect

from registry.sentences import say
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.visit import PHONE, screenshot, settled
from tests.nouns import CARD, PHONE_LINE
from tests.pages.seeds import Seeds


def test_a_steward_saves_what_the_filters_choose_and_that_is_written_too(
    visitor: Visitor, new_server: Server
):
    seeds = Seeds(Home(new_server.home))
    page = visitor("/history", width=PHONE, server=new_server)
    settled(page, say("page-history-lead"))
    seeds.draft(PHONE_LINE)
    code = seeds.draft(CARD)
    page.get_by_label(say("field-history_experiment"), exact=True).fill(code)
    page.keyboard.press("Enter")
    settled(page, "idea: A handwritten card in the parcel")
    expect(page.get_by_text("idea: Close the phone line")).to_have_count(0)

    page.get_by_role("button", name=say("history-export")).click()
    settled(page, page.get_by_role("button", name=say("history-download")))
    with page.expect_download() as download:
        page.get_by_role("button", name=say("history-download")).click()

    file = download.value
    rows = list(csv.reader(StringIO(Path(file.path()).read_text(encoding="utf-8-sig"), newline="")))
    assert rows[0][3] == say("history-column-experiment")
    assert {row[3] for row in rows[1:]} == {code}
    assert file.suggested_filename.endswith(".csv")
    page.reload()
    settled(page, say("event-export_history"))
    screenshot(page, "history-exported")
