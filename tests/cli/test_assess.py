"""`python -m registry assess`."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from registry.cli.main import main
from registry.domain.risk import NAMES

KEYS = [
    "door",
    "near_hinge",
    "score",
    "score_low",
    "knockouts",
    "reasons",
    "settling_question",
    "levers",
    "policy_version",
]
CARD: dict[str, Any] = {
    "exposure": 5,
    "people": {"at_most": 2000},
    "undo_time": "never",
    "undo_cost": 100,
    "money_at_risk": {"percent_of_revenue": 0.01},
    "harm": "none",
    "law": "ordinary",
    "promise": "none",
    "data": "untouched",
    "spotlight": "posts",
    "detection": "week",
    "colleagues": "habit",
    "undo_control": "us",
    "duration_days": 28,
}
"""A handwritten card in the parcel: it cannot be unsent, and nothing much depends on it."""


def write(folder: Path, profile: Any) -> str:
    file = folder / "profile.json"
    file.write_text(profile if isinstance(profile, str) else json.dumps(profile), encoding="utf-8")
    return str(file)


def test_a_card_in_the_parcel_is_a_two_way_door(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = main(["assess", write(tmp_path, CARD), "--yearly-revenue", "10000000", "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert status == 0
    assert list(answer) == KEYS
    assert (answer["door"], answer["near_hinge"], answer["policy_version"]) == ("two_way", False, 1)
    # 3/4 + 2/4 + 5 + 4/3 + 3/3 + 2/3 + 3/3 = 10.25 points of 49; undo_cost 100 is 0.001 %: level 0.
    assert answer["score"] == pytest.approx(100 * 10.25 / 49)
    assert answer["reasons"][0] == "Going back could take longer than a month, or never be possible."
    assert answer["settling_question"] is None


def test_a_profile_without_answers_is_undecided(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    main(["assess", write(tmp_path, {}), "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert (answer["door"], answer["score_low"], answer["score"]) == ("undecided", 0, 100)
    assert answer["settling_question"] == "harm"
    assert len(answer["reasons"]) == len(answer["knockouts"]) + len(NAMES)


def test_a_list_of_profiles_gives_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    main(["assess", write(tmp_path, [CARD, {**CARD, "harm": "lasting"}, CARD]), "--json"])

    answers = json.loads(capsys.readouterr().out)
    assert [answer["door"] for answer in answers] == ["two_way", "one_way", "two_way"]


def test_each_table_of_a_list_says_which_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    main(["assess", write(tmp_path, [CARD, {**CARD, "harm": "lasting"}])])

    tables = [shown.splitlines() for shown in capsys.readouterr().out.split("\n\n")]
    assert [lines[0] for lines in tables] == ["1 of 2", "2 of 2"]
    assert [lines[1].split()[1] for lines in tables] == ["Two-way", "One-way"]


def test_an_empty_list_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = main(["assess", write(tmp_path, [])])

    shown = capsys.readouterr().out
    assert (status, len(shown.splitlines())) == (0, 1)
    assert shown.startswith("The list is empty")


def test_an_empty_list_is_an_empty_list_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["assess", write(tmp_path, []), "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == []


def test_levers_are_lists_of_their_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    endless = {**CARD, "promise": "open_ended", "exposure": 20}

    main(["assess", write(tmp_path, endless), "--yearly-revenue", "10000000", "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert answer["knockouts"] == ["promise"]
    assert answer["levers"] == [["start_small"], ["trial_wording"]]


def test_without_json_people_read_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = main(["assess", write(tmp_path, {**CARD, "harm": "lasting"})])

    shown = capsys.readouterr().out
    assert status == 0
    assert shown.splitlines()[0].split("  ")[-1] == "One-way door"
    assert "No change of size makes this a two-way door." in shown


def test_standard_input_is_read_for_a_dash():
    done = subprocess.run(
        [sys.executable, "-m", "registry", "assess", "-", "--json"],
        input=json.dumps(CARD).encode(),
        capture_output=True,
        check=True,
    )

    assert json.loads(done.stdout)["door"] == "two_way"


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ("", "is not JSON: line 1, column 1"),
        ("{'harm': 'none'}", "is not JSON: line 1"),
        ("[" * 100_000, "too large"),
        ("9" * 5_000, "too large"),
        ('{"harm": "none", "harm": "lasting"}', "“harm” is given twice"),
        ('"none"', "A risk profile is a set of answers"),
        ('{"harms": "none"}', "no risk question"),
        ('{"harm\\n\\u2028\\u001b[31m": "none"}', "no risk question"),
        ('{"people": true}', "“people” needs a number"),
        ('{"people": NaN}', "“people” needs a number"),
        ('[{}, {"harm": "none"}, {"harm": "awful"}]', "Element 3 of the list: “harm” cannot be"),
        ("[null]", "Element 1 of the list: A risk profile"),
    ],
)
def test_a_profile_that_cannot_be_used_gets_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], profile: str, told: str
):
    status = main(["assess", write(tmp_path, profile), "--json"])

    written = capsys.readouterr()
    assert (status, written.out) == (2, "")
    assert told in written.err
    assert len(written.err.splitlines()) == 1
    assert written.err.rstrip("\n").isprintable()


def test_a_file_that_is_not_utf_8_gets_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "latin.json"
    file.write_bytes('{"harm": "für niemand"}'.encode("latin-1"))

    status = main(["assess", str(file)])

    assert status == 2
    assert "is not UTF-8 text" in capsys.readouterr().err


def test_a_byte_order_mark_is_no_hindrance(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "marked.json"
    file.write_text(json.dumps(CARD), encoding="utf-8-sig")

    assert main(["assess", str(file)]) == 0


@pytest.mark.parametrize("revenue", ["0", "-5", "nan", "inf"])
def test_a_yearly_revenue_must_be_above_zero(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], revenue: str
):
    status = main(["assess", write(tmp_path, CARD), f"--yearly-revenue={revenue}"])

    assert status == 2
    assert "must be a number above zero" in capsys.readouterr().err


def test_assessing_loads_nothing_of_the_engine():
    """What is not imported cannot slow the start: a thousand profiles are to take less than two seconds."""
    heavy = "{'duckdb', 'scipy', 'numpy', 'sqlite_utils', 'streamlit'}"
    script = (
        "import sys; from registry.cli.main import main; main(['assess', '-', '--json']); "
        f"print(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", script], input=b"{}", capture_output=True, check=True)

    assert done.stderr.decode().strip() == "[]"
