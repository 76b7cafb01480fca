"""`python -m registry analyse`: evidence as JSON and as a table, bad input in one line."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from registry.cli.main import main
from registry.domain.plan import fingerprint
from registry.domain.plan_file import parse_plan, plan_text
from registry.services.analysis import analyse
from tests.analysis.pilots import HILLSTROM, SPEND, hillstrom, pilot_plan

EXAMPLE = Path(__file__).parents[2] / "examples" / "hillstrom.toml"
ESTIMATE = [
    *("metric", "role", "arm", "control", "control_value", "arm_value", "difference", "standard_error"),
    *("low", "high", "p_value", "p_adjusted", "alpha_used", "relative", "relative_low", "relative_high"),
    *("method", "n_control", "n_arm", "clusters_control", "clusters_arm"),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "pilot.csv"
    path.write_text("arm,spend\n" + "".join(f"{'AB'[i % 2]},{i % 7}\n" for i in range(60)), encoding="utf-8")
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(plan_text(pilot_plan({**SPEND, "mde": 0.5}, end=date(2026, 3, 31))), encoding="utf-8")
    return path


def asked(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    assert main(["analyse", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_has_the_promised_keys_and_no_other(data: Path, plan: Path, capsys: pytest.CaptureFixture[str]):
    told = asked(capsys, data, "--plan", plan)

    assert list(told) == [
        *("plan_fingerprint", "rows", "arms", "grade", "assumption", "checks", "estimates"),
        *("recommendation", "recommendations", "beside", "segments", "interactions", "looks"),
    ]
    assert list(told["estimates"][0]) == ESTIMATE
    assert list(told["checks"][0]) == ["name", "status", "p_value", "message"]
    assert list(told["recommendation"]) == ["arm", "action", "rule", "message"]
    assert told["recommendations"] == [told["recommendation"]]
    assert told["plan_fingerprint"] == fingerprint(parse_plan(plan.read_text(encoding="utf-8")))
    assert (told["rows"], told["arms"], told["grade"]) == (60, {"A": 30, "B": 30}, "A")
    assert told["assumption"].startswith("Customers were drawn by lot")


def test_json_keeps_every_digit_of_the_evidence(data: Path, plan: Path, capsys: pytest.CaptureFixture[str]):
    evidence = analyse(parse_plan(plan.read_text(encoding="utf-8")), data, date(2026, 4, 1))

    told = asked(capsys, data, "--plan", plan, "--as-of", "2026-04-01")

    assert told["estimates"] == evidence.model_dump(mode="json")["estimates"]


def test_before_its_end_the_primary_is_null(data: Path, plan: Path, capsys: pytest.CaptureFixture[str]):
    told = asked(capsys, data, "--plan", plan, "--as-of", "2026-03-30")

    (estimate,) = told["estimates"]
    assert (estimate["difference"], estimate["low"], estimate["p_value"]) == (None, None, None)
    assert told["recommendation"]["action"] == "keep_going"
    assert "the plan ends on 31 March 2026" in told["recommendation"]["message"]


def test_real_pilot_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    told = asked(capsys, hillstrom(tmp_path), "--plan", EXAMPLE)

    mens = told["estimates"][0]
    assert (mens["metric"], mens["arm"], mens["control"]) == ("spend", "Mens E-Mail", "No E-Mail")
    if HILLSTROM.exists():
        # The figures of the independent analysis in the README beside the file.
        assert (round(mens["difference"], 6), round(mens["standard_error"], 6)) == (0.769827, 0.145247)
        assert told["recommendation"]["action"] == "adopt"


def test_table_is_read_by_people(tmp_path: Path, plan: Path, capsys: pytest.CaptureFixture[str]):
    rows = "".join(f"{arm},{i % 5 + add}\n" for i in range(500) for arm, add in (("A", 0), ("B", 9)))
    (tmp_path / "sure.csv").write_text("arm,spend\n" + rows, encoding="utf-8")

    assert main(["analyse", str(tmp_path / "sure.csv"), "--plan", str(plan)]) == 0

    told = capsys.readouterr().out
    assert told.startswith("Adopt (better, and safe). With “B”, “spend” got better.")
    assert "< 0.0001" in told
    assert "Welch’s test" in told
    assert "95 % interval" in told


def test_data_may_come_through_standard_input_and_leave_nothing(data: Path, plan: Path, tmp_path: Path):
    place = tmp_path / "temporary"
    place.mkdir()

    told = subprocess.run(
        [sys.executable, "-m", "registry", "analyse", "-", "--plan", plan, "--json"],
        input=data.read_bytes(),
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={"PATH": "/usr/bin:/bin", "TMPDIR": str(place), "PYTHONUTF8": "1"},
    )

    assert json.loads(told.stdout)["rows"] == 60
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", "“pilot.csv” is empty."),
        ("arm,spend\nA,1\nB,N/A\n", "Row 3 of “pilot.csv” has “N/A” in column “spend”"),
        ("arm,spent\nA,1\nB,2\n", "“pilot.csv” has no column “spend”. Did you mean “spent”?"),
        ("arm,spend\nA,1\nA,2\n", "Column “arm” of “pilot.csv” has only “A”."),
        ("arm,spend\nC,1\nB,2\n", "Column “arm” of “pilot.csv” has no “A”, the plan’s control."),
    ],
)
def test_bad_data_is_one_line_on_standard_error(
    text: str, begins: str, data: Path, plan: Path, capsys: pytest.CaptureFixture[str]
):
    data.write_text(text, encoding="utf-8")

    code = main(["analyse", str(data), "--plan", str(plan)])

    told = capsys.readouterr()
    assert (code, told.out, told.err.count("\n")) == (2, "", 1)
    assert told.err.startswith(begins)


@pytest.mark.parametrize(
    ("given", "told"),
    [("pilots", "“pilots” is a folder."), ("pilots/..", "“..” is a folder."), (".", "“.” is")],
)
def test_folder_in_place_of_data_is_called_a_folder(
    given: str, told: str, plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (plan.parent / "pilots").mkdir()
    monkeypatch.chdir(plan.parent)

    assert main(["analyse", given, "--plan", str(plan)]) == 2

    assert capsys.readouterr().err.startswith(told)


def test_data_under_a_name_that_is_not_utf_8_is_refused_in_one_line(
    data: Path, plan: Path, capsys: pytest.CaptureFixture[str]
):
    renamed = data.rename(data.with_name("pil\udcfft.csv"))

    assert main(["analyse", str(renamed), "--plan", str(plan)]) == 2

    told = capsys.readouterr().err
    assert told.startswith("The name of “")
    assert told.rstrip("\n").isprintable()


def test_links_in_a_circle_are_told_in_one_line(plan: Path, capsys: pytest.CaptureFixture[str]):
    circle = plan.with_name("circle.csv")
    circle.symlink_to(circle)

    assert main(["analyse", str(circle), "--plan", str(plan)]) == 2

    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert "circle.csv" in told


@pytest.mark.parametrize("shape", [[], ["--json"]])
def test_names_from_a_file_steer_no_terminal(
    shape: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "plan.toml").write_text(
        plan_text(pilot_plan({**SPEND, "mde": 0.5}, end=date(2026, 3, 31))), encoding="utf-8"
    )
    arm = "B\x1b[31m\u202e\x9b"
    rows = "".join(f"{('A', arm)[i % 2]},{i % 7}\n" for i in range(60))
    (tmp_path / "pilot.csv").write_text("arm,spend\n" + rows, encoding="utf-8")

    assert main(["analyse", str(tmp_path / "pilot.csv"), "--plan", str(tmp_path / "plan.toml"), *shape]) == 0

    told = capsys.readouterr().out
    assert "[31m" in told
    assert all(line.isprintable() for line in told.split("\n"))


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["--as-of", "soon"], "“soon” is not a day."),
        (["--as-of", "2026-02-30"], "“2026-02-30” is not a day."),
    ],
)
def test_bad_day_is_one_line_on_standard_error(
    arguments: list[str], begins: str, data: Path, plan: Path, capsys: pytest.CaptureFixture[str]
):
    code = main(["analyse", str(data), "--plan", str(plan), *arguments])

    told = capsys.readouterr()
    assert (code, told.err.count("\n")) == (2, 1)
    assert told.err.startswith(begins)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", "The plan’s file is empty."),
        ("design = ", "This is not a plan file"),
        ('desing = "randomised"', "The plan has a key “desing” that we do not know. Did you mean “design”?"),
        (
            plan_text(pilot_plan()).replace('"randomised"', '"switchback"'),
            "The design “switchback” needs the key “block”",
        ),
    ],
)
def test_bad_plan_is_one_line_on_standard_error(
    text: str, begins: str, data: Path, plan: Path, capsys: pytest.CaptureFixture[str]
):
    plan.write_text(text, encoding="utf-8")

    code = main(["analyse", str(data), "--plan", str(plan)])

    told = capsys.readouterr()
    assert (code, told.err.count("\n")) == (2, 1)
    assert told.err.startswith(begins)
