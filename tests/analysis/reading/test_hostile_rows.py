"""Rows of a CSV that the engine would lose, split or miscount are refused, or read as they stand."""

import csv
import io
from pathlib import Path

import pytest

from registry.analysis.pilot_data import Limits
from registry.analysis.reading.table import MOST_COLUMNS
from tests.analysis.pilots import GOOD, SPEND, csv_file, pilot_plan, reduced, refusal
from tests.analysis.summaries import summary_of

HEAD = "arm,spend\n"
ROWS = "A,1\nA,2\nB,3\nB,4\n"
PLAN = pilot_plan()
LIKE_ROWS = "A,1,x\n" * 5
"""What a customer may write: lines that look like rows."""


def test_lines_that_look_like_rows_inside_quotes_are_no_rows(tmp_path: Path, folder: Path):
    rows = [f'{"AB"[i % 2]},{i % 9},"{i}\n{LIKE_ROWS}"\n' for i in range(1000)]
    text = "arm,spend,note\n" + "".join(rows) * 800
    path = csv_file(tmp_path, text)

    read = reduced(PLAN, path, folder, limits=Limits())

    assert path.stat().st_size > 30_000_000, "One reader must not be enough for the file to prove anything."
    witness = list(csv.DictReader(io.StringIO("arm,spend,note\n" + "".join(rows))))
    for summary in read.summaries:
        spent = [float(row["spend"]) for row in witness if row["arm"] == summary.arm]
        assert summary.n == 800 * len(spent)
        assert summary.mean == pytest.approx(summary_of(spent).mean, rel=1e-12)


@pytest.mark.parametrize("last", ['B,"2\n', 'B,"2', 'B,"', '"B,2\n'])
@pytest.mark.parametrize("note", ["", '"a\nb",x\n'])
def test_quote_that_nobody_closes_is_told_with_its_row(last: str, note: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, HEAD + note.replace('"a', '"A').replace("x", "1") + ROWS + last)

    refused = refusal(PLAN, path, folder)

    assert (refused.id, refused.values["row"]) == ("file-row-broken", 6 + bool(note))


def test_open_quote_early_in_a_large_file_is_told_at_once(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, HEAD + ROWS + 'A,"1\n' + ROWS * 500_000)

    refused = refusal(PLAN, path, folder, limits=Limits())

    assert (refused.id, refused.values["row"]) == ("file-row-broken", 6)


@pytest.mark.parametrize("tail", ["", "\n", "\nB,5\n"])
def test_row_longer_than_the_buffers_is_refused_and_never_left_out(tail: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, HEAD + ROWS + "B," + "1" * (33 << 20) + tail)

    refused = refusal(PLAN, path, folder)

    assert (refused.id, refused.values["row"]) == ("file-row-long", 6)


def test_long_note_that_is_not_needed_is_read(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, f"note,arm,spend\n{'x' * 900_000},A,1\ny,B,2\n")

    assert reduced(PLAN, path, folder).arms == {"A": 1, "B": 1}


