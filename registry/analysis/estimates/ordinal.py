"""Which of two customers, one of each arm, is likely to have given the better answer; by Brunner and Munzel.

Steps of a scale need not be equally long for it, nor spreads equal. It stands beside the difference of means.

Source: E. Brunner and U. Munzel, Biometrical Journal 42 (2000), 17-25, with their small-sample t
approximation; its misprint corrected as in K. Neubert and E. Brunner, Computational Statistics and Data
Analysis 51 (2007), 5192-5204. What they write with ranks is written here with placements (the share of the
other arm that an answer lies above), which is the same: E. Brunner, A. C. Bathke and F. Konietschke, Rank
and Pseudo-Rank Procedures (2018).
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from registry.analysis.estimates.answers import ordered
from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import student
from registry.analysis.estimates.two_values import Value, independent
from registry.domain.evidence import Method
from registry.domain.summary import Summary

EVEN = 0.5
"""The chance when no arm is better."""

FEWEST_ANSWERS = 10
"""In an arm; below, the t approximation is not trusted (Neubert and Brunner permute instead)."""

Counted = list[tuple[float, int]]


def brunner_munzel(control: Summary, arm: Summary, *, alpha: float) -> Difference | None:
    """The chance that an answer of the arm is above one of the control, ties counted half, less ½.

    `arm` is the chance itself, from 0 to 1, `control` the even chance ½. The interval is cut at chances
    of 0 and 1, which never changes whether it holds ½.

    None where answers were not counted, where an arm has fewer than ten, and where there is no spread:
    all answers are one, or every answer of one arm lies above all of the other. Then the chance is 1, but
    nothing says how sure that is; the difference of the means stands.
    """
    if control.answers is None or arm.answers is None:
        return None
    left, right = ordered(control.answers), ordered(arm.answers)
    below, above = placed(left, among=right), placed(right, among=left)
    if below is None or above is None or min(below.n, above.n) < FEWEST_ANSWERS:
        return None
    values = independent(
        Value(EVEN, below.variance / below.n, below.n - 1),
        Value(above.mean, above.variance / above.n, above.n - 1),
    )
    if values is None:
        return None
    found = student(Method.BRUNNER_MUNZEL, above.mean - EVEN, values.error, values.freedom, alpha=alpha)
    return found._replace(low=max(found.low, -EVEN), high=min(found.high, EVEN), control=EVEN, arm=above.mean)


class Placements(NamedTuple):
    """The shares of another arm that one arm's answers lie above, ties counted half."""

    n: int
    mean: float
    variance: float
    """Unbiased."""


def placed(counted: Counted, *, among: Counted) -> Placements | None:
    """The placements of one arm's answers *among* the other's; None below two answers, or none of the other.

    Counts are added as whole numbers, so that no spread is exactly none.
    """
    n, others = sum(count for _, count in counted), sum(count for _, count in among)
    if n < 2 or not others:
        return None
    known = [answer for answer, _ in among]
    up_to = [0, *accumulate(count for _, count in among)]
    # Twice the number of the other arm's answers that lie below, ties once.
    twice = [
        (up_to[bisect_left(known, answer)] + up_to[bisect_right(known, answer)], count)
        for answer, count in counted
    ]
    total = sum(place * count for place, count in twice)
    squares = n * sum(place * place * count for place, count in twice) - total * total
    return Placements(n, total / (2 * others * n), squares / (n * (n - 1) * (2 * others) ** 2))
