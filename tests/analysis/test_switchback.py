"""Switched on and off by blocks of hours: blocks are counted, those right after a switch left out."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from registry.analysis.pilot_data import PilotFileRefused
from registry.domain.evidence import Method
from registry.sentences import say
from tests.analysis.pilots import SPEND, pilot_plan
from tests.analysis.test_designs import read


def blocks(seed: int = 8, n: int = 24) -> Any:
    """Customers in blocks of hours that switch by lot; the first of each run still feels the one before."""
    rng = np.random.default_rng(seed)
    arms = ["AB"[each] for each in rng.integers(0, 2, n)]
    rows: list[dict[str, Any]] = []
    for block, arm in enumerate(arms):
        level = rng.normal(10, 1) + 1.5 * (arm == "B")
        rows += [
            {"arm": arm, "hour": block, "wait": level + rng.normal(0, 2)}
            for _ in range(int(rng.integers(3, 30)))
        ]
    return pd.DataFrame(rows)


WAIT = {**SPEND, "name": "wait", "column": "wait", "better": "lower"}
SWITCHBACK = {"design": "switchback", "block": "hour"}


def test_hour_blocks_are_what_is_counted_in_a_switchback(folder: Path):
    rows = blocks()
    of = {arm: rows[rows["arm"] == arm].groupby("hour")["wait"].mean().tolist() for arm in "AB"}
    witness: Any = stats.ttest_ind(of["B"], of["A"])

    found = read(pilot_plan(WAIT, **SWITCHBACK), rows, folder)

    (estimate,) = found.estimates
    assert (estimate.method, found.grade) == (Method.CLUSTER_T, "B")
    assert (estimate.clusters_control, estimate.clusters_arm) == (len(of["A"]), len(of["B"]))
    assert estimate.p_value == pytest.approx(witness.pvalue)


@pytest.mark.parametrize("written", ["{}", "2026-03-{:02}T00:00", "{:.1f}"])
def test_blocks_right_after_a_switch_are_left_out_as_the_plan_says(written: str, folder: Path):
    rows = blocks(9)
    arms = rows.drop_duplicates("hour").set_index("hour")["arm"]
    settled = arms[(arms == arms.shift()) | (arms.index == 0)]
    kept = rows[rows["hour"].isin(settled.index)]
    of = {arm: kept[kept["arm"] == arm].groupby("hour")["wait"].mean().tolist() for arm in "AB"}
    witness: Any = stats.ttest_ind(of["B"], of["A"])
    # Their order is that of their numbers or moments, not of their letters, and not that of the file.
    named = rows.assign(hour=[written.format(hour + 1) for hour in rows["hour"]])
    named = named.sample(frac=1, random_state=1)

    found = read(pilot_plan(WAIT, **SWITCHBACK, burn_in=1), named, folder)

    (estimate,) = found.estimates
    assert estimate.p_value == pytest.approx(witness.pvalue)
    assert sum(found.arms.values()) == len(kept)
    left_out = len(arms) - len(settled)
    assert f"{left_out} of 24 blocks came right after a switch" in " ".join(
        say(check.message) for check in found.checks
    )


def test_blocks_without_an_order_cannot_be_left_out(folder: Path):
    rows = blocks().assign(hour=lambda each: "hour " + each["hour"].astype(str))

    with pytest.raises(PilotFileRefused) as refused:
        read(pilot_plan(WAIT, **SWITCHBACK, burn_in=1), rows, folder)

    assert refused.value.sentence.id == "file-blocks-without-order"


def test_a_burn_in_that_leaves_nothing_of_an_arm_is_refused(folder: Path):
    rows = blocks().assign(arm=lambda each: ["AB"[hour % 2] for hour in each["hour"]])

    with pytest.raises(PilotFileRefused) as refused:
        read(pilot_plan(WAIT, **SWITCHBACK, burn_in=1), rows, folder)

    assert refused.value.sentence.id == "file-arm-unsettled"
    assert refused.value.sentence.values["arm"] == "B"
