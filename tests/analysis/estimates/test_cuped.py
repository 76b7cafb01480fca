"""CUPED against ordinary least squares and Welch's test on raw rows, and its laws."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from registry.analysis.estimates.cuped import adjusted, cuped
from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.mean import welch
from registry.analysis.estimates.relative import relative_of
from registry.domain.evidence import Method
from registry.domain.summary import merged
from tests.analysis.summaries import Answers, summary_of

Rows = Sequence[tuple[float, float | None]]

NUMBER = st.integers(-50, 50).map(float)
COMPLETE = st.lists(st.tuples(NUMBER, NUMBER), min_size=4, max_size=20)
PARTLY = st.lists(st.tuples(NUMBER, st.none() | NUMBER), min_size=4, max_size=20)


def split(rows: Rows) -> tuple[list[float], list[float | None]]:
    return [y for y, _ in rows], [x for _, x in rows]


def summary(rows: Rows, *, arm: str = "No card"):
    answers, covariates = split(rows)
    return summary_of(answers, partner=covariates, arm=arm)


def found(control: Rows, arm: Rows, *others: Rows) -> Difference:
    ours = cuped(summary(control), summary(arm), alpha=0.05, others=[summary(rows) for rows in others])
    assert ours is not None
    return ours


def drawn_pilot(control: Rows, arm: Rows, *others: Rows) -> Difference:
    """Of rows that a property test drew, and draws again where nothing can be adjusted."""
    arms = [summary(rows) for rows in (control, arm, *others)]
    assume(cuped(arms[0], arms[1], alpha=0.05, others=arms[2:]) is not None)
    return found(control, arm, *others)


def drawn(n: int, *, seed: int, effect: float = 0.0) -> Rows:
    rng = np.random.default_rng(seed)
    before = rng.normal(40, 10, n)
    after = 5 + 0.8 * before + rng.normal(0, 6, n) + effect
    return _pairs(after, before)


def _pairs(metric: NDArray[np.float64], covariate: NDArray[np.float64]) -> Rows:
    return [(float(y), float(x)) for y, x in zip(metric, covariate, strict=True)]


def least_squares(control: Rows, arm: Rows) -> Any:
    """The metric on an arm's indicator and the covariate."""
    rows = np.array([*control, *arm], dtype=float)
    design = np.column_stack([np.ones(len(rows)), np.arange(len(rows)) >= len(control), rows[:, 1]])
    return sm.OLS(rows[:, 0], design).fit()


