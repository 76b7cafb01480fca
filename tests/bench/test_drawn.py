"""What the battery draws is what the reader would have read from a file of it."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench.calibration import store_draws
from bench.calibration.answers import CSAT, RECOMMEND, RETURNS, SHARE, SPEND, half_silent, scores, yes
from bench.calibration.drawn import Group, Numbers, data_of, is_different, taken
from registry.domain.evidence import Estimate, Method
from registry.domain.plan import Role
from tests.analysis.pilots import csv_file, pilot_plan, reduced
from tests.analysis.summaries import assert_same

METRICS: tuple[dict[str, Any], ...] = (
    {**SPEND, "covariate": "before"},
    *({**metric, "role": "watch"} for metric in (CSAT, SHARE, RECOMMEND, RETURNS)),
    {**CSAT, "name": "top box", "kind": "top_box", "threshold": 4, "role": "watch"},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The private folder that the reader would get."""
    private = tmp_path / "private"
    private.mkdir()
    return private


def customers(rng: np.random.Generator, n: int) -> dict[str, Numbers]:
    """Every column that the battery knows, with blanks where customers may be silent."""
    (ordered,) = store_draws.returning(rng, np.array([n]))
    (recommend,) = store_draws.recommending(rng, np.array([n]))
    return {
        "spend": rng.exponential(30, n),
        "before": np.where(rng.random(n) < 0.8, rng.normal(size=n), np.nan),
        "csat": half_silent(rng, scores(rng, n)),
        "came_back": yes(rng, n, 0.3),
        **recommend,
        **ordered,
    }


def rows(groups: list[Group]) -> str:
    """The file that has them."""
    names = [*groups[0].columns]
    lines = [",".join(["arm", "store", "pair", "after", *names])]
    for group in groups:
        place = f"{group.arm},{group.cluster or ''},{group.pair or ''},{group.period}"
        for row in zip(*(group.columns[name].tolist() for name in names), strict=True):
            cells = ("" if np.isnan(cell) else repr(cell) for cell in row)
            lines.append(",".join([place, *cells]))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"design": "clustered", "cluster": "store", "pair": "pair"},
        {"design": "diff_in_diff", "cluster": "store", "period": "after"},
    ],
)
def test_drawn_customers_give_the_summaries_of_their_file(keys: dict[str, Any], tmp_path: Path, folder: Path):
    rng = np.random.default_rng(2026)
    # Pairs and changes read no covariate.
    spend, *others = METRICS
    plan = pilot_plan({**spend, "covariate": None} if "cluster" in keys else spend, *others, **keys)
    groups = [
        Group(
            arm,
            customers(rng, 25),
            f"store {pair}{arm}" if "cluster" in keys else None,
            f"pair {pair}" if "pair" in keys else None,
            period if "period" in keys else None,
        )
        for arm in "AB"
        for pair in range(3)
        for period in (0, 1)
    ]
    if "pair" in keys:
        groups = groups[::2]

    drawn, read = data_of(plan, groups), reduced(plan, csv_file(tmp_path, rows(groups)), folder)

    assert (drawn.rows, drawn.arms) == (read.rows, read.arms)
    for ours, theirs in ((drawn.summaries, read.summaries), (drawn.cells, read.cells)):
        in_order = [sorted(each, key=repr_of_place) for each in (ours, theirs)]
        for one, other in zip(*in_order, strict=True):
            assert_same(other, one)


def repr_of_place(summary: Any) -> str:
    return f"{summary.metric} {summary.arm} {summary.cluster} {summary.period}"


def test_nobody_who_answered_is_taken_as_that():
    found = taken(pilot_plan(SPEND).metric[0], Group("A", {"spend": np.full(3, np.nan)}))

    assert (found.units, found.n, found.mean, found.variance) == (3, 0, None, None)


@pytest.mark.parametrize(
    ("told", "different"),
    [
        ({"p_value": 0.049}, True),
        ({"p_value": 0.051, "low": 0.1, "high": 1.0}, False),
        ({"low": 0.1, "high": 1.0}, True),
        ({"low": -0.1, "high": 1.0}, False),
        ({}, False),
    ],
)
def test_difference_is_told_by_its_p_or_without_one_by_its_interval(told: dict[str, Any], different: bool):
    estimate = Estimate(
        metric="m",
        role=Role.PRIMARY,
        arm="B",
        control="A",
        alpha_used=0.05,
        method=Method.WELCH,
        n_control=9,
        n_arm=9,
        **told,
    )

    assert is_different(estimate) is different
