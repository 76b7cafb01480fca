"""A sheet for the staff room, a message for the team: whatever people wrote, both are harmless and whole."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from registry.domain.organisation import Organisation
from registry.domain.proposal import Limits, Proposal, QuickCheck, Quote
from registry.domain.review_facts import Outcome, PanelOutcome
from registry.domain.submission import submitted
from registry.domain.text import cleaned
from registry.services.run_sheet import qr_code, sheet_html, team_message
from tests.nouns import NOON, YARDSTICK, asking, dossier, pilot
from tests.services.sheets import ADDRESS, GLASSES, HOSTILE, began, filled, sheet_of


class Page(HTMLParser):
    """Which elements a page has, with their attributes, and all that it says."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said += data


STROKE = re.compile(r"([Mmh])([-\d.]+)(?: ([-\d.]+))?")
"""A step of a drawn path: begin at, move on by, or draw to the right by."""


def drawn(svg: str) -> Image.Image:
    """The picture of a code, drawn line by line as its path says."""
    elements = Page(svg).elements
    size = int(str(dict(elements)["svg"]["viewbox"]).split()[2])
    picture = Image.new("L", (size, size), 255)
    pen, x, y = ImageDraw.Draw(picture), 0.0, 0.0
    for kind, across, down in STROKE.findall(str(dict(elements)["path"]["d"])):
        if kind == "h":
            pen.line((x, y - 0.5, x + float(across) - 1, y - 0.5), fill=0)
            x += float(across)
        else:
            here = (0.0, 0.0) if kind == "M" else (x, y)
            x, y = here[0] + float(across), here[1] + float(down)
    return picture.resize((8 * size, 8 * size), Image.Resampling.NEAREST)


def test_the_sheet_says_what_where_for_whom_until_when_and_whom_to_tell():
    said = Page(sheet_html(sheet_of(began()))).said

    for text in (
        "CX-1",
        "My glasses were in the car.",
        "Glasses beside the menu",
        "guests by the wall",
        "1 of our 3 dining rooms",
        "30 March 2026",
        "two guests mind.",
        "€60",
        "fewer ask for help",
        "Olga Owner, Parcels",
        ADDRESS,
    ):
        assert text in said


def test_what_nobody_said_leaves_no_empty_line_on_the_sheet():
    bare = Proposal(quote=Quote(words="It is cold in the lift."))
    page = Page(sheet_html(sheet_of(began(bare, Limits()), Organisation())))

    rows = [tag for tag, _ in page.elements if tag == "dt"]

    assert len(rows) == 3, "until when, who may stop it, whom to tell"
    assert page.said.count("It is cold in the lift.") == 1


def test_a_place_is_told_only_where_the_first_row_speaks_for_it():
    unsaid = GLASSES.model_copy(update={"quick_check": QuickCheck(small=False, places_used=1)})

    assert sheet_of(began(unsaid)).where == ""
    assert sheet_of(began(), Organisation()).where == ""


def test_what_the_team_promised_stands_on_the_sheet():
    promised = GLASSES.model_copy(update={"levers": ("end_date",)})
    submission = submitted(dossier(proposal=promised), asking(), YARDSTICK)
    outcome = PanelOutcome(at=NOON, by=2, outcome=Outcome.CLEARED_IF, what="Nobody is asked twice.")
    start = pilot().model_copy(update={"limits": Limits(until=date(2026, 3, 30))})

    said = Page(sheet_html(sheet_of(dossier(submission, outcome, start, proposal=promised)))).said

    assert "It ends, or we decide again, within 28 days of the start." in said
    assert "Nobody is asked twice." in said


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_wrote_the_sheet_has_no_element_of_theirs_and_asks_nobody(text: str):
    ours = Page(sheet_html(filled("glasses"))).elements
    page = Page(sheet_html(filled(text)))

    kinds = {tag for tag, _ in page.elements}
    assert kinds <= {tag for tag, _ in ours}
    assert kinds.isdisjoint({"script", "img", "iframe", "object", "form", "a"})
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "src"]
        assert attributes.get("href", "data:,") == "data:,"


def test_a_text_that_is_too_long_is_shortened_and_the_address_stays_whole():
    page = Page(sheet_html(filled("long words " * 1_000)))

    assert len(page.said) < 6_000
    assert "…" in page.said
    assert ADDRESS in page.said


def test_the_sheet_allows_itself_nothing_from_outside():
    page = Page(sheet_html(sheet_of(began())))
    policies = [each["content"] for tag, each in page.elements if each.get("http-equiv") and tag == "meta"]

    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


@pytest.mark.parametrize("host", ["localhost:8501", "registry.example.org", "a" * 60 + ".example.org"])
def test_a_camera_reads_the_address_from_the_code(host: str):
    address = f"https://{host}/experiment?id=CX-123456"

    (read,) = zxingcpp.read_barcodes(drawn(qr_code(address)))

    assert read.text == address


def test_the_message_is_three_lines_with_the_link_last():
    first, second, third = team_message(sheet_of(began())).split("\n")

    assert "Glasses beside the menu" in first
    assert "30 March 2026" in second
    assert second.endswith("if two guests mind.")
    assert third.endswith(ADDRESS)


def test_a_stop_signal_that_is_cut_short_ends_with_its_dots():
    _, second, _ = team_message(sheet_of(began()).model_copy(update={"stop_if": "i" * 200})).split("\n")

    assert second.endswith("iii…")


def test_the_message_stays_three_lines_whatever_people_wrote():
    for text in HOSTILE:
        lines = team_message(filled(cleaned(text))).splitlines()

        assert len(lines) == 3
        assert lines[-1].endswith(ADDRESS)
