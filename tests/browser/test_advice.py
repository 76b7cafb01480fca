"""One question, asked and answered in a real browser: half a minute, and the door moves."""

import pytest
from playwright.sync_api import expect

from registry.domain.proposal import Idea, Proposal, QuickCheck, Quote
from registry.domain.review_facts import FunctionAnswered
from registry.domain.risk import RiskProfile
from registry.sentences import say
from registry.services.person import LOCAL_NAME
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.visit import DESK, PHONE, Scheme, act_as, screenshot, settled
from tests.pages.seeds import Seeds

HANGS_ON_LAW = Proposal(
    quote=Quote(words="Why do you ask me for my number again? You must have it.", source="phone"),
    idea=Idea(
        change="look the order up before we ask",
        whom="callers",
        effect="need fewer words",
        signal="calls get shorter",
    ),
    quick_check=QuickCheck(small=True, back=True, annoyed=True, nothing_new=False, ours=True),
    answers=RiskProfile(promise="none", data="untouched", spotlight="nobody"),
)
"""A draft that everything but the law says is small."""
STEPS_OF_AN_ANSWER = 3
"""The link on Today, the choice, the button: half a minute with reading."""


@pytest.mark.parametrize(("scheme", "width"), [("light", DESK), ("dark", PHONE)])
def test_a_function_answers_from_today_in_three_steps_and_the_drafts_door_moves(
    visitor: Visitor, new_server: Server, scheme: Scheme, width: int
):
    seeds = Seeds(Home(new_server.home))
    seeds.works_in("Service", function="operations")
    ravi = seeds.joined("Ravi Reviewer", "Contracts", function="legal")
    code = seeds.draft(HANGS_ON_LAW)
    page = visitor(f"/experiment?id={code}", scheme=scheme, width=width, server=new_server)
    settled(page, say("ask-settling"))
    screenshot(page, "advice-ask")
    page.get_by_role("button", name=say("ask-now"), exact=True).click()
    settled(page, say("asked-send"))
    screenshot(page, "advice-asked")
    expect(page.get_by_text(f"{new_server.url}/answer?id={code}&question=law")).to_be_visible()

    page.goto("/")
    settled(page, page.get_by_role("heading", level=1))
    act_as(page, ravi.name)
    settled(page, say("today-asked", count=1))
    screenshot(page, "today-asked")
    steps = 0
    for step, brings in (
        (page.get_by_role("link", name=say("question-law")), say("answer-now")),
        (page.get_by_text(say("answer-law-ordinary"), exact=True), say("answer-now")),
        (page.get_by_role("button", name=say("answer-now"), exact=True), say("answer-thanks")),
    ):
        step.click()
        settled(page, brings)
        steps += 1
        screenshot(page, f"answer-{steps}")
    assert steps == STEPS_OF_AN_ANSWER
    expect(page.get_by_text(say("answer-moved"))).to_be_visible()
    assert len(seeds.dossier(code).all(FunctionAnswered)) == 1

    page.goto("/")
    settled(page, page.get_by_role("heading", level=1))
    act_as(page, LOCAL_NAME)
    page.goto(f"/experiment?id={code}")
    settled(page, say("answer-law-ordinary"))
    screenshot(page, "advice-answered")
    page.goto(f"/proposal?id={code}")
    settled(page, say("door-two_way"))
    expect(page.get_by_role("button", name=say("start-now"), exact=True)).to_be_enabled()


def test_on_a_phone_one_tap_beside_the_line_stops_a_pilot_and_the_reason_comes_after(
    visitor: Visitor, new_server: Server
):
    seeds = Seeds(Home(new_server.home))
    seeds.works_in("Service", function="operations")
    code, other = seeds.running(), seeds.running()
    page = visitor("/", width=PHONE, server=new_server)
    settled(page, say("today-own", count=2))
    screenshot(page, "today-own")

    page.get_by_role("button", name=say("stop-this", code=code)).click()
    settled(page, say("stopped-why", code=code))
    screenshot(page, "today-stopped")
    page.get_by_label(say("field-stop_reason")).fill("Two guests complained.")
    page.get_by_role("button", name=say("save"), exact=True).last.click()
    expect(page.get_by_label(say("field-stop_reason"))).to_have_count(0)
    settled(page)

    assert seeds.dossier(code).stop_reason == "Two guests complained."
    assert seeds.dossier(other).stop is None
