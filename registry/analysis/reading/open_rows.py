"""What can only be had from the rows, computed while the file is open: quantiles, and lots drawn again."""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import duckdb
import numpy as np

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.quantile import Bootstrap, Values, quantile, quantile_difference
from registry.analysis.estimates.reshuffling import reshuffled_p
from registry.analysis.estimates.tails import needs_caution
from registry.analysis.reading.cells import Row
from registry.analysis.reading.faults import LARGEST
from registry.analysis.reading.row_columns import counted_from
from registry.analysis.reading.table import Table
from registry.analysis.stores.cluster_quantile import cluster_quantile_difference
from registry.domain.from_rows import MOST_VALUES, Bounds, Drawn, QuantileFound, QuantileOfArm, Reshuffled
from registry.domain.plan import Kind, Plan, fingerprint, kind_read
from registry.domain.summary import Summary

RESHUFFLED = {Kind.MEAN, Kind.ORDINAL}

LOTS = 9_999
"""No p-value is below 1 in 10,000, and one near 5 % is right to about 0.004."""

Wholes = Mapping[tuple[str, str], Summary]


class OpenFile(NamedTuple):
    """A file that was reduced and is still open."""

    engine: duckdb.DuckDBPyConnection
    of: Table
    plan: Plan
    switched: int
    arms: Sequence[str]
    """The control first."""
    parts: Sequence[Row]
    """The parts that the file falls into."""
    left_out: frozenset[str]
    """The blocks that do not count."""

    def values(self, metric: int, arm: str) -> Values:
        """The values of one metric, by its place in the plan, in one arm; by cluster where there are any."""
        by_cluster = "" if self.plan.groups is None else " order by cluster"
        found = self.engine.execute(
            f"{counted_from(self.of, self.plan, switched=self.switched)} select x{metric} as x from counted "
            f"where kept and arm = ? and abs(x{metric}) <= {LARGEST!r}{by_cluster}",
            [self.of.path, arm],
        ).fetchnumpy()
        return np.asarray(found["x"], dtype=np.float64)


def seed_of(plan: Plan) -> int:
    """The seed of everything drawn under *plan*: nobody can look for a luckier one."""
    return int(fingerprint(plan)[:8], 16)


def quantiles(file: OpenFile) -> Iterator[QuantileFound]:
    """Each quantile of each arm against the control."""
    for i, metric in enumerate(file.plan.metric):
        if metric.kind is not Kind.QUANTILE or metric.q is None:
            continue
        control, *others = file.arms
        of_control = _clusters(file, i, control)
        for arm in others:
            asked = _Asked(metric.name, metric.q, arm, len(others))
            yield _quantile_found(file.plan, asked, of_control, _clusters(file, i, arm))


class _Asked(NamedTuple):
    metric: str
    q: float
    arm: str
    arms: int
    """Those that are compared with the control."""


def _clusters(file: OpenFile, metric: int, arm: str) -> list[Values]:
    """The values of each cluster of the arm that counts; one array of all where customers were randomised."""
    values = file.values(metric, arm)
    if file.plan.groups is None:
        return [values]
    sizes = Counter[str]()
    for row in file.parts:
        if row["arm"] == arm:
            sizes[row["cluster"]] += row[f"n{metric}"]
    names = sorted(sizes)
    parts = np.split(values, np.cumsum([sizes[name] for name in names])[:-1])
    return [part for name, part in zip(names, parts, strict=True) if name not in file.left_out]


def _quantile_found(plan: Plan, asked: _Asked, control: list[Values], treated: list[Values]) -> QuantileFound:
    bootstrap = Bootstrap(seed=seed_of(plan))
    alphas = {plan.alpha, plan.alpha / asked.arms, plan.alpha / max(1, len(plan.guardrails))}

    def difference(alpha: float) -> Difference | None:
        if plan.groups is None:
            return quantile_difference(control[0], treated[0], q=asked.q, alpha=alpha, bootstrap=bootstrap)
        return cluster_quantile_difference(control, treated, q=asked.q, alpha=alpha, bootstrap=bootstrap)

    found = {alpha: difference(alpha) for alpha in sorted(alphas)}
    usual = found[plan.alpha]
    return QuantileFound(
        metric=asked.metric,
        arm=asked.arm,
        of_control=_of_arm(plan, asked.q, control),
        of_arm=_of_arm(plan, asked.q, treated),
        standard_error=usual and usual.standard_error,
        p_value=usual and usual.p_value,
        freedom=usual and usual.freedom,
        bounds=tuple(
            Bounds(alpha=alpha, low=one.low, high=one.high) for alpha, one in found.items() if one is not None
        ),
        drawn=Drawn(seed=bootstrap.seed, draws=bootstrap.draws),
    )


def _of_arm(plan: Plan, q: float, clusters: list[Values]) -> QuantileOfArm | None:
    """The arm's own quantile; its interval only where customers were randomised, whom it counts."""
    found = quantile(np.concatenate(clusters), q=q, alpha=plan.alpha)
    if found is None:
        return None
    low, high = (found.low, found.high) if plan.groups is None else (None, None)
    return QuantileOfArm(value=found.value, low=low, high=high)


def reshuffled(file: OpenFile, wholes: Wholes) -> Iterator[Reshuffled]:
    """A p-value by lots drawn again, for each arm whose Welch's interval may be off."""
    plan, (control, *others) = file.plan, file.arms
    if plan.groups is not None:
        return
    drawn = Drawn(seed=seed_of(plan), draws=LOTS)
    for i, metric in enumerate(plan.metric):
        if kind_read(plan, metric) not in RESHUFFLED:
            continue
        for arm in others:
            pair = wholes[metric.name, control], wholes[metric.name, arm]
            if sum(each.n for each in pair) > MOST_VALUES or not needs_caution(*pair):
                continue
            p = reshuffled_p(file.values(i, control), file.values(i, arm), drawn)
            if p is not None:
                yield Reshuffled(metric=metric.name, arm=arm, p_value=p, drawn=drawn)
