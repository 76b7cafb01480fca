"""The difference as a share of the control's value, by Fieller's theorem."""

import math
from typing import NamedTuple

from scipy.special import stdtrit

from registry.analysis.mean import welch_freedom
from registry.domain.summary import Summary

ROUNDS = 200
"""The degrees of freedom mostly settle within twenty."""


class Relative(NamedTuple):
    """0.1 is ten percent more than the control."""

    value: float
    low: float
    high: float


def relative(control: Summary, arm: Summary, *, alpha: float) -> Relative | None:
    """Arm over control, less 1, with its interval at 1 - *alpha*.

    None unless the control's own interval lies above 0: a share of nearly nothing means nothing. A
    bound is the ratio r at which Welch's test of arm against r times control has p = *alpha*, so the
    degrees of freedom are those at the bound. Source: E. C. Fieller, Journal of the Royal
    Statistical Society B 16 (1954), 175-185; Welch's degrees of freedom as in H. Tamhane and B. Logan,
    Biometrics 60 (2004), 1012-1018.
    """
    if control.mean is None or arm.mean is None or control.variance is None or arm.variance is None:
        return None
    of_control, of_arm = control.variance / control.n, arm.variance / arm.n
    own_width = float(stdtrit(control.n - 1, 1 - alpha / 2)) * math.sqrt(of_control)
    if control.mean - own_width <= 0 or of_control + of_arm == 0:
        return None
    low = _bound(control, arm, alpha=alpha, side=-1)
    high = _bound(control, arm, alpha=alpha, side=1)
    if low is None or high is None:
        return None
    return Relative(arm.mean / control.mean - 1, low - 1, high - 1)


def _bound(control: Summary, arm: Summary, *, alpha: float, side: int) -> float | None:
    """The lower (-1) or upper (1) ratio of arm to control; None where no finite one is found."""
    base, top = control.mean or 0.0, arm.mean or 0.0
    of_control, of_arm = (control.variance or 0.0) / control.n, (arm.variance or 0.0) / arm.n
    ratio = top / base
    for _ in range(ROUNDS):
        scaled = ratio * ratio * of_control
        if scaled + of_arm == 0:
            return ratio
        freedom = welch_freedom(scaled, control.n, of_arm, arm.n)
        squared = float(stdtrit(freedom, 1 - alpha / 2)) ** 2
        leading = base * base - squared * of_control
        discriminant = (base * top) ** 2 - leading * (top * top - squared * of_arm)
        if leading <= 0 or discriminant < 0:
            return None
        found = (base * top + side * math.sqrt(discriminant)) / leading
        if abs(found - ratio) <= 1e-13 * (1 + abs(found)):
            return found
        # Half a step: whole ones can go back and forth for ever between few degrees of freedom.
        ratio = (ratio + found) / 2
    return None
