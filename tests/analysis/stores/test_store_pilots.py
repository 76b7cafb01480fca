"""Stores were randomised: from the rows of a file to an estimate that counts stores, not customers."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from scipy import stats

from registry.analysis.pilot import completed, evidence
from registry.analysis.pilot_data import PilotData
from registry.domain.evidence import CheckName, CheckStatus, Evidence, Method
from registry.domain.plan import Plan
from tests.analysis.pilots import SPEND, csv_file, pilot_plan, reduced

END = date(2026, 4, 1)
BEFORE = date(2026, 3, 1)


def stores(seed: int, n: int = 12, *, within: bool = False) -> Any:
    """The customers of *n* unlike stores, every other one in arm B, or with both arms *within* each."""
    rng = np.random.default_rng(seed)
    rows: list[dict[str, Any]] = []
    for store in range(n):
        mean = rng.normal(30, 5)
        for _ in range(int(rng.integers(5, 60))):
            arm = "AB"[int(rng.integers(0, 2)) if within else store % 2]
            before = mean + rng.normal(0, 4)
            rows.append(
                {
                    "arm": arm,
                    "store": f"store {store:02}",
                    "pair": f"pair {store // 2}",
                    "history": before,
                    "spend": before + rng.normal(0, 8),
                }
            )
    return pd.DataFrame(rows)


def read(plan: Plan, rows: Any, folder: Path, as_of: date = END) -> Evidence:
    """What the rows say under the plan."""
    file = csv_file(folder.parent, rows.to_csv(index=False))
    (folder / "data.csv").unlink(missing_ok=True)
    return evidence(plan, reduced(plan, file, folder), as_of)


def plan_of_stores(metric: dict[str, Any] = SPEND, **keys: Any) -> Plan:
    """A plan that randomises stores."""
    return pilot_plan(metric, design="clustered", cluster="store", **keys)


def means(rows: Any, name: str = "spend") -> dict[str, list[float]]:
    """The means of the stores of each arm."""
    by_store = rows.groupby(["arm", "store"])[name].mean()
    return {arm: by_store[arm].tolist() for arm in "AB"}


def test_stores_are_compared_by_their_means_and_counted(folder: Path):
    rows = stores(1)
    of = means(rows)
    witness: Any = stats.ttest_ind(of["B"], of["A"])

    found = read(plan_of_stores(), rows, folder)

    (estimate,) = found.estimates
    assert (estimate.method, found.grade) == (Method.CLUSTER_T, "B")
    assert (estimate.control_value, estimate.arm_value) == pytest.approx((np.mean(of["A"]), np.mean(of["B"])))
    assert estimate.p_value == pytest.approx(witness.pvalue)
    interval = witness.confidence_interval(0.95)
    assert (estimate.low, estimate.high) == pytest.approx((interval.low, interval.high))
    assert (estimate.clusters_control, estimate.clusters_arm) == (6, 6)
    assert estimate.n_control + estimate.n_arm == len(rows)
    assert estimate.relative is not None


def test_a_score_of_stores_is_never_told_as_a_share(folder: Path):
    rows = stores(10)
    rows["recommend"] = np.clip(rows.spend // 4, 0, 10).astype(int)
    nps = {**SPEND, "kind": "nps", "column": "recommend"}

    (estimate,) = read(plan_of_stores(nps), rows, folder).estimates

    points = rows.assign(points=100 * (rows.recommend >= 9) - 100 * (rows.recommend <= 6))
    of = means(points, "points")
    witness: Any = stats.ttest_ind(of["B"], of["A"])
    assert estimate.p_value == pytest.approx(witness.pvalue)
    assert estimate.relative is None


def test_the_lot_is_counted_in_stores(folder: Path):
    rows = stores(2)

    names = [check.name for check in read(plan_of_stores(), rows, folder).checks]
    planned = read(plan_of_stores(shares={"A": 1, "B": 1}), rows, folder)

    assert CheckName.CLUSTERS in names
    assert CheckName.SAMPLE_RATIO not in names
    ratio = next(check for check in planned.checks if check.name is CheckName.SAMPLE_RATIO)
    assert (ratio.status, ratio.p_value) == (CheckStatus.OK, 1.0)


@pytest.mark.parametrize(("n", "status"), [(2, CheckStatus.FAIL), (6, CheckStatus.WARN), (8, CheckStatus.OK)])
def test_few_stores_are_told_and_one_in_an_arm_is_not_enough(n: int, status: CheckStatus, folder: Path):
    found = read(plan_of_stores(), stores(3, n), folder)

    assert next(check for check in found.checks if check.name is CheckName.CLUSTERS).status is status
    assert (found.recommendation.rule == "invalid") == (status is CheckStatus.FAIL)


def test_both_arms_within_each_store_are_compared_within_it(folder: Path):
    rows = stores(4, within=True)
    of = means(rows)

    (estimate,) = read(plan_of_stores(within_cluster=True), rows, folder).estimates

    witness: Any = stats.ttest_rel(of["B"], of["A"])
    assert estimate.method == Method.PAIRED_T
    assert estimate.p_value == pytest.approx(witness.pvalue)


def test_matched_stores_are_compared_in_their_pairs(folder: Path):
    rows = stores(5)
    of = means(rows)

    (estimate,) = read(plan_of_stores(pair="pair"), rows, folder).estimates

    # Neighbouring stores are a pair, and the first of each is in arm A.
    witness: Any = stats.ttest_rel(of["B"], of["A"])
    assert estimate.method == Method.PAIRED_T
    assert estimate.p_value == pytest.approx(witness.pvalue)


def test_a_covariate_is_one_of_stores(folder: Path):
    rows = stores(6)
    by_store = rows.groupby(["arm", "store"], as_index=False)[["spend", "history"]].mean()
    ols: Any = smf.ols("spend ~ arm + history", by_store).fit()

    (estimate,) = read(plan_of_stores({**SPEND, "covariate": "history"}), rows, folder).estimates

    assert estimate.method == Method.CLUSTER_ANCOVA
    assert estimate.p_value == pytest.approx(ols.pvalues["arm[T.B]"])


def test_where_every_customer_counts_the_same_the_difference_is_that_of_customers(folder: Path):
    rows = stores(7)
    apart = rows[rows.arm == "B"].spend.mean() - rows[rows.arm == "A"].spend.mean()

    (estimate,) = read(plan_of_stores(weight="unit"), rows, folder).estimates

    assert estimate.method == Method.CR2
    assert estimate.difference == pytest.approx(apart)


def test_stores_that_answer_less_in_one_arm_are_told(folder: Path):
    rows = stores(8)
    silent = (rows.arm == "B") & (rows.index % 5 > 0)
    rows.loc[silent, "spend"] = np.nan
    survey = {**SPEND, "survey": True}

    response = next(
        check
        for check in read(plan_of_stores(survey), rows, folder).checks
        if check.name is CheckName.RESPONSE
    )

    shares = rows.assign(answered=rows.spend.notna()).groupby(["arm", "store"]).answered.mean()
    witness: Any = stats.ttest_ind(shares["B"], shares["A"])
    assert response.status is CheckStatus.WARN
    assert response.p_value == pytest.approx(witness.pvalue)


def test_at_the_end_the_stores_of_an_earlier_reading_say_what_the_file_would(folder: Path):
    rows, plan = stores(9), plan_of_stores(end="2026-03-31")

    data = reduced(plan, csv_file(folder.parent, rows.to_csv(index=False)), folder)
    early = evidence(plan, data, BEFORE)
    late = completed(plan, early, PilotData.model_validate_json(data.model_dump_json()), END)

    assert early.estimates[0].difference is None
    assert late.estimates == read(plan, rows, folder).estimates
