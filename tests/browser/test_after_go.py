"""After “go”, in a real browser: a sheet that prints on one page, a date for the calendar, words to send."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import zxingcpp
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Page, expect

from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.sentences import day_text, say
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.visit import DESK, PHONE, SCREENSHOTS, Scheme, screenshot, settled
from tests.nouns import CARD
from tests.pages.seeds import Seeds

PAGES = re.compile(rb"/Type\s*/Page\b")
LOUD = "<b>loud</b> & “wide” " * 14
CROWDED = CARD.model_copy(
    update={
        "quote": Quote(words=LOUD),
        "idea": Idea(change=LOUD, whom=LOUD, effect=LOUD, signal=LOUD),
        "limits": Limits(cap=LOUD, stop_if=LOUD),
    }
)


def downloaded(page: Page, button: str, folder: Path) -> Path:
    """The file that *button* saves, under the name that it suggests."""
    with page.expect_download() as download:
        page.get_by_role("button", name=say(button)).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.mark.parametrize("proposal", [CARD, CROWDED], ids=["a card", "as much as one can write"])
def test_the_sheet_prints_on_one_page_and_a_camera_finds_the_way_back(
    visitor: Visitor, new_server: Server, tmp_path: Path, proposal: Proposal
):
    code = Seeds(Home(new_server.home)).running(proposal)
    page = visitor(f"/experiment?id={code}", server=new_server)
    settled(page, say("after-go-title"))

    file = downloaded(page, "after-go-sheet", tmp_path)
    sheet = page.context.new_page()
    sheet.goto(file.as_uri())
    picture = SCREENSHOTS / f"run-sheet-{'crowded' if proposal is CROWDED else 'card'}.png"
    sheet.screenshot(path=picture, full_page=True)

    assert file.name == f"{code}-run-sheet.html"
    assert len(PAGES.findall(sheet.pdf(prefer_css_page_size=True))) == 1
    assert len(PAGES.findall(sheet.pdf(format="Letter"))) == 1
    (read,) = zxingcpp.read_barcodes(Image.open(picture))
    assert read.text == f"{new_server.url}/experiment?id={code}"
    expect(sheet.locator("script, b")).to_have_count(0)
    expect(sheet.get_by_text(say("run-sheet-until"), exact=True)).to_be_visible()


def test_the_calendar_file_names_the_last_day_and_the_way_there(
    visitor: Visitor, new_server: Server, tmp_path: Path
):
    seeds = Seeds(Home(new_server.home))
    code = seeds.running()
    started = seeds.dossier(code).pilot
    assert started is not None
    page = visitor(f"/experiment?id={code}", server=new_server)
    settled(page, say("after-go-title"))

    file = downloaded(page, "after-go-calendar", tmp_path)

    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert file.name == f"{code}.ics"
    assert event.decoded("dtstart") == started.until > date.today()  # noqa: DTZ011 - weeks from now
    assert event["url"] == f"{new_server.url}/experiment?id={code}"
    assert event.decoded("dtstamp") <= datetime.now(UTC)


def test_the_message_is_copied_as_it_stands(visitor: Visitor, new_server: Server):
    seeds = Seeds(Home(new_server.home))
    code = seeds.running()
    started = seeds.dossier(code).pilot
    assert started is not None
    page = visitor(f"/experiment?id={code}", server=new_server)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    settled(page, say("after-go-message"))

    page.get_by_test_id("stCode").get_by_role("button").click()

    what, until, where = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert what == say("run-message-what", what=CARD.title)
    assert until == say("run-message-until", day=day_text(started.until))
    assert where == say("run-message-where", address=f"{new_server.url}/experiment?id={code}")


@pytest.mark.parametrize(("scheme", "width"), [("light", DESK), ("dark", PHONE)])
def test_an_example_is_practised_on_and_can_be_sent_to_somebody(
    visitor: Visitor, server: Server, scheme: Scheme, width: int
):
    page = visitor("/cases", scheme=scheme, width=width)
    settled(page, say("page-cases-title"))
    page.get_by_label(say("field-case")).click()
    page.get_by_text("Regular guests, recognised at the door").click()
    settled(page, page.get_by_role("button", name=say("cases-show")))
    page.get_by_text(say("answer-law-ordinary"), exact=True).click()
    settled(page)

    page.get_by_role("button", name=say("cases-show")).click()
    settled(page, say("cases-their-door"))
    screenshot(page, "cases-compared")
    expect(page.get_by_text(say("knockout-law"))).to_be_visible()

    sent = visitor(page.url.removeprefix(server.url), scheme=scheme, width=width)
    settled(sent, "they still ask me for my name")
    expect(sent.get_by_text(say("cases-their-door"))).to_have_count(0)
