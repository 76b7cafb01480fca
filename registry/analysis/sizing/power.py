"""How many units would settle what is still open."""

import math

from scipy.special import ndtri

from registry.domain.summary import Summary


def units_needed(
    control: Summary, arm: Summary, *, difference: float, alpha: float, power: float
) -> int | None:
    """Units per arm that find a true *difference* with *power*, two-sided at *alpha*.

    (z at 1 - alpha/2 + z at power)² (variance of control + variance of arm) / difference², for answers,
    then divided by the share that answers. The same count shows an arm without true loss to be no worse
    than a margin of *difference*. None where there is no spread yet, or *difference* is 0. Source:
    S.-C. Chow, J. Shao and H. Wang, Sample Size Calculations in Clinical Research (2008), section 3.2.
    """
    if not control.variance or not arm.variance or difference == 0:
        return None
    steps = float(ndtri(1 - alpha / 2)) + float(ndtri(power))
    answers = steps**2 * (control.variance + arm.variance) / difference**2
    answering = min(control.n / control.units, arm.n / arm.units)
    return math.ceil(answers / answering)
