"""The files in `examples/` do what their README says."""

import csv
import json

import pytest

from registry.cli.main import main
from tests.source import ROOT

EXAMPLES = ROOT / "examples"


def test_the_example_pilot_says_what_its_rows_say(capsys: pytest.CaptureFixture[str]):
    with (EXAMPLES / "call-back.csv").open(encoding="utf-8", newline="") as file:
        answers = [(row["offer"], int(row["one_call"])) for row in csv.DictReader(file) if row["one_call"]]
    waited = [answer for arm, answer in answers if arm == "wait"]
    called = [answer for arm, answer in answers if arm == "call back"]

    plan = str(EXAMPLES / "call-back.toml")
    status = main(
        ["analyse", str(EXAMPLES / "call-back.csv"), "--plan", plan, "--as-of", "2026-06-01", "--json"]
    )

    answer = json.loads(capsys.readouterr().out)
    estimate = answer["estimates"][0]
    assert status == 0
    assert (estimate["n_control"], estimate["n_arm"]) == (len(waited), len(called))
    assert estimate["difference"] == pytest.approx(sum(called) / len(called) - sum(waited) / len(waited))
    assert answer["recommendation"]["action"] == "adopt"


def test_the_three_ideas_are_the_doors_that_the_readme_names(capsys: pytest.CaptureFixture[str]):
    main(["assess", str(EXAMPLES / "three-ideas.json"), "--json"])

    doors = [(each["door"], each["near_hinge"]) for each in json.loads(capsys.readouterr().out)]
    assert doors == [("two_way", False), ("two_way", True), ("one_way", False)]
