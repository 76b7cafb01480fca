"""Brunner and Munzel's test: the published example, scipy and statsmodels on raw rows, and laws."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.nonparametric import rank_compare_2indep

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.ordinal import brunner_munzel, placed
from registry.domain.summary import Summary, merged
from tests.analysis.summaries import summary_of

ANSWERS = st.lists(st.integers(1, 5), min_size=10, max_size=30)

# Pain on the third day after surgery: Brunner and Munzel (2000), table 1.
PAIN_WITH_Y = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1]
PAIN_WITH_N = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4]


def of(answers: list[int]) -> Summary:
    return summary_of([float(answer) for answer in answers])


def found(control: list[int], arm: list[int], *, alpha: float = 0.05) -> Difference:
    ours = brunner_munzel(of(control), of(arm), alpha=alpha)
    assert ours is not None
    return ours


def overlap(control: list[int], arm: list[int]) -> bool:
    """Whether there is any spread to measure by."""
    apart = max(control) < min(arm) or max(arm) < min(control)
    return not apart and len({*control, *arm}) > 1


def test_published_example_is_found_again():
    ours = found(PAIN_WITH_Y, PAIN_WITH_N)

    # R: lawstat::brunner.munzel.test(Y, N) and brunnermunzel::brunnermunzel.test(Y, N), as in their manuals.
    assert ours.arm == pytest.approx(0.788961, abs=5e-7)
    assert (ours.low + 0.5, ours.high + 0.5) == pytest.approx((0.5952169, 0.9827052), abs=5e-8)
    assert ours.freedom == pytest.approx(17.683, abs=5e-4)
    assert ours.p_value == pytest.approx(0.005786, abs=5e-7)


@given(control=ANSWERS, arm=ANSWERS)
def test_p_is_that_of_scipy_on_the_raw_rows(control: list[int], arm: list[int]):
    assume(overlap(control, arm))

    theirs: Any = stats.brunnermunzel(control, arm)

    assert found(control, arm).p_value == pytest.approx(float(theirs.pvalue), rel=1e-9)


@given(control=ANSWERS, arm=ANSWERS, alpha=st.floats(0.001, 0.5))
def test_interval_is_that_of_statsmodels_cut_at_0_and_1(control: list[int], arm: list[int], alpha: float):
    assume(overlap(control, arm))
    ours = found(control, arm, alpha=alpha)

    theirs: Any = rank_compare_2indep(arm, control)
    low, high = theirs.conf_int(alpha=alpha)
    assert ours.arm == pytest.approx(theirs.prob1, rel=1e-12)
    assert ours.freedom == pytest.approx(theirs.df, rel=1e-9)
    assert (ours.low + 0.5, ours.high + 0.5) == pytest.approx((max(low, 0), min(high, 1)), abs=1e-9)


@given(control=ANSWERS, arm=ANSWERS)
def test_chance_is_that_of_all_couples_of_customers(control: list[int], arm: list[int]):
    assume(overlap(control, arm))

    couples = [(b > a) + (b == a) / 2 for a in control for b in arm]

    assert found(control, arm).arm == pytest.approx(np.mean(couples), rel=1e-12)


@given(control=ANSWERS, arm=ANSWERS)
def test_swapped_arms_mirror_the_estimate(control: list[int], arm: list[int]):
    assume(overlap(control, arm))
    one, other = found(control, arm), found(arm, control)

    assert (one.difference, one.low) == pytest.approx((-other.difference, -other.high), abs=1e-12)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-9)


@given(control=ANSWERS, arm=ANSWERS)
def test_only_the_order_of_the_answers_counts(control: list[int], arm: list[int]):
    assume(overlap(control, arm))

    stretched = found([answer**3 + 7 for answer in control], [answer**3 + 7 for answer in arm])

    assert stretched == found(control, arm)


@given(control=ANSWERS, arm=ANSWERS, at=st.integers(0, 10))
def test_two_halves_say_what_the_whole_says(control: list[int], arm: list[int], at: int):
    assume(overlap(control, arm))

    halves = merged(of(control[:at]), of(control[at:]))

    assert brunner_munzel(halves, of(arm), alpha=0.05) == found(control, arm)


def test_million_answers_are_as_quick_and_good_as_a_few():
    control, arm = {"1": 300_000, "5": 700_000}, {"1": 299_000, "5": 701_000}

    def summary(answers: dict[str, int]) -> Summary:
        return Summary(metric="m", arm="a", units=10**6, n=10**6, mean=None, variance=None, answers=answers)

    ours = brunner_munzel(summary(control), summary(arm), alpha=0.05)

    # With two answers the chance is ½ + half the difference of the shares.
    wald = (0.3 * 0.7 / 1e6 + 0.299 * 0.701 / 1e6) ** 0.5 / 2
    assert ours is not None
    assert (ours.difference, ours.standard_error) == pytest.approx((0.0005, wald), rel=1e-5)


@pytest.mark.parametrize(
    ("control", "arm"),
    [
        ([1, 2] * 5, [4, 5] * 5),
        ([4, 5] * 5, [1, 2] * 5),
        ([3] * 10, [3] * 10),
        ([1, 2] * 5, [1, 2] * 4),
        ([1, 2] * 5, [1]),
        ([1, 2] * 5, []),
    ],
)
def test_no_estimate_is_made_up_when_arms_lie_wholly_apart_or_answers_are_few(
    control: list[int], arm: list[int]
):
    assert brunner_munzel(of(control), of(arm), alpha=0.05) is None


def test_answers_that_were_not_counted_have_no_estimate():
    uncounted = of(PAIN_WITH_N).model_copy(update={"answers": None})

    assert brunner_munzel(of(PAIN_WITH_Y), uncounted, alpha=0.05) is None


def test_nothing_is_placed_among_nothing():
    assert placed([(1.0, 5)], among=[]) is None
