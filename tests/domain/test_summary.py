"""Summaries merge exactly: two halves equal the whole."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.summary import Segment, merged, together, whole_of
from tests.analysis.summaries import summary_of

NUMBER = st.one_of(st.none(), st.integers(-1000, 1000).map(float))
ANSWERS = st.lists(NUMBER, max_size=30)


@settings(deadline=None)
@given(one=ANSWERS, other=ANSWERS)
def test_summaries_of_two_halves_merge_to_the_summary_of_the_whole(
    one: list[float | None], other: list[float | None]
):
    whole = summary_of(one + other)

    together = merged(summary_of(one), summary_of(other))

    assert (together.units, together.n, together.missing) == (whole.units, whole.n, whole.missing)
    assert (together.mean is None, together.variance is None) == (whole.mean is None, whole.variance is None)
    assert (together.mean or 0) == pytest.approx(whole.mean or 0, rel=1e-12, abs=1e-9)
    assert (together.variance or 0) == pytest.approx(whole.variance or 0, rel=1e-9, abs=1e-9)


@settings(deadline=None)
@given(answers=st.lists(st.sampled_from([0.0, 1.0, None]), max_size=30), cut=st.integers(0, 30))
def test_successes_of_two_halves_add_up(answers: list[float | None], cut: int):
    halves = [summary_of(half, proportion=True) for half in (answers[:cut], answers[cut:])]

    assert merged(*halves).successes == answers.count(1.0)


def test_summaries_of_different_arms_do_not_merge():
    with pytest.raises(ValueError, match="different arms"):
        merged(summary_of([1.0]), summary_of([1.0], arm="Card"))


def test_large_offset_does_not_blur_a_merged_variance():
    low, high = summary_of([1e8 + 1, 1e8 + 2]), summary_of([1e8 + 3, 1e8 + 4])

    assert merged(low, high).variance == pytest.approx(5 / 3, rel=1e-12)


@settings(deadline=None)
@given(rows=st.lists(st.tuples(NUMBER, NUMBER), max_size=30), cut=st.integers(0, 30))
def test_what_two_columns_have_in_common_merges_to_that_of_the_whole(
    rows: list[tuple[float | None, float | None]], cut: int
):
    def of(part: list[tuple[float | None, float | None]]):
        return summary_of([answer for answer, _ in part], partner=[beside for _, beside in part])

    whole, both = of(rows), merged(of(rows[:cut]), of(rows[cut:]))

    assert both.pairs is not None
    assert whole.pairs is not None
    assert both.pairs.n == whole.pairs.n
    assert (both.pairs.covariance or 0) == pytest.approx(whole.pairs.covariance or 0, rel=1e-9, abs=1e-6)
    assert (both.pairs.partner.mean or 0) == pytest.approx(whole.pairs.partner.mean or 0, abs=1e-9)
    assert (both.pairs.metric.variance or 0) == pytest.approx(
        whole.pairs.metric.variance or 0, rel=1e-9, abs=1e-6
    )


@settings(deadline=None)
@given(answers=st.lists(st.integers(1, 5).map(float), min_size=1, max_size=40), cut=st.integers(0, 40))
def test_skew_logarithms_and_counts_of_answers_merge_to_those_of_the_whole(answers: list[float], cut: int):
    whole, both = summary_of(answers), merged(summary_of(answers[:cut]), summary_of(answers[cut:]))

    assert both.third == pytest.approx(whole.third, rel=1e-9, abs=1e-9)
    assert both.answers == whole.answers
    assert both.logs is not None
    assert both.logs.mean == pytest.approx(np.log(answers).mean())


def test_logarithms_that_one_half_lacks_are_not_told_of_both():
    assert merged(summary_of([2.0, 4.0]), summary_of([0.0, 1.0])).logs is None


def test_the_days_of_a_store_make_the_store_and_its_stores_the_arm():
    first, second = date(2026, 3, 1), date(2026, 3, 2)
    returns = Segment("reason", "return")
    days = [summary_of([1.0], cluster="North", day=day, segment=returns) for day in (first, second)]

    north = together(days)
    arm = merged(north, summary_of([4.0], cluster="South", segment=returns))

    assert (north.cluster, north.day, north.segment) == ("North", None, returns)
    assert (arm.cluster, arm.n, arm.mean) == (None, 3, 2.0)


def test_nothing_is_not_a_summary():
    with pytest.raises(ValueError, match="no summaries"):
        together([])


def test_the_whole_of_one_store_on_one_day_is_said_of_no_single_place():
    here = summary_of([1.0, 2.0], cluster="North", day=date(2026, 3, 5))

    assert whole_of([here]) == summary_of([1.0, 2.0])
