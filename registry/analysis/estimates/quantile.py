"""A quantile of one arm with its order-statistic interval, and the difference between two arms by bootstrap.

For waiting and handling times: the wait that nine of ten customers do not exceed. These are functions of
values, not of summaries: a quantile cannot be had from summaries and does not merge. They run while the
file is open, and what is kept is the interval, the seed and the number of draws.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr, bdtrc

from registry.analysis.estimates.difference import Difference
from registry.domain.evidence import Method

Values = NDArray[np.float64]

DRAWS = 10_000
"""No p-value is below 2 / (draws + 1), and one near 5 % is right to about 0.004."""


class Bootstrap(NamedTuple):
    """What makes a bootstrap the same again."""

    seed: int
    draws: int = DRAWS


class Quantile(NamedTuple):
    """A quantile of one arm, in the metric's own units."""

    value: float
    low: float | None
    """None where there are too few values to bound it on this side."""
    high: float | None


def quantile(values: Values, *, q: float, alpha: float) -> Quantile | None:
    """The *q*-quantile of *values*, 0 < q < 1, with its interval at 1 - *alpha*; None without values.

    The value is definition 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996), 361-365, as in
    numpy, Excel and DuckDB's quantile_cont. The interval goes from one ordered value to another and assumes
    nothing about the distribution: as many values as Binomial(n, q) lie at or below the true quantile. It
    covers at least 1 - *alpha*, with ties more; the binomial is exact at every n. Source: W. J. Conover,
    Practical Nonparametric Statistics (3rd edition, 1999), section 3.2; H. A. David and H. N. Nagaraja, Order
    Statistics (3rd edition, 2003).
    """
    n = len(values)
    if n == 0:
        return None
    ordered = np.sort(values)
    low, high = _ranks(n, q, alpha)
    return Quantile(
        _between(ordered, q),
        None if low < 1 else float(ordered[low - 1]),
        None if high > n else float(ordered[high - 1]),
    )


def quantile_difference(
    control: Values, arm: Values, *, q: float, alpha: float, bootstrap: Bootstrap
) -> Difference | None:
    """Arm minus control of the *q*-quantile, by the bootstrap at the unit: one value per unit.

    None where an arm has too few values to bound its own quantile at 1 - *alpha* (the bootstrap would pretend
    to), or where the draws are all alike. The interval is the percentile interval, and the p-value is below
    or at *alpha* exactly when 0 lies outside of it. Where many values are tied it is too wide, not too
    narrow. Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993);
    A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application (1997), chapter 5.
    """
    if not (_is_enough(len(control), q, alpha) and _is_enough(len(arm), q, alpha)):
        return None
    control, arm = np.sort(control), np.sort(arm)
    rng = np.random.default_rng(bootstrap.seed)
    of_control = resampled_quantiles(control, q=q, draws=bootstrap.draws, rng=rng)
    differences = np.sort(resampled_quantiles(arm, q=q, draws=bootstrap.draws, rng=rng) - of_control)
    if differences[0] == differences[-1]:
        return None
    # The k-th smallest and the k-th largest of the draws leave out alpha / 2 each.
    k = max(1, math.floor(alpha / 2 * (bootstrap.draws + 1)))
    fewer = min(int((differences <= 0).sum()), int((differences >= 0).sum()))
    control_value, arm_value = _between(control, q), _between(arm, q)
    return Difference(
        method=Method.QUANTILE_BOOTSTRAP,
        difference=arm_value - control_value,
        standard_error=float(differences.std(ddof=1)),
        low=float(differences[k - 1]),
        high=float(differences[-k]),
        p_value=min(1.0, 2 * (fewer + 1) / (bootstrap.draws + 1)),
        control=control_value,
        arm=arm_value,
    )


def resampled_quantiles(ordered: Values, *, q: float, draws: int, rng: np.random.Generator) -> Values:
    """The *q*-quantiles of *draws* resamples of the *ordered* values, without resampling a million values.

    The quantile of a resample lies between its r-th and its next smallest value. Drawing with replacement
    picks the value at rank ceil(n U), U uniform, so the r-th smallest of a resample stands at rank
    ceil(n U(r)). U(r), the r-th smallest of n uniform numbers, has a Beta(r, n - r + 1) distribution; given
    it, the next smallest is U(r) + (1 - U(r)) Beta(1, n - r). So this is the bootstrap itself, at one or
    two random numbers a draw. Source: A. D. Hutson and M. D. Ernst, Journal of the Royal Statistical Society
    B 62 (2000), 89-94; the same idea with an approximate rank, at the scale of Spotify: M. Schultzberg and
    S. Ankargren, Resampling-free bootstrap inference for quantiles (2022, arXiv:2202.10992).
    """
    n = len(ordered)
    below, share = _position(n, q)
    uniform = rng.beta(below + 1, n - below, draws)
    first = ordered[_indices(uniform, n)]
    if share == 0:
        return first
    uniform += (1 - uniform) * rng.beta(1, n - below - 1, draws)
    return first + share * (ordered[_indices(uniform, n)] - first)


def _indices(uniform: Values, n: int) -> NDArray[np.int64]:
    return np.clip(np.ceil(n * uniform).astype(np.int64) - 1, 0, n - 1)


def _position(n: int, q: float) -> tuple[int, float]:
    """How many ordered values stand before the quantile's own, and its share of the way to the next."""
    place = (n - 1) * q
    below = math.floor(place)
    return below, place - below


def _between(ordered: Values, q: float) -> float:
    below, share = _position(len(ordered), q)
    first = float(ordered[below])
    return first if share == 0 else first + share * (float(ordered[below + 1]) - first)


def _is_enough(n: int, q: float, alpha: float) -> bool:
    low, high = _ranks(n, q, alpha)
    return n > 0 and low >= 1 and high <= n


def _ranks(n: int, q: float, alpha: float) -> tuple[int, int]:
    """The ranks, from 1, between which the *q*-quantile lies; 0 or n + 1 where there are too few values.

    The lower is the largest rank l with P(Binomial(n, q) < l) <= alpha / 2, the upper the smallest u with
    P(Binomial(n, q) >= u) <= alpha / 2.
    """
    low, above = 0, n + 1
    while above - low > 1:
        middle = (low + above) // 2
        low, above = (middle, above) if bdtr(middle - 1, n, q) <= alpha / 2 else (low, middle)
    below, high = 0, n + 1
    while high - below > 1:
        middle = (below + high) // 2
        below, high = (below, middle) if bdtrc(middle - 1, n, q) <= alpha / 2 else (middle, high)
    return low, high
