"""Every cell is read as what it says, or refused with its column and its row; nothing is guessed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from registry.analysis.pilot import evidence
from registry.analysis.pilot_data import Limits
from registry.domain.evidence import CheckName
from registry.sentences import say
from tests.analysis.pilots import SPEND, VISIT, csv_file, pilot_plan, reduced, refusal

PLAN = pilot_plan()
SHARE = pilot_plan({**VISIT, "role": "primary", "better": "higher"})
RATIO: dict[str, Any] = {**SPEND, "name": "per order", "kind": "ratio", "denominator": "orders"}
LATE = 20_000

NO_NUMBERS = [
    *(
        "١٢",
        "１２",
        "5%",
        "yes",
        "no",
        "1 000",
        "1'000",
        "0x10",
        "∞",
        "½",
        "€5",
        "(5)",
        "5-",
        "1:30",
        "'5",
        "=1+1",
    ),
    *("NULL", "null", "None", "N/A", "#N/A", "#DIV/0!", "n.a.", "-", "--", "?", "TRUE", "true", "t"),
    *("2026-03-01", "02/06/2026", "1.000.000"),
]
NOT_FINITE = ["1e400", "-1e400", "NaN", "nan", "-nan", "inf", "-inf", "Infinity", "-INFINITY", "1e999999999"]
COMMAS = ["1,5", "1,000", "-0,25", "1.000,5", "1 000,5"]
NUMBERS = {
    "-0": 0.0,
    "+1": 1.0,
    ".5": 0.5,
    "5.": 5.0,
    "1e3": 1000.0,
    "1E-3": 0.001,
    "01": 1.0,
    "  2\t": 2.0,
    "1e-400": 0.0,
    "9007199254740993": 9007199254740992.0,
    "123456789012345678901234567890": 1.2345678901234568e29,
    "0.1000000000000000055511151231257827": 0.1,
}
NO_DAYS = [
    *(
        "02/06/2026",
        "1.3.2026",
        "01-03-2026",
        "2026-02-30",
        "20260301",
        "45000",
        "1772323200",
        "today",
        "now",
    ),
    *("2026-03-01x", "２０２６-03-01", "26-03-01", "1899-12-31", "1970-01-01", "9999-12-31", "0001-01-01"),
    *("infinity", "-infinity", "epoch", "99999-01-01", "0044-03-15 (BC)", "March"),
]
DAYS = [
    *("2026-03-01", "2026-3-1", "2026/03/01", " 2026-03-01 ", "2026-03-01 23:59:59", "2026-03-01T10:00:00Z"),
    *("2026-03-01 23:30:00+14:00", "2026-03-01 00:30:00-11:00"),
]
"""Of a moment with a zone the day counts that is written: the one on the customer's calendar."""


def late(cell: str, *, column: str = "spend") -> str:
    """A file whose very last row but one has *cell* among numbers."""
    return f"arm,{column}\n" + "A,1\nB,0\n" * (LATE // 2) + f'A,"{cell}"\nB,1\n'


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        *((cell, "file-text-among-numbers") for cell in NO_NUMBERS),
        *((cell, "file-not-finite") for cell in NOT_FINITE),
        *((cell, "file-decimal-comma") for cell in COMMAS),
        ("1e61", "file-too-large-to-average"),
    ],
)
def test_cell_that_is_no_number_is_told_late_in_the_file(cell: str, told: str, tmp_path: Path, folder: Path):
    refused = refusal(PLAN, csv_file(tmp_path, late(cell)), folder, limits=Limits())

    assert refused.id == told
    assert (refused.values["column"], refused.values["row"]) == ("spend", LATE + 2)
    assert f"“{cell}”" in say(refused)


@pytest.mark.parametrize("cell", NUMBERS)
def test_number_is_read_as_python_reads_it(cell: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, f'arm,spend\nA,"{cell}"\nB,1\n')

    assert reduced(PLAN, path, folder).summaries[0].mean == float(cell) == NUMBERS[cell]


@pytest.mark.parametrize("cell", ["0.5", "2", "-1", "1.0000001", "100", "1e9"])
def test_share_of_yes_outside_zero_and_one_is_refused(cell: str, tmp_path: Path, folder: Path):
    refused = refusal(SHARE, csv_file(tmp_path, late(cell, column="visit")), folder, limits=Limits())

    assert (refused.id, refused.values["row"]) == ("file-not-zero-or-one", LATE + 2)


@pytest.mark.parametrize("cell", ["T", "t", "y", "yes", "on", "WAHR", "1%", "NULL"])
def test_other_words_for_yes_are_not_guessed(cell: str, tmp_path: Path, folder: Path):
    refused = refusal(SHARE, csv_file(tmp_path, late(cell, column="visit")), folder, limits=Limits())

    assert (refused.id, refused.values["row"]) == ("file-text-among-numbers", LATE + 2)


