"""Files that cannot be read, and words that want to be more than words."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.sentences import say
from registry.store.database import Home
from tests.browser.conftest import Visitor
from tests.browser.server import ROOT, Server, running_server
from tests.browser.visit import PHONE, screenshot, settled
from tests.nouns import CARD, PLAN
from tests.pages.seeds import Seeds
from tests.pages.tab import bare

GOOD = "group,back\n" + "card,1\ncard,0\n" * 40 + "no card,0\nno card,0\nno card,1\n" * 30

PILOT_FILES = (
    # name, content, a part of the one sentence that is said
    ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\xff\xfe\x00", "“picture.csv”"),
    ("empty.csv", b"", say("file-empty", file="empty.csv")),
    ("header.csv", b"group,back\n", say("file-no-rows", file="header.csv")),
    ("column.csv", GOOD.replace("back", "bakc", 1).encode(), "Did you mean “bakc”?"),
    ("text.csv", GOOD.replace("card,0", "card,maybe", 1).encode(), "has “maybe” in column “back”"),
    ("arm.csv", b"group,back\n" + b"no card,1\nno card,0\n" * 20, "has only “no card”"),
    ("control.csv", GOOD.replace("no card", "nothing").encode(), "has no “no card”, the plan’s control"),
    ("wide.csv", GOOD.encode("utf-16-le"), say("file-not-text", file="wide.csv")),
    ("latin.csv", GOOD.replace("card", "Grüße", 2).encode("latin-1"), "“latin.csv” is not UTF-8 text"),
    ("ragged.csv", GOOD.replace("card,0", "card,0,1", 1).encode(), "does not have the 2 columns"),
    ("scale.csv", GOOD.replace("card,0", "card,7", 1).encode(), "For a share of yes it must be 1 or 0."),
)
PLAN_FILES = (
    ("prose.toml", b"Dear colleague, here is my plan.", "This is not a plan file"),
    ("latin.toml", 'arm = "Größe"'.encode("latin-1"), say("plan-file-not-text", file="latin.toml")),
    ("typo.toml", b'design = "randomised"\nmargn = 3\n', "“margn”"),
    (
        "later.toml",
        (ROOT / "examples" / "hillstrom.toml").read_bytes().replace(b'"mean"', b'"quantile"'),
        say("plan-kind-needs-key", metric="spend", word="quantile", key="q"),
    ),
)

MARKUP = (
    "<script>alert(1)</script>",
    "<img src=http://example.com/x>",
    "![](http://example.com/x.png)",
    "[there](http://example.com)",
    ":red[x]",
    ":material/home:",
    "$x$",
    "**b**",
    "\N{RIGHT-TO-LEFT OVERRIDE}txet\N{POP DIRECTIONAL FORMATTING}",
    "\N{PARTY POPPER}",
)
HOSTILE = "Submarine " + " ".join(MARKUP)
ENDLESS = "Pneumono" + "x" * 290


@pytest.fixture
def seeds(server: Server) -> Seeds:
    """Puts experiments into the registry of the session's server."""
    return Seeds(Home(server.home))


def hand_over(page: Page, name: str, content: bytes) -> None:
    """Choose a file in the page's upload field."""
    page.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": content}]
    )
    expect(page.get_by_test_id("stFileChipName").get_by_text(name)).to_be_visible()
    settled(page)


def alerts(page: Page) -> list[str]:
    """What the page says in coloured boxes."""
    return page.get_by_test_id("stAlert").all_inner_texts()


def test_a_pilot_file_that_cannot_be_read_is_told_in_one_sentence_and_the_reading_stays(
    visitor: Visitor, seeds: Seeds
):
    code = seeds.ended(PLAN)
    page = settled(visitor(f"/pilot?id={code}"), say("page-pilot-title", code=code))
    hand_over(page, "good.csv", GOOD.encode())
    page.get_by_role("button", name=say("pilot-read")).click()
    settled(page, say("story-evidence"))
    reading = seeds.dossier(code).reading
    assert reading is not None
    before = alerts(page)

    for name, content, said in PILOT_FILES:
        hand_over(page, name, content)
        page.get_by_role("button", name=say("pilot-read")).click()
        settled(page, page.get_by_test_id("stAlert").get_by_text(said))

        new = [each for each in alerts(page) if each not in before]
        assert len(new) == 1, new
        assert "Traceback" not in new[0]
        assert name in new[0]
        assert seeds.dossier(code).reading == reading
        expect(page.get_by_text("good.csv").first).to_be_visible()


def test_a_note_whose_picture_is_none_is_refused_and_stays_on_the_page(visitor: Visitor, seeds: Seeds):
    code = seeds.running()
    page = settled(visitor(f"/experiment?id={code}"), say("field-note"))
    note = page.get_by_label(say("field-note"))
    note.fill("A guest smiled.")
    hand_over(page, "smile.png", b"no picture at all")

    page.get_by_role("button", name=say("note-add"), exact=True).click()
    settled(page, say("picture-unreadable"))

    assert len(alerts(page)) == 1
    expect(note).to_have_value("A guest smiled.")
    assert seeds.dossier(code).notes == ()


