"""A CSV file that no spreadsheet can be tricked with, and that reads back as it was written."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.services.csv_file import csv_text, harmless

SIGNS = "=+-@\t\r＝＋－＠"
BLANKS = ("", " ", "  ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u202e", "\n", "\x00")
hostile = st.text(st.sampled_from("=+-@＝＋－＠\t\r\n;, \u00a0\u200b\ufeff\"'|%ab1"))


def read_back(text: str, delimiter: str = ",") -> list[list[str]]:
    """The rows of a CSV file, read the way its readers read it."""
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def calculates(cell: str) -> bool:
    """Whether a spreadsheet may take *cell* for a formula, skipping what it does not show before it."""
    return cell.lstrip("".join(BLANKS) + '\t\r"')[:1] in tuple("=+-@＝＋－＠")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("blank", BLANKS)
def test_no_cell_begins_as_a_formula_even_after_what_is_not_seen(sign: str, blank: str):
    cell = harmless(f"{blank}{sign}HYPERLINK(1)")

    assert cell.startswith("'")


@pytest.mark.parametrize(
    "cell", ["=1+1", "@SUM(A1)", "+49 30 1234", "-5", "＝cmd|' /C calc'!A0", " \u00a0=1"]
)
def test_a_formula_is_a_text_after_an_apostrophe(cell: str):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell",
    ["", "a card", "10 % → 40 %", "a = b", "two-way", "Olga + Ravi", "mail@example.org", "“=”", "CX-1"],
)
def test_a_text_that_is_no_formula_stays_as_it_is(cell: str):
    assert harmless(cell) == cell


@given(st.lists(st.lists(hostile, min_size=1, max_size=4), max_size=4))
def test_what_was_written_reads_back_whole_and_calculates_nowhere(rows: list[list[str]]):
    found = read_back(csv_text(rows))

    assert found == [[harmless(cell) for cell in row] for row in rows]
    assert not any(calculates(cell) for row in found for cell in row)


@given(hostile)
def test_nothing_begins_to_calculate_where_semicolons_or_tabs_separate(cell: str):
    for delimiter in ";\t":
        for row in read_back(csv_text([[cell, cell]]), delimiter):
            assert not any(calculates(each) for each in row[1:])


@given(hostile)
def test_what_was_made_harmless_loses_no_character(cell: str):
    assert harmless(cell).replace("'", "") == cell.replace("'", "")


def test_lines_end_as_spreadsheets_want_and_the_file_says_that_it_is_utf_8():
    text = csv_text([["a", 'b "quoted", c'], ["ä\nö", "🎉"]])

    assert text == '\ufeff"a","b ""quoted"", c"\r\n"ä\nö","🎉"\r\n'
    assert text.encode().startswith(b"\xef\xbb\xbf")
