"""The difference of two means, less what a covariate from before the pilot explains (CUPED).

Who spent much before spends much after, in both arms: taking that out leaves less noise around the same
difference. The covariate must be from before the pilot, so that the change cannot have moved it.

Theta, how much of the covariate is taken out, is one number for all arms, pooled within them, so that a
difference between arms never gets into it. A unit without a covariate counts with the mean covariate of
all units: it stays in the pilot, unadjusted.

Source: A. Deng, Y. Xu, R. Kohavi and T. Walker, WSDM 2013, 123-132 (control variates); that the
difference stays right when arms have different slopes or variances: W. Lin, Annals of Applied Statistics 7
(2013), 295-318; the part of theta in the standard error: analysis of covariance as in D. R. Cox and
P. McCullagh, Biometrics 38 (1982), 541-561.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import ROUNDING as NO_SPREAD
from registry.analysis.estimates.student import between
from registry.analysis.estimates.two_values import TwoValues, Value, satterthwaite
from registry.domain.evidence import Method
from registry.domain.summary import Pairs, Summary

EXPLAINED = 1e-12
"""What is left of the squares below this share of them is rounding: the covariate says all of the metric."""


class Squares(NamedTuple):
    """One arm's answers, each with its covariate or the mean that stands for it."""

    n: int
    metric: float
    """Mean of the metric."""
    covariate: float
    """Mean of the covariate, less its mean over all arms."""
    of_metric: float
    """Sum of squared deviations from the arm's mean; likewise below."""
    of_covariate: float
    of_both: float


def cuped(
    control: Summary, arm: Summary, *, alpha: float, others: Sequence[Summary] = ()
) -> Difference | None:
    """Arm minus control of the adjusted means, with its interval at 1 - *alpha*; None as in `adjusted`.

    *others* are the pilot's further arms, which help to find theta. `control` and `arm` of the answer are the
    adjusted means: what each would have come to with the mean covariate of all.
    """
    values = adjusted(control, arm, others=others)
    return None if values is None else between(Method.CUPED, values, alpha=alpha)


def adjusted(control: Summary, arm: Summary, *, others: Sequence[Summary] = ()) -> TwoValues | None:
    """The adjusted means of control and arm, and how uncertain they are.

    As Welch's on the adjusted answers, with one degree of freedom less for theta, and with theta's own
    uncertainty, which grows with the distance between the arms' covariates. With arms of one size this
    is the standard error of ordinary least squares.

    None where an arm has fewer than two answers or no covariate was read; where the covariate is the same for
    all within each arm, or says all of the metric; and where less than one degree of freedom is left.
    """
    arms = squares([control, arm, *others])
    if arms is None or min(arms[0].n, arms[1].n) < 2:
        return None
    of_covariate = sum(each.of_covariate for each in arms)
    if of_covariate <= sum(each.n for each in arms) * (NO_SPREAD * _size(control, arm, *others)) ** 2:
        return None
    theta = sum(each.of_both for each in arms) / of_covariate
    rest = [
        max(each.of_metric - theta * (2 * each.of_both - theta * each.of_covariate), 0.0) for each in arms
    ]
    freedom = sum(each.n - 1 for each in arms)
    if freedom < 2 or sum(rest) <= EXPLAINED * sum(each.of_metric for each in arms):
        return None
    lost = freedom / (freedom - 1)
    of_theta = sum(rest) / (freedom - 1) / of_covariate

    def value(i: int) -> Value:
        each = arms[i]
        of_mean = lost * rest[i] / (each.n - 1) / each.n
        return Value(each.metric - theta * each.covariate, of_mean, each.n - 1)

    left, right = value(0), value(1)
    apart = arms[1].covariate - arms[0].covariate
    squared = left.variance + right.variance + apart * apart * of_theta
    if left.variance + right.variance == 0 or (left_over := satterthwaite(left, right) - 1) < 1:
        return None
    return TwoValues(
        control=left._replace(variance=left.variance + arms[0].covariate ** 2 * of_theta),
        arm=right._replace(variance=right.variance + arms[1].covariate ** 2 * of_theta),
        error=math.sqrt(squared),
        freedom=left_over,
        joint=True,
    )


def squares(summaries: Sequence[Summary]) -> list[Squares] | None:
    """Means and sums of squares as if every missing covariate were the mean of all that are known.

    Exact: a unit that counts with the mean adds to the sums only by how far its own arm's known covariates
    lie from that mean. None where a summary has no answer, or none has a covariate.
    """
    known = [(each.pairs, each.pairs.partner.mean) for each in summaries if each.pairs is not None]
    weighed = [(pairs.n, mean) for pairs, mean in known if mean is not None]
    if not weighed or len(known) < len(summaries):
        return None
    base = weighed[0][1]  # Small numbers are added, whatever the offset.
    mean = base + sum(n * (each - base) for n, each in weighed) / sum(n for n, _ in weighed)
    found: list[Squares] = []
    for summary in summaries:
        if summary.mean is None or summary.pairs is None:
            return None
        found.append(_filled(summary, summary.mean, summary.pairs, mean))
    return found


def _size(*summaries: Summary) -> float:
    """The largest mean covariate, whatever its sign."""
    means = (each.pairs.partner.mean for each in summaries if each.pairs is not None)
    return max((abs(mean) for mean in means if mean is not None), default=0.0)


def _filled(summary: Summary, mean: float, pairs: Pairs, covariate: float) -> Squares:
    """Of one arm, whose answers without a covariate count with *covariate*."""
    of_metric = (summary.variance or 0.0) * (summary.n - 1)
    if pairs.partner.mean is None or pairs.metric.mean is None:
        return Squares(summary.n, mean, 0.0, of_metric, 0.0, 0.0)
    share = pairs.n / summary.n
    off = pairs.partner.mean - covariate
    of_covariate = (pairs.partner.variance or 0.0) * (pairs.n - 1) + off * off * pairs.n * (1 - share)
    of_both = (pairs.covariance or 0.0) * (pairs.n - 1)
    if pairs.n < summary.n:
        of_both += pairs.n * off * (pairs.metric.mean - mean)
    return Squares(summary.n, mean, off * share, of_metric, of_covariate, of_both)