@pytest.mark.parametrize("kind", ["ordinal", "top_box", "nps"])
@pytest.mark.parametrize("cell", ["-1", "10.5", "99", "1e9"])
def test_answer_outside_its_scale_is_refused(kind: str, cell: str, tmp_path: Path, folder: Path):
    keys = {"nps": {}, "ordinal": {"scale": [0, 10]}, "top_box": {"scale": [0, 10], "threshold": 9}}[kind]
    plan = pilot_plan({**SPEND, "kind": kind, **keys})

    refused = refusal(plan, csv_file(tmp_path, late(cell)), folder, limits=Limits())

    assert (refused.id, refused.values["row"]) == ("file-outside-scale", LATE + 2)
    assert (refused.values["low"], refused.values["high"]) == ("0", "10")


@pytest.mark.parametrize("cell", NO_DAYS)
def test_day_of_another_time_or_another_writing_is_refused(cell: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, f'arm,spend,day\nA,1,2026-03-02\nB,2,2026-03-02\nA,2,"{cell}"\n')

    refused = refusal(pilot_plan(day="day"), path, folder)

    assert (refused.id, refused.values["row"], refused.values["column"]) == ("file-day-unreadable", 4, "day")
    assert cell in say(refused)


@pytest.mark.parametrize("cell", DAYS)
def test_day_is_the_one_that_is_written(cell: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, f'arm,spend,day\nA,1,2026-03-02\nB,2,2026-03-02\nA,2,"{cell}"\n')

    read = reduced(pilot_plan(day="day"), path, folder)

    assert min(cell.day for cell in read.cells if cell.day) == date(2026, 3, 1)


@pytest.mark.parametrize("orders", ["0", "-0", "0.0"])
def test_arm_whose_denominators_add_up_to_nothing_is_refused(orders: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, f"arm,spend,orders\nA,1,2\nA,2,3\nB,0,{orders}\nB,0,0\n")

    refused = refusal(pilot_plan(RATIO), path, folder)

    assert refused.id == "file-denominators-zero"
    assert (refused.values["column"], refused.values["arm"]) == ("orders", "B")


def test_denominator_below_nothing_is_refused(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm,spend,orders\nA,1,2\nA,2,3\nB,1,-1\nB,1,1\n")

    refused = refusal(pilot_plan(RATIO), path, folder)

    assert (refused.id, refused.values["row"]) == ("file-denominator-negative", 4)


def test_some_over_nothing_is_refused(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm,spend,orders\nA,1,2\nA,2,3\nB,1,0\nB,1,1\n")

    refused = refusal(pilot_plan(RATIO), path, folder)

    assert (refused.id, refused.values["row"]) == ("file-over-zero", 4)


def test_units_that_are_written_differently_are_different_units(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "id,arm,spend\n1,A,1\n1.0,A,2\n01,B,3\n 1x,B,4\n")

    read = reduced(pilot_plan(unit="id"), path, folder)

    assert (read.rows, read.switched, read.arms) == (4, 0, {"A": 2, "B": 2})


@pytest.mark.parametrize("unit", ["1", " 1", "1\t", '"1"'])
def test_blanks_and_quotes_do_not_make_another_unit(unit: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, f"id,arm,spend\n1,A,1\n2,B,2\n{unit},A,3\n")

    refused = refusal(pilot_plan(unit="id"), path, folder)

    assert (refused.id, refused.values["row"]) == ("file-unit-repeated", 4)


@pytest.mark.parametrize("n", [21, 300_000])
def test_more_arms_than_a_pilot_has_are_refused_at_once(n: int, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm,spend\n" + "".join(f"a{i},1\n" for i in range(n)))

    refused = refusal(PLAN, path, folder, limits=Limits())

    assert (refused.id, refused.values["column"]) == ("file-arms-many", "arm")


def test_arms_that_come_late_are_counted_too(tmp_path: Path, folder: Path):
    late_ones = "".join(f"a{i},1\n" for i in range(30))
    path = csv_file(tmp_path, "arm,spend\n" + "A,1\nB,1\n" * 110_000 + late_ones)

    assert refusal(PLAN, path, folder, limits=Limits()).values["n"] == 32


def test_arm_of_a_customers_words_is_refused_with_its_row(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, f"arm,spend\nA,1\nB,2\n{'x' * 201},3\n")

    refused = refusal(PLAN, path, folder)

    assert (refused.id, refused.values["row"], refused.values["n"]) == ("file-arm-long", 4, 201)


def test_missing_answers_and_few_answers_are_warned_of_by_arm(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "arm,spend\n" + "A,1\nA,2\n" * 5 + "A,\n" + "B,1\nB,2\n" * 4 + "B,3\n\n")

    made = evidence(PLAN, reduced(PLAN, path, folder), date(2026, 4, 1)).checks

    said = [say(check.message) for check in made if check.name is CheckName.MISSING]
    assert any("A" in one and "1" in one and "no value" in one for one in said)
    assert any("“B” has only 9 values" in one for one in said)