def filled(*arms: Rows) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Metric and covariate of each arm, with the mean of all known covariates in the place of the unknown."""
    mean = float(np.mean([x for rows in arms for _, x in rows if x is not None]))
    return [
        (np.array([y for y, _ in rows]), np.array([mean if x is None else x for _, x in rows]) - mean)
        for rows in arms
    ]


@given(control=COMPLETE, arm=COMPLETE)
def test_difference_is_that_of_least_squares(control: Rows, arm: Rows):
    ours = drawn_pilot(control, arm)

    assert ours.difference == pytest.approx(least_squares(control, arm).params[1], abs=1e-8)


@given(rows=st.lists(st.tuples(NUMBER, NUMBER, NUMBER, NUMBER), min_size=4, max_size=20))
def test_standard_error_is_that_of_least_squares_when_arms_are_of_one_size(
    rows: list[tuple[float, float, float, float]],
):
    control, arm = [row[:2] for row in rows], [row[2:] for row in rows]
    ours = drawn_pilot(control, arm)

    theirs = least_squares(control, arm)
    assert ours.standard_error == pytest.approx(theirs.bse[1], rel=1e-6)
    assert 1 <= (ours.freedom or 0) <= theirs.df_resid + 1e-9


def test_interval_and_p_are_those_of_least_squares_when_spreads_are_equal_too():
    # Mirrored residuals: the same spread around one slope in both arms.
    before = np.arange(12.0)
    noise = np.array([1, -2, 3, -1, 2, -3, -1, 2, -3, 1, -2, 3.0])
    control = _pairs(2 * before + noise, before)
    arm = _pairs(2 * before - noise + 4, before + 1)
    ours = found(control, arm)

    theirs = least_squares(control, arm)
    assert (ours.low, ours.high) == pytest.approx(tuple(theirs.conf_int(0.05)[1]), rel=1e-9)
    assert ours.p_value == pytest.approx(theirs.pvalues[1], rel=1e-9)


@given(control=PARTLY, arm=PARTLY, other=PARTLY)
def test_unknown_covariate_counts_as_the_mean_of_all_as_if_it_stood_in_the_rows(
    control: Rows, arm: Rows, other: Rows
):
    assume(any(x is not None for rows in (control, arm, other) for _, x in rows))
    ours = drawn_pilot(control, arm, other)

    rows = filled(control, arm, other)
    inner = [(y - y.mean(), x - x.mean()) for y, x in rows]
    of_covariate = sum(float(x @ x) for _, x in inner)
    theta = sum(float(y @ x) for y, x in inner) / of_covariate
    raw = [y - theta * x for y, x in rows]
    assert ours.control == pytest.approx(raw[0].mean(), abs=1e-9)
    assert ours.arm == pytest.approx(raw[1].mean(), abs=1e-9)
    # Welch's squared standard error of the adjusted rows, one degree of freedom less, and theta's own part.
    freedom = sum(len(y) - 1 for y in raw)
    rest = sum(float(y.var(ddof=1)) * (len(y) - 1) for y in raw)
    of_welch = sum(float(y.var(ddof=1)) / len(y) for y in raw[:2]) * freedom / (freedom - 1)
    apart = rows[1][1].mean() - rows[0][1].mean()
    squared = of_welch + apart**2 * rest / (freedom - 1) / of_covariate
    assert ours.standard_error == pytest.approx(squared**0.5, rel=1e-6)
    theirs: Any = stats.ttest_ind(raw[1], raw[0], equal_var=False)
    assert ours.freedom == pytest.approx(theirs.df - 1, rel=1e-6)


@given(control=PARTLY, arm=PARTLY)
def test_swapped_arms_mirror_the_estimate(control: Rows, arm: Rows):
    one, other = drawn_pilot(control, arm), drawn_pilot(arm, control)

    assert one.difference == pytest.approx(-other.difference, abs=1e-9)
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), rel=1e-6, abs=1e-9)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-6, abs=1e-12)


@given(control=PARTLY, arm=PARTLY, at=st.integers(1, 3))
def test_two_halves_say_what_the_whole_says(control: Rows, arm: Rows, at: int):
    whole = drawn_pilot(control, arm)

    halves = merged(summary(control[:at]), summary(control[at:]))
    ours = cuped(halves, summary(arm), alpha=0.05)

    assert ours is not None
    assert ours.difference == pytest.approx(whole.difference, abs=1e-8)
    assert ours.standard_error == pytest.approx(whole.standard_error, rel=1e-6)


@given(control=PARTLY, arm=PARTLY)
def test_large_offsets_change_nothing(control: Rows, arm: Rows):
    def moved(rows: Rows) -> Rows:
        return [(y + 1e8, None if x is None else x - 1e8) for y, x in rows]

    plain, far = drawn_pilot(control, arm), drawn_pilot(moved(control), moved(arm))

    assert far.difference == pytest.approx(plain.difference, abs=1e-5)
    assert far.standard_error == pytest.approx(plain.standard_error, rel=1e-4)


@given(control=PARTLY, arm=PARTLY, factor=st.floats(1e-6, 1e6), of_covariate=st.floats(1e-6, 1e6))
def test_units_of_the_metric_scale_the_estimate_and_those_of_the_covariate_do_not(
    control: Rows, arm: Rows, factor: float, of_covariate: float
):
    def scaled(rows: Rows) -> Rows:
        return [(y * factor, None if x is None else x * of_covariate) for y, x in rows]

    plain, other = drawn_pilot(control, arm), drawn_pilot(scaled(control), scaled(arm))

    assert other.difference == pytest.approx(plain.difference * factor, abs=1e-8 * factor)
    assert other.standard_error == pytest.approx(plain.standard_error * factor, rel=1e-5)


def test_covariate_that_explains_much_makes_the_interval_much_narrower():
    control, arm = drawn(200, seed=1), drawn(200, seed=2, effect=2.0)

    ours, plain = found(control, arm), welch(summary(control), summary(arm), alpha=0.05)

    assert ours.method is Method.CUPED
    assert plain is not None
    # Correlation 0.8: what is left is sqrt(1 - 0.8²) of the noise.
    assert ours.standard_error == pytest.approx(0.6 * plain.standard_error, rel=0.1)


def test_relative_effect_comes_from_the_adjusted_means():
    control, arm = drawn(200, seed=1), drawn(200, seed=2, effect=2.0)
    values = adjusted(summary(control), summary(arm))
    assert values is not None
    ours = relative_of(values, alpha=0.05)

    difference = found(control, arm)
    assert ours is not None
    assert ours.value == pytest.approx(difference.difference / (difference.control or 0), rel=1e-12)
    assert (ours.low > 0) == (difference.low > 0)


@pytest.mark.parametrize(
    ("answers", "covariates"),
    [
        ([1.0, 2.0, 4.0, 9.0], None),
        ([1.0, 2.0, 4.0, 9.0], [None] * 4),
        ([1.0, 2.0, 4.0, 9.0], [7.0] * 4),
        ([1.0, 2.0, 4.0, 9.0, 7.0, 5.0], [0.1] * 6),
        ([1.0, 2.0, 4.0, 9.0], [10.0, 20.0, 40.0, 90.0]),
        ([3.0] * 4, [1.0, 2.0, 4.0, 9.0]),
        ([3.0], [1.0]),
        ([3.0, 4.0], [1.0, 5.0]),
        ([], []),
    ],
)
def test_no_estimate_is_made_up_where_there_is_nothing_to_adjust_or_nothing_left(
    answers: list[float], covariates: Answers | None
):
    it = summary_of(answers, partner=covariates)

    assert cuped(it, it, alpha=0.05) is None


def test_arms_without_spread_are_not_judged_by_the_spread_of_a_third():
    flat = summary([(3.0, 5.0)] * 4)

    assert cuped(flat, flat, alpha=0.05, others=[summary(drawn(20, seed=1))]) is None
