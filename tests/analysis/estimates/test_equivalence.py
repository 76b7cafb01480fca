"""Equivalence and non-inferiority: published examples, agreement with the intervals, errors at the margin."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.equivalence import (
    above_p,
    below_p,
    equivalence_p,
    is_without_difference,
    no_worse_p,
)
from registry.analysis.estimates.mean import welch
from registry.analysis.estimates.proportion import Counts, miettinen_nurminen
from registry.domain.plan import Better
from tests.analysis.summaries import summary_of, yes

ANSWERS = st.lists(st.integers(-50, 50).map(float), min_size=2, max_size=20)
HALVES = st.integers(1, 100).map(lambda n: n / 2)
YIELD_A = [452.0, 874, 554, 447, 356, 754, 558, 574, 664, 682, 547, 435, 245]
YIELD_B = [546.0, 547, 774, 465, 459, 665, 467, 365, 589, 534, 456, 651, 654, 665, 546, 537]


def difference_of(control: list[float], arm: list[float], *, alpha: float = 0.05) -> Difference:
    found = welch(summary_of(control), summary_of(arm), alpha=alpha)
    assert found is not None
    return found


def test_p_values_equal_those_of_ncss_and_r():
    # NCSS, chapter 198, with unequal variances, as in the tests of R's TOSTER (test-NCSS1.R): df 19.169,
    # standard error 53.618547, interval -120.27336 to 104.04259, p 0.03628 and 0.02002 within ±110.
    found = difference_of(YIELD_B, YIELD_A)

    above, below = above_p(found, -110), below_p(found, 110)

    assert found.freedom == pytest.approx(19.169, abs=5e-4)
    assert found.standard_error == pytest.approx(53.618547, abs=5e-7)
    assert (found.low, found.high) == pytest.approx((-120.27336, 104.04259), abs=5e-6)
    assert (above, below) == pytest.approx((0.03628, 0.02002), abs=5e-6)
    assert equivalence_p(found, mde=110) == above
    assert not is_without_difference(found, mde=110)


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(control=ANSWERS, arm=ANSWERS, margin=HALVES)
def test_p_at_a_margin_equals_scipy_s_with_the_control_moved_by_it(
    control: list[float], arm: list[float], margin: float
):
    assume(len(set(control)) > 1 and len(set(arm)) > 1)
    ours = no_worse_p(difference_of(control, arm), margin=margin, better=Better.HIGHER)

    moved = [x - margin for x in control]
    theirs: Any = stats.ttest_ind(arm, moved, equal_var=False, alternative="greater")
    assert ours == pytest.approx(theirs.pvalue, rel=1e-8)


@given(control=ANSWERS, arm=ANSWERS, mde=HALVES, alpha=st.floats(0.01, 0.3))
def test_interval_within_the_mde_and_p_agree(
    control: list[float], arm: list[float], mde: float, alpha: float
):
    assume(len(set(control)) > 1 and len(set(arm)) > 1)
    found = difference_of(control, arm, alpha=alpha)

    p = equivalence_p(found, mde=mde)

    assert p is not None
    if abs(p - alpha / 2) > 1e-9:
        assert is_without_difference(found, mde=mde) == (p < alpha / 2)


@given(control=ANSWERS, arm=ANSWERS, margin=HALVES)
def test_lower_is_better_mirrors_higher_is_better(control: list[float], arm: list[float], margin: float):
    assume(len(set(control)) > 1 or len(set(arm)) > 1)
    lower = no_worse_p(difference_of(control, arm), margin=margin, better=Better.LOWER)
    mirrored = difference_of([-x for x in control], [-x for x in arm])

    assert lower == pytest.approx(no_worse_p(mirrored, margin=margin, better=Better.HIGHER), rel=1e-9)


def test_p_at_the_published_bounds_of_a_proportion_is_that_of_the_interval():
    # PropCIs::diffscoreci(7, 34, 1, 34, 0.95) in R: 0.0270416 to 0.3452912.
    counts = Counts(control=1, of_control=34, arm=7, of_arm=34)

    assert above_p(counts, 0.0270416) == pytest.approx(0.025, abs=1e-6)
    assert below_p(counts, 0.3452912) == pytest.approx(0.025, abs=1e-6)


@given(x=st.integers(0, 30), y=st.integers(0, 40), mde=st.integers(1, 99).map(lambda n: n / 100))
def test_interval_of_a_proportion_and_its_p_agree(x: int, y: int, mde: float):
    found = miettinen_nurminen(yes(x, 30), yes(y, 40), alpha=0.1)
    p = equivalence_p(Counts(x, 30, y, 40), mde=mde)

    assert found is not None
    assert p is not None
    if abs(p - 0.05) > 1e-9:
        assert is_without_difference(found, mde=mde) == (p < 0.05)


def test_no_p_is_made_up_where_the_interval_is_not_from_t():
    proportion = miettinen_nurminen(yes(3, 10), yes(4, 10), alpha=0.05)

    assert proportion is not None
    assert no_worse_p(proportion, margin=0.1, better=Better.HIGHER) is None
    assert equivalence_p(proportion, mde=0.1) is None
    assert above_p(Counts(0, 0, 1, 2), 0.1) is None


@pytest.mark.parametrize(("n", "rate"), [(50, 0.7), (100, 0.85), (200, 0.9)])
def test_rate_at_its_margin_is_called_no_worse_in_two_and_a_half_percent_by_enumeration(n: int, rate: float):
    margin = 0.1
    of_control = stats.binom.pmf(np.arange(n + 1), n, rate)
    of_arm = stats.binom.pmf(np.arange(n + 1), n, rate - margin)
    likely = np.argwhere(np.outer(of_control, of_arm) > 1e-7)

    passed = 0.0
    for x, y in likely.tolist():
        p = no_worse_p(Counts(x, n, y, n), margin=margin, better=Better.HIGHER)
        passed += of_control[x] * of_arm[y] if p is not None and p < 0.025 else 0

    assert passed <= 0.03
