"""The table: its lines, the page that keeps it, and the verdict."""

from datetime import date
from pathlib import Path

import pytest

from bench.calibrate import verdict
from bench.calibration.battery import CASES, NAMED
from bench.calibration.case import Band, Case, Measured
from bench.calibration.machine import machine, told
from bench.calibration.table import END, START, NoPlaceForTable, kept, line, markdown
from tests.source import ROOT

CASE = Case("Stores", "twelve stores", Band(0.035, 0.07), "promised")
INSIDE = Measured(CASE, 2_000, 0.05, CASE.band)
OUTSIDE = Measured(CASE._replace(name="Few stores"), 2_000, 0.0701, CASE.band)
SHOWN = Measured(CASE._replace(name="Others", band=None), 2_000, 0.37, None)
EXACT = Measured(CASE._replace(band=Band(0.94, 1.0)), None, 0.95, Band(0.94, 1.0))


def test_rate_outside_its_band_ends_the_run_with_its_name():
    assert verdict([INSIDE, SHOWN, EXACT]) is None
    assert verdict([INSIDE, OUTSIDE]) == "1 of 2 outside the band: Few stores"


def test_line_says_draws_rate_band_and_verdict():
    assert line(INSIDE).split() == ["Stores", "2,000", "0.0500", "0.035–0.07", "ok"]
    assert line(OUTSIDE).split()[-1] == "OUTSIDE"
    assert line(SHOWN).split()[-2:] == ["–", "shown"]
    assert line(EXACT).split()[1:] == ["every", "outcome", "0.9500", "≥", "0.94", "ok"]


def test_page_keeps_the_table_between_its_markers_and_all_else(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(f"# Before\n\n{START}\nan old table\n{END}\n\nAfter\n", encoding="utf-8")

    kept(page, markdown([INSIDE, OUTSIDE], told="Measured today."))

    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# Before\n\n{START}\nMeasured today.\n")
    assert text.endswith(f"\n{END}\n\nAfter\n")
    assert "| Stores | twelve stores | 2,000 | 0.0500 | 0.035–0.07 | promised | ok |" in text
    assert "an old table" not in text


@pytest.mark.parametrize(
    "text", ["# No place\n", f"{START}\n", f"{END}\n{START}\n", f"{START}{END}{START}{END}"]
)
def test_page_without_one_place_for_the_table_is_refused_and_stays(text: str, tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")

    with pytest.raises(NoPlaceForTable, match=r"page\.md"):
        kept(page, "a table")

    assert page.read_text(encoding="utf-8") == text


def test_machine_is_told_by_its_cores_and_processor_only(tmp_path: Path):
    processor = tmp_path / "cpuinfo"
    processor.write_text("processor\t: 0\nmodel name\t: Some CPU 9000\nmodel name\t: Some CPU 9000\n")

    assert machine(processor).endswith(" (Some CPU 9000)")
    assert "(" not in machine(tmp_path / "absent")
    assert "28 November 2026 in 6 minutes of processor time" in told(date(2026, 11, 28), seconds=371)


def test_statistics_page_holds_the_table_of_this_battery_with_nothing_outside():
    text = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")

    table = text.partition(START)[2].partition(END)[0]
    names = [row.split(" | ")[0].removeprefix("| ") for row in table.splitlines() if row.startswith("| ")][1:]

    assert names == [case.name for case in CASES]
    assert len(names) == len(NAMED)
    assert "OUTSIDE" not in table
