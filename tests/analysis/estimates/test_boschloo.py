"""Boschloo's exact p: R's Exact, scipy, exact enumeration of its false alarms, and its laws."""

import tracemalloc
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.estimates.boschloo import MOST_ANSWERS, boschloo, boschloo_p, exact_p, fisher_p
from registry.analysis.estimates.proportion import Counts, miettinen_nurminen
from registry.domain.evidence import Method
from tests.analysis.summaries import yes

ARM = st.integers(1, 30).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def table(counts: Counts) -> list[list[int]]:
    """Yes and no of the arm, then of the control, as columns."""
    return [[counts.arm, counts.control], [counts.of_arm - counts.arm, counts.of_control - counts.control]]


@pytest.mark.parametrize(
    ("yes_and_no", "fisher", "two_sided"),
    [
        # R's Exact::exact.test(method = "Boschloo", tsmethod = "central"), as quoted in the tests of scipy
        # (TestBoschlooExact); the columns are the groups.
        (((43, 40), (10, 39)), 0.0002875544, 0.0003231115),
        (((2, 7), (8, 2)), 0.01852173, 0.01977228),
        (((5, 1), (10, 10)), 0.1652174, 0.1801707),
        (((5, 16), (20, 25)), 0.08913823, 0.116547),
        (((5, 0), (1, 4)), 0.02380952, 0.01373073),
        (((0, 1), (3, 2)), 0.5, 0.6875),
        (((7, 12), (8, 3)), 0.06406797, 0.06821831),
    ],
)
def test_p_equals_that_of_r(
    yes_and_no: tuple[tuple[int, int], tuple[int, int]], fisher: float, two_sided: float
):
    (a, b), (c, d) = yes_and_no

    assert min(fisher_p(Counts(b, b + d, a, a + c)), fisher_p(Counts(a, a + c, b, b + d))) == pytest.approx(
        fisher, rel=1e-6
    )
    assert exact_p(Counts(b, b + d, a, a + c)) == pytest.approx(two_sided, abs=1e-7)


@settings(max_examples=40, deadline=None)
@given(control=ARM, arm=ARM)
def test_p_equals_scipy(control: tuple[int, int], arm: tuple[int, int]):
    counts = Counts(*control, *arm)
    # scipy has no p where all said the same.
    assume(0 < counts.control + counts.arm < counts.of_control + counts.of_arm)

    theirs: Any = stats.boschloo_exact(table(counts))

    assert exact_p(counts) == pytest.approx(float(theirs.pvalue), rel=1e-6)


@given(control=ARM, arm=ARM)
def test_order_is_by_the_p_of_fishers_test(control: tuple[int, int], arm: tuple[int, int]):
    counts = Counts(*control, *arm)
    assume(0 < counts.control + counts.arm < counts.of_control + counts.of_arm)

    theirs: Any = stats.fisher_exact(table(counts), alternative="greater")

    assert fisher_p(counts) == pytest.approx(float(theirs.pvalue), rel=1e-9)


@given(control=ARM, arm=ARM)
def test_p_is_never_above_that_of_fisher(control: tuple[int, int], arm: tuple[int, int]):
    counts = Counts(*control, *arm)

    assert boschloo_p(counts) <= fisher_p(counts) * (1 + 1e-9)


@settings(max_examples=40)
@given(control=ARM, arm=ARM)
def test_swapped_arms_and_swapped_answers_have_the_same_p(control: tuple[int, int], arm: tuple[int, int]):
    p = exact_p(Counts(*control, *arm))
    (x, n), (y, m) = control, arm

    assert exact_p(Counts(y, m, x, n)) == pytest.approx(p, rel=1e-7)
    assert exact_p(Counts(n - x, n, m - y, m)) == pytest.approx(p, rel=1e-7)


@pytest.mark.parametrize(("n", "m"), [(10, 10), (8, 20)])
def test_false_alarms_are_never_above_alpha_by_exact_enumeration(n: int, m: int):
    alarm = np.array([[exact_p(Counts(x, n, y, m)) <= 0.05 for y in range(m + 1)] for x in range(n + 1)])

    rates = np.linspace(0, 1, 201)
    chances = [
        float(
            np.outer(stats.binom.pmf(np.arange(n + 1), n, rate), stats.binom.pmf(np.arange(m + 1), m, rate))[
                alarm
            ].sum()
        )
        for rate in rates
    ]

    assert max(chances) <= 0.05
    assert max(chances) > 0.02


def test_thousand_answers_in_each_arm_equal_scipy():
    # scipy.stats.boschloo_exact([[4, 0], [996, 1000]]) of scipy 1.17.1, which takes a minute for it.
    assert exact_p(Counts(0, 1000, 4, 1000)) == pytest.approx(0.11651250372037093, rel=1e-9)


def test_beyond_the_limit_the_p_is_twice_that_of_fisher():
    many = MOST_ANSWERS
    theirs: Any = stats.fisher_exact([[9, 1], [many - 9, many - 1]], alternative="greater")

    assert exact_p(Counts(1, many, 9, many)) == pytest.approx(2 * float(theirs.pvalue), rel=1e-9)


def test_few_yes_of_millions_need_no_more_memory_than_a_few_numbers():
    tracemalloc.start()

    ours = exact_p(Counts(3, 10**7, 9, 10**7))

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # Of 12 yes as many lie in either arm as a fair coin says, when the arms are of one size and large.
    assert ours == pytest.approx(2 * stats.binom.sf(8, 12, 0.5), rel=1e-5)
    assert peak < 100_000


def test_interval_is_the_score_interval_and_p_the_exact_one():
    ours = boschloo(yes(2, 20), yes(9, 20), alpha=0.05)
    score = miettinen_nurminen(yes(2, 20), yes(9, 20), alpha=0.05)

    assert ours is not None
    assert score is not None
    assert (ours.method, ours.low, ours.high) == (Method.BOSCHLOO, score.low, score.high)
    assert ours.p_value == exact_p(Counts(2, 20, 9, 20))


@pytest.mark.parametrize(("control", "exact"), [((4, 20), True), ((16, 20), True), ((5, 20), False)])
def test_exact_p_is_for_fewer_than_five_yes_or_no(control: tuple[int, int], exact: bool):
    assert (boschloo(yes(*control), yes(10, 20), alpha=0.05) is not None) == exact


def test_where_all_said_the_same_the_p_is_1():
    assert exact_p(Counts(0, 7, 0, 12)) == 1
    assert exact_p(Counts(7, 7, 12, 12)) == 1


def test_no_p_is_made_up_without_answers():
    assert boschloo(yes(0, 0), yes(1, 2), alpha=0.05) is None
