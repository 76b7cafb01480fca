"""The whole way in a real browser: from a customer's words to a learning that the next proposal finds."""

import csv
import random
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from registry.sentences import day_text, say
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import ROOT, Server
from tests.browser.visit import DESK, PHONE, screenshot, settled
from tests.pages.seeds import Seeds
from tests.pages.test_levers import ENDLESS

REAL_PILOT = ROOT.parent / "shared" / "data" / "hillstrom.csv"
PLAN = ROOT / "examples" / "hillstrom.toml"


@pytest.fixture(scope="session")
def pilot_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real pilot where it is at hand, else a small one of the same shape."""
    if REAL_PILOT.exists():
        return REAL_PILOT
    draw = random.Random(2008)  # noqa: S311 - a pilot, not a secret
    file = tmp_path_factory.mktemp("pilot") / "hillstrom.csv"
    with file.open("w", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(["segment", "visit", "conversion", "spend"])
        for number in range(3000):
            arm = ("No E-Mail", "Mens E-Mail", "Womens E-Mail")[number % 3]
            visit = int(draw.random() < (0.1 if arm == "No E-Mail" else 0.2))
            bought = int(visit and draw.random() < 0.2)
            rows.writerow([arm, visit, bought, round(draw.uniform(20, 200), 2) if bought else 0])
    return file


def write(page: Page, label: str, text: str) -> None:
    """Type *text* into the field called *label*, as a person does."""
    page.get_by_label(label).first.fill(text)
    page.keyboard.press("Tab")
    settled(page)


def press(page: Page, name: str, brings: str) -> None:
    """Press a button and wait for what it brings."""
    page.get_by_role("button", name=name).first.click()
    settled(page, brings, seconds=60)


def tap_every_row(page: Page) -> None:
    for row in range(5):
        page.get_by_text("True", exact=True).nth(row).click()
        settled(page)


def test_the_whole_way_from_a_customers_words_to_a_learning(
    new_server: Server, visitor, pilot_file: Path
) -> None:
    page = visitor("/", server=new_server)
    settled(page, "Three questions, asked once")
    press(page, "Not now", "Nothing has been tried here yet")
    press(page, "Propose an experiment", "What made you think of it?")

    write(page, "In their own words", "I never know which of your e-mails are meant for me.")
    write(page, "We try …", "an e-mail about the goods somebody bought before")
    write(page, "for …", "customers of the past year")
    write(page, "We will know when", "they spend more within two weeks")
    page.get_by_text(say("fold-more")).click()
    write(page, "It will …", "bring them back to the shop")
    settled(page, "5 rows are still open.")
    tap_every_row(page)
    settled(page, "Two-way door")
    screenshot(page, "way-1-proposal")

    page.reload()
    settled(page, "Two-way door")
    expect(page.get_by_label("We try …")).to_have_value("an e-mail about the goods somebody bought before")

    press(page, "Plan a pilot with numbers first", "Upload a plan file")
    page.get_by_text("Upload a plan file").click()
    page.locator("input[type=file]").set_input_files(PLAN)
    settled(page, "Column “segment” says who met what")
    page.get_by_role("button", name="Use this plan").last.click()
    settled(page, "Nobody needs to be asked. Say until when, and start.")
    write(page, "What do you expect to happen?", "half a dollar more for each customer")
    screenshot(page, "way-2-plan")
    press(page, "Start now", "Give the pilot’s data whenever there is some")
    press(page, "Stop now", "It has ended.")

    press(page, "Give the pilot’s data", "Pilot data for CX-1")
    page.locator("input[type=file]").set_input_files(pilot_file)
    settled(page, "Read this file")
    press(page, "Read this file", "What the data say")
    settled(page, "Mens E-Mail")
    screenshot(page, "way-3-evidence")

    page.get_by_role("button", name="Decide").click()
    settled(page, "What happens now?")
    expect(page.get_by_text("half a dollar more for each customer")).to_be_visible()
    page.get_by_text("Change it and try again").click()
    settled(page)
    press(page, "Decide", "Write down what we now know")
    write(page, "What happened", "Both e-mails brought people back; the one about men's goods more.")
    write(page, "What we would tell another team", "An e-mail about what somebody bought before sells.")
    press(page, "Tell it", "What we learned")
    settled(page, "Others can find it now.")
    screenshot(page, "way-4-story")

    page.get_by_role("link", name="Propose").click()
    settled(page, "What made you think of it?")
    write(page, "We try …", "a second e-mail about goods bought before")
    settled(page, "Somebody thought of something like this")
    expect(page.get_by_text("An e-mail about what somebody bought before sells.")).to_be_visible()


def type_day(page: Page, day: date) -> None:
    """Type *day* into the one date field of the page, digit by digit."""
    page.get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{day:%Y%m%d}")
    page.keyboard.press("Escape")
    settled(page, say("limits-sentence", **limits(day)))


def limits(day: date) -> dict[str, str]:
    """What the sentence about the limits says when only *day* was changed."""
    stop_if = say("field-stop_if-usual")
    has = {"has_day": "yes", "has_cap": "no", "has_stop_if": "yes"}
    return {"day": day_text(day), "cap": "", "stop_if": stop_if, **has}


def test_a_small_idea_is_proposed_and_running_in_under_a_minute_with_five_fields(
    new_server: Server, visitor: Visitor
) -> None:
    page = visitor("/proposal", server=new_server)
    settled(page, say("page-proposal-title"))
    until = datetime.now(UTC).date() + timedelta(days=14)
    began = time.monotonic()
    fields = {
        "words": "Nobody ever smiles at me here.",
        "change": "a smile before we ask for the card",
        "whom": "guests at the desk",
        "signal": "more of them smile back",
    }

    for name, text in fields.items():
        page.get_by_label(say(f"field-{name}"), exact=True).fill(text)
    type_day(page, until)
    tap_every_row(page)
    press(page, say("start-now"), say("next-running-look"))

    assert time.monotonic() - began < 60
    pilot = Seeds(Home(new_server.home)).dossier("CX-1").pilot
    assert pilot is not None
    assert (pilot.until, pilot.limits.stop_if) == (until, say("field-stop_if-usual"))


def test_what_is_optional_is_folded_away(new_server: Server, visitor: Visitor) -> None:
    page = settled(visitor("/proposal", server=new_server), say("page-proposal-title"))

    for name in ("source", "whose_idea", "effect", "expected"):
        expect(page.get_by_label(say(f"field-{name}"), exact=True)).to_be_hidden()
    expect(page.get_by_text(say("move-stop"), exact=True)).to_be_hidden()


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_lever_is_pulled_with_a_click_and_taken_back_with_another(
    server: Server, visitor: Visitor, width: int
) -> None:
    code = Seeds(Home(server.home)).draft(ENDLESS)
    page = visitor(f"/proposal?id={code}", width=width)
    settled(page, say("door-one_way-means"))
    screenshot(page, f"levers-1-offered-{code}")

    press(page, say("lever-do"), say("lever-take-back"))

    expect(page.get_by_text(say("door-two_way-means"))).to_be_visible()
    expect(page.get_by_role("button", name=say("start-now"), exact=True)).to_be_visible()
    screenshot(page, f"levers-2-pulled-{code}")

    press(page, say("lever-take-back"), say("levers-offered"))

    expect(page.get_by_text(say("door-one_way-means"))).to_be_visible()
    too_wide = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert too_wide == 0


def test_a_small_idea_runs_and_ends_with_one_tap(new_server: Server, visitor) -> None:
    page = visitor("/proposal", server=new_server)
    settled(page, "What made you think of it?")
    write(page, "In their own words", "Nobody ever says thank you.")
    write(page, "We try …", "a thank-you card in the parcel")
    tap_every_row(page)

    press(page, "Start now", "Note what you see and hear.")
    write(page, "What did you see or hear?", "A guest smiled.")
    press(page, "Add", "What we saw and heard")
    press(page, "Try it bigger", "Kept as CX-2")

    expect(page.get_by_label("We try …")).to_have_value("a thank-you card in the parcel")


def test_a_one_way_door_is_told_what_is_missing_and_how_to_make_it_smaller(
    new_server: Server, visitor
) -> None:
    page = visitor("/proposal", server=new_server)
    settled(page, "What made you think of it?")
    write(page, "We try …", "closing the phone line")
    for row in range(4):
        page.get_by_text("True", exact=True).nth(row).click()
        settled(page)
    settled(page, "One row is still open.")
    page.get_by_text("Not quite", exact=True).nth(2).click()
    settled(page, "What is the worst it could do to a single customer?")
    page.get_by_text("harm that lasts", exact=False).first.click()
    settled(page, "One-way door")
    page.get_by_text("True", exact=True).nth(4).click()
    settled(page)

    expect(page.get_by_role("button", name="Start now")).to_have_count(0)
    press(page, "Hand in", "What is missing before it can start")
    screenshot(page, "one-way")
