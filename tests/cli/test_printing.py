"""What the command line prints, wherever the text came from."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.cli.printing import columns, json_text, one_line, printable, two_columns

TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("\x1b\x9b\u202e\u2028\udcff"))


@given(st.dictionaries(TEXT, TEXT, max_size=3))
def test_json_steers_no_terminal_and_reads_back_as_it_was(value: dict[str, str]):
    text = json_text(value)

    assert all(line.isprintable() for line in text.split("\n"))
    assert json.loads(text) == value


def test_json_keeps_letters_of_every_script():
    assert json_text("für Łódź שלום 🙂") == '"für Łódź שלום 🙂"'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("red\x1b[31m", "red\ufffd[31m"),
        ("a\x00b\x9bc", "a\ufffdb\ufffdc"),
        ("\u202eright to left", "\ufffdright to left"),
        ("lone \udcff half", "lone \ufffd half"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("12\u00a0%", "12 %"),
        ("für 🙂", "für 🙂"),
    ],
)
def test_what_would_steer_a_terminal_is_shown_as_a_mark(text: str, shown: str):
    assert printable(text) == shown


def test_one_line_stays_one():
    assert one_line(" first\r\n\n second\u2029third ") == "first second third"


def test_a_name_that_repeats_is_shown_once():
    rows = [("Door", "One-way"), ("Because", "this"), ("Because", "that")]

    assert two_columns(rows) == ["Door     One-way", "Because  this", "         that"]


def test_columns_are_as_wide_as_their_widest_cell():
    assert columns([["arm", "n"], ["Mens E-Mail", "12"]]) == ["arm          n", "Mens E-Mail  12"]
