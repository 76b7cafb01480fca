"""The steward's page in a real browser: a backup is taken along and brought back, and words go for good."""

from pathlib import Path

from playwright.sync_api import expect

from registry.sentences import say
from registry.store.candidate import State, looked_at
from registry.store.database import Home
from registry.store.keys import HISTORY, key
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.visit import PHONE, screenshot, settled
from tests.nouns import CARD, PHONE_LINE
from tests.pages.seeds import Seeds


def test_a_backup_is_taken_along_and_brought_back_and_words_go_for_good(
    visitor: Visitor, new_server: Server, tmp_path: Path
):
    home = Home(new_server.home)
    seeds = Seeds(home)
    seeds.draft(CARD)
    page = visitor("/care", width=PHONE, server=new_server)
    settled(page, page.get_by_role("button", name=say("backup-now"))).get_by_role(
        "button", name=say("backup-now")
    ).click()
    settled(page, say("backup-state-good"))
    with page.expect_download() as download:
        page.get_by_role("button", name=say("backup-download")).click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    seeds.draft(PHONE_LINE)

    assert looked_at(file, key(home, HISTORY)).state is State.GOOD
    page.get_by_text(say("restore-title")).click()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name=say("restore-look")).click()
    settled(page, page.get_by_role("button", name=say("restore-now"))).get_by_role(
        "button", name=say("restore-now")
    ).click()
    settled(page, say("restore-sign-in"))
    assert seeds.count() == 1

    page.get_by_role("button", name=say("restore-go-on")).click()
    words = page.get_by_role("textbox", name=say("field-redaction_words"), exact=True)
    settled(page, words)
    words.fill("handwritten")
    page.get_by_role("button", name=say("redaction-look")).click()
    reason = page.get_by_role("textbox", name=say("field-redaction_reason"))
    settled(page, reason)
    screenshot(page, "care-redaction")
    reason.fill("Not ours to keep")
    page.get_by_role("button", name=say("redaction-now")).click()
    settled(page, say("redaction-backups", files=2))

    expect(words).to_have_value("")
    assert seeds.dossier("CX-1").proposal.title == "A (removed) card in the parcel"
    assert b"handwritten" not in home.database.read_bytes()
    screenshot(page, "care-redacted")
