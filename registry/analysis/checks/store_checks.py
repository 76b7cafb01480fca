"""What must be in order where stores, agents or blocks were randomised, counted in those."""

from collections.abc import Iterable, Iterator, Sequence

from registry.analysis.checks.balance import balance
from registry.analysis.checks.cluster_checks import (
    burn_in_check,
    cluster_ratio_check,
    clusters_check,
    largest_check,
)
from registry.analysis.checks.customer_checks import RESPONSE_WARNS, covariates, response_check
from registry.analysis.pilot_data import PilotData
from registry.analysis.samples import stores_of
from registry.analysis.stores.clusters import cluster_difference
from registry.domain.evidence import Check
from registry.domain.plan import Plan, Weight
from registry.domain.summary import Summary

MOST_OF_AN_ARM = 0.5
"""Of an arm's answers; beyond it CR2 is too sure of itself, as `largest_share` tells."""


def store_checks(plan: Plan, data: PilotData) -> Iterator[Check]:
    """How many there are, whether the arms have the planned shares of them, and where fewer answer."""
    if plan.groups is None:
        return
    first = plan.metric[0].name
    stores = stores_of(data)
    of_first = [one for one in stores if one.metric == first]
    counts = {arm: len({one.cluster for one in of_first if one.arm == arm}) for arm in data.arms}
    if not plan.within_cluster and plan.pair is None:
        yield clusters_check(counts, alpha=plan.alpha)
        if plan.shares is not None:
            yield cluster_ratio_check(counts, plan.shares)
    if data.blocks_left_out:
        yield burn_in_check(len({one.cluster for one in of_first}), data.blocks_left_out)
    if plan.weight is Weight.UNIT:
        yield from _largest(of_first, data.arms)
    for metric in covariates(plan):
        by_arm = {
            arm: [each for each in stores if (each.metric, each.arm) == (metric.name, arm)]
            for arm in data.arms
        }
        found = balance(metric.covariate or "", by_arm)
        if found is not None:
            yield found
    for metric in plan.metric:
        if metric.survey:
            wholes = [one for one in data.summaries if one.metric == metric.name]
            by_arm = [
                [one for one in stores if (one.metric, one.arm) == (metric.name, whole.arm)]
                for whole in wholes
            ]
            yield response_check(metric.name, wholes, _response_p(by_arm))


def _largest(stores: Sequence[Summary], arms: Iterable[str]) -> Iterator[Check]:
    """One store with more than half of its arm's customers makes the test that weighs customers too sure."""
    for arm in arms:
        answers = {one.cluster or "": one.n for one in stores if one.arm == arm}
        total = sum(answers.values())
        name = max(answers, key=lambda each: answers[each], default="")
        if total and answers[name] > MOST_OF_AN_ARM * total:
            yield largest_check(arm, name, answers[name] / total)


def _response_p(arms: Sequence[Sequence[Summary]]) -> float | None:
    """Whether stores of all *arms* get answers alike: the arm that is least like the control speaks."""
    control, *others = ([one.n / one.units for one in stores if one.units] for stores in arms)
    found = [cluster_difference(control, arm, alpha=RESPONSE_WARNS) for arm in others]
    p_values = [one.p_value for one in found if one is not None and one.p_value is not None]
    return min(1.0, min(p_values) * len(p_values)) if p_values else None
