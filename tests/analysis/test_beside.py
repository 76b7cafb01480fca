"""What stands beside an estimate, against scipy and numpy on the rows."""

from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from registry.analysis.pilot import evidence
from registry.domain.evidence import Beside, BesideName, Evidence, Method
from registry.domain.plan import plan_from
from registry.sentences import say
from tests.analysis.pilots import SPEND, VISIT, pilot_plan
from tests.analysis.test_designs import (
    CSAT,
    DIFF_IN_DIFF,
    PRE_POST,
    before_and_after,
    changes_of,
    read,
    weeks_of_stores,
)
from tests.analysis.test_finer_rows import sessions
from tests.analysis.test_pilot import CONTROL, END, moved, pilot
from tests.analysis.test_switchback import blocks

CLUSTERED = {"design": "clustered", "cluster": "store"}


def one(found: Evidence, name: BesideName) -> Beside:
    """The only thing of that name."""
    (told,) = [each for each in found.beside if each.name == name]
    return told


def names(found: Evidence) -> set[BesideName]:
    return {each.name for each in found.beside}


def test_every_lot_is_tried_where_stores_are_few(folder: Path):
    rows = weeks_of_stores().query("after == 1")
    means = rows.groupby(["arm", "store"])["spend"].mean()
    values, treated = means.to_numpy(), means.loc["B"].to_numpy()
    lots = [abs(2 * np.sum(lot) - values.sum()) for lot in combinations(values, len(treated))]
    observed = abs(2 * treated.sum() - values.sum())

    told = one(read(pilot_plan(**CLUSTERED), rows, folder), BesideName.EVERY_LOT)

    assert told.p_value == pytest.approx(np.mean([lot >= observed - 1e-9 for lot in lots]))
    assert f"p = {told.p_value:.4f}" in say(told.message)


def test_every_lot_of_changes_and_the_drift_before_stand_beside_a_difference_in_differences(folder: Path):
    rows = weeks_of_stores(21)
    drift = changes_of(rows, to=0, since=-1)
    witness: Any = stats.ttest_ind(drift["B"], drift["A"])

    found = read(pilot_plan(**DIFF_IN_DIFF), rows, folder)

    placebo = one(found, BesideName.PLACEBO)
    interval = witness.confidence_interval(0.95)
    assert (placebo.low, placebo.high) == pytest.approx((interval.low, interval.high))
    assert placebo.p_value == pytest.approx(witness.pvalue)
    assert BesideName.EVERY_LOT in names(found)


def test_without_an_earlier_period_there_is_no_drift_to_tell(folder: Path):
    rows = weeks_of_stores().query("after >= 0")

    assert BesideName.PLACEBO not in names(read(pilot_plan(**DIFF_IN_DIFF), rows, folder))


def test_what_moved_before_the_change_stands_beside_before_and_after(folder: Path):
    rows = before_and_after(22, 400)
    earlier, before = (rows[rows["after"] == period]["spend"] for period in (-1, 0))
    witness: Any = stats.ttest_ind(before, earlier, equal_var=False)

    placebo = one(read(PRE_POST, rows, folder), BesideName.PLACEBO)

    assert placebo.value == pytest.approx(before.mean() - earlier.mean())
    assert placebo.p_value == pytest.approx(witness.pvalue)
    assert "had moved by" in say(placebo.message)


def test_a_store_without_a_period_is_left_out_and_named(folder: Path):
    rows = weeks_of_stores().query("not (store == 'store 3' and after == 0)")

    told = one(read(pilot_plan(**DIFF_IN_DIFF), rows, folder), BesideName.LEFT_OUT)

    assert say(told.message).startswith("“store 3” has no value in one of the parts")


@pytest.mark.parametrize("design", [CLUSTERED, {"design": "switchback", "block": "hour"}])
def test_how_alike_the_customers_of_a_group_are_is_told_as_their_effective_number(
    design: dict[str, str], folder: Path
):
    is_block = "block" in design
    rows = blocks() if is_block else weeks_of_stores().query("after == 1")
    group, name = ("hour", "wait") if is_block else ("store", "spend")
    metric = {**SPEND, "name": name, "column": name}
    grouped = [part[name].to_numpy() for _, part in rows.groupby(["arm", group])]
    within = sum(((part - part.mean()) ** 2).sum() for part in grouped) / (len(rows) - len(grouped))

    told = one(read(pilot_plan(metric, **design), rows, folder), BesideName.ALIKE)

    assert told.value is not None
    assert 0 < told.value < 1
    # As many independent customers would have the spread between groups that these have.
    spread = rows.groupby("arm")[name].var(ddof=1).mean()
    assert within < spread
    assert told.value == pytest.approx(1 - within / spread, abs=0.1)


