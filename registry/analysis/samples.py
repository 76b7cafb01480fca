"""One arm of one metric as its methods see it: the whole, and each store by period where there are stores."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from registry.analysis.measured import measured
from registry.analysis.pilot_data import PilotData
from registry.analysis.stores.changes import AFTER, Stores, changes
from registry.analysis.stores.paired import Matched, matched
from registry.domain.from_rows import QuantileFound
from registry.domain.plan import Design, Plan
from registry.domain.summary import Summary, together


class Sample(NamedTuple):
    """An arm's answers to one metric, in the units in which the metric is told."""

    whole: Summary
    stores: Mapping[str, Mapping[int, Summary]]
    """By the name of the store, agent or block, and by period: the one after where the plan has none."""
    pairs: Mapping[str, str]
    """The pair of each store: the one it was matched in, or itself where it holds both arms."""
    is_change: bool = False
    """What counts of a store is how much it changed, not what it came to."""
    quantile: QuantileFound | None = None
    """The arm's quantile beside the control's, where the metric is one."""

    @property
    def values(self) -> Stores:
        """The value of each store by period; a store without one in a period is not there in it."""
        by_store = {
            name: {period: one.mean for period, one in periods.items() if one.mean is not None}
            for name, periods in self.stores.items()
        }
        return {name: periods for name, periods in by_store.items() if periods}

    @property
    def after(self) -> Mapping[str, float]:
        """The value of each store in the period after, by its name."""
        return {name: periods[AFTER] for name, periods in self.values.items() if AFTER in periods}

    @property
    def counted(self) -> Mapping[str, float]:
        """The one number by which each store counts, by its name."""
        return changes(self.values).by_store if self.is_change else self.after


def in_pairs(control: Sample, arm: Sample) -> Matched:
    """The stores that belong together, each with its one number."""
    sides = ({one.pairs[name]: value for name, value in one.counted.items()} for one in (control, arm))
    return matched(*sides)


def samples(plan: Plan, data: PilotData) -> Mapping[tuple[str, str], Sample]:
    """The sample of each metric and arm, by the names of both."""
    metrics = {metric.name: metric for metric in plan.metric}
    return {
        (whole.metric, whole.arm): Sample(
            whole=measured(plan, metrics[whole.metric], whole),
            stores={
                name: {period: measured(plan, metrics[whole.metric], one) for period, one in periods.items()}
                for name, periods in _by_store(data, whole).items()
            },
            pairs=_pairs(plan, data),
            is_change=plan.design is Design.DIFF_IN_DIFF,
            quantile=next(
                (one for one in data.quantiles if (one.metric, one.arm) == (whole.metric, whole.arm)), None
            ),
        )
        for whole in data.summaries
    }


def _pairs(plan: Plan, data: PilotData) -> Mapping[str, str]:
    if plan.within_cluster:
        return {cell.cluster: cell.cluster for cell in data.cells if cell.cluster is not None}
    return {
        cell.cluster: cell.pair for cell in data.cells if cell.cluster is not None and cell.pair is not None
    }


def stores_of(data: PilotData) -> tuple[Summary, ...]:
    """The summaries of *data* by store and period, their days put together."""
    return tuple(
        one
        for whole in data.summaries
        for periods in _by_store(data, whole).values()
        for one in periods.values()
    )


def _by_store(data: PilotData, whole: Summary) -> Mapping[str, Mapping[int, Summary]]:
    found: dict[str, dict[int, list[Summary]]] = {}
    for cell in _of(data.cells, whole):
        if cell.cluster is not None:
            period = AFTER if cell.period is None else cell.period
            found.setdefault(cell.cluster, {}).setdefault(period, []).append(cell)
    return {
        name: {period: together(days) for period, days in sorted(periods.items())}
        for name, periods in sorted(found.items())
    }


def _of(cells: Iterable[Summary], whole: Summary) -> Iterable[Summary]:
    """Those of the same metric and arm that make up the whole; segments say the same once more."""
    return (
        cell
        for cell in cells
        if (cell.metric, cell.arm) == (whole.metric, whole.arm) and cell.segment is None
    )
