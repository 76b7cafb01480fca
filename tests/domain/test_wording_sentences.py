"""A text cut into sentences, and customers' words blotted out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.wording_sentences import BLOT, sentences


def cut(text: str) -> list[str]:
    """The sentences of *text*."""
    return [text[each.start : each.end] for each in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("it rained. nobody came.", ["it rained.", "nobody came."]),
        ("Version 3.5 came on 2.5.2026. Then v. 4.", ["Version 3.5 came on 2.5.2026.", "Then v. 4."]),
        ("Mr. Haddad and Dr. Rao met. J. Smith left.", ["Mr. Haddad and Dr. Rao met.", "J. Smith left."]),
        ("We tried e.g. a card. It helped.", ["We tried e.g. a card.", "It helped."]),
        ("Cards, signs, etc. were free. Good.", ["Cards, signs, etc. were free.", "Good."]),
        ("Well … that was all. Yes.", ["Well … that was all.", "Yes."]),
        ("Wait... what? No.", ["Wait... what?", "No."]),
        ("He said (really!) that it rained. Fine.", ["He said (really!) that it rained.", "Fine."]),
        ('"Never again!" she said. We wrote it down.', ['"Never again!" she said.', "We wrote it down."]),
        ("“They never called.” We counted.", ["“They never called.”", "We counted."]),
        ("First line\nsecond line\r\n\n  third", ["First line", "second line", "third"]),
        ("- one. two\n* three\n1. four\n2) five\n• six", ["one.", "two", "three", "four", "five", "six"]),
        ("- [x] done. - not a bullet", ["done.", "- not a bullet"]),
        ("> one. two\n >three. four", ["> one. two", ">three. four"]),
        ("", []),
        (" \n\t\n ", []),
        ("-", ["-"]),
        ("...", ["..."]),
        ("Was it? Yes!!! Really?!", ["Was it?", "Yes!!!", "Really?!"]),
    ],
)
def test_a_text_is_cut_where_a_reader_would_cut_it(text: str, expected: list[str]):
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ('A guest: "no".', "A guest: ████."),
        ("the drivers' list and the guests' bags", "the drivers' list and the guests' bags"),
        ("It's Pieter's, isn't it?", "It's Pieter's, isn't it?"),
        ("a 24\" screen and a 5' board", "a 24\" screen and a 5' board"),
        ("they wrote 'don't' twice", "they wrote ███████ twice"),
        ("an “open quote to the end", "an " + BLOT * 22),
        ("> all of it", BLOT * 11),
    ],
)
def test_what_is_a_customers_is_blotted_out_and_nothing_else(text: str, own: str):
    (written,) = sentences(text)

    assert written.own == own


@given(st.text(st.sampled_from([*" .!?\n\r\"'“”„«»>-1aB…█’"]), max_size=80))
def test_no_letter_is_lost_or_told_twice(text: str):
    found = list(sentences(text))

    assert all(len(each.own) == each.end - each.start for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    letters = sum(char in "aB" for char in text)
    assert sum(char in "aB" for each in found for char in text[each.start : each.end]) == letters