def test_of_two_customers_the_one_with_the_higher_answer_is_counted_as_scipy_counts(folder: Path):
    rows = sessions(23).groupby("id", as_index=False).first()
    control, arm = (rows[rows["arm"] == name]["csat"] for name in "AB")
    witness: Any = stats.brunnermunzel(control, arm)
    chance = np.mean([(y > x) + (y == x) / 2 for x in control for y in arm])

    told = one(read(pilot_plan(CSAT), rows, folder), BesideName.WHOSE_IS_HIGHER)

    assert told.value == pytest.approx(chance)
    assert told.p_value == pytest.approx(witness.pvalue)


def long_tail(seed: int, control: int, arm: int) -> Any:
    """Amounts above zero with a long tail."""
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {"arm": ["A"] * control + ["B"] * arm, "spend": rng.lognormal(3, 1.2, control + arm).round(2)}
    )


def test_a_long_tail_among_few_is_told_with_the_lot_drawn_again(folder: Path):
    rows = long_tail(24, 20, 25)
    control, arm = (rows[rows["arm"] == name]["spend"].to_numpy() for name in "AB")
    witness: Any = stats.ttest_ind(
        control,
        arm,
        equal_var=False,
        method=stats.PermutationMethod(n_resamples=9_999, rng=np.random.default_rng(1)),
    )

    found = read(pilot_plan(), rows, folder)

    assert BesideName.LONG_TAIL in names(found)
    assert one(found, BesideName.RESHUFFLED).p_value == pytest.approx(witness.pvalue, abs=0.015)


def test_the_typical_customer_is_told_where_a_tail_is_long(folder: Path):
    rows = long_tail(25, 300, 300)
    logs = [np.log(rows[rows["arm"] == name]["spend"]) for name in "AB"]
    witness: Any = stats.ttest_ind(logs[1], logs[0], equal_var=False)
    interval = witness.confidence_interval(0.95)

    found = read(pilot_plan(), rows, folder)

    told = one(found, BesideName.GEOMETRIC)
    assert (told.low, told.high) == pytest.approx((np.exp(interval.low), np.exp(interval.high)))
    assert told.p_value == pytest.approx(witness.pvalue)
    assert BesideName.LONG_TAIL not in names(found)


def test_the_same_file_read_twice_draws_the_same_lots(folder: Path):
    rows = long_tail(26, 15, 18)

    assert read(pilot_plan(), rows, folder) == read(pilot_plan(), rows, folder)


def test_no_worse_and_no_difference_are_one_sided_p_values(folder: Path):
    rows = sessions(27).groupby("id", as_index=False).first().dropna(subset=["spend"])
    control, arm = (rows[rows["arm"] == name]["spend"].to_numpy() for name in "AB")
    margin, mde = 4.0, 6.0
    guard = {**SPEND, "name": "kept", "role": "guardrail", "margin": margin}
    above: Any = stats.ttest_ind(arm + mde, control, equal_var=False, alternative="greater")
    below: Any = stats.ttest_ind(arm - mde, control, equal_var=False, alternative="less")
    no_worse: Any = stats.ttest_ind(arm + margin, control, equal_var=False, alternative="greater")

    found = read(pilot_plan({**SPEND, "mde": mde}, guard), rows, folder)

    assert one(found, BesideName.EQUIVALENT).p_value == pytest.approx(max(above.pvalue, below.pvalue))
    assert one(found, BesideName.NO_WORSE).p_value == pytest.approx(no_worse.pvalue)


