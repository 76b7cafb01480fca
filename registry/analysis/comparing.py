"""Which method compares two arms: by what was randomised first, then by the kind of the metric.

The table of docs/statistics.md as code: the unit of analysis is the unit of randomisation.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from registry.analysis.estimates.boschloo import boschloo
from registry.analysis.estimates.cuped import adjusted, cuped
from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.mean import welch
from registry.analysis.estimates.nps import net_promoter
from registry.analysis.estimates.proportion import miettinen_nurminen
from registry.analysis.estimates.ratio import ratio_difference
from registry.analysis.estimates.relative import Relative, relative, relative_of
from registry.analysis.looking.anytime import USUAL_UNITS, any_time, any_time_around
from registry.analysis.quantiles import quantiles_found
from registry.analysis.samples import Sample, in_pairs
from registry.analysis.stores.ancova import Adjustable, cluster_ancova
from registry.analysis.stores.changes import changes, difference_in_differences
from registry.analysis.stores.clusters import cluster_difference, cluster_values
from registry.analysis.stores.cr2 import cr2, cr2_adjusted, cr2_ratio
from registry.analysis.stores.paired import paired
from registry.domain.evidence import Method
from registry.domain.plan import Design, Kind, Metric, Plan, Weight, kind_read
from registry.domain.summary import Summary


class ForCustomers(Protocol):
    """Two summaries in, their difference out; None where the method does not apply."""

    def __call__(self, control: Summary, arm: Summary, *, alpha: float) -> Difference | None: ...


class ForStores(Protocol):
    """A summary of each store in, the difference of their customers out."""

    def __call__(
        self, control: Sequence[Summary], arm: Sequence[Summary], /, *, alpha: float
    ) -> Difference | None: ...


class ForSamples(Protocol):
    """Two samples in, their difference out; None where the method does not apply."""

    def __call__(self, control: Sample, arm: Sample, *, alpha: float) -> Difference | None: ...


class Comparison(NamedTuple):
    """A method, and how it compares two arms of one metric."""

    method: Method
    difference: ForSamples
    by_store: bool
    """Stores, agents or blocks were randomised, so they are what is counted."""


def _of_customers(estimator: ForCustomers) -> ForSamples:
    def difference(control: Sample, arm: Sample, *, alpha: float) -> Difference | None:
        return estimator(control.whole, arm.whole, alpha=alpha)

    return difference


def _shares(control: Summary, arm: Summary, *, alpha: float) -> Difference | None:
    """With an exact p where a cell is so small that the score's may be off."""
    return boschloo(control, arm, alpha=alpha) or miettinen_nurminen(control, arm, alpha=alpha)


CUSTOMERS: Mapping[Kind, Comparison] = {
    kind: Comparison(method, _of_customers(estimator), by_store=False)
    for kind, method, estimator in (
        (Kind.MEAN, Method.WELCH, welch),
        (Kind.PROPORTION, Method.MIETTINEN_NURMINEN, _shares),
        (Kind.TOP_BOX, Method.MIETTINEN_NURMINEN, _shares),
        (Kind.ORDINAL, Method.WELCH, welch),
        (Kind.NPS, Method.NET_PROMOTER, net_promoter),
        (Kind.RATIO, Method.RATIO, ratio_difference),
    )
}


CUSTOMERS_QUANTILE = Comparison(Method.QUANTILE_BOOTSTRAP, quantiles_found, by_store=False)
STORES_QUANTILE = Comparison(Method.CLUSTER_BOOTSTRAP, quantiles_found, by_store=True)


def _adjusted(control: Summary, arm: Summary, *, alpha: float) -> Difference | None:
    """Without what the covariate explains; the plain means where it explains nothing, or everything."""
    return cuped(control, arm, alpha=alpha) or welch(control, arm, alpha=alpha)


ADJUSTED = Comparison(Method.CUPED, _of_customers(_adjusted), by_store=False)


def _stores(control: Sample, arm: Sample, *, alpha: float) -> Difference | None:
    return cluster_difference(list(control.after.values()), list(arm.after.values()), alpha=alpha)


def _adjusted_stores(control: Sample, arm: Sample, *, alpha: float) -> Difference | None:
    return cluster_ancova(_adjustable(control), _adjustable(arm), alpha=alpha)


