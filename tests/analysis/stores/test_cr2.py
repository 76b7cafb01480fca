"""CR2 against what R printed, the papers' matrices and textbook tests."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from numpy.typing import NDArray
from scipy import stats

from registry.analysis.estimates.ratio import ratio_difference
from registry.analysis.stores.cluster_fit import mean_fit
from registry.analysis.stores.cr2 import cr2, cr2_adjusted, cr2_ratio, cr2_values, robust
from tests.analysis.chick_weight import weighings
from tests.analysis.dense_cr2 import Dense, dense_cr2
from tests.analysis.stores.customers_of_stores import CR2, PILOTS, Row, Rows, cells, differs, found
from tests.analysis.summaries import summary_of


def dense(rows: Rows, *, covariate: bool) -> Dense:
    columns: list[Sequence[float]] = [[1.0] * len(rows), [float(row.treated) for row in rows]]
    if covariate:
        columns.append([row.x for row in rows])
    return dense_cr2(columns, [row.y for row in rows], [row.store for row in rows])


CHICKS = list(weighings())
OF_DIET = [[float(row.day) if row.diet == diet else 0.0 for row in CHICKS] for diet in (2, 3, 4)]
BY_DAY = [[1.0] * len(CHICKS), [float(row.day) for row in CHICKS], *OF_DIET]

PRINTED = """
 3.9317840 -0.7851508 -0.2560762 -0.0750498  0.2695861
-0.7851508  0.4360726 -0.3314209 -0.3436398 -0.3665016
-0.2560762 -0.3314209  1.3680862  0.3475327  0.3482061
-0.0750498 -0.3436398  0.3475327  1.1195632  0.3483146
 0.2695861 -0.3665016  0.3482061  0.3483146  0.5416587
