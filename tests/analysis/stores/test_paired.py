"""The paired t-test against R, scipy, and its laws."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.relative import relative_of
from registry.analysis.stores.paired import Pair, matched, paired, paired_values

VALUE = st.integers(-100, 100).map(float)
PAIRS = st.lists(st.builds(Pair, VALUE, VALUE), min_size=2, max_size=15)

# Student, Biometrika 6 (1908), page 20: hours of sleep gained by ten patients with each of two drugs.
SLEEP = [
    Pair(control=one, arm=other)
    for one, other in zip(
        [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
        [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
        strict=True,
    )
]


def found(pairs: list[Pair], *, alpha: float = 0.05) -> Difference:
    difference = paired(pairs, alpha=alpha)
    assert difference is not None
    return difference


def differ(pairs: list[Pair]) -> bool:
    return len({pair.arm - pair.control for pair in pairs}) > 1


def test_estimate_equals_the_published_one():
    # t.test(paired = TRUE) on the data set `sleep` of R: t = 4.0621, df = 9, p = 0.002833, with the interval
    # from 0.7001142 to 2.4598858.
    ours = found(SLEEP)

    assert (ours.low, ours.high) == pytest.approx((0.7001142, 2.4598858), abs=5e-8)
    assert ours.p_value == pytest.approx(0.002833, abs=5e-7)
    assert ours.difference / ours.standard_error == pytest.approx(4.0621, abs=5e-5)
    assert (ours.control, ours.arm, ours.freedom) == (pytest.approx(0.75), pytest.approx(2.33), 9)


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(pairs=PAIRS, alpha=st.floats(0.001, 0.5))
def test_estimate_equals_that_of_scipy(pairs: list[Pair], alpha: float):
    assume(differ(pairs))
    ours = found(pairs, alpha=alpha)

    theirs: Any = stats.ttest_rel([pair.arm for pair in pairs], [pair.control for pair in pairs])
    interval = theirs.confidence_interval(1 - alpha)
    assert ours.p_value == pytest.approx(theirs.pvalue, rel=1e-9)
    assert (ours.low, ours.high) == pytest.approx((interval.low, interval.high), rel=1e-9, abs=1e-9)


@given(pairs=PAIRS)
def test_swapped_arms_mirror_the_estimate(pairs: list[Pair]):
    assume(differ(pairs))
    one, other = found(pairs), found([Pair(pair.arm, pair.control) for pair in pairs])

    assert one.difference == -other.difference
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), rel=1e-12)
    assert one.p_value == other.p_value


@given(pairs=PAIRS, level=st.lists(st.integers(-1000, 1000).map(float), min_size=15, max_size=15))
def test_level_of_a_pair_changes_nothing(pairs: list[Pair], level: list[float]):
    assume(differ(pairs))
    plain = found(pairs)
    moved = found([Pair(pair.control + x, pair.arm + x) for pair, x in zip(pairs, level, strict=False)])

    assert moved[1:7] == pytest.approx(plain[1:7], rel=1e-12)


@given(pairs=PAIRS)
def test_large_offset_changes_nothing(pairs: list[Pair]):
    assume(differ(pairs))
    plain, moved = found(pairs), found([Pair(pair.control + 1e8, pair.arm + 1e8) for pair in pairs])

    assert moved[1:7] == pytest.approx(plain[1:7], rel=1e-9)


@pytest.mark.parametrize("factor", [1e-200, 1e-6, 1e6, 1e200])
@given(pairs=PAIRS)
def test_other_units_scale_the_estimate_and_leave_its_p(factor: float, pairs: list[Pair]):
    assume(differ(pairs))
    plain = found(pairs)
    scaled = found([Pair(pair.control * factor, pair.arm * factor) for pair in pairs])

    assert scaled.low == pytest.approx(plain.low * factor, rel=1e-6, abs=1e-9 * factor)
    assert scaled.p_value == pytest.approx(plain.p_value, rel=1e-6)


@pytest.mark.parametrize(
    "pairs", [[], [Pair(1, 2)], [Pair(1, 2), Pair(3, 4)], [Pair(0.1, 0.3), Pair(0.3, 0.5)]]
)
def test_no_estimate_is_made_up_where_the_test_does_not_exist(pairs: list[Pair]):
    assert paired(pairs, alpha=0.05) is None


def test_relative_bounds_are_the_ratios_that_the_paired_test_just_rejects():
    rng = np.random.default_rng(4)
    control = rng.normal(20, 3, 8)
    arm = control * 1.2 + rng.normal(0, 1, 8)

    values = paired_values([Pair(*both) for both in zip(control.tolist(), arm.tolist(), strict=True)])
    assert values is not None
    ours = relative_of(values, alpha=0.05)

    assert ours is not None
    for bound in (ours.low, ours.high):
        theirs: Any = stats.ttest_1samp(arm - (1 + bound) * control, 0)
        assert theirs.pvalue == pytest.approx(0.05, rel=1e-9)


def test_pair_without_one_half_is_left_out_and_named():
    found = matched({"north": 1.0, "south": 2.0, "west": 3.0}, {"west": 4.0, "east": 5.0, "north": 6.0})

    assert found.pairs == (Pair(control=1.0, arm=6.0), Pair(control=3.0, arm=4.0))
    assert found.left_out == ("east", "south")