def test_header_of_more_than_a_megabyte_is_refused(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm,spend," + "y" * 1_500_000 + "\nA,1,1\nB,2,1\n")

    assert refusal(PLAN, path, folder).id == "file-header-long"


def test_a_million_columns_are_refused(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm,spend" + "," * 1_000_000 + "\n" + ROWS)

    assert refusal(PLAN, path, folder).id == "file-too-many-columns"


def test_columns_are_counted(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm,spend" + ",x" * 65_534 + "\n" + ROWS)

    refused = refusal(PLAN, path, folder)

    assert refused.id == "file-too-many-columns"
    assert (refused.values["n"], refused.values["limit"]) == (65_536, MOST_COLUMNS)


def test_as_many_columns_as_a_spreadsheet_has_are_read(tmp_path: Path, folder: Path):
    others = MOST_COLUMNS - 2
    rows = "".join(f"{row}{',0' * others}\n" for row in ROWS.splitlines())
    path = csv_file(tmp_path, "arm,spend" + ",x" * others + "\n" + rows)

    assert reduced(PLAN, path, folder).rows == 4


def test_column_name_of_a_hundred_thousand_letters_is_a_column_like_any_other(tmp_path: Path, folder: Path):
    name = "spend" * 20_000
    path = csv_file(tmp_path, f"arm,{name}\n{ROWS}")

    assert reduced(pilot_plan({**SPEND, "column": name}), path, folder).rows == 4
    (folder / "data.csv").unlink()
    assert refusal(PLAN, path, folder).id == "file-column-missing"


@pytest.mark.parametrize("row", ["A\n", "A,1,2\n", "A,1, \n"])
def test_two_million_ragged_rows_are_refused_at_once(row: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, HEAD + "A,1\n" + row * 2_000_000)

    refused = refusal(PLAN, path, folder, limits=Limits())

    assert (refused.id, refused.values["row"]) == ("file-row-ragged", 3)


def test_late_ragged_row_is_told_with_its_number(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, HEAD + ROWS * 150_000 + "A\n" * 3)

    refused = refusal(PLAN, path, folder, limits=Limits())

    assert (refused.id, refused.values["row"]) == ("file-row-ragged", 600_002)


@pytest.mark.parametrize("row", ["A,1,\n", "A,1,,,\n"])
def test_blank_cells_behind_the_last_column_are_nothing(row: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, HEAD + ROWS + row)

    assert reduced(PLAN, path, folder).arms == {"A": 3, "B": 2}


def test_column_without_a_name_is_a_column_that_nobody_needs(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm,,spend,\nA,x,1,\nB,y,2,\n")

    assert reduced(PLAN, path, folder).arms == {"A": 1, "B": 1}


@pytest.mark.parametrize("above", [",,\n", " , \n", "sep=,\n", "# March\n", "\n", "   \n"])
def test_what_stands_above_the_names_of_the_columns_is_refused(above: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, above + HEAD + ROWS)

    assert refusal(PLAN, path, folder).id == "file-header-not-first"


def test_header_alone_has_no_rows(tmp_path: Path, folder: Path):
    assert refusal(PLAN, csv_file(tmp_path, "arm,spend"), folder).id == "file-no-rows"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (HEAD + "A,1\r\nB,2\r\n", 2),
        (HEAD.replace("\n", "\r\n") + "A,1\r\nB,2\n", 3),
        (HEAD + "A,1\nB,2\r", 3),
        (HEAD.replace("\n", "\r") + "A,1\rB,2\n", 3),
        ('arm,spend\r\n"A\n",1\r\nB,2\n', 3),
        (HEAD + ROWS * 150_000 + "A,1\r\nA,2\r\n", 600_002),
    ],
)
def test_rows_that_end_in_different_ways_are_refused_with_the_first_one(
    text: str, row: int, tmp_path: Path, folder: Path
):
    refused = refusal(PLAN, csv_file(tmp_path, text), folder, limits=Limits())

    assert (refused.id, refused.values["row"]) == ("file-row-ends", row)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("text", "row"),
    [
        (HEAD + "A,1\n\n\nB,x\n", 5),
        (HEAD + "\nA,1\n\nB,x\n", 5),
        (HEAD + "A,1\nB,x\n\n\n", 3),
        ('note,arm,spend\n"a\n\nb",A,1\n\nc,B,x\n', 4),
    ],
)
def test_blank_lines_count_as_rows_of_the_spreadsheet(
    text: str, row: int, end: str, tmp_path: Path, folder: Path
):
    path = csv_file(tmp_path, text.replace("\n", end))

    refused = refusal(PLAN, path, folder)

    assert (refused.id, refused.values["row"]) == ("file-text-among-numbers", row)


def test_row_after_a_quoted_line_break_is_counted_once(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, 'note,arm,spend\n"a\nb",A,1\n"c\r\nd",B,2\ne,B,x\n')

    assert refusal(PLAN, path, folder).values["row"] == 4


def test_blank_line_of_a_spreadsheet_with_one_column_stands_for_nothing(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm\nA\nB\n\n")

    refused = refusal(pilot_plan({**SPEND, "column": "arm"}), path, folder)

    assert refused.values["row"] == 4


@pytest.mark.parametrize("sign", ["\f", "\v"])
def test_page_break_before_an_arm_is_no_other_arm(sign: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, GOOD + f"{sign}B,1,1,k9\n")

    assert refusal(PLAN, path, folder).id == "file-arms-twins"


def test_blank_lines_count_also_where_the_columns_were_copied_first(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "id,arm,spend\nk1,A,1\n\n\nk2,B,2\nk1,A,3\n")

    refused = refusal(pilot_plan(unit="id"), path, folder)

    assert (refused.id, refused.values["row"]) == ("file-unit-repeated", 6)
