"""No difference that matters, and not worse than allowed: one-sided tests against a margin, not against 0.

They agree with the interval by which the rules decide: one at 1 - alpha lies inside ±mde exactly when the
p-value of `equivalence_p` is below alpha / 2, and entirely on the good side of the margin exactly when
that of `no_worse_p` is. So an interval at 95 % shows an arm at its margin to be no worse in 2.5 % of pilots.
"""

from scipy.special import ndtr, stdtr

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.proportion import Counts, score
from registry.domain.plan import Better


def above_p(found: Difference | Counts, assumed: float) -> float | None:
    """The one-sided p-value of “the true difference is *assumed* or less”: small when it is more.

    A difference that has degrees of freedom is compared by t, *counts* of a proportion by Miettinen and
    Nurminen's score, as their intervals are. None for a difference that has no degrees of freedom or no
    spread: an error is not all that its interval is from. Source: O. Miettinen and M. Nurminen,
    Statistics in Medicine 4 (1985), 213-226.
    """
    if isinstance(found, Counts):
        return float(ndtr(-score(found, assumed))) if found.of_control and found.of_arm else None
    if found.freedom is None or found.standard_error <= 0:
        return None
    return float(stdtr(found.freedom, (assumed - found.difference) / found.standard_error))


def below_p(found: Difference | Counts, assumed: float) -> float | None:
    """The one-sided p-value of “the true difference is *assumed* or more”; else as `above_p`."""
    if isinstance(found, Counts):
        return float(ndtr(score(found, assumed))) if found.of_control and found.of_arm else None
    if found.freedom is None or found.standard_error <= 0:
        return None
    return float(stdtr(found.freedom, (found.difference - assumed) / found.standard_error))


def no_worse_p(found: Difference | Counts, *, margin: float, better: Better) -> float | None:
    """The one-sided p-value of “the arm is worse by *margin* or more” (0 or above, in the metric's units).

    Source: S. Wellek, Testing Statistical Hypotheses of Equivalence and Noninferiority (2nd edition, 2010).
    """
    return above_p(found, -margin) if better is Better.HIGHER else below_p(found, margin)


def equivalence_p(found: Difference | Counts, *, mde: float) -> float | None:
    """The p-value of “the difference is *mde* or more, one way or the other” (above 0, metric's units).

    The larger of two one-sided p-values. Source: D. J. Schuirmann, Journal of Pharmacokinetics and
    Biopharmaceutics 15 (1987), 657-680.
    """
    above, below = above_p(found, -mde), below_p(found, mde)
    return None if above is None or below is None else max(above, below)


def is_without_difference(difference: Difference, *, mde: float) -> bool:
    """Whether the whole interval lies inside ±*mde*: no difference that matters."""
    return -mde < difference.low and difference.high < mde