def test_a_plan_file_that_cannot_be_followed_is_told_in_one_sentence(visitor: Visitor, seeds: Seeds):
    code = seeds.cleared()
    page = settled(visitor(f"/plan?id={code}"), say("page-plan-title", code=code))
    page.get_by_role("tab", name=say("plan-from-file")).click()

    for name, content, said in PLAN_FILES:
        hand_over(page, name, content)
        settled(page, page.get_by_test_id("stAlert").get_by_text(said))

        assert len(alerts(page)) == 1
        assert seeds.dossier(code).plan is None


def test_a_file_over_the_limit_is_told_before_it_is_read(visitor: Visitor, tmp_path: Path):
    with running_server(tmp_path / "registry", STREAMLIT_SERVER_MAX_UPLOAD_SIZE="1") as small:
        seeds = Seeds(Home(small.home))
        code = seeds.ended(PLAN)
        page = settled(visitor(f"/pilot?id={code}", server=small), say("page-pilot-title", code=code))

        page.locator("input[type=file]").set_input_files(
            [{"name": "large.csv", "mimeType": "text/csv", "buffer": b"group,back\n" + b"card,1\n" * 300_000}]
        )

        settled(page, page.get_by_text("File must be 1.0MB or smaller."))
        expect(page.get_by_role("button", name=say("pilot-read"))).to_have_count(0)
        page.context.close()


def proposal_saying(text: str) -> Proposal:
    """A two-way proposal that says *text* in every field it has."""
    return CARD.model_copy(
        update={
            "quote": Quote(words=text, source=text),
            "idea": Idea(change=text, whom=text, effect=text, signal=text),
            "limits": Limits(cap=text, stop_if=text),
            "expected": text,
        }
    )


def fill(seeds: Seeds, text: str) -> tuple[str, str, str]:
    """A draft, a running pilot and a learned experiment that say *text* wherever a person can write."""
    written = proposal_saying(text)
    draft = seeds.draft(written)
    running = seeds.running(written, expected=text)
    seeds.note(running, text, is_quote=True)
    seeds.note(running, text, count=3)
    seeds.note(running, text)
    learned = seeds.decided(written, expected=text)
    seeds.learned(learned, text)
    return draft, running, learned


def shown(page: Page) -> str:
    """The text of the page as a reader sees it, what stands in its fields included."""
    fields = page.locator("input, textarea").evaluate_all("each => each.map(field => field.value)")
    return bare("\n".join([page.locator("body").inner_text(), *fields]))


def overflowing(page: Page) -> list[str]:
    """What stands out of the window to the right."""
    return page.evaluate(
        """() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
            .filter(each => each.scrollWidth > window.innerWidth)
            .map(each => `${each.tagName}: ${each.scrollWidth}`)"""
    )


@pytest.mark.parametrize("text", [HOSTILE, ENDLESS], ids=["markup", "no-blank"])
def test_words_are_shown_as_they_were_written_wherever_they_appear(
    visitor: Visitor, new_server: Server, text: str
):
    seeds = Seeds(Home(new_server.home))
    draft, running, learned = fill(seeds, text)
    word = text[:9]
    places = (
        "/",
        f"/search?q={word}",
        f"/experiment?id={running}",
        f"/experiment?id={learned}",
        f"/proposal?id={draft}",
        f"/learning?id={learned}",
    )
    fragments = MARKUP if text == HOSTILE else (ENDLESS[1:],)
    page = visitor("/organisation", width=PHONE, server=new_server)

    for place in places:
        page.goto(place)
        settled(page, page.get_by_role("heading", level=1))

        read = shown(page)
        assert not [each for each in fragments if each not in read], place
        assert not overflowing(page), place
        assert page.locator("img[src*='example.com'], a[href*='example.com']").count() == 0
    screenshot(page, f"hostile-{word.lower()}")


def test_arms_and_columns_with_markup_in_their_names_are_shown_as_text(visitor: Visitor, seeds: Seeds):
    arm, control = "<img src=http://example.com/arm.png>", "**control** $x$ ![](http://example.com/c.png)"
    metric = PLAN.metric[0].model_copy(update={"name": HOSTILE[:190]})
    plan = PLAN.model_copy(update={"control": control, "metric": (metric,)})
    rows = GOOD.replace("no card", "CONTROL").replace("card", arm).replace("CONTROL", control)
    code = seeds.ended(plan)
    page = settled(visitor(f"/pilot?id={code}", width=PHONE), say("page-pilot-title", code=code))

    hand_over(page, "<b>pilot<b>.csv", rows.encode())
    page.get_by_role("button", name=say("pilot-read")).click()
    settled(page, say("story-evidence"), seconds=60)

    read = shown(page)
    assert arm in read
    assert "<script>alert(1)</script>" in read
    assert "“<b>pilot<b>.csv”" in read
    assert not overflowing(page)
    page.goto(f"/experiment?id={code}")
    settled(page, say("story-evidence"))
    assert control in shown(page)
    assert not overflowing(page)
    screenshot(page, "hostile-arms")
