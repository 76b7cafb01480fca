"""Each kind of metric from the rows of a file to its estimate, as scipy has it from the rows."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from scipy import stats

from registry.analysis.pilot import evidence
from registry.domain.evidence import Estimate, Method
from registry.domain.plan import Plan
from tests.analysis.pilot_rows import RETURNS, as_csv, column, rows_of
from tests.analysis.pilots import SPEND, csv_file, pilot_plan, reduced
from tests.analysis.witness import welch_interval, welch_p

TODAY = date(2026, 4, 1)
CSAT: dict[str, Any] = {
    "name": "csat",
    "role": "primary",
    "kind": "ordinal",
    "column": "csat",
    "better": "higher",
    "scale": [1, 5],
    "survey": True,
}
NPS: dict[str, Any] = {
    **{key: value for key, value in CSAT.items() if key != "scale"},
    "name": "recommend",
    "kind": "nps",
    "column": "recommend",
}


def read(plan: Plan, file: Path, folder: Path) -> Estimate:
    """The estimate of the plan's first metric."""
    return evidence(plan, reduced(plan, file, folder), TODAY).estimates[0]


def test_an_answer_on_a_scale_is_compared_by_its_mean(tmp_path: Path, folder: Path):
    rows = rows_of(5)
    control, arm = (
        [answer for answer in column(rows, "csat", arm=name) if answer is not None] for name in "AB"
    )

    found = read(pilot_plan(CSAT), as_csv(tmp_path, rows), folder)

    assert (found.method, found.n_control, found.n_arm) == (Method.WELCH, len(control), len(arm))
    assert found.p_value == pytest.approx(welch_p(arm, control))


def test_a_ratio_is_compared_by_its_linearised_values(tmp_path: Path, folder: Path):
    rows = rows_of(6)
    linearised: list[list[float]] = []
    ratios: list[float] = []
    for name in "AB":
        returns, orders = (np.array(column(rows, which, arm=name), float) for which in ("returns", "orders"))
        ratios.append(float(returns.sum() / orders.sum()))
        linearised.append((ratios[-1] + (returns - ratios[-1] * orders) / orders.mean()).tolist())
    control, arm = linearised

    plan = pilot_plan({**RETURNS, "role": "primary", "better": "lower"})
    found = read(plan, as_csv(tmp_path, rows), folder)

    assert found.method == Method.RATIO
    assert (found.control_value, found.arm_value) == pytest.approx(ratios)
    assert (found.low, found.high) == pytest.approx(welch_interval(arm, control, alpha=0.05))
    assert found.p_value == pytest.approx(welch_p(arm, control))


def test_a_net_promoter_score_is_compared_in_points_and_never_as_a_share(tmp_path: Path, folder: Path):
    rows = rows_of(8)
    points = [
        [100.0 * ((answer or 0) >= 9) - 100.0 * ((answer or 0) <= 6) for answer in answers]
        for answers in (column(rows, "recommend", arm=name) for name in "AB")
    ]

    found = read(pilot_plan(NPS), as_csv(tmp_path, rows), folder)

    assert found.method == Method.NET_PROMOTER
    assert (found.control_value, found.arm_value) == pytest.approx([np.mean(each) for each in points])
    assert found.p_value == pytest.approx(welch_p(points[1], points[0]))
    assert (found.relative, found.relative_low) == (None, None)


def test_a_score_of_nine_answers_is_not_shown(tmp_path: Path, folder: Path):
    text = "arm,recommend\n" + "A,9\nA,3\n" * 10 + "B,10\nB,8\nB,2\n" * 3

    found = read(pilot_plan(NPS), csv_file(tmp_path, text), folder)

    assert (found.control_value, found.arm_value, found.difference, found.n_arm) == (0, None, None, 9)


def test_a_top_box_is_the_share_of_answers_from_its_threshold_on(tmp_path: Path, folder: Path):
    rows = rows_of(9)
    yes = [{**row, "yes": None if row["csat"] is None else int(row["csat"] >= 4)} for row in rows]
    shares = {**NPS, "name": "csat", "kind": "proportion", "column": "yes"}

    found = read(pilot_plan({**CSAT, "kind": "top_box", "threshold": 4}), as_csv(tmp_path, rows), folder)
    (folder / "data.csv").unlink()
    witness = read(pilot_plan(shares), as_csv(tmp_path, yes), folder)

    assert found == witness
    assert found.method == Method.MIETTINEN_NURMINEN


def test_a_covariate_takes_its_part_of_the_noise_away(tmp_path: Path, folder: Path):
    rng = np.random.default_rng(10)
    rows = [
        {"arm": "AB"[i % 2], "history": (before := float(rng.normal(50, 20))), "spend": before + rng.normal()}
        for i in range(200)
    ]
    ols: Any = smf.ols("spend ~ arm + history", pd.DataFrame(rows)).fit()

    found = read(pilot_plan({**SPEND, "covariate": "history"}), as_csv(tmp_path, rows), folder)

    assert found.method == Method.CUPED
    assert found.difference == pytest.approx(ols.params["arm[T.B]"], rel=1e-6)
    assert found.standard_error == pytest.approx(ols.bse["arm[T.B]"], rel=1e-3)


def test_a_covariate_that_says_nothing_leaves_the_plain_means(tmp_path: Path, folder: Path):
    rows = [{**row, "history": 7} for row in rows_of(11)]
    control, arm = (
        [answer for answer in column(rows, "spend", arm=name) if answer is not None] for name in "AB"
    )

    found = read(pilot_plan({**SPEND, "covariate": "history"}), as_csv(tmp_path, rows), folder)

    assert found.method == Method.WELCH
    assert found.p_value == pytest.approx(welch_p(arm, control))
    assert found.relative == pytest.approx(np.mean(arm) / np.mean(control) - 1)


def test_few_complaints_get_an_exact_p(tmp_path: Path, folder: Path):
    complaint = {**SPEND, "name": "complaint", "kind": "proportion", "column": "complaint"}
    text = "arm,complaint\n" + "A,0\n" * 20 + "B,1\n" * 4 + "B,0\n" * 16

    found = read(pilot_plan(complaint), csv_file(tmp_path, text), folder)

    witness: Any = stats.boschloo_exact([[0, 4], [20, 16]])
    assert found.method == Method.BOSCHLOO
    assert found.p_value == pytest.approx(witness.pvalue, rel=0.02)
