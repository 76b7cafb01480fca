"""The difference of two means, by Welch's unequal-variances t-test."""

import math

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import ROUNDING, student
from registry.domain.evidence import Method
from registry.domain.summary import Summary


def welch(control: Summary, arm: Summary, *, alpha: float) -> Difference | None:
    """Arm minus control with its interval at 1 - *alpha*.

    None where an arm has fewer than two answers, or no answer differs from another in its arm by more
    than rounding: the test does not exist then. Source: B. L. Welch, Biometrika 34 (1947), 28-35.
    """
    if control.mean is None or arm.mean is None or control.variance is None or arm.variance is None:
        return None
    of_control, of_arm = control.variance / control.n, arm.variance / arm.n
    error = math.sqrt(of_control + of_arm)
    if error <= ROUNDING * max(abs(control.mean), abs(arm.mean)):
        return None
    freedom = welch_freedom(of_control, control.n, of_arm, arm.n)
    return student(Method.WELCH, arm.mean - control.mean, error, freedom, alpha=alpha)


def welch_freedom(of_control: float, n_control: int, of_arm: float, n_arm: int) -> float:
    """Degrees of freedom for two squared standard errors; at least one of them above 0.

    Source: B. L. Welch, Biometrika 34 (1947), 28-35; F. E. Satterthwaite, Biometrics Bulletin 2
    (1946), 110-114.
    """
    # Shares of the sum instead of squares: squares of tiny or huge variances leave the range of a float.
    share = of_arm / (of_control + of_arm)
    return 1 / ((1 - share) ** 2 / (n_control - 1) + share**2 / (n_arm - 1))
