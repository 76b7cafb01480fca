"""What somebody types is never lost, and what somebody taps happens once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from registry.domain.facts import Decision, Learning, Note, Pilot
from registry.domain.proposal import Idea
from registry.domain.recorded import Recorded
from registry.sentences import say
from tests.browser.conftest import Visitor
from tests.browser.server import running_server
from tests.browser.visit import DESK, PHONE, settled
from tests.nouns import CARD
from tests.pages.seeds import Seeds


def field(page: Page, name: str) -> Locator:
    """The field with the label `field-<name>`."""
    return page.get_by_label(say(f"field-{name}"), exact=True)


def write(page: Page, name: str, text: str) -> None:
    """Type *text* into a field and leave it."""
    field(page, name).fill(text)
    page.keyboard.press("Tab")
    settled(page)


def draft_page(visitor: Visitor, code: str, *, width: int = DESK) -> Page:
    """The proposal of *code* in a tab of its own."""
    return settled(visitor(f"/proposal?id={code}", width=width), say("page-proposal-title"))


def press(page: Page, name: str) -> None:
    """Press the button called *name* of the catalogue."""
    page.get_by_role("button", name=say(name), exact=True).click()


def title_of(seeds: Seeds, code: str) -> str:
    return seeds.dossier(code).proposal.title


def test_the_second_of_two_tabs_sees_both_versions_side_by_side_and_keeps_both(
    visitor: Visitor, seeds: Seeds
):
    code = seeds.draft()
    mine, theirs = draft_page(visitor, code), draft_page(visitor, code)
    write(theirs, "change", "Theirs")
    write(theirs, "stop_if", "it is laughed at")

    write(mine, "change", "Mine")
    settled(mine, mine.get_by_role("button", name=say("draft-keep-both")))
    field(mine, "whom").fill("Written while")
    field(mine, "words").fill("it was open")
    mine.keyboard.press("Tab")
    settled(mine, mine.get_by_text("it was open", exact=True))

    for both in (("Theirs", "Mine"), ("it is laughed at", say("draft-nothing"))):
        left, right = (mine.get_by_text(text, exact=True).first.bounding_box() for text in both)
        assert left is not None
        assert right is not None
        assert left["x"] < right["x"]
    expect(field(mine, "change")).to_have_value("Mine")
    assert title_of(seeds, code) == "Theirs"

    mine.get_by_role("button", name=say("draft-keep-both")).dblclick()
    settled(mine, say("draft-saved", code=code))
    write(mine, "source", "the counter")

    expect(field(mine, "change")).to_have_value("Mine")
    expect(field(mine, "stop_if")).to_have_value("it is laughed at")
    kept = seeds.dossier(code).proposal
    assert kept.idea == Idea(change="Mine", whom="Written while", effect=CARD.idea.effect)
    assert kept.quote.words == "it was open"
    assert (kept.limits.stop_if, kept.quote.source) == ("it is laughed at", "the counter")


def test_on_a_phone_the_versions_stand_below_each_other_and_the_saved_one_can_be_taken(
    visitor: Visitor, seeds: Seeds
):
    code = seeds.draft()
    mine, theirs = draft_page(visitor, code, width=PHONE), draft_page(visitor, code)
    write(theirs, "change", "Theirs, " + "and a long story about it, " * 10)
    write(mine, "change", "Mine")
    settled(mine, mine.get_by_role("button", name=say("draft-keep-both")))

    above = mine.get_by_text("and a long story").bounding_box()
    below = mine.get_by_text("Mine", exact=True).bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    assert above["x"] + above["width"] <= PHONE

    press(mine, "draft-take-theirs")
    settled(mine, say("draft-saved", code=code))

    expect(field(mine, "change")).to_have_value(title_of(seeds, code))
    assert title_of(seeds, code).startswith("Theirs")


def test_a_draft_is_there_again_after_a_reload_and_after_the_back_button(visitor: Visitor, seeds: Seeds):
    page = settled(visitor("/proposal"), say("page-proposal-title"))
    write(page, "change", "Umbrellas to borrow")
    before = seeds.count()

    page.reload()
    settled(page, say("page-proposal-title"))
    expect(field(page, "change")).to_have_value("Umbrellas to borrow")

    page.get_by_role("link", name=say("page-search"), exact=True).first.click()
    settled(page, page.get_by_role("heading", name=say("page-search-title")))
    page.go_back()
    settled(page, page.get_by_role("heading", name=say("page-proposal-title")))

    expect(field(page, "change")).to_have_value("Umbrellas to borrow")
    assert seeds.count() == before


def test_a_draft_survives_a_restart_of_the_server(visitor: Visitor, tmp_path: Path):
    home = tmp_path / "registry"
    with running_server(home) as first:
        page = settled(visitor("/proposal", server=first), say("page-proposal-title"))
        write(page, "change", "Umbrellas to borrow")
        write(page, "words", "I came in dry and left wet.")
        address = page.url.removeprefix(first.url)
        page.context.close()

    with running_server(home) as second:
        page = settled(visitor(address, server=second), say("page-proposal-title"))

        expect(field(page, "change")).to_have_value("Umbrellas to borrow")
        expect(field(page, "words")).to_have_value("I came in dry and left wet.")
        page.context.close()


def test_typing_through_all_fields_without_waiting_loses_nothing(visitor: Visitor, seeds: Seeds):
    page = settled(visitor("/proposal"), say("page-proposal-title"))
    before = seeds.count()
    page.get_by_text(say("fold-more")).click()
    texts = {
        "words": "It is cold at the counter.",
        "change": "a rug",
        "whom": "early guests",
        "signal": "fewer of them shiver",
        "effect": "feel welcome",
        "source": "front desk",
    }

    for name, text in texts.items():
        field(page, name).focus()
        page.keyboard.type(text)
    page.keyboard.press("Tab")
    settled(page, page.get_by_text("Kept as"))

    for name, text in texts.items():
        expect(field(page, name)).to_have_value(text)
    code = f"CX-{before + 1}"
    written = seeds.dossier(code).proposal
    said = {**written.quote.model_dump(include={"words", "source"}), **written.idea.model_dump()}
    assert said == texts
    assert seeds.count() == before + 1


def test_what_was_typed_last_goes_along_with_the_start(visitor: Visitor, seeds: Seeds):
    code = seeds.draft()
    page = draft_page(visitor, code)
    page.get_by_text(say("fold-expected")).click()
    field(page, "stop_if").fill("it is laughed at")
    field(page, "expected").fill("one in ten writes back")

    press(page, "start-now")
    settled(page, say("next-running-look"))

    pilot = seeds.dossier(code).pilot
    assert pilot is not None
    assert (pilot.limits.stop_if, pilot.expected) == ("it is laughed at", "one in ten writes back")


def expected_and_decided(seeds: Seeds) -> str:
    """A decided experiment whose learning begins with what was expected."""
    return seeds.decided(expected="One in ten writes back.")


TWICE: tuple[tuple[str, str, Callable[[Seeds], str], type[Recorded], str], ...] = (
    ("proposal", "start-now", Seeds.draft, Pilot, "next-running-look"),
    ("experiment", "start-now", Seeds.cleared, Pilot, "next-running-look"),
    ("experiment", "note-add", Seeds.running, Note, "story-notes"),
    ("experiment", "tap-keep_here", Seeds.running, Decision, "story-decision"),
    ("experiment", "tap-try_bigger", Seeds.running, Decision, "page-proposal-title"),
    ("experiment", "learn", expected_and_decided, Learning, "story-learning"),
)


@pytest.mark.parametrize(("path", "button", "seed", "kind", "brings"), TWICE)
def test_a_double_click_is_one(  # noqa: PLR0913, PLR0917 - one row of the table
    visitor: Visitor,
    seeds: Seeds,
    path: str,
    button: str,
    seed: Callable[[Seeds], str],
    kind: type[Recorded],
    brings: str,
):
    code = seed(seeds)
    page = visitor(f"/{path}?id={code}")
    settled(page, page.get_by_role("button", name=say(button), exact=True))
    if kind is Note:
        write(page, "note", "A guest smiled.")
    before = seeds.count()

    page.get_by_role("button", name=say(button), exact=True).dblclick()
    settled(page, page.get_by_role("heading", name=say(brings)).or_(page.get_by_text(say(brings))))

    assert len(seeds.dossier(code).all(kind)) == 1
    assert seeds.count() == before + (button == "tap-try_bigger")
