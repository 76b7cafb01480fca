"""A bad file is refused in one clear sentence that names the file, the column and the first bad row."""

import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from registry.analysis.pilot_data import Limits
from registry.domain.plan import Plan
from registry.sentences import say
from tests.analysis.pilots import BOTH, GOOD, SPEND, csv_file, parquet_file, pilot_plan, refusal


class Bad(NamedTuple):
    """A file's text, the plan it is read under, and how it is refused."""

    text: str
    told: str
    plan: Plan
    values: dict[str, Any]


MANY = "many,spend\n" + "".join(f"{i},1\n" for i in range(30))
BAD = [
    Bad("", "file-empty", BOTH, {}),
    Bad("  \n\n", "file-empty", BOTH, {}),
    Bad("arm,spend,visit\n", "file-no-rows", BOTH, {}),
    Bad(GOOD.replace(",", ";"), "file-semicolons", BOTH, {}),
    Bad(GOOD.replace(",", "\t"), "file-tabs", BOTH, {}),
    Bad('arm,"spend\nA,1\n', "file-header-broken", BOTH, {}),
    Bad("PK\x03\x04" + " " * 26 + "[Content_Types].xml", "file-is-workbook", BOTH, {}),
    Bad("PK\x03\x04" + " " * 26 + "pilot.csv", "file-is-compressed", BOTH, {}),
    Bad("\x1f\x00 packed", "file-not-text", BOTH, {}),
    Bad("PARE", "file-is-encrypted", BOTH, {}),
    Bad("PAR1 and no end", "file-cut-off", BOTH, {}),
    Bad("PAR1 and no sense PAR1", "file-damaged", BOTH, {}),
    Bad(GOOD.replace("spend", "Spend"), "file-column-missing-nearest", BOTH, {"nearest": "Spend"}),
    Bad(GOOD.replace("spend", "colour"), "file-column-missing", BOTH, {"column": "spend"}),
    Bad(GOOD.replace("id", "spend"), "file-column-twice", BOTH, {"column": "spend"}),
    Bad(GOOD + "B,6,1\n", "file-row-ragged", BOTH, {"row": 7, "columns": 4}),
    Bad(GOOD + "B,6,1,k,9\n", "file-row-ragged", BOTH, {"row": 7}),
    Bad(GOOD.replace("A,2.5", "A,2,5"), "file-row-ragged", BOTH, {"row": 3}),
    Bad(GOOD + 'B,6,1,"k\n', "file-row-broken", BOTH, {"row": 7}),
    Bad(GOOD.replace("B,4", ",4"), "file-arm-blank", BOTH, {"row": 4}),
    Bad(GOOD.replace("B,4", "b,4"), "file-arms-twins", BOTH, {"one": "B", "other": "b"}),
    Bad(GOOD.replace("B,4", "B ,4"), "file-arms-twins", BOTH, {"one": "B", "other": "B "}),
    Bad(GOOD.replace("A,", "C,"), "file-control-absent", BOTH, {"control": "A"}),
    Bad(GOOD.replace("B,", "A,"), "file-one-arm", BOTH, {"arm": "A"}),
    Bad(MANY, "file-arms-many", pilot_plan(arm="many"), {"n": 30}),
    Bad(GOOD + "C,1,1,k9\n", "file-arm-unplanned", pilot_plan(shares={"A": 1, "B": 1}), {"arm": "C"}),
    Bad(GOOD, "file-arm-absent", pilot_plan(shares={"A": 1, "B": 1, "C": 1}), {"arm": "C"}),
    Bad(GOOD.replace("k3", ""), "file-unit-blank", pilot_plan(unit="id"), {"row": 4}),
    Bad(GOOD.replace("k5", "k3"), "file-unit-repeated", pilot_plan(unit="id"), {"row": 6}),
    Bad(GOOD.replace("A,2.5", "A,N/A"), "file-text-among-numbers", BOTH, {"row": 3, "value": "N/A"}),
    Bad(GOOD.replace("A,2.5", "A,5%"), "file-text-among-numbers", BOTH, {"row": 3, "value": "5%"}),
    Bad(GOOD.replace("A,2.5", "A," + "x" * 99), "file-text-among-numbers", BOTH, {"value": "x" * 19 + "…"}),
    Bad(GOOD.replace("A,2.5", 'A,"2,5"'), "file-decimal-comma", BOTH, {"row": 3, "value": "2,5"}),
    Bad(GOOD.replace("A,2.5", "A,nan"), "file-not-finite", BOTH, {"row": 3}),
    Bad(GOOD.replace("A,2.5", "A,1e999"), "file-not-finite", BOTH, {"row": 3}),
    Bad(GOOD.replace("A,2.5", "A,1e308"), "file-too-large-to-average", BOTH, {"row": 3, "value": "1e308"}),
    Bad(GOOD.replace("A,2.5", "A,-1e61"), "file-too-large-to-average", BOTH, {"column": "spend"}),
    Bad(GOOD.replace("4,1", "4,0.5"), "file-not-zero-or-one", BOTH, {"row": 4, "value": "0.5"}),
    Bad(GOOD.replace("4,1", "4,2"), "file-not-zero-or-one", BOTH, {"row": 4, "value": "2"}),
    Bad(GOOD.replace("4,1", "4,yes"), "file-text-among-numbers", BOTH, {"row": 4, "value": "yes"}),
    Bad(
        GOOD,
        "file-outside-scale",
        pilot_plan({**SPEND, "scale": [1, 5]}),
        {"row": 6, "low": "1", "high": "5"},
    ),
    Bad(GOOD, "file-day-unreadable", pilot_plan(day="id"), {"row": 2, "value": "k1"}),
]


