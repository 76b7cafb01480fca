"""The measuring of file to answer: what a process takes, the ratios, the tables, and the wrong answers."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.calibration.table import NoPlaceForTable, kept
from bench.files import rounds, told, turns
from bench.pilot_files.pilot import CELLS, PLAN, READ
from bench.pilot_files.process import ProcessFailed, Used, used
from bench.pilot_files.ratios import Figure, Runs, Target, figures
from bench.pilot_files.table import figure_cells, markdown, run_cells
from bench.pilot_files.way import COLUMN, Form, Way, WrongAnswer, check_counts, check_differences
from registry.analysis.reading.row_columns import columns_needed
from registry.domain.plan_file import parse_plan

SECONDS = {Way.OURS: 2.0, Way.SCAN: 1.6, Way.PANDAS: 9.0, Way.TEA_TASTING: 3.0}
RUNS = [
    Runs(10, form, way, [Used(seconds, 2.5, 200, 310, ""), Used(seconds + 1, 2.5, 220, 300, "")])
    for form in Form
    for way, seconds in SECONDS.items()
]
ESTIMATES = [
    {"metric": metric, "n_control": 5, "n_arm": 4, "difference": 0.25 * number}
    for number, metric in enumerate(COLUMN, start=1)
]
OURS = {"rows": 9, "arms": {"as before": 5, "handwritten card": 4}, "estimates": ESTIMATES}
SCAN = {"rows": 9, "filled": dict.fromkeys(COLUMN.values(), 9)}
PANDAS = {"answers": {metric: [9, 0.25 * number, 0.5] for number, metric in enumerate(COLUMN, start=1)}}


def test_scan_reads_the_columns_of_the_plan_and_the_file_has_others_beside_them():
    plan = parse_plan(PLAN)

    assert set(READ) == set(columns_needed(plan))
    assert set(READ) < set(CELLS)
    assert {metric.name: metric.column for metric in plan.metric} == COLUMN


def test_product_and_scan_take_turns_and_the_larger_the_file_the_fewer():
    assert list(turns(50)) == list(Way)
    assert [way for way in turns(1) if way in {Way.OURS, Way.SCAN}] == [Way.OURS, Way.SCAN] * 5
    assert [rounds(millions) for millions in (1, 10, 50)] == [5, 3, 1]
    assert list(turns(10)).count(Way.PANDAS) == 2


def test_figures_are_ratios_of_medians_and_the_memory_at_its_highest():
    found = {figure.name: figure.value for figure in figures(RUNS) if figure.form is Form.CSV}

    assert found == {
        "Tried & Told ÷ DuckDB’s bare scan": pytest.approx(2.5 / 2.1),
        "pandas and scipy ÷ Tried & Told": pytest.approx(9.5 / 2.5),
        "tea-tasting over DuckDB ÷ Tried & Told": pytest.approx(3.5 / 2.5),
        "largest process, MB": 220,
        "all its processes, MB": 310,
    }


def test_ten_million_rows_have_the_targets_that_were_set_and_one_million_has_none():
    targets = {(one.form, one.name): one.target for one in figures(RUNS) if one.target is not None}
    small = figures([runs._replace(millions=1) for runs in RUNS])

    assert len(targets) == 6
    assert targets[Form.CSV, "Tried & Told ÷ DuckDB’s bare scan"] == Target(1.3)
    assert targets[Form.PARQUET, "Tried & Told ÷ DuckDB’s bare scan"] == Target(2.5)
    assert {one.target for one in small} == {None}


def test_line_says_whether_its_target_is_met():
    most = Figure(10, Form.CSV, "ours ÷ scan", 1.3, Target(1.3))
    least = Figure(10, Form.CSV, "other ÷ ours", 1.99, Target(2, at_most=False))

    assert figure_cells(most) == ("10 M", "CSV", "ours ÷ scan", "1.30", "≤ 1.3", "met")
    assert figure_cells(least)[-2:] == ("≥ 2", "missed")
    assert figure_cells(most._replace(value=317.6, target=None))[-3:] == ("318", "–", "")
    assert run_cells(RUNS[0])[2:] == ("Tried & Told", "2", "2.50", "2.50", "220", "310")


def test_page_keeps_the_tables_in_their_own_place(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text("<!-- calibrate -->\n<!-- /calibrate -->\n<!-- files -->\n<!-- /files -->\n", "utf-8")

    kept(page, markdown(RUNS, list(figures(RUNS)), told="Today."), mark="files")

    lines = page.read_text("utf-8").splitlines()
    assert lines[:4] == ["<!-- calibrate -->", "<!-- /calibrate -->", "<!-- files -->", "Today."]
    assert "| 10 M | CSV | largest process, MB | 220 | ≤ 320 | met |" in lines
    assert (
        len({line.count("|") for line in lines if line.startswith(("| rows | file | figure", "|---:|"))}) == 2
    )
    with pytest.raises(NoPlaceForTable, match="<!-- absent -->"):
        kept(page, "a table", mark="absent")


def test_sentence_says_the_day_the_versions_and_the_machine():
    sentence = told(datetime(2026, 11, 28, 12, tzinfo=UTC), seconds=301.4, by="bench-files")

    assert sentence.startswith(
        "Measured by `make bench-files` on 28 November 2026 in 301 seconds, with Python 3."
    )
    assert ", duckdb 2." in sentence
    assert " core" in sentence


def test_other_counts_than_the_scan_are_a_wrong_answer():
    fewer = SCAN | {"filled": SCAN["filled"] | {"csat": 8}}

    check_counts(json.dumps(OURS), json.dumps(SCAN))
    with pytest.raises(WrongAnswer, match="'satisfaction': 8"):
        check_counts(json.dumps(OURS), json.dumps(fewer))
    with pytest.raises(WrongAnswer, match="rows 10"):
        check_counts(json.dumps(OURS), json.dumps(SCAN | {"rows": 10}))


def test_another_difference_than_that_of_pandas_is_a_wrong_answer():
    other = {"answers": PANDAS["answers"] | {"spend": [9, 0.26, 0.5]}}

    check_differences(json.dumps(OURS), json.dumps(PANDAS))
    with pytest.raises(WrongAnswer, match=r"spend: 0\.25 between the arms, and 0\.26"):
        check_differences(json.dumps(OURS), json.dumps(other))


def test_process_is_measured_with_the_one_that_it_starts():
    holding = "import time; held = bytes([1]) * (60 << 20); time.sleep(0.3)"
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{holding}']); print('done')"

    found = used(["-c", script])

    assert found.output == "done\n"
    assert found.seconds > 0.3
    assert found.together > found.largest > 60


def test_process_that_fails_ends_the_measuring_with_its_complaint():
    with pytest.raises(ProcessFailed, match="no such pilot"):
        used(["-c", "raise SystemExit('no such pilot')"])