def _adjustable(sample: Sample) -> list[Adjustable]:
    """The stores whose customers have both the metric and the covariate."""
    found: list[Adjustable] = []
    for name, value in sample.after.items():
        (store,) = sample.stores[name].values()
        covariate = None if store.pairs is None else store.pairs.partner.mean
        if covariate is not None:
            found.append(Adjustable(value, covariate))
    return found


def _pairs(control: Sample, arm: Sample, *, alpha: float) -> Difference | None:
    return paired(in_pairs(control, arm).pairs, alpha=alpha)


def _changes(control: Sample, arm: Sample, *, alpha: float) -> Difference | None:
    return difference_in_differences(changes(control.values), changes(arm.values), alpha=alpha)


def _weighted(estimator: ForStores) -> ForSamples:
    """Every customer counts the same, however large the store; the stores still are what was randomised."""

    def difference(control: Sample, arm: Sample, *, alpha: float) -> Difference | None:
        of_control, of_arm = (
            [one for periods in each.stores.values() for one in periods.values()] for each in (control, arm)
        )
        return estimator(of_control, of_arm, alpha=alpha)

    return difference


STORES = Comparison(Method.CLUSTER_T, _stores, by_store=True)

BY_STORE: tuple[tuple[Callable[[Plan, Metric], bool], Comparison], ...] = (
    (lambda _, metric: metric.kind is Kind.QUANTILE, STORES_QUANTILE),
    (
        lambda plan, metric: plan.weight is Weight.UNIT and metric.kind is Kind.RATIO,
        Comparison(Method.CR2_RATIO, _weighted(cr2_ratio), by_store=True),
    ),
    (
        lambda plan, metric: plan.weight is Weight.UNIT and metric.covariate is not None,
        Comparison(Method.CR2_ADJUSTED, _weighted(cr2_adjusted), by_store=True),
    ),
    (lambda plan, _: plan.weight is Weight.UNIT, Comparison(Method.CR2, _weighted(cr2), by_store=True)),
    (
        lambda plan, _: plan.within_cluster or plan.pair is not None,
        Comparison(Method.PAIRED_T, _pairs, by_store=True),
    ),
    (
        lambda plan, _: plan.design is Design.DIFF_IN_DIFF,
        Comparison(Method.DIFF_IN_DIFF, _changes, by_store=True),
    ),
    (
        lambda _, metric: metric.covariate is not None,
        Comparison(Method.CLUSTER_ANCOVA, _adjusted_stores, by_store=True),
    ),
    (lambda _, __: True, STORES),
)
"""In this order; the first that fits the plan compares its stores."""


def comparison(plan: Plan, metric: Metric) -> Comparison:
    """How *plan* compares two arms of *metric*."""
    if plan.groups is None:
        if metric.kind is Kind.QUANTILE:
            return CUSTOMERS_QUANTILE
        return CUSTOMERS[kind_read(plan, metric)] if metric.covariate is None else ADJUSTED
    return next(way for fits, way in BY_STORE if fits(plan, metric))


def early(
    way: Comparison, control: Sample, arm: Sample, *, alpha: float, tuned_to: int | None
) -> Difference | None:
    """The difference with an interval that may be looked at any time; *tuned_to* customers per arm."""
    if way is CUSTOMERS_QUANTILE:
        found = way.difference(control, arm, alpha=alpha)
        units, planned = control.whole.n + arm.whole.n, 2 * (tuned_to or USUAL_UNITS)
        return None if found is None else any_time_around(found, units=units, tuned_to=planned, alpha=alpha)
    if not way.by_store:
        return any_time(control.whole, arm.whole, alpha=alpha, tuned_to=tuned_to)
    found = way.difference(control, arm, alpha=alpha)
    stores = len(control.stores.keys() | arm.stores.keys())
    return None if found is None else any_time_around(found, units=stores, tuned_to=stores, alpha=alpha)


def relative_effect(way: Comparison, control: Sample, arm: Sample, *, alpha: float) -> Relative | None:
    """The difference as a share of the control's value; None where that would mislead, or is not known."""
    values = None
    if way is ADJUSTED:
        values = adjusted(control.whole, arm.whole)
    elif way is STORES:
        values = cluster_values(list(control.after.values()), list(arm.after.values()))
    if values is not None:
        return relative_of(values, alpha=alpha)
    if way.by_store or way is CUSTOMERS_QUANTILE:
        return None
    return relative(control.whole, arm.whole, alpha=alpha)
