"""Tallies on a page."""

from datetime import timedelta

from registry.domain.facts import Note
from registry.domain.tally import tallies
from registry.sentences import day_text
from registry.web.notes import tally_table
from tests.nouns import NOON


def counted(words: str, count: int, days: int = 0) -> Note:
    return Note(at=NOON + timedelta(days=days), by=1, words=words, count=count)


def test_tallies_have_a_row_for_each_day_and_one_for_all():
    notes = [counted("Asked twice", 3), counted("Left", 1, 1), counted("Asked twice", 2, 1)]

    rows = tally_table(tallies(notes)).to_dict("records")

    assert rows == [
        {"Day": day_text(NOON.date()), "Asked twice": 3, "Left": 0},
        {"Day": day_text(NOON.date() + timedelta(days=1)), "Asked twice": 2, "Left": 1},
        {"Day": "All days", "Asked twice": 5, "Left": 1},
    ]


def test_one_day_needs_no_total():
    notes = [counted("Asked twice", 3), counted("Left", 1)]

    assert len(tally_table(tallies(notes))) == 1
