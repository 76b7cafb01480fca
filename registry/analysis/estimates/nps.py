"""The difference of two net promoter scores, in points.

Who answers 9 or 10 is a promoter and counts 100, 7 or 8 is passive and counts 0, less is a detractor and
counts -100; the score is the mean of that, so two scores differ as two means do. It is never told as a
share: a score may be 0 or below.

Source: B. Rocks, The American Statistician 70 (2016), 365-372 (the score as the mean of a trinomial, and its
variance), with Student's t and Welch's degrees of freedom in the place of the normal.
"""

from collections.abc import Mapping

from registry.analysis.estimates.answers import top_box
from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import between
from registry.analysis.estimates.two_values import TwoValues, Value, independent
from registry.domain.evidence import Method
from registry.domain.summary import Moments, Summary

PROMOTER, PASSIVE = 9, 7
"""The lowest answers that make one."""

FEWEST_ANSWERS = 10
"""Below this many in an arm a score is not shown: one customer can move it by more than 20 points."""


def score(answers: Mapping[str, int]) -> Moments:
    """Mean and variance of the recoded answers in points, from -100 to 100; exact, for they are counts."""
    n = sum(answers.values())
    promoters = top_box(answers, threshold=PROMOTER)
    detractors = n - top_box(answers, threshold=PASSIVE)
    net, counted = promoters - detractors, promoters + detractors
    return Moments(
        n=n,
        mean=100 * net / n if n else None,
        variance=100**2 * (counted * n - net * net) / (n * (n - 1)) if n > 1 else None,
    )


def net_promoter(control: Summary, arm: Summary, *, alpha: float) -> Difference | None:
    """Arm minus control in points, with its interval at 1 - *alpha*; `control` and `arm` are the scores.

    None as in `scores`.
    """
    values = scores(control, arm)
    return None if values is None else between(Method.NET_PROMOTER, values, alpha=alpha)


def scores(control: Summary, arm: Summary) -> TwoValues | None:
    """Both scores in points and how uncertain they are.

    None where answers were not counted, an arm has fewer than ten, or each arm's are all of one kind.
    """
    if control.answers is None or arm.answers is None:
        return None
    left, right = score(control.answers), score(arm.answers)
    if min(left.n, right.n) < FEWEST_ANSWERS:
        return None
    return independent(_value(left), _value(right))


def _value(moments: Moments) -> Value:
    return Value(moments.mean or 0.0, (moments.variance or 0.0) / moments.n, moments.n - 1)
