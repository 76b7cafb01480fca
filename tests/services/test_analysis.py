"""`analyse`: from a plan and a file to evidence, on a real pilot."""

import csv
import json
import tempfile
from datetime import date
from pathlib import Path

import pytest

from registry.analysis.pilot_data import PilotFileRefused
from registry.domain.evidence import Evidence
from registry.domain.plan import plan_from
from registry.domain.plan_file import parse_plan
from registry.domain.summary import merged
from registry.services.analysis import analyse
from tests.analysis.pilots import HILLSTROM, hillstrom, pilot_plan
from tests.analysis.witness import welch_interval, welch_p

TODAY = date(2026, 11, 21)
PLAN = parse_plan((Path(__file__).parents[2] / "examples" / "hillstrom.toml").read_text(encoding="utf-8"))


def answers(path: Path, arm: str, column: str) -> list[float]:
    with path.open(encoding="utf-8", newline="") as file:
        return [float(row[column]) for row in csv.DictReader(file) if row["segment"] == arm]


def test_real_pilot_gives_what_scipy_gives_on_its_rows(tmp_path: Path):
    path = hillstrom(tmp_path)

    found = analyse(PLAN, path, TODAY)

    assert list(found.arms) == ["No E-Mail", "Mens E-Mail", "Womens E-Mail"]
    assert {(one.metric, one.arm) for one in found.estimates} == {
        (metric, arm)
        for metric in ("spend", "visit", "conversion")
        for arm in ("Mens E-Mail", "Womens E-Mail")
    }
    for one in found.estimates:
        control, arm = (answers(path, name, one.metric) for name in ("No E-Mail", one.arm))
        assert one.difference == pytest.approx(sum(arm) / len(arm) - sum(control) / len(control), rel=1e-9)
        if one.metric == "spend":
            interval = welch_interval(arm, control, alpha=0.05)
            assert one.p_value == pytest.approx(welch_p(arm, control), rel=1e-6)
            assert (one.low, one.high) == pytest.approx(interval, rel=1e-9)
        elif path == HILLSTROM:
            # At twenty thousand answers an arm the score interval and Wald's nearly coincide.
            assert one.standard_error is not None
            assert one.difference is not None
            assert (one.low, one.high) == pytest.approx(
                (one.difference - 1.96 * one.standard_error, one.difference + 1.96 * one.standard_error),
                abs=2e-4,
            )
    if path == HILLSTROM:
        mens = found.estimates[0]
        # An independent analysis of the same file; the figures stand in the README beside it.
        assert mens.difference == pytest.approx(0.769827, abs=5e-7)
        assert mens.standard_error == pytest.approx(0.145247, abs=5e-7)


def test_summaries_of_two_files_merge_to_those_of_the_whole(tmp_path: Path):
    path = hillstrom(tmp_path)
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    whole = analyse(PLAN, path, TODAY)

    halves: list[Evidence] = []
    for i, part in enumerate((rows[::2], rows[1::2])):
        half = tmp_path / f"half{i}.csv"
        half.write_text("\n".join([header, *part]), encoding="utf-8")
        halves.append(analyse(PLAN, half, TODAY))

    for one, other, both in zip(halves[0].summaries, halves[1].summaries, whole.summaries, strict=True):
        together = merged(one, other)
        assert (together.units, together.n, together.successes) == (both.units, both.n, both.successes)
        assert together.mean == pytest.approx(both.mean, rel=1e-12)
        assert together.variance == pytest.approx(both.variance, rel=1e-12)


def test_evidence_holds_no_row_and_no_unit_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    path = tmp_path / "pilot.csv"
    rows = [f"{'AB'[i % 2]},{1000 + i**3}.{i:02}7,customer-{i:04}" for i in range(40)]
    path.write_text("arm,spend,id\n" + "\n".join(rows), encoding="utf-8")

    told = analyse(pilot_plan(unit="id"), path, TODAY).model_dump_json()

    assert "customer-" not in told
    assert not [row for row in rows if row.split(",")[1] in told]
    assert list(place.iterdir()) == []
    assert json.loads(told)["rows"] == 40


def test_plan_that_looks_and_listens_takes_no_file(tmp_path: Path):
    with pytest.raises(PilotFileRefused) as refused:
        analyse(plan_from({"design": "look_and_listen"}), tmp_path / "nothing.csv", TODAY)

    assert refused.value.sentence.id == "plan-takes-no-data"


def test_refusal_names_the_file_as_people_know_it(tmp_path: Path):
    path = tmp_path / "upload-8f3a"
    path.write_text("arm\nA\n", encoding="utf-8")

    with pytest.raises(PilotFileRefused) as refused:
        analyse(pilot_plan(), path, TODAY, called="March.csv")

    assert refused.value.sentence.values["file"] == "March.csv"


def test_a_reading_keeps_the_words_that_people_saw(tmp_path: Path):
    found = analyse(PLAN, hillstrom(tmp_path), TODAY)

    told = [found.assumption, *(one.message for one in (*found.checks, *found.recommendations))]
    assert all(each.said for each in told)
    assert Evidence.model_validate_json(found.model_dump_json()) == found
