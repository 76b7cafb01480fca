"""Tallies by day."""

from datetime import timedelta

from registry.domain.facts import Note
from registry.domain.tally import tallies
from tests.nouns import NOON

DAY = NOON.date()


def counted(words: str, count: int | None, days: int = 0) -> Note:
    return Note(at=NOON + timedelta(days=days), by=1, words=words, count=count)


def test_what_was_counted_on_several_days_is_put_together_by_day():
    found = tallies(
        [counted("Asked twice", 3), counted("asked  TWICE", 2), counted("Asked twice", 4, days=1)]
    )

    (tally,) = found
    assert tally.what == "Asked twice"
    assert tally.by_day == {DAY: 5, DAY + timedelta(days=1): 4}
    assert tally.total == 9


def test_words_without_a_count_are_no_tally():
    assert tallies([counted("They smile", None)]) == ()


def test_nothing_at_all_is_a_count_too():
    (tally,) = tallies([counted("Complaints", 0)])

    assert (tally.total, tally.by_day) == (0, {DAY: 0})
