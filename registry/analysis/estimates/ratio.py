"""The difference of two ratios of sums, such as returns per order, when customers were randomised.

A ratio metric divides the sum of one column by the sum of another, over the units of randomisation: the
orders of one customer belong together, so neither orders nor each customer's own ratio will do.
"""

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import between
from registry.analysis.estimates.two_values import TwoValues, Value, independent
from registry.domain.evidence import Method
from registry.domain.summary import Summary

ROUNDING = 1e-13
"""A share of the variances below which what is left of them after subtraction is rounding, not spread."""


def ratio_difference(control: Summary, arm: Summary, *, alpha: float) -> Difference | None:
    """Arm's ratio minus control's with its interval at 1 - *alpha*, in numerator per denominator.

    None where `ratio_values` is: an arm with fewer than two units, with nothing in the denominator,
    or no spread in both. Welch's test on the linearised values of the units.
    """
    values = ratio_values(control, arm)
    return None if values is None else between(Method.RATIO, values, alpha=alpha)


def ratio_values(control: Summary, arm: Summary) -> TwoValues | None:
    """The ratios of both arms; None where one does not exist, or neither has any spread."""
    of_control, of_arm = ratio(control), ratio(arm)
    return None if of_control is None or of_arm is None else independent(of_control, of_arm)


def ratio(summary: Summary) -> Value | None:
    """Sum of the metric over sum of its denominator, by the delta method.

    With R = mean(y) / mean(d) a unit's linearised value is R + (y - R d) / mean(d): their mean is R, and
    their variance over n is that of R, (V(y) - 2 R C(y, d) + R² V(d)) / (n mean(d)²), n - 1 degrees of
    freedom. None below two units or where the mean of the denominator is 0. It is for many units: the
    linearisation leaves out what is of the order of 1 / n.
    Source: A. Deng, U. Knoblich and J. Lu, Applying the delta method in metric analytics, KDD 2018,
    233-242; W. G. Cochran, Sampling Techniques (3rd edition, 1977), on ratio estimates.
    """
    pairs = summary.pairs
    if pairs is None or pairs.metric.mean is None or not pairs.partner.mean:
        return None
    of_metric, of_partner, covariance = pairs.metric.variance, pairs.partner.variance, pairs.covariance
    if of_metric is None or of_partner is None or covariance is None:
        return None
    value = pairs.metric.mean / pairs.partner.mean
    apart = of_metric + value * value * of_partner
    spread = apart - 2 * value * covariance
    if spread <= ROUNDING * apart:
        spread = 0.0
    # Divided twice: the square of a tiny or huge denominator leaves the range of a float.
    return Value(value, spread / pairs.partner.mean / pairs.partner.mean / pairs.n, pairs.n - 1)