def test_shares_are_compared_with_a_margin_by_their_score(folder: Path):
    rows = pd.DataFrame({"arm": ["A"] * 200 + ["B"] * 200, "visit": [1, 0] * 100 + [1, 0, 0, 1] * 50})
    guard = {**VISIT, "role": "guardrail", "better": "higher", "margin": 0.1}

    found = read(
        pilot_plan({**VISIT, "name": "v", "role": "primary", "better": "higher"}, guard), rows, folder
    )

    # With equal shares the score statistic is margin / sqrt(2 p (1 - p) / n * N / (N - 1)) at the likeliest p
    # under the margin, 0.55 and 0.45: a z of 2.0.
    error = np.sqrt((0.55 * 0.45 + 0.45 * 0.55) / 200 * 400 / 399)
    assert one(found, BesideName.NO_WORSE).p_value == pytest.approx(stats.norm.sf(0.1 / error), rel=1e-6)


def waits(seed: int, n: int = 400) -> Any:
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "arm": ["A", "B"] * (n // 2),
            "store": [f"store {each % 12}" for each in range(n)],
            "wait": rng.exponential(10, n) + 2 * np.array([0, 1] * (n // 2)),
        }
    )


NINTH = {**SPEND, "name": "wait", "column": "wait", "kind": "quantile", "q": 0.9, "better": "lower"}


def test_a_quantile_is_that_of_numpy_with_the_interval_of_ordered_values(folder: Path):
    rows = waits(28)
    control, arm = (np.sort(rows[rows["arm"] == name]["wait"].to_numpy()) for name in "AB")

    found = read(pilot_plan(NINTH), rows, folder)

    (estimate,) = found.estimates
    assert estimate.method is Method.QUANTILE_BOOTSTRAP
    assert (estimate.control_value, estimate.arm_value) == pytest.approx(
        (np.quantile(control, 0.9), np.quantile(arm, 0.9))
    )
    witness: Any = stats.bootstrap(
        (control, arm),
        lambda x, y, axis: np.quantile(y, 0.9, axis=axis) - np.quantile(x, 0.9, axis=axis),
        method="percentile",
        rng=np.random.default_rng(1),
    )
    width = witness.confidence_interval.high - witness.confidence_interval.low
    assert estimate.low == pytest.approx(witness.confidence_interval.low, abs=0.06 * width)
    assert estimate.high == pytest.approx(witness.confidence_interval.high, abs=0.06 * width)
    of_control, of_arm = [each for each in found.beside if each.name is BesideName.QUANTILE_OF_ARM]
    for told, values in ((of_control, control), (of_arm, arm)):
        interval: Any = stats.quantile_test(values, p=0.9).confidence_interval(0.95)
        assert (told.low, told.high) == pytest.approx((interval.low, interval.high))


def test_a_quantile_of_stores_is_drawn_by_whole_stores(folder: Path):
    rows = waits(29).assign(arm=lambda each: each["store"].map(lambda name: "AB"[int(name[6:]) % 2]))

    (estimate,) = read(pilot_plan(NINTH, **CLUSTERED), rows, folder).estimates

    control, arm = (rows[rows["arm"] == name]["wait"] for name in "AB")
    assert estimate.method is Method.CLUSTER_BOOTSTRAP
    assert estimate.difference == pytest.approx(np.quantile(arm, 0.9) - np.quantile(control, 0.9))
    assert (estimate.clusters_control, estimate.clusters_arm) == (6, 6)
    assert estimate.relative is None


def test_a_quantile_of_too_few_values_is_told_without_an_interval(folder: Path):
    (estimate,) = read(pilot_plan(NINTH), waits(30, 20), folder).estimates

    assert (estimate.low, estimate.high, estimate.p_value) == (None, None, None)
    assert estimate.control_value is not None


def test_nothing_of_the_result_stands_beside_it_before_the_end():
    mde = {**SPEND, "mde": 1.0}
    guard = {**SPEND, "name": "returns", "role": "guardrail", "better": "lower", "margin": 0.5}
    data = pilot(spend={"A": CONTROL, "B": moved(1)}, returns={"A": CONTROL, "B": moved(0)})

    early = evidence(pilot_plan(mde, guard, end=END), data, date(2026, 3, 1))
    anytime = evidence(pilot_plan(mde, guard, look="anytime"), data, END)

    assert early.beside == anytime.beside == ()


def test_a_plan_without_margins_has_none_beside_it():
    data = pilot(spend={"A": CONTROL, "B": moved(1)})
    plan = plan_from(pilot_plan().model_dump())

    assert evidence(plan, data, END).beside == ()
