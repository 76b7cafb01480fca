"""What must be in order where stores, agents or hour blocks were randomised, not their customers."""

import math
from collections.abc import Mapping

from registry.analysis.checks.customer_checks import RATIO_FAILS, RATIO_WARNS
from registry.analysis.checks.sample_ratio import sample_ratio_p
from registry.domain.evidence import Check, CheckName, CheckStatus
from registry.domain.sentence import sentence

FEWEST, FEW = 2, 4
"""Clusters in an arm: below the first there is no spread to compare with, below the second hardly any."""


def clusters_check(clusters: Mapping[str, int], *, alpha: float) -> Check:
    """Whether every arm has enough *clusters*; the control stands first.

    Below two in an arm it fails, below four it warns, and says where an exact test cannot be significant
    at *alpha* whatever the data are.
    """
    fewest = min(clusters, key=lambda arm: clusters[arm])
    n = clusters[fewest]
    if n < FEWEST:
        return _check(CheckStatus.FAIL, "check-clusters-fail", arm=fewest, n=n)
    if n >= FEW:
        return _check(CheckStatus.OK, "check-clusters-ok", arm=fewest, n=n)
    (control, of_control), *others = clusters.items()
    other, of_other, p = max(
        ((arm, of_arm, smallest_exact_p(of_control, of_arm)) for arm, of_arm in others),
        key=lambda each: each[2],
    )
    if p <= alpha:
        return _check(CheckStatus.WARN, "check-clusters-few", arm=fewest, n=n)
    return Check(
        name=CheckName.CLUSTERS,
        status=CheckStatus.WARN,
        p_value=None,
        message=sentence(
            "check-clusters-too-few",
            control=control,
            of_control=of_control,
            arm=other,
            of_arm=of_other,
            smallest=f"{p:.2f}" if p >= 0.01 else f"{p:.1g}",
        ),
    )


def smallest_exact_p(control: int, arm: int) -> float:
    """The smallest two-sided p-value that an exact permutation test can have, by clusters in each arm.

    One way of drawing the arms out of all (control + arm choose arm); with equally many the mirrored one
    differs as much. Source: R. A. Fisher, The Design of Experiments (1935).
    """
    return min(1.0, (2 if control == arm else 1) / math.comb(control + arm, arm))


def cluster_ratio_check(clusters: Mapping[str, int], shares: Mapping[str, float]) -> Check:
    """Whether the arms got the planned *shares* of clusters (stores, agents, blocks), not of customers.

    Stores differ in size: counted in customers, 76 % of twelve-store pilots alarmed falsely. There must be a
    cluster. Source: see `sample_ratio_p`.
    """
    p = sample_ratio_p(clusters, {arm: shares[arm] for arm in clusters})
    status = CheckStatus.FAIL if p < RATIO_FAILS else CheckStatus.WARN if p < RATIO_WARNS else CheckStatus.OK
    return Check(
        name=CheckName.SAMPLE_RATIO,
        status=status,
        p_value=p,
        message=sentence(
            f"check-cluster-ratio-{status}",
            counts=", ".join(f"“{arm}” {n:,}" for arm, n in clusters.items()),
        ),
    )


def burn_in_check(counted: int, left_out: int) -> Check:
    """How many blocks right after a switch were left out, as the plan says."""
    return Check(
        name=CheckName.CLUSTERS,
        status=CheckStatus.OK,
        p_value=None,
        message=sentence("check-burn-in", n=left_out, blocks=counted + left_out),
    )


def largest_check(arm: str, cluster: str, share: float) -> Check:
    """One cluster has this *share* of its arm's answers, more than half of them."""
    return Check(
        name=CheckName.CLUSTERS,
        status=CheckStatus.WARN,
        p_value=None,
        message=sentence("check-cluster-largest", arm=arm, cluster=cluster, percent=f"{100 * share:.0f}"),
    )


def _check(status: CheckStatus, message: str, *, arm: str, n: int) -> Check:
    return Check(
        name=CheckName.CLUSTERS, status=status, p_value=None, message=sentence(message, arm=arm, n=n)
    )