@pytest.mark.parametrize("bad", BAD, ids=[f"{i} {bad.told}" for i, bad in enumerate(BAD)])
def test_bad_file_is_refused_in_one_clear_sentence(bad: Bad, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, bad.text)

    refused = refusal(bad.plan, path, folder)
    for left in folder.iterdir():
        left.unlink()
    as_upload = refusal(bad.plan, path, folder, passing=True)

    assert refused.id == bad.told
    assert bad.values.items() <= dict(refused.values).items()
    assert "“pilot.csv”" in say(refused)
    assert as_upload == refused


def test_latin_1_is_refused_with_the_first_bad_row(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, GOOD + "Grüße,1,1,k9\n", encoding="latin-1")

    refused = refusal(BOTH, path, folder)

    assert (refused.id, refused.values["line"]) == ("file-not-utf8", 7)


def test_utf_16_without_a_mark_is_refused(tmp_path: Path, folder: Path):
    assert refusal(BOTH, csv_file(tmp_path, GOOD, encoding="utf-16-le"), folder).id == "file-not-text"


def test_late_text_among_a_hundred_thousand_numbers_is_found(tmp_path: Path, folder: Path):
    rows = "".join(f"{'AB'[i % 2]},{i}\n" for i in range(100_000))
    path = csv_file(tmp_path, "arm,spend\n" + rows + "A,N/A\n")

    refused = refusal(pilot_plan(), path, folder, limits=Limits())

    assert (refused.id, refused.values["row"]) == ("file-text-among-numbers", 100_002)


def test_text_and_non_finite_numbers_in_parquet_are_found_by_their_row(tmp_path: Path, folder: Path):
    path = parquet_file(
        tmp_path, "select 'A' as arm, 1.0::double as spend union all select 'B', 'nan'::double"
    )

    refused = refusal(pilot_plan(), path, folder)

    assert (refused.id, refused.values["row"]) == ("file-not-finite", 2)


def test_small_parquet_with_rows_without_end_is_refused_before_it_is_read(tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, "select 'A' as arm, 1 as spend from range(3000000)")

    refused = refusal(pilot_plan(), path, folder)

    assert path.stat().st_size < 100_000
    assert (refused.id, refused.values["rows"]) == ("file-too-many-rows", 3_000_000)


def test_csv_with_too_many_rows_is_refused(tmp_path: Path, folder: Path):
    refused = refusal(pilot_plan(), csv_file(tmp_path, GOOD), folder, limits=Limits(rows=4))

    assert refused.id == "file-too-many-rows"


def test_file_that_is_not_there_is_refused(tmp_path: Path, folder: Path):
    assert refusal(pilot_plan(), tmp_path / "nothing.csv", folder).id == "file-not-there"


def test_folder_is_called_a_folder(tmp_path: Path, folder: Path):
    refused = refusal(pilot_plan(), tmp_path, folder)

    assert say(refused).startswith(f"“{tmp_path.name}” is a folder.")


def test_pipe_is_not_waited_for(tmp_path: Path, folder: Path):
    os.mkfifo(tmp_path / "pipe.csv")

    assert refusal(pilot_plan(), tmp_path / "pipe.csv", folder).id == "file-not-there"


def test_value_of_a_unit_is_never_in_a_refusal(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, GOOD.replace("k5", "ravi@example.org").replace("k3", "ravi@example.org"))

    refused = refusal(pilot_plan(unit="id"), path, folder)

    assert "ravi" not in say(refused)
