"""The huddle card in words: to be read on a screen across a room, to copy, and to print on one sheet."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources
from string import Template
from typing import NamedTuple

from registry.domain.experiment import experiment_code
from registry.domain.huddle import Card, Gratitude, Story, Told
from registry.sentences import day_text, say
from registry.services.anniversary import Remembered, remembered_line
from registry.services.history import apart
from registry.services.run_sheet import one_line

SHEET = resources.files("registry.services") / "huddle.html"
STYLE = resources.files("registry.services") / "huddle.css"
LONGEST = 280
"""Characters of one text on the card; the rest is on the experiment's page."""
LARGE, MIDDLE = 60, 130
"""Characters up to which a text stands in the largest letters, and up to which in the next ones."""


class Piece(NamedTuple):
    """One of the three parts as it is read: what is said in large letters, and the lines below it."""

    name: str
    """`story`, `learning` or `thanks`."""
    title: str
    words: str
    below: tuple[str, ...]


def pieces(card: Card) -> list[Piece]:
    """The parts of *card* that there is something for, in the order in which they are read aloud."""
    found = (
        card.story and _story(card.story, card.learning),
        card.learning and _learning(card.learning),
        card.thanks and _thanks(card.thanks),
    )
    return [piece for piece in found if piece]


def _story(story: Story, beside: Told | None) -> Piece:
    # What stands beside it in large letters is not said twice.
    learned = "" if beside is not None and beside.experiment == story.experiment else story.learned
    below = (
        say("huddle-source", source=apart(short(story.source))) if story.source else "",
        say("huddle-tried", tried=_tried(story), came=say(story.came)),
        say("huddle-learned", learned=apart(short(learned))) if learned else "",
    )
    return Piece("story", say("huddle-story"), say("huddle-quote", words=short(story.words)), _said(below))


def _learning(told: Told) -> Piece:
    standing = say(f"standing-{told.standing}")
    return Piece(
        "learning",
        say("huddle-learning"),
        short(told.words),
        (say("huddle-standing", standing=standing, tried=_tried(told)),),
    )


def _thanks(thanks: Gratitude) -> Piece:
    whom = say("huddle-thanks-to", name=apart(thanks.whom)) if thanks.whom else say("huddle-thanks-to-team")
    return Piece(
        "thanks",
        say("huddle-thanks"),
        short(thanks.words),
        (say("huddle-thanks-for", whom=whom, tried=_tried(thanks)),),
    )


def _tried(part: Story | Told | Gratitude) -> str:
    title = apart(short(part.tried).rstrip(". ")) or say("untitled")
    return say("huddle-experiment", code=experiment_code(part.experiment), title=title)


def _said(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, lines))


def short(text: str) -> str:
    """*text* on one line, not longer than the card holds."""
    line = one_line(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def card_text(card: Card, days: Sequence[Remembered] = ()) -> str:
    """The card as plain text, to be pasted into a message."""
    return "\n\n".join(_paragraphs(card, days))


def _paragraphs(card: Card, days: Sequence[Remembered]) -> Iterator[str]:
    yield say("huddle-title", day=day_text(card.day))
    for piece in pieces(card):
        yield "\n".join((piece.title, apart(piece.words), *piece.below))
    if card.is_empty:
        yield say("huddle-empty")
    for each in days:
        yield remembered_line(each)


def piece_html(piece: Piece) -> str:
    """One part as HTML that means nothing but its letters; its style is in `huddle.css`."""
    length = len(piece.words)
    size = "large" if length <= LARGE else "middle" if length <= MIDDLE else "small"
    below = "".join(f'<p dir="auto">{escape(line)}</p>' for line in piece.below)
    return (
        f'<section class="huddle huddle-{piece.name}"><h2>{escape(piece.title)}</h2>'
        f'<p class="said {size}" dir="auto">{escape(piece.words)}</p>{below}</section>'
    )


def card_html(card: Card, days: Sequence[Remembered] = ()) -> str:
    """The card as one sheet that a browser shows and prints without asking anybody for anything."""
    parts = [piece_html(piece) for piece in pieces(card)]
    if card.is_empty:
        parts = [f"<p>{escape(say('huddle-empty'))}</p>"]
    parts += [f'<p class="day" dir="auto">{escape(remembered_line(each))}</p>' for each in days]
    return Template(SHEET.read_text(encoding="utf-8")).substitute(
        product=escape(say("product-name")),
        title=escape(say("huddle-title", day=day_text(card.day))),
        style=STYLE.read_text(encoding="utf-8"),
        parts="\n".join(parts),
    )
