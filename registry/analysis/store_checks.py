"""What must be in order where stores, agents or blocks were randomised, counted in those."""

from collections.abc import Iterator, Mapping, Sequence

from registry.analysis.checks import RESPONSE_WARNS
from registry.analysis.cluster_checks import cluster_ratio_check, clusters_check
from registry.analysis.clusters import cluster_difference
from registry.analysis.pilot_data import PilotData
from registry.analysis.samples import stores_of
from registry.domain.evidence import Check, CheckName, CheckStatus
from registry.domain.plan import Plan
from registry.domain.sentence import sentence
from registry.domain.summary import Summary


def store_checks(plan: Plan, data: PilotData) -> Iterator[Check]:
    """How many there are, whether the arms have the planned shares of them, and where fewer answer."""
    if plan.cluster is None:
        return
    first = plan.metric[0].name
    stores = stores_of(data)
    of_first = [one for one in stores if one.metric == first]
    counts = {arm: len({one.cluster for one in of_first if one.arm == arm}) for arm in data.arms}
    if not plan.within_cluster and plan.pair is None:
        yield clusters_check(counts, alpha=plan.alpha)
        if plan.shares is not None:
            yield cluster_ratio_check(counts, plan.shares)
    for metric in plan.metric:
        if metric.survey:
            by_arm = {
                arm: [one for one in stores if (one.metric, one.arm) == (metric.name, arm)]
                for arm in data.arms
            }
            yield _response(metric.name, by_arm)


def _response(metric: str, by_arm: Mapping[str, Sequence[Summary]]) -> Check:
    """Whether stores of all arms get answers alike: the arm that is least like the control speaks."""
    control, *others = ([one.n / one.units for one in stores if one.units] for stores in by_arm.values())
    found = [cluster_difference(control, arm, alpha=RESPONSE_WARNS) for arm in others]
    p_values = [one.p_value for one in found if one is not None and one.p_value is not None]
    p = min(1.0, min(p_values) * len(p_values)) if p_values else None
    different = p is not None and p < RESPONSE_WARNS
    units = {arm: sum(one.units for one in stores) for arm, stores in by_arm.items()}
    shares = {arm: sum(one.n for one in by_arm[arm]) / n for arm, n in units.items() if n}
    return Check(
        name=CheckName.RESPONSE,
        status=CheckStatus.WARN if different else CheckStatus.OK,
        p_value=p,
        message=sentence(
            "check-response-warn" if different else "check-response-ok",
            metric=metric,
            shares=", ".join(f"“{arm}” {share:.0%}" for arm, share in shares.items()),
        ),
    )
