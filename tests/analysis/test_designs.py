"""Every design from the rows of a file to its estimate, as scipy or statsmodels has it from the rows."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from scipy import stats

from registry.analysis.pilot import evidence
from registry.analysis.pilot_data import PilotFileRefused
from registry.domain.evidence import Action, Evidence, Method
from registry.domain.plan import Plan, plan_from
from registry.sentences import say
from tests.analysis.pilots import SPEND, csv_file, pilot_plan, reduced
from tests.analysis.witness import welch_interval

TODAY = date(2026, 4, 1)
CSAT = {**SPEND, "name": "csat", "kind": "ordinal", "column": "csat", "scale": [1, 5]}


def read(plan: Plan, rows: Any, folder: Path) -> Evidence:
    """What the *rows*, a data frame, say under the plan."""
    file = csv_file(folder.parent, rows.to_csv(index=False))
    for left in folder.glob("data.*"):
        left.unlink()
    return evidence(plan, reduced(plan, file, folder), TODAY)


def weeks_of_stores(seed: int = 3, stores: int = 10) -> Any:
    """Customers of stores in three periods; half of the stores change after period 0."""
    rng = np.random.default_rng(seed)
    rows: list[dict[str, Any]] = []
    for store in range(stores):
        level = rng.normal(30, 6)
        for period in (-1, 0, 1):
            drift, effect = 2.0 * period, 3.0 * (store % 2) * (period == 1)
            rows += [
                {
                    "arm": "AB"[store % 2],
                    "store": f"store {store}",
                    "pair": f"pair {store // 2}",
                    "after": period,
                    "spend": level + drift + effect + rng.normal(0, 3),
                }
                for _ in range(int(rng.integers(8, 25)))
            ]
    return pd.DataFrame(rows)


def changes_of(rows: Any, *, to: int = 1, since: int = 0) -> dict[str, list[float]]:
    """How much each store of each arm changed, from the rows."""
    means = rows.groupby(["arm", "store", "after"])["spend"].mean().unstack("after")
    return {arm: (means.loc[arm][to] - means.loc[arm][since]).tolist() for arm in "AB"}


DIFF_IN_DIFF = {"design": "diff_in_diff", "cluster": "store", "period": "after"}


def test_difference_in_differences_compares_the_changes_of_stores(folder: Path):
    rows = weeks_of_stores()
    changes = changes_of(rows)
    table = pd.DataFrame([(arm == "B", change) for arm, of in changes.items() for change in of])
    witness = smf.ols("change ~ treated", table.set_axis(["treated", "change"], axis=1)).fit()

    found = read(pilot_plan(**DIFF_IN_DIFF), rows, folder)

    (estimate,) = found.estimates
    low, high = witness.conf_int().loc["treated[T.True]"]
    assert (estimate.method, found.grade) == (Method.DIFF_IN_DIFF, "C")
    assert estimate.difference == pytest.approx(witness.params["treated[T.True]"])
    assert (estimate.low, estimate.high) == pytest.approx((low, high))
    assert estimate.p_value == pytest.approx(witness.pvalues["treated[T.True]"])
    assert (estimate.control_value, estimate.arm_value) == pytest.approx(
        (np.mean(changes["A"]), np.mean(changes["B"]))
    )
    assert found.recommendation.rule == "better_and_safe"
    assert "step by step" in say(found.recommendation.message)


def test_difference_in_differences_of_matched_pairs_is_a_paired_test_of_changes(folder: Path):
    rows = weeks_of_stores(4)
    changes = changes_of(rows)
    witness: Any = stats.ttest_rel(changes["B"], changes["A"])

    (estimate,) = read(pilot_plan(**DIFF_IN_DIFF, pair="pair"), rows, folder).estimates

    assert estimate.method is Method.PAIRED_T
    assert estimate.p_value == pytest.approx(witness.pvalue)


def test_difference_in_differences_within_stores_takes_each_store_as_its_own_pair(folder: Path):
    rows = weeks_of_stores(5)
    both = pd.concat([rows.assign(arm="A"), rows.assign(arm="B", spend=rows["spend"] + rows["after"] % 7)])
    noisy = both.assign(spend=both["spend"] + np.random.default_rng(1).normal(0, 2, len(both)))
    witness: Any = stats.ttest_rel(changes_of(noisy)["B"], changes_of(noisy)["A"])

    (estimate,) = read(pilot_plan(**DIFF_IN_DIFF, within_cluster=True), noisy, folder).estimates

    assert estimate.method is Method.PAIRED_T
    assert estimate.p_value == pytest.approx(witness.pvalue)


def before_and_after(seed: int = 6, n: int = 200) -> Any:
    """Customers before, after, and before that."""
    rng = np.random.default_rng(seed)
    period = rng.choice([-1, 0, 1], n)
    return pd.DataFrame({"after": period, "spend": rng.normal(20, 5, n) + 4 * (period == 1) + period})


PRE_POST = plan_from({"design": "pre_post", "period": "after", "metric": [SPEND]})


def test_before_and_after_is_a_difference_that_never_recommends_to_adopt(folder: Path):
    rows = before_and_after()
    before, after = (rows[rows["after"] == period]["spend"].tolist() for period in (0, 1))

    found = read(PRE_POST, rows, folder)

    (estimate,) = found.estimates
    assert (estimate.control, estimate.arm, found.grade) == ("before", "after", "D")
    assert found.arms == {"before": len(before), "after": len(after)}
    assert (estimate.low, estimate.high) == pytest.approx(welch_interval(after, before, alpha=0.05))
    assert estimate.low is not None
    assert estimate.low > 0
    assert found.recommendation.action is Action.CANNOT_TELL
    assert "moved to the better side at the same time" in say(found.recommendation.message)


def test_the_same_customer_may_stand_before_and_after_but_not_twice_in_either(folder: Path):
    plan = plan_from({**PRE_POST.model_dump(), "unit": "id"})
    rows = before_and_after(7, 60).assign(id=lambda each: each.groupby("after").cumcount())

    assert [check.name.value for check in read(plan, rows, folder).checks[:2]] == [
        "repeated_units",
        "switched_units",
    ]
    with pytest.raises(PilotFileRefused) as refused:
        read(plan, pd.concat([rows, rows.iloc[[10]]]), folder)
    assert (refused.value.sentence.id, refused.value.sentence.values["row"]) == ("file-unit-repeated", 62)


@pytest.mark.parametrize("absent", [0, 1])
def test_a_time_that_nobody_was_measured_in_is_refused(absent: int, folder: Path):
    rows = before_and_after()

    with pytest.raises(PilotFileRefused) as refused:
        read(PRE_POST, rows[rows["after"] != absent], folder)

    assert f"has no {absent}, so nothing is known of the time" in say(refused.value.sentence)


def test_a_period_above_one_is_refused_with_its_row(folder: Path):
    rows = before_and_after().assign(after=lambda each: each["after"].where(each.index != 17, 2))

    with pytest.raises(PilotFileRefused) as refused:
        read(PRE_POST, rows, folder)

    assert refused.value.sentence.values["row"] == 19
    assert refused.value.sentence.id == "file-period-unreadable"
