"""Analysis of covariance of cluster values against statsmodels, and its laws."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.regression.linear_model import OLS

from registry.analysis.estimates.difference import Difference
from registry.analysis.stores.ancova import Adjustable, adjusted_values, cluster_ancova

VALUE = st.integers(-50, 50).map(float)
STORES = st.lists(st.builds(Adjustable, VALUE, VALUE), min_size=2, max_size=10)


def found(control: list[Adjustable], arm: list[Adjustable], *, alpha: float = 0.05) -> Difference:
    difference = cluster_ancova(control, arm, alpha=alpha)
    assert difference is not None
    return difference


def design(control: list[Adjustable], arm: list[Adjustable]) -> np.ndarray:
    """A column of ones, the arm, and the covariate from its mean."""
    covariates = np.array([cluster.covariate for cluster in (*control, *arm)])
    arms = np.repeat([0.0, 1.0], [len(control), len(arm)])
    return np.column_stack([np.ones(len(arms)), arms, covariates - covariates.mean()])


def regressed(control: list[Adjustable], arm: list[Adjustable]) -> Any:
    return OLS([cluster.value for cluster in (*control, *arm)], design(control, arm)).fit()


def exists(control: list[Adjustable], arm: list[Adjustable]) -> bool:
    """Whether the regression has a slope, and leaves something over."""
    if np.linalg.matrix_rank(design(control, arm)) < 3:
        return False
    return bool(regressed(control, arm).ssr > 1e-6)


def shifted(
    clusters: list[Adjustable], *, value: float = 0, covariate: float = 0, factor: float = 1
) -> list[Adjustable]:
    return [Adjustable(factor * v + value, factor * c + covariate) for v, c in clusters]


@given(control=STORES, arm=STORES, alpha=st.floats(0.001, 0.5))
def test_estimate_equals_that_of_statsmodels(control: list[Adjustable], arm: list[Adjustable], alpha: float):
    assume(exists(control, arm))
    ours, theirs = found(control, arm, alpha=alpha), regressed(control, arm)

    low, high = theirs.conf_int(alpha)[1]
    size = 1e-8 * (1 + abs(low) + abs(high))
    assert (ours.difference, ours.standard_error) == pytest.approx(
        (theirs.params[1], theirs.bse[1]), abs=size
    )
    assert (ours.low, ours.high) == pytest.approx((low, high), abs=size)
    assert ours.p_value == pytest.approx(theirs.pvalues[1], rel=1e-6, abs=1e-12)
    assert ours.freedom == theirs.df_resid
    # The regression's value of each arm where the covariate has its mean.
    adjusted = theirs.params[0], theirs.params[0] + theirs.params[1]
    assert (ours.control, ours.arm) == pytest.approx(adjusted, abs=1e-8 * (1 + max(map(abs, adjusted))))


@given(control=STORES, arm=STORES)
def test_both_values_are_as_uncertain_as_statsmodels_says(control: list[Adjustable], arm: list[Adjustable]):
    assume(exists(control, arm))
    ours, theirs = adjusted_values(control, arm), regressed(control, arm)

    assert ours is not None
    of_control, of_arm = np.array([1.0, 0.0, 0.0]), np.array([1.0, 1.0, 0.0])
    covariances = theirs.cov_params()
    assert ours.control.variance == pytest.approx(of_control @ covariances @ of_control, rel=1e-6)
    assert ours.arm.variance == pytest.approx(of_arm @ covariances @ of_arm, rel=1e-6)


@given(control=STORES, arm=STORES)
def test_swapped_arms_mirror_the_estimate(control: list[Adjustable], arm: list[Adjustable]):
    assume(exists(control, arm))
    one, other = found(control, arm), found(arm, control)

    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), rel=1e-9, abs=1e-9)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-9)
    assert (one.control, one.arm) == pytest.approx((other.arm, other.control), rel=1e-9, abs=1e-9)


@given(control=STORES, arm=STORES)
def test_large_offset_of_values_or_covariates_changes_nothing(
    control: list[Adjustable], arm: list[Adjustable]
):
    assume(exists(control, arm))
    plain = found(control, arm)
    for offset in ({"value": 1e8}, {"covariate": 1e8}):
        moved = found(shifted(control, **offset), shifted(arm, **offset))

        assert moved.difference == pytest.approx(plain.difference, rel=1e-5, abs=1e-5)
        assert moved.standard_error == pytest.approx(plain.standard_error, rel=1e-4)


@pytest.mark.parametrize("factor", [1e-200, 1e-6, 1e6, 1e200])
@given(control=STORES, arm=STORES)
def test_other_units_scale_the_estimate_and_leave_its_p(
    factor: float, control: list[Adjustable], arm: list[Adjustable]
):
    assume(exists(control, arm))
    plain = found(control, arm)
    scaled = found(shifted(control, factor=factor), shifted(arm, factor=factor))

    size = factor * (abs(plain.low) + abs(plain.high))
    assert (scaled.low, scaled.high) == pytest.approx(
        (plain.low * factor, plain.high * factor), abs=1e-6 * size
    )
    assert scaled.p_value == pytest.approx(plain.p_value, rel=1e-6, abs=1e-12)


def test_covariate_that_explains_a_lot_narrows_the_interval():
    rng = np.random.default_rng(3)
    before = rng.normal(0, 5, 12)
    clusters = [Adjustable(float(x + rng.normal(0, 1)), float(x)) for x in before]
    blind = [Adjustable(cluster.value, float(rng.normal())) for cluster in clusters]

    adjusted, unadjusted = found(clusters[:6], clusters[6:]), found(blind[:6], blind[6:])

    assert adjusted.high - adjusted.low < (unadjusted.high - unadjusted.low) / 2


@pytest.mark.parametrize(
    ("control", "arm"),
    [
        ([], []),
        ([(1, 2), (3, 5), (2, 2)], [(4, 5)]),
        # No slope: the covariate is the same throughout an arm.
        ([(1, 2), (3, 2)], [(4, 5), (2, 5)]),
        ([(0.1, 0.1 + 0.2), (0.3, 0.3)], [(0.4, 0.3), (0.9, 0.3)]),
        # Nothing is left over: each arm on its own line, and both of one slope.
        ([(1, 0.1), (2, 0.2), (3, 0.3)], [(7, 0.2), (8, 0.3)]),
        ([(5, 1), (5, 2)], [(5, 3), (5, 4)]),
    ],
)
def test_no_estimate_is_made_up_where_the_method_does_not_exist(
    control: list[tuple[float, float]], arm: list[tuple[float, float]]
):
    stores = [[Adjustable(*each) for each in side] for side in (control, arm)]

    assert cluster_ancova(*stores, alpha=0.05) is None
