"""Rows finer than what was randomised are put together first, as pandas puts them together."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from registry.analysis.pilot_data import PilotFileRefused
from registry.domain.evidence import Method
from tests.analysis.pilots import SPEND, pilot_plan
from tests.analysis.test_designs import CSAT, read
from tests.analysis.witness import welch_p


def sessions(seed: int = 10, customers: int = 80) -> Any:
    """Several sessions of each customer, blanks among them; customers differ."""
    rng = np.random.default_rng(seed)
    rows: list[dict[str, Any]] = []
    for customer in range(customers):
        level = rng.normal(30, 8)
        for _ in range(int(rng.integers(1, 9))):
            orders = int(rng.integers(1, 5))
            rows.append(
                {
                    "arm": "AB"[customer % 2],
                    "id": customer,
                    "channel": ["phone", "chat"][customer % 3 == 0],
                    "spend": None if rng.random() < 0.2 else round(level + rng.normal(0, 5), 2),
                    "history": level,
                    "visit": int(rng.random() < 0.4),
                    "csat": int(rng.integers(1, 6)),
                    "recommend": int(rng.integers(0, 11)),
                    "orders": orders,
                    "returns": int(rng.integers(0, orders + 1)),
                }
            )
    return pd.DataFrame(rows)


FINER = {"rows": "finer", "unit": "id"}


@pytest.mark.parametrize(
    ("kind", "column", "keys"),
    [
        ("mean", "spend", {}),
        ("proportion", "visit", {}),
        ("ordinal", "csat", {"scale": [1, 5]}),
        ("top_box", "csat", {"scale": [1, 5], "threshold": 4}),
        ("nps", "recommend", {}),
    ],
)
def test_rows_finer_than_customers_are_averaged_per_customer_first(
    kind: str, column: str, keys: dict[str, Any], folder: Path
):
    rows = sessions()
    told = {
        "top_box": rows["csat"] >= 4,
        "nps": 100.0 * (rows["recommend"] >= 9) - 100.0 * (rows["recommend"] <= 6),
    }.get(kind, rows[column])
    means = rows.assign(told=told.astype(float)).groupby(["arm", "id"])["told"].mean().dropna()
    control, arm = means["A"].tolist(), means["B"].tolist()

    plan = pilot_plan({**SPEND, "name": kind, "kind": kind, "column": column, **keys}, **FINER)
    found = read(plan, rows, folder)

    (estimate,) = found.estimates
    assert estimate.method is Method.WELCH
    assert (estimate.n_control, estimate.n_arm, found.rows) == (len(control), len(arm), len(rows))
    assert found.arms == {"A": 40, "B": 40}
    assert (estimate.control_value, estimate.arm_value) == pytest.approx((np.mean(control), np.mean(arm)))
    assert estimate.p_value == pytest.approx(welch_p(arm, control))


def test_a_ratio_of_finer_rows_adds_up_both_columns_per_customer(folder: Path):
    rows = sessions(11)
    ratio = {"kind": "ratio", "column": "returns", "denominator": "orders", "better": "lower"}
    summed = rows.groupby(["arm", "id"], as_index=False)[["returns", "orders"]].sum()

    (finer,) = read(pilot_plan({**SPEND, **ratio}, **FINER), rows, folder).estimates
    (whole,) = read(pilot_plan({**SPEND, **ratio}, unit="id"), summed, folder).estimates

    assert finer.n_control == 40
    assert finer.model_dump() == pytest.approx(whole.model_dump())


def test_a_covariate_of_finer_rows_is_one_per_customer(folder: Path):
    rows = sessions(12)
    adjusted = {**SPEND, "covariate": "history"}
    means = rows.groupby(["arm", "id"], as_index=False)[["spend", "history"]].mean()

    (finer,) = read(pilot_plan(adjusted, **FINER), rows, folder).estimates
    (whole,) = read(pilot_plan(adjusted, unit="id"), means, folder).estimates

    assert finer.method is Method.CUPED
    assert finer.p_value == pytest.approx(whole.p_value)


def test_a_customer_with_sessions_in_two_arms_is_left_out_of_both(folder: Path):
    rows = sessions(13)
    mixed = pd.concat([rows, rows.iloc[[0]].assign(arm="B")])

    found = read(pilot_plan(**FINER), mixed, folder)

    assert found.arms == {"A": 39, "B": 40}


def test_a_customer_in_two_segments_is_refused_at_the_row_that_differs(folder: Path):
    rows = sessions(14)
    at = int(rows[rows["id"].duplicated()].index[0])
    rows.loc[at, "channel"] = "letter"

    with pytest.raises(PilotFileRefused) as refused:
        read(pilot_plan(**FINER, segments=["channel"]), rows, folder)

    assert refused.value.sentence.id == "file-segment-moves"
    assert refused.value.sentence.values["row"] == at + 2


def test_a_bad_cell_among_finer_rows_is_named_by_its_own_row(folder: Path):
    rows = sessions(15).astype({"csat": object})
    rows.loc[40, "csat"] = 9

    with pytest.raises(PilotFileRefused) as refused:
        read(pilot_plan(CSAT, **FINER), rows, folder)

    assert (refused.value.sentence.id, refused.value.sentence.values["row"]) == ("file-outside-scale", 42)
