"""The intra-cluster correlation against a published table, statsmodels, and its laws."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.regression.mixed_linear_model import MixedLM

from registry.analysis.stores.icc import Alike, alike
from registry.domain.summary import Summary
from tests.analysis.chick_weight import weighings
from tests.analysis.summaries import summary_of

# P. E. Shrout and J. L. Fleiss, Psychological Bulletin 86 (1979), 420-428, table 2: six targets, four judges.
TARGETS = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]

ARM = st.lists(st.lists(st.integers(0, 10).map(float), min_size=1, max_size=8), min_size=1, max_size=6)


def stores(control: Sequence[Sequence[float]], arm: Sequence[Sequence[float]] = ()) -> list[Summary]:
    return [
        summary_of(answers, arm=name, cluster=f"{name} {number}")
        for name, side in (("No card", control), ("Card", arm))
        for number, answers in enumerate(side)
    ]


def found(control: Sequence[Sequence[float]], arm: Sequence[Sequence[float]] = ()) -> Alike:
    ours = alike(stores(control, arm))
    assert ours is not None
    return ours


def by_projections(control: Sequence[Sequence[float]], arm: Sequence[Sequence[float]]) -> float:
    """From raw rows: squares in the space of the clusters that is not that of the arms, and what is left.

    The expected square of the former is the variance within plus n0 times that between, and n0 is the
    mean squared length there of the clusters' own dummies: C. R. Henderson, Biometrics 9 (1953), 226-252.
    """
    rows = np.concatenate([np.asarray(answers, float) for side in (control, arm) for answers in side])
    sizes = [len(answers) for side in (control, arm) for answers in side]
    of_cluster = np.repeat(np.eye(len(sizes)), sizes, axis=0)
    of_arm = of_cluster @ np.repeat(np.eye(2), [len(control), len(arm)], axis=0)
    onto = [dummies @ np.linalg.pinv(dummies) for dummies in (of_cluster, of_arm)]
    between, within = onto[0] - onto[1], np.eye(len(rows)) - onto[0]
    freedom = len(sizes) - 2, len(rows) - len(sizes)
    size = np.trace(of_cluster.T @ between @ of_cluster) / freedom[0]
    squares = rows @ between @ rows / freedom[0], rows @ within @ rows / freedom[1]
    variance = (squares[0] - squares[1]) / size
    return float(variance / (variance + squares[1]))


def test_icc_equals_the_published_one():
    # ICC(1,1) 0.17 there; 0.1657418 in the documentation of R's DescTools::ICC.
    ours = found(TARGETS)

    assert ours.icc == pytest.approx(0.1657418, abs=5e-8)
    assert ours.design_effect == pytest.approx(1 + 3 * 0.1657418, abs=5e-7)
    assert (ours.clusters, ours.n) == (6, 24)


def test_icc_of_unequal_clusters_equals_that_of_r():
    # ICCest(Chick, weight, data = ChickWeight), the example in the documentation of R's package ICC.
    weights: defaultdict[int, list[float]] = defaultdict(list)
    for weighing in weighings():
        weights[weighing.chick].append(weighing.grams)

    ours = found(list(weights.values()))

    assert ours.icc == pytest.approx(0.1077609, abs=5e-8)
    assert ours.clusters == 50


@given(control=ARM, arm=ARM)
def test_icc_of_unequal_clusters_in_two_arms_equals_that_of_the_raw_rows(
    control: list[list[float]], arm: list[list[float]]
):
    ours = alike(stores(control, arm))
    assume(ours is not None)
    assert ours is not None

    assert ours.icc == pytest.approx(by_projections(control, arm), abs=1e-9)


@pytest.mark.filterwarnings("ignore")
def test_icc_of_balanced_clusters_equals_that_of_statsmodels():
    rng = np.random.default_rng(5)
    control, arm = (rng.normal(rng.normal(0, 1, (8, 1)), 1.5, (8, 10)) + at for at in (0, 3))

    rows = pd.DataFrame(
        [
            (answer, name == "Card", f"{name} {number}")
            for name, side in (("No card", control), ("Card", arm))
            for number, answers in enumerate(side)
            for answer in answers
        ],
        columns=["answer", "arm", "store"],
    )
    # For balanced clusters the same, as far as its search for the maximum goes.
    fitted: Any = MixedLM.from_formula("answer ~ arm", rows, groups=rows["store"]).fit(reml=True)
    between = float(fitted.cov_re.iloc[0, 0])

    ours = found(control.tolist(), arm.tolist())

    assert ours.icc == pytest.approx(between / (between + float(fitted.scale)), abs=1e-4)


@given(control=ARM, arm=ARM)
def test_icc_stays_in_its_range_and_the_design_effect_costs_answers(
    control: list[list[float]], arm: list[list[float]]
):
    ours = alike(stores(control, arm))
    assume(ours is not None)
    assert ours is not None

    assert ours.icc <= 1 + 1e-12
    assert ours.design_effect >= 1
    assert 0 < ours.effective_n <= ours.n


def test_stores_that_agree_in_everything_count_as_one_answer_each():
    ours = found([[1.0] * 5, [2.0] * 5], [[1.0] * 5, [4.0] * 5])

    assert (ours.icc, ours.design_effect, ours.effective_n) == (1, 5, 4)


def test_difference_between_the_arms_is_not_taken_for_likeness():
    control, arm = [[1.0, 2.0, 3.0], [2.0, 3.0, 5.0]], [[4.0, 2.0], [3.0, 8.0]]

    higher = [[answer + 50 for answer in answers] for answers in arm]

    assert found(control, higher).icc == pytest.approx(found(control, arm).icc, abs=1e-12)


@given(control=ARM, arm=ARM)
def test_neither_offset_nor_units_change_the_icc(control: list[list[float]], arm: list[list[float]]):
    plain = alike(stores(control, arm))
    assume(plain is not None)
    assert plain is not None

    moved, scaled = (
        found(*([[factor * x + offset for x in answers] for answers in side] for side in (control, arm)))
        for factor, offset in ((1, 1e8), (1e-6, 0))
    )

    assert moved.icc == pytest.approx(plain.icc, abs=1e-6)
    assert scaled.icc == pytest.approx(plain.icc, abs=1e-9)


def test_stores_without_an_answer_do_not_count():
    silent = Summary(metric="spend", arm="No card", units=3, n=0, mean=None, variance=None, cluster="silent")

    assert alike([*stores(TARGETS), silent]) == alike(stores(TARGETS))


@pytest.mark.parametrize(
    "control", [[], [[1.0, 2.0]], [[1.0], [2.0]], [[2.0, 2.0], [2.0, 2.0]], [[0.1] * 3, [0.1] * 7]]
)
def test_no_icc_is_made_up_where_it_does_not_exist(control: list[list[float]]):
    assert alike(stores(control)) is None
