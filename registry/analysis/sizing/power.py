"""How many units would settle what is still open."""

import math

from scipy.special import ndtri

from registry.analysis.sizing.size import MOST
from registry.domain.summary import Summary


def units_needed(
    control: Summary, arm: Summary, *, difference: float, alpha: float, power: float
) -> int | None:
    """Units per arm that find a true *difference* with *power*, two-sided at *alpha*.

    (z at 1 - alpha/2 + z at power)² (variance of control + variance of arm) / difference², for answers,
    then divided by the share that answers. The same count shows an arm without true loss to be no worse
    than a margin of *difference*. None where there is no spread yet, *difference* is 0, or no pilot could
    have so many. Source: S.-C. Chow, J. Shao and H. Wang, Sample Size Calculations in Clinical Research (2nd
    edition, 2008), two means in parallel.
    """
    if not control.variance or not arm.variance or difference == 0:
        return None
    steps = float(ndtri(1 - alpha / 2)) + float(ndtri(power))
    # Roots, not variances: the square of a tiny difference is 0.
    deviation = math.hypot(math.sqrt(control.variance), math.sqrt(arm.variance))
    far = min(steps * deviation / abs(difference), MOST)
    units = far * far / min(control.n / control.units, arm.n / arm.units)
    return math.ceil(units) if units <= MOST else None
