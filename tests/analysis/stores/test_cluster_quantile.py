"""The cluster bootstrap of a quantile: against resampling by hand, and its laws."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.calibration.quantiles import stores
from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.quantile import Bootstrap
from registry.analysis.stores.cluster_quantile import cluster_quantile_difference

CLUSTERS = st.lists(
    st.lists(st.integers(-50, 50).map(float), min_size=1, max_size=30).map(np.array), min_size=2, max_size=8
)
SEED = Bootstrap(seed=5, draws=400)


def found(
    control: list[np.ndarray], arm: list[np.ndarray], *, q: float = 0.5, bootstrap: Bootstrap = SEED
) -> Difference:
    difference = cluster_quantile_difference(control, arm, q=q, alpha=0.05, bootstrap=bootstrap)
    assert difference is not None
    return difference


@given(control=CLUSTERS, arm=CLUSTERS, q=st.integers(1, 99).map(lambda n: n / 100))
def test_standard_error_is_that_of_resampling_by_hand(
    control: list[np.ndarray], arm: list[np.ndarray], q: float
):
    ours = cluster_quantile_difference(control, arm, q=q, alpha=0.05, bootstrap=Bootstrap(3, 50))

    rng, squared = np.random.default_rng(3), 0.0
    for clusters in (control, arm):
        n = len(clusters)
        draws = [
            np.quantile(np.concatenate([clusters[i] for i in np.repeat(np.arange(n), copies)]), q)
            for copies in rng.multinomial(n, [1 / n] * n, size=50)
        ]
        squared += float(np.var(draws, ddof=1)) * n / (n - 1)
    if ours is None:
        assert squared == pytest.approx(0, abs=1e-18)
    else:
        assert ours.standard_error == pytest.approx(np.sqrt(squared), rel=1e-9, abs=1e-12)
        everyone = [np.quantile(np.concatenate(clusters), q) for clusters in (control, arm)]
        assert (ours.control, ours.arm) == pytest.approx(everyone)
        assert ours.difference == pytest.approx(everyone[1] - everyone[0])


def test_clusters_of_one_customer_are_the_bootstrap_at_the_unit():
    rng = np.random.default_rng(8)
    control, arm = rng.exponential(10, 400), rng.exponential(10, 400)

    ours = found(list(control.reshape(-1, 1)), list(arm.reshape(-1, 1)), bootstrap=Bootstrap(1, 4000))

    resamples = [np.median(rng.choice(each, size=(4000, 400)), axis=1) for each in (control, arm)]
    assert ours.standard_error == pytest.approx(np.std(resamples[1] - resamples[0]), rel=0.06)
    assert ours.freedom == pytest.approx(798, rel=0.1)


@settings(max_examples=40)
@given(control=CLUSTERS, arm=CLUSTERS)
def test_offset_and_units_leave_the_p_value(control: list[np.ndarray], arm: list[np.ndarray]):
    plain = cluster_quantile_difference(control, arm, q=0.5, alpha=0.05, bootstrap=SEED)
    moved = cluster_quantile_difference(
        [4 * c + 1e8 for c in control], [4 * c + 1e8 for c in arm], q=0.5, alpha=0.05, bootstrap=SEED
    )

    assert (plain is None) == (moved is None)
    if plain and moved:
        assert moved.difference == pytest.approx(4 * plain.difference, abs=1e-6)
        assert moved.p_value == pytest.approx(plain.p_value, rel=1e-5)


def test_empty_clusters_do_not_count():
    rng = np.random.default_rng(9)
    control, arm = stores(rng, 5), stores(rng, 5)

    assert found([*control, np.array([])], arm) == found(control, arm)


def test_million_customers_in_thousands_of_stores_take_seconds():
    rng = np.random.default_rng(10)
    control, arm = (list(rng.exponential(10, (4000, 125))) for _ in range(2))

    start = time.process_time()
    found(control, arm, q=0.9, bootstrap=Bootstrap(seed=1, draws=1000))

    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("control", "arm"),
    [
        ([], [[1, 2], [3]]),
        ([[1, 2]], [[1, 2], [3]]),
        ([[4.0], [4.0]], [[4.0, 4.0], [4.0]]),
        ([[0.1] * 50] * 3, [[0.3] * 61] * 3),
    ],
)
def test_no_difference_is_made_up_from_one_cluster_or_without_spread(
    control: list[list[float]], arm: list[list[float]]
):
    one, other = ([np.array(each, dtype=float) for each in clusters] for clusters in (control, arm))

    assert cluster_quantile_difference(one, other, q=0.5, alpha=0.05, bootstrap=SEED) is None
