"""Whether the arms were alike before anything was tried: the covariate, between arms."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from registry.analysis.several.homogeneity import Measured, homogeneity
from registry.domain.evidence import Check, CheckName, CheckStatus
from registry.domain.sentence import sentence
from registry.domain.summary import Moments, Summary

WARNS = 0.001
"""A lot that is fair gives so small a p-value once in a thousand; people look at several covariates."""


def balance(covariate: str, arms: Mapping[str, Sequence[Summary]]) -> Check | None:
    """Whether the *covariate*, the partner in the summaries, has the same mean in every arm.

    Per arm one summary; with clusters one per cluster, which was randomised. It is compared over the units
    that have both, so a difference may also come from who answered. Not for a ratio: its denominator comes
    afterwards. None where an arm has fewer than two values, or several arms have no spread and no
    difference while another arm has a spread.
    """
    moments = {arm: covariate_moments(summaries) for arm, summaries in arms.items()}
    known = {arm: each for arm, each in moments.items() if each is not None}
    if len(known) < max(2, len(moments)):
        return None
    p = balance_p(list(known.values()))
    without_spread = {each.mean for each in known.values() if not each.variance}
    if p is None and len(without_spread) == 1 and any(each.variance for each in known.values()):
        return None
    # Two arms that know one value each, and not the same, are not alike: that needs no p-value.
    apart = len(without_spread) > 1 if p is None else p < WARNS
    return Check(
        name=CheckName.BALANCE,
        status=CheckStatus.WARN if apart else CheckStatus.OK,
        p_value=p,
        message=sentence(
            "check-balance-warn" if apart else "check-balance-ok",
            covariate=covariate,
            means=", ".join(f"“{arm}” {each.mean:,.4g}" for arm, each in known.items()),
        ),
    )


def balance_p(arms: Sequence[Moments]) -> float | None:
    """The p-value of equal means in all *arms*, one `Moments` each: Welch's test, for two arms his t-test.

    None where an arm has fewer than two values, or more than one arm has no spread. Source: B. L. Welch,
    Biometrika 38 (1951), 330-336; see `homogeneity`.
    """
    if any(each.mean is None or each.variance is None for each in arms):
        return None
    found = homogeneity(
        [Measured(each.mean or 0.0, math.sqrt((each.variance or 0.0) / each.n), each.n - 1) for each in arms]
    )
    return None if found is None else found.p_value


def covariate_moments(summaries: Sequence[Summary]) -> Moments | None:
    """The covariate of one arm: over its customers, or over the means of its clusters where there are any.

    None below two of them.
    """
    partners = [each.pairs.partner for each in summaries if each.pairs is not None]
    if any(each.cluster is not None for each in summaries):
        means = [each.mean for each in partners if each.mean is not None]
        if len(means) < 2:
            return None
        return Moments(n=len(means), mean=float(np.mean(means)), variance=float(np.var(means, ddof=1)))
    return partners[0] if len(partners) == 1 and partners[0].n > 1 else None
