"""A one-way door in a real browser: case, blind reviews, reveal, talk, and the start it was cleared for."""

from playwright.sync_api import Page

from registry.domain.person import Person
from registry.domain.proposal import Idea, Proposal, Quote
from registry.domain.review import CASE
from registry.domain.risk import RiskProfile
from registry.sentences import say
from registry.services.person import LOCAL_NAME
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.test_every_page import TOO_WIDE
from tests.browser.test_local_mode import picker_of
from tests.browser.visit import DESK, HEIGHT, PHONE, Scheme, screenshot, settled
from tests.pages.seeds import Seeds

NO_PHONE = Proposal(
    quote=Quote(words="I never get through to anybody before noon.", source="call centre"),
    idea=Idea(
        change="Close the phone line and answer in a chat",
        whom="customers with a question about their delivery",
        effect="get an answer within two minutes",
        signal="nine of ten chats end with a thank you",
    ),
    answers=RiskProfile(harm="lasting", law="ordinary", undo_time="month", colleagues="tools"),
)
LOOKS: tuple[tuple[Scheme, int], ...] = (("light", DESK), ("dark", PHONE))
ANSWERS = {
    "Ravi": {
        "law": "ordinary",
        "promise": "none",
        "data": "untouched",
        "undo_control": "us",
        "harm": "annoyance",
    },
    "Rosa": {"harm": "lasting", "colleagues": "tools", "detection": "week"},
    "Cleo": {"harm": "annoyance", "spotlight": "press"},
}

# Another person has another picker; for a moment both are there.
ONE_PICKER_SAYS = """([label, name]) => {
    const pickers = document.querySelectorAll(`input[aria-label="${label}"]`);
    return pickers.length === 1 && pickers[0].value.startsWith(name);
}"""


def act_as(page: Page, person: Person) -> None:
    """Do what follows as *person*."""
    picker_of(page).click()
    page.get_by_role("option", name=person.name).click()
    page.wait_for_function(ONE_PICKER_SAYS, arg=[say("field-act-as"), person.name])
    settled(page)


def write(page: Page, label: str, text: str) -> None:
    """Type *text* and leave the field."""
    page.get_by_label(label, exact=True).first.fill(text)
    page.keyboard.press("Tab")
    settled(page)


def press(page: Page, name: str, brings: str) -> None:
    """Press a button, and wait for what it brings."""
    page.get_by_role("button", name=name, exact=True).first.click()
    settled(page, brings)


def choose(page: Page, question: str, answer: str) -> None:
    """Tap one answer of a question."""
    page.get_by_role("radiogroup", name=question).get_by_text(answer, exact=True).first.click()
    settled(page)


def rate(page: Page, name: str) -> None:
    """Answer what the reviewer called *name* sees in it."""
    for question, answer in ANSWERS[name].items():
        group = page.get_by_role("radiogroup", name=say(f"question-{question}"))
        if not group.is_visible():
            page.get_by_text(say("ratings-others")).click()
            settled(page, group)
        choose(page, say(f"question-{question}"), say(f"answer-{question}-{answer}"))


def looked_at(page: Page, name: str) -> None:
    """Pictures of *page*, light at a desk and dark on a phone, and nothing wider than the window."""
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": HEIGHT})
        settled(page)
        screenshot(page, name)
        assert page.evaluate(TOO_WIDE) == [], f"{name} at {width}"
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size({"width": DESK, "height": HEIGHT})
    settled(page)


def test_the_one_way_path_from_the_case_to_the_start(new_server: Server, visitor: Visitor) -> None:
    seeds = Seeds(Home(new_server.home))
    code, panel = seeds.handed_in(NO_PHONE), seeds.panel()
    _, rosa, _ = panel
    page = visitor(f"/experiment?id={code}", server=new_server)
    settled(page, say("missing-title"))
    for part in CASE:
        write(page, say(f"case-{part}-asked"), say(f"case-{part}-example"))
    settled(page, say("next-homework-sponsor"))
    page.get_by_label(say("field-reviewer"), exact=True).click()
    page.get_by_role("option", name=rosa.name).click()
    settled(page)
    press(page, say("reviewers-ask_reviewer"), f"{rosa.name} (front line) was asked")
    press(page, say("sponsor-stand-up"), "stands up for this")
    looked_at(page, "one-way-1-case")

    for person in panel:
        act_as(page, person)
        page.get_by_role("link", name=say("page-review"), exact=True).first.click()
        settled(page, say("page-review-title"))
        if person == rosa:
            looked_at(page, "one-way-2-queue")
        page.get_by_role("link", name=say("go-to-review", code=code)).click()
        settled(page, say("premortem-title"))
        assert page.get_by_text(say("case-hurt-asked")).count() == 0
        if person == rosa:
            looked_at(page, "one-way-3-first")
        write(page, say("field-premortem"), f"{person.name}: nobody could reach us, and it cost us a winter.")
        settled(page, say("case-hurt-asked"))
        rate(page, person.name.split()[0])
        if person == rosa:
            looked_at(page, "one-way-4-review")
        press(page, say("review-give"), say("next-step"))

    settled(page, say("mark-lone"))
    act_as(page, rosa)
    settled(page, say("mark-lone"))
    looked_at(page, "one-way-5-reveal")
    write(page, say("field-talk"), "Who cannot type keeps a number of their own.")
    press(page, say("talk-keep"), "Who cannot type keeps a number of their own.")
    page.get_by_role("link", name=say("rate-again")).first.click()
    settled(page, say("changed-since-title"))
    choose(page, say("question-harm"), say("answer-harm-repairable"))
    press(page, say("review-give"), say("next-conclude"))

    choose(page, say("field-outcome"), say("reviewers-say-cleared_if"))
    write(page, say("field-what-cleared_if"), "the old number stays open until March")
    looked_at(page, "one-way-6-answer")
    press(page, say("outcome-give"), say("next-accept"))
    picker_of(page).click()
    page.get_by_role("option", name=LOCAL_NAME).click()
    settled(page, say("condition-accept"))
    press(page, say("condition-accept"), say("next-cleared-reviewed"))
    looked_at(page, "one-way-7-cleared")
    press(page, say("start-now"), say("stage-running"))
    assert seeds.dossier(code).pilot is not None