"""
"""vcovCR(lm(weight ~ Time + Diet:Time, ChickWeight), cluster = Chick, type = "CR2"), as clubSandwich's
reference page of vcovCR.lm shows it (jepusto/clubSandwich, reference/vcovCR.lm.md)."""


def as_matrix(printed: str) -> NDArray[np.float64]:
    return np.array([[float(number) for number in line.split()] for line in printed.strip().splitlines()])


def by_chick() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """X'X and X'e of every chick, by numpy."""
    design, grams = np.array(BY_DAY).T, np.array([row.grams for row in CHICKS])
    chick = np.array([row.chick for row in CHICKS])
    residuals = grams - design @ np.linalg.lstsq(design, grams)[0]
    parts = [(design[chick == each], residuals[chick == each]) for each in np.unique(chick)]
    return np.array([x.T @ x for x, _ in parts]), np.array([x.T @ e for x, e in parts])


def test_standard_errors_equal_those_that_club_sandwich_printed():
    grams, scores = by_chick()
    printed = as_matrix(PRINTED)

    for i in range(5):
        for j in range(5):
            contrast = np.eye(5)[i] + (np.eye(5)[j] if i != j else 0)
            ours = robust(grams, scores, contrast)
            assert ours is not None
            assert ours.error**2 == pytest.approx(contrast @ printed @ contrast, abs=4e-7)


def test_degrees_of_freedom_equal_those_that_club_sandwich_printed():
    # conf_int(lm_robust(weight ~ Time + Diet:Time, ChickWeight, clusters = Chick), vcov = "CR2"), its
    # reference page vcovCR.lm_robust.
    grams, scores = by_chick()

    freedoms = [robust(grams, scores, contrast) for contrast in np.eye(5)]

    assert [round(each.freedom, 1) for each in freedoms if each] == [48.7, 31.4, 19.0, 19.0, 18.4]


def test_interaction_of_diet_and_day_equals_that_of_club_sandwich():
    # coef_test(lm(weight ~ Diet * Time), vcov = "CR2", cluster = Chick), its reference page coef_test.
    is_diet = [[float(row.diet == diet) for row in CHICKS] for diet in (2, 3, 4)]
    columns = [*BY_DAY[:2], *is_diet, *OF_DIET]
    fit = dense_cr2(columns, [row.grams for row in CHICKS], [row.chick for row in CHICKS])

    errors = np.sqrt(np.diagonal(fit.variance))

    assert [round(float(each), 2) for each in fit.coefficients[5:]] == [1.77, 4.58, 2.87]
    assert [round(float(each), 2) for each in errors[5:]] == [1.49, 1.35, 1.01]
    assert [round(float(each), 1) for each in fit.freedoms[5:]] == [18.8, 18.8, 18.3]


def test_dense_witness_equals_what_club_sandwich_printed():
    fit = dense_cr2(BY_DAY, [row.grams for row in CHICKS], [row.chick for row in CHICKS])

    assert fit.variance == pytest.approx(as_matrix(PRINTED), abs=6e-8)
    assert list(fit.freedoms.round(1)) == [48.7, 31.4, 19.0, 19.0, 18.4]


def test_two_diets_as_arms_equal_the_dense_matrices():
    rows = [Row(row.chick, row.diet == 3, row.grams, row.day) for row in CHICKS if row.diet in {1, 3}]

    for by, covariate in ((cr2, False), (cr2_adjusted, True)):
        ours, theirs = found(by, rows), dense(rows, covariate=covariate)
        assert ours.difference == pytest.approx(theirs.coefficients[1], rel=1e-10)
        assert ours.standard_error == pytest.approx(theirs.variance[1, 1] ** 0.5, rel=1e-10)
        assert ours.freedom == pytest.approx(theirs.freedoms[1], rel=1e-10)


@pytest.mark.parametrize(("by", "covariate"), [(cr2, False), (cr2_adjusted, True)])
@given(rows=PILOTS)
def test_sums_of_clusters_give_what_the_rows_give(by: CR2, covariate: bool, rows: Rows):
    ours = differs(by, rows)
    theirs = dense(rows, covariate=covariate)

    error, freedom = theirs.variance[1, 1] ** 0.5, theirs.freedoms[1]
    width = stats.t.ppf(0.975, freedom) * error
    assert ours.difference == pytest.approx(theirs.coefficients[1], abs=1e-9)
    assert ours.standard_error == pytest.approx(error, rel=1e-8)
    assert ours.freedom == pytest.approx(freedom, rel=1e-8)
    assert (ours.low, ours.high) == pytest.approx(
        (theirs.coefficients[1] - width, theirs.coefficients[1] + width), abs=1e-7 * (1 + width)
    )
    assert ours.p_value == pytest.approx(2 * stats.t.sf(abs(ours.difference) / error, freedom), rel=1e-6)


@given(rows=PILOTS)
def test_ratio_is_the_same_regression_on_linearised_values(rows: Rows):
    ours = differs(cr2_ratio, rows)
    sums = {arm: [sum(row[i] for row in rows if row.treated == arm) for i in (2, 3)] for arm in (False, True)}
    n = {arm: sum(row.treated == arm for row in rows) for arm in (False, True)}
    ratios = {arm: y / d for arm, (y, d) in sums.items()}
    values = [
        ratios[row.treated] + (row.y - ratios[row.treated] * row.x) / (sums[row.treated][1] / n[row.treated])
        for row in rows
    ]

    theirs = dense([row._replace(y=value) for row, value in zip(rows, values, strict=True)], covariate=False)

    assert (ours.control, ours.arm) == pytest.approx((ratios[False], ratios[True]), rel=1e-9, abs=1e-9)
    assert ours.difference == pytest.approx(theirs.coefficients[1], abs=1e-9)
    assert ours.standard_error == pytest.approx(theirs.variance[1, 1] ** 0.5, rel=1e-7)
    assert ours.freedom == pytest.approx(theirs.freedoms[1], rel=1e-8)


def test_equal_stores_give_the_t_test_of_their_means():
    rng = np.random.default_rng(5)
    values = rng.normal(10, 3, (12, 8))
    rows = [Row(store, store < 6, float(y)) for store, of in enumerate(values) for y in of]

    ours = found(cr2, rows)

    theirs: Any = stats.ttest_ind(values[:6].mean(axis=1), values[6:].mean(axis=1))
    assert ours.p_value == pytest.approx(theirs.pvalue, rel=1e-9)
    assert ours.freedom == pytest.approx(10)


def test_both_arms_in_equal_parts_of_every_store_give_the_paired_t_test():
    # Student's sleep data (Biometrika 6, 1908): one answer per drug and patient, t = 4.0621, p = 0.002833.
    first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    rows = [Row(i, of is second, y) for of in (first, second) for i, y in enumerate(of)]

    ours = found(cr2, rows)

    assert round(ours.difference / ours.standard_error, 4) == 4.0621
    assert round(ours.p_value or 0, 6) == 0.002833
    assert ours.freedom == pytest.approx(9)


def test_every_customer_a_cluster_gives_hc2_and_its_published_degrees_of_freedom():
    # G. W. Imbens and M. Kolesár, Review of Economics and Statistics 98 (2016), 701-712: with
    # two groups Bell and McCaffrey's freedom is a formula of their sizes.
    control, arm = [3.0, 9.0, 4.0, 1.0, 5.0, 6.0, 2.0], [8.0, 2.0, 7.0]
    rows = [Row(i, i >= 7, y) for i, y in enumerate(control + arm)]
    n, m = len(control), len(arm)

    ours = found(cr2, rows)

    assert ours.standard_error**2 == pytest.approx(np.var(control, ddof=1) / n + np.var(arm, ddof=1) / m)
    assert ours.freedom == pytest.approx(
        (n + m) ** 2 * (n - 1) * (m - 1) / (m**2 * (m - 1) + n**2 * (n - 1)), rel=1e-12
    )


@given(rows=PILOTS)
def test_every_customer_a_cluster_gives_the_delta_method_for_a_ratio(rows: Rows):
    alone = [row._replace(store=i) for i, row in enumerate(rows)]
    ours = differs(cr2_ratio, alone)

    theirs = ratio_difference(
        *(
            summary_of(
                [row.y for row in rows if row.treated == treated],
                partner=[row.x for row in rows if row.treated == treated],
            )
            for treated in (False, True)
        ),
        alpha=0.05,
    )

    assert theirs is not None
    assert ours.difference == pytest.approx(theirs.difference, abs=1e-9)
    assert ours.standard_error == pytest.approx(theirs.standard_error, rel=1e-6)


@given(rows=PILOTS)
def test_values_of_both_arms_are_those_of_the_regression(rows: Rows):
    differs(cr2, rows)
    fit = mean_fit(cells(rows, treated=False), cells(rows, treated=True))
    assert fit is not None
    values = cr2_values(fit)
    assume(values is not None)
    assert values is not None

    theirs = dense_cr2(
        [[float(row.treated == treated) for row in rows] for treated in (False, True)],
        [row.y for row in rows],
        [row.store for row in rows],
    )

    for ours, i in ((values.control, 0), (values.arm, 1)):
        assert ours.value == pytest.approx(theirs.coefficients[i], abs=1e-9)
        assert ours.variance == pytest.approx(theirs.variance[i, i], rel=1e-6, abs=1e-12)
        assert ours.freedom == pytest.approx(theirs.freedoms[i], rel=1e-7)
