"""Numbers as people read them: no more digits than the data carries, percentage points for shares."""

import math

from registry.domain.evidence import Estimate
from registry.domain.plan import Kind, Metric
from registry.sentences import say


def digits(standard_error: float | None, value: float | None) -> int:
    """Decimals worth showing: two significant digits of the standard error, else of the value."""
    size = standard_error or value
    if not size or not math.isfinite(size):
        return 2
    return min(6, max(0, 1 - math.floor(math.log10(abs(size)))))


def scale(metric: Metric) -> float:
    """What a value is multiplied by on screen: shares are told in percent."""
    return 100.0 if metric.kind.is_share else 1.0


def in_own_units(value: float, kind: Kind) -> str:
    """A difference in the units of a metric of that *kind*, with its sign where it has one."""
    number = f"{value * 100:.12g}" if kind.is_share else f"{value:g}"
    text = number.replace("-", "−")
    if not kind.is_share:
        return text
    return say("in-percentage-points", number=text, is_one=str(number in {"1", "-1"}).lower())


def figure(value: float | None, metric: Metric, decimals: int, *, sign: bool = False) -> str:
    """*value* in the metric's units; an en dash where there is none to show."""
    if value is None:
        return "–"
    shown = f"{value * scale(metric):{'+' if sign else ''},.{decimals}f}".replace("-", "−")
    return f"{shown} %" if scale(metric) == 100.0 and not sign else shown


def decimals_of(estimate: Estimate, metric: Metric) -> int:
    """The decimals that this estimate's figures share."""
    error = estimate.standard_error
    return digits(None if error is None else error * scale(metric), estimate.control_value)
