"""Counted answers, read as numbers."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.analysis.estimates.answers import ordered, top_box


def test_answers_are_ordered_as_numbers_and_not_as_words():
    assert ordered({"10": 1, "9": 2, "2.5": 3, "-1": 4}) == [(-1, 4), (2.5, 3), (9, 2), (10, 1)]


@pytest.mark.parametrize(("threshold", "satisfied"), [(4, 5), (4.5, 2), (1, 9), (6, 0)])
def test_top_box_counts_the_threshold_itself(threshold: float, satisfied: int):
    assert top_box({"1": 4, "4": 3, "5": 2}, threshold=threshold) == satisfied


@given(answers=st.lists(st.integers(0, 10)), threshold=st.integers(0, 11))
def test_top_box_is_what_counting_the_rows_says(answers: list[int], threshold: int):
    counted = {str(answer): n for answer, n in Counter(answers).items()}

    assert top_box(counted, threshold=threshold) == sum(answer >= threshold for answer in answers)
