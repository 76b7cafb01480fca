"""The difference of a quantile, as it was found while the file was open."""

from scipy.special import ndtri, stdtrit

from registry.analysis.estimates.difference import Difference
from registry.analysis.samples import Sample
from registry.domain.evidence import Method
from registry.domain.from_rows import Bounds


def quantiles_found(control: Sample, arm: Sample, *, alpha: float) -> Difference | None:  # noqa: ARG001
    """The difference that was found while the file was open, with the interval at 1 - *alpha*."""
    found = arm.quantile
    if found is None or found.of_control is None or found.of_arm is None or found.standard_error is None:
        return None
    difference = found.of_arm.value - found.of_control.value
    bounds = found.at(alpha) or _around(difference, found.standard_error, found.freedom, alpha)
    return Difference(
        method=Method.QUANTILE_BOOTSTRAP if found.freedom is None else Method.CLUSTER_BOOTSTRAP,
        difference=difference,
        standard_error=found.standard_error,
        low=bounds.low,
        high=bounds.high,
        p_value=found.p_value,
        freedom=found.freedom,
        control=found.of_control.value,
        arm=found.of_arm.value,
    )


def _around(difference: float, error: float, freedom: float | None, alpha: float) -> Bounds:
    """The interval of an *alpha* that nobody had asked for when the file was open, a planned look's say."""
    # From the lower tail: 1 - alpha / 2 has lost the digits of a tiny alpha.
    quantile = -float(ndtri(alpha / 2) if freedom is None else stdtrit(freedom, alpha / 2))
    return Bounds(alpha=alpha, low=difference - quantile * error, high=difference + quantile * error)
