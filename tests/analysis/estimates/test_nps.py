"""Net promoter scores against scipy on the recoded rows, and the published variance."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.nps import net_promoter, score
from registry.domain.evidence import Method
from registry.domain.summary import Summary, merged
from tests.analysis.summaries import summary_of
from tests.analysis.witness import welch_interval, welch_p

ANSWERS = st.lists(st.integers(0, 10), min_size=10, max_size=40)


def of(answers: list[int]) -> Summary:
    return summary_of([float(answer) for answer in answers])


def found(control: list[int], arm: list[int]) -> Difference:
    ours = net_promoter(of(control), of(arm), alpha=0.05)
    assert ours is not None
    return ours


def recoded(answers: list[int]) -> list[float]:
    """The definition, answer by answer."""
    return [100.0 if answer >= 9 else 0.0 if answer >= 7 else -100.0 for answer in answers]


def vary(control: list[int], arm: list[int]) -> bool:
    return len(set(recoded(control))) > 1 or len(set(recoded(arm))) > 1


@pytest.mark.parametrize(
    ("answer", "points"), [*((n, -100) for n in range(7)), (7, 0), (8, 0), (9, 100), (10, 100)]
)
def test_every_answer_counts_as_it_should(answer: int, points: int):
    assert score({str(answer): 3}).mean == points


def test_variance_is_that_of_rocks():
    # Rocks (2016): the variance of one answer is p_pro + p_det - (p_pro - p_det)²; here 30, 50 and 20 of 100.
    moments = score({"10": 20, "9": 30, "8": 30, "2": 20})

    assert moments.mean == pytest.approx(30)
    assert (moments.variance or 0) * 99 / 100 == pytest.approx(100**2 * (0.5 + 0.2 - 0.3**2))


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(control=ANSWERS, arm=ANSWERS)
def test_difference_equals_welch_on_the_recoded_rows(control: list[int], arm: list[int]):
    assume(vary(control, arm))
    ours = found(control, arm)

    before, after = recoded(control), recoded(arm)
    assert ours.method is Method.NET_PROMOTER
    assert (ours.control, ours.arm) == pytest.approx((np.mean(before), np.mean(after)), abs=1e-9)
    assert ours.p_value == pytest.approx(welch_p(after, before), rel=1e-9)
    assert (ours.low, ours.high) == pytest.approx(welch_interval(after, before, alpha=0.05), abs=1e-7)


@given(control=ANSWERS, arm=ANSWERS)
def test_swapped_arms_mirror_the_estimate(control: list[int], arm: list[int]):
    assume(vary(control, arm))
    one, other = found(control, arm), found(arm, control)

    assert (one.difference, one.low) == pytest.approx((-other.difference, -other.high), rel=1e-9)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-9)


@given(control=ANSWERS, arm=ANSWERS, at=st.integers(0, 10))
def test_two_halves_say_what_the_whole_says(control: list[int], arm: list[int], at: int):
    assume(vary(control, arm))

    halves = merged(of(control[:at]), of(control[at:]))

    assert net_promoter(halves, of(arm), alpha=0.05) == found(control, arm)


@pytest.mark.parametrize("arm", [[], [10] * 9, [10] * 9 + [9]])
def test_no_score_is_shown_below_ten_answers_or_without_any_difference_between_them(arm: list[int]):
    assert net_promoter(of([9] * 20), of(arm), alpha=0.05) is None


def test_answers_that_were_not_counted_have_no_score():
    uncounted = of([1, 5, 9] * 5).model_copy(update={"answers": None})

    assert net_promoter(uncounted, of([1, 5, 9] * 5), alpha=0.05) is None
