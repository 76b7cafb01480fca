"""Stores or agents were randomised, and every customer counts the same: CR2, cluster-robust inference.

The effect is that of an ordinary regression over customers; its standard error takes each cluster as one
draw. The plain sandwich is too small where clusters are few or unequal; CR2 lifts each cluster's
residuals so that the variance is exactly unbiased when customers do not differ by cluster, and
Satterthwaite's degrees of freedom fall below G - 2 as the clusters' sizes differ.

With X the columns of the regression, M = (X'X)⁻¹, H = X M X', e the residuals and g a cluster:
    A_g = (I - H_gg)^(-1/2),  Var(c'β) = c' M (Σ_g X_g' A_g e_g e_g' A_g X_g) M c,
    freedom = (tr P)² / tr(P²),  P_gh = p_g' p_h,  p_g = (I - H)_g' A_g X_g M c,
the symmetric square root taken. No customer is needed: X_g' f(X_g M X_g') = f(X_g'X_g M) X_g' for every
power series f, so everything follows from X_g'X_g and X_g'e_g, two by two or three by three.

Source: R. M. Bell and D. F. McCaffrey, Survey Methodology 28 (2002), 169-181; J. E. Pustejovsky and
E. Tipton, Journal of Business & Economic Statistics 36 (2018), 672-683, with the
working model of independent errors, which R's clubSandwich takes for lm.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import ROUNDING, length, student
from registry.analysis.estimates.two_values import TwoValues, Value
from registry.analysis.stores.cluster_fit import Array, ClusterFit, adjusted_fit, mean_fit, ratio_fit
from registry.domain.evidence import Method
from registry.domain.summary import Summary

WHOLE = 1e-6
"""A cluster that leaves less than this share of a column to the others is alone in it."""

UNDETERMINED = 1e-7
"""A column whose part that the others do not explain is this small, in lengths, cannot be told from them."""


class Robust(NamedTuple):
    """How uncertain one linear combination of coefficients is."""

    error: float
    """The standard error."""
    freedom: float


def cr2(control: Sequence[Summary], arm: Sequence[Summary], *, alpha: float) -> Difference | None:
    """Mean of the arm's customers minus the control's, with its interval at 1 - *alpha*.

    The summaries are of one metric and say their cluster; a cluster may stand in one arm or in both,
    and in several summaries (of days, say). None where an arm has fewer than two clusters with
    answers, one cluster has all but a millionth of an arm's answers, or no cluster differs from its arm.
    """
    return _difference(Method.CR2, mean_fit(control, arm), alpha=alpha)


def cr2_ratio(control: Sequence[Summary], arm: Sequence[Summary], *, alpha: float) -> Difference | None:
    """Ratio of the arm's sums minus the control's; as `cr2`, on the customers' linearised values.

    None also where the denominators of an arm sum to 0.
    """
    return _difference(Method.CR2_RATIO, ratio_fit(control, arm), alpha=alpha)


def cr2_adjusted(control: Sequence[Summary], arm: Sequence[Summary], *, alpha: float) -> Difference | None:
    """As `cr2`, with the customers' covariate in the regression; over customers that have both.

    The values of control and arm are those at the mean covariate of all customers. None also where
    the covariate does not vary within an arm.
    """
    return _difference(Method.CR2_ADJUSTED, adjusted_fit(control, arm), alpha=alpha)


def cr2_values(fit: ClusterFit) -> TwoValues | None:
    """What *fit* says of both arms, for the relative effect; None as in `cr2`."""
    of_control, of_arm, apart = (
        robust(fit.grams, fit.scores, _contrast(fit, *sides)) for sides in ((1, 0), (0, 1), (-1, 1))
    )
    if of_control is None or of_arm is None or apart is None or _is_rounding(apart, fit):
        return None
    return TwoValues(
        control=Value(fit.control, of_control.error**2, of_control.freedom),
        arm=Value(fit.arm, of_arm.error**2, of_arm.freedom),
        error=apart.error,
        freedom=apart.freedom,
        joint=True,
    )


def robust(grams: Array, scores: Array, contrast: Array) -> Robust | None:
    """The standard error of *contrast* times the coefficients, and its degrees of freedom.

    *grams* holds X'X of every cluster and *scores* X'e of its residuals. None where a cluster alone
    determines something, or the columns are not independent of each other.
    """
    total = grams.sum(axis=0)
    scale = 1 / np.sqrt(np.diagonal(total))
    try:
        lower = np.linalg.cholesky(total * np.outer(scale, scale))
    except np.linalg.LinAlgError:
        return None
    if np.diagonal(lower).min() < UNDETERMINED:
        return None
    # With F F' = M every cluster's leverage is F' X_g'X_g F, and these add up to the identity.
    factor = scale[:, None] * np.linalg.inv(lower).T
    leverage, axes = np.linalg.eigh(factor.T @ grams @ factor)
    if leverage.max() > 1 - WHOLE:
        return None
    direction = factor.T @ contrast
    along = np.einsum("gij,i->gj", axes, direction)
    lifted = along / np.sqrt(1 - leverage)
    draws = ((scores @ factor) * np.einsum("gij,gj->gi", axes, lifted)).sum(axis=1)
    # P_gg is d' L_g d; P_gh for two clusters is -w_g'w_h, with L_g the leverage and d the direction.
    own = (leverage * along**2).sum(axis=1)
    w = np.einsum("gij,gj->gi", axes, leverage * lifted)
    others = ((w.T @ w) ** 2).sum() - ((w**2).sum(axis=1) ** 2).sum()
    freedom = (direction @ direction) ** 2 / (own @ own + others)
    return Robust(length(draws.tolist()), float(freedom))


def _difference(method: Method, fit: ClusterFit | None, *, alpha: float) -> Difference | None:
    if fit is None:
        return None
    found = robust(fit.grams, fit.scores, _contrast(fit, -1, 1))
    if found is None or _is_rounding(found, fit):
        return None
    difference = student(method, fit.difference, found.error, found.freedom, alpha=alpha)
    return difference._replace(control=fit.control, arm=fit.arm)


def _contrast(fit: ClusterFit, control: int, arm: int) -> Array:
    """The two arms' share in a combination of coefficients; a covariate has none."""
    return np.array([control, arm, 0][: fit.scores.shape[1]], dtype=float)


def _is_rounding(found: Robust, fit: ClusterFit) -> bool:
    return found.error <= ROUNDING * fit.size
