"""Welch's test of homogeneity against statsmodels, metafor and Welch's t-test, and its laws."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.oneway import anova_oneway

from registry.analysis.several.homogeneity import Homogeneity, Measured, homogeneity
from tests.analysis.witness import welch_p

MEASURED = st.builds(
    Measured,
    value=st.integers(-100, 100).map(float),
    standard_error=st.integers(1, 500).map(lambda hundredths: hundredths / 100),
    freedom=st.one_of(st.none(), st.integers(1, 200).map(float)),
)
VALUES = st.lists(MEASURED, min_size=2, max_size=6)


def found(values: list[Measured]) -> Homogeneity:
    result = homogeneity(values)
    assert result is not None
    return result


def means(samples: list[np.ndarray]) -> list[Measured]:
    return [Measured(float(x.mean()), float(x.std(ddof=1)) / math.sqrt(len(x)), len(x) - 1) for x in samples]


@pytest.mark.parametrize("arms", [2, 3, 4, 7])
def test_means_are_compared_as_by_the_welch_anova_of_statsmodels(arms: int):
    rng = np.random.default_rng(arms)
    samples = [rng.normal(0.3 * arm, 1 + arm, size=4 + 5 * arm) for arm in range(arms)]

    ours = found(means(samples))

    theirs: Any = anova_oneway(samples, use_var="unequal", welch_correction=True)
    assert ours.statistic == pytest.approx(theirs.statistic, rel=1e-10)
    assert ours.freedom == pytest.approx((theirs.df_num, theirs.df_denom), rel=1e-10)
    assert ours.p_value == pytest.approx(theirs.pvalue, rel=1e-9)


def test_two_means_are_compared_as_by_welch_s_t_test():
    control, arm = [3.0, 5.0, 9.0, 1.0, 4.0], [12.0, 3.0, 15.0]

    ours = found(means([np.array(control), np.array(arm)]))

    assert ours.p_value == pytest.approx(welch_p(arm, control), rel=1e-10)


@pytest.mark.filterwarnings("ignore:divide by zero")
@given(values=VALUES)
def test_known_errors_give_the_q_of_statsmodels(values: list[Measured]):
    known = [Measured(each.value, each.standard_error, None) for each in values]

    ours = found(known)

    theirs: Any = combine_effects(
        np.array([each.value for each in known]), np.array([each.standard_error**2 for each in known])
    )
    assert ours.statistic * (len(known) - 1) == pytest.approx(theirs.q, rel=1e-6, abs=1e-6)
    assert ours.freedom == (len(known) - 1, None)


def test_published_q_of_the_tuberculosis_vaccine_is_met():
    # Thirteen trials of the BCG vaccine, cases and others in vaccinated and control: metafor's dat.bcg. Its
    # own tests (test_misc_metan_vs_rma.uni_with_dat.bcg.r) say QE = 152.2330 for the log risk ratios, as
    # Stata's metan does.
    trials = [
        *((4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619)),
        *((33, 5036, 47, 5761), (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892)),
        *((29, 7470, 45, 7232), (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338)),
        (27, 16886, 29, 17825),
    ]
    values = [
        Measured(
            math.log(a / (a + b) / (c / (c + d))), math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)), None
        )
        for a, b, c, d in trials
    ]

    ours = found(values)

    assert ours.statistic * 12 == pytest.approx(152.2330, abs=5e-5)
    assert 0 < ours.p_value < 1e-20


@given(values=VALUES, factor=st.sampled_from([1e-150, 1e-9, 1e9, 1e150]))
def test_other_units_change_nothing(values: list[Measured], factor: float):
    scaled = [Measured(v.value * factor, v.standard_error * factor, v.freedom) for v in values]

    assert found(scaled).p_value == pytest.approx(found(values).p_value, rel=1e-6, abs=1e-300)


@given(values=VALUES)
def test_offset_and_order_change_nothing(values: list[Measured]):
    moved = [Measured(v.value + 1e8, v.standard_error, v.freedom) for v in reversed(values)]

    assert found(moved).statistic == pytest.approx(found(values).statistic, rel=1e-5, abs=1e-9)


@given(values=VALUES)
def test_value_without_error_is_the_limit_of_tiny_errors(values: list[Measured]):
    exact = [Measured(values[0].value, 0.0, values[0].freedom), *values[1:]]
    nearly = [Measured(values[0].value, 1e-7, values[0].freedom), *values[1:]]

    assert found(exact).p_value == pytest.approx(found(nearly).p_value, rel=1e-4, abs=1e-12)


def test_values_farther_apart_than_squares_reach_are_not_one():
    ours = found([Measured(0.0, 1e-100, 5), Measured(1e100, 1e-100, 5)])

    assert ours.p_value == 0


@pytest.mark.parametrize(
    "values", [[], [Measured(1, 1, 5)], [Measured(1, 0, 5), Measured(2, 0, 5), Measured(1, 1, 5)]]
)
def test_no_test_is_made_up_where_there_is_none(values: list[Measured]):
    assert homogeneity(values) is None
