"""Drawn customers in, what the product says of them out.

The way is that of a file, less the file: summaries as the reader makes them, for every place the plan
names, and from there `registry.analysis.pilot.evidence` and nothing else. `tests/bench/test_drawn.py` holds
these summaries beside those of the reader.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from registry.analysis.pilot import evidence
from registry.analysis.pilot_data import PilotData
from registry.domain.evidence import BesideName, Estimate, Evidence
from registry.domain.plan import Kind, Metric, Plan
from registry.domain.summary import Moments, Pairs, Summary

Numbers: TypeAlias = NDArray[np.float64]

COUNTED = {Kind.ORDINAL, Kind.NPS, Kind.TOP_BOX}
DAY = date(2026, 4, 1)


class Group(NamedTuple):
    """The customers of one place."""

    arm: str
    columns: Mapping[str, Numbers]
    """By name; one number per customer, NaN where there is none."""
    cluster: str | None = None
    pair: str | None = None
    period: int | None = None


def read(plan: Plan, groups: Sequence[Group]) -> Evidence:
    """What the product says of *groups*, the control's first."""
    return evidence(plan, data_of(plan, groups), DAY)


def first(plan: Plan, groups: Sequence[Group]) -> Estimate:
    """The estimate of the plan's first metric and arm."""
    return read(plan, groups).estimates[0]


def is_different(estimate: Estimate) -> bool:
    """Whether people are told of a difference: p below alpha; without a p, an interval without 0."""
    if estimate.p_value is not None:
        return estimate.p_value < estimate.alpha_used
    return estimate.low is not None and estimate.high is not None and not estimate.low <= 0 <= estimate.high


def called_different(plan: Plan, *groups: Group) -> bool:
    """Whether people are told of a difference in the plan's first metric."""
    return is_different(first(plan, groups))


def p_beside(plan: Plan, name: BesideName, groups: Sequence[Group]) -> float | None:
    """The p-value that stands beside the estimate under this *name*; None where nothing of it does."""
    return next((each.p_value for each in read(plan, groups).beside if each.name is name), None)


def data_of(plan: Plan, groups: Sequence[Group]) -> PilotData:
    """What the reader would take from a file of all *groups*."""
    wholes = [_together([group for group in groups if group.arm == arm]) for arm in _arms(groups)]
    placed = any(group.cluster is not None for group in groups)
    return PilotData(
        sha256="",
        rows=sum(_units(group) for group in groups),
        arms={whole.arm: _units(whole) for whole in wholes},
        summaries=tuple(taken(metric, whole) for metric in plan.metric for whole in wholes),
        cells=tuple(taken(metric, group) for metric in plan.metric for group in groups) if placed else (),
        units_named=False,
    )


def taken(metric: Metric, group: Group) -> Summary:
    """The summary that the reader takes of *group*."""
    values = group.columns[metric.column]
    known = values[~np.isnan(values)]
    moments = _moments(known)
    beside = metric.covariate or metric.denominator
    is_mean = metric.kind is Kind.MEAN
    return Summary(
        metric=metric.name,
        arm=group.arm,
        units=len(values),
        n=moments.n,
        mean=moments.mean,
        variance=moments.variance,
        successes=int((known == 1).sum()) if metric.kind is Kind.PROPORTION else None,
        third=float(((known - known.mean()) ** 3).mean()) if is_mean and len(known) else None,
        logs=_moments(np.log(known)) if is_mean and (known > 0).all() else None,
        answers=_counted(known) if metric.kind in COUNTED else None,
        pairs=None if beside is None else _pairs(values, group.columns[beside]),
        cluster=group.cluster,
        pair=group.pair,
        period=group.period,
    )


def _arms(groups: Sequence[Group]) -> list[str]:
    return list(dict.fromkeys(group.arm for group in groups))


def _units(group: Group) -> int:
    return len(next(iter(group.columns.values())))


def _together(groups: Sequence[Group]) -> Group:
    """All of an arm, wherever they are."""
    names = groups[0].columns
    return Group(
        groups[0].arm, {name: np.concatenate([group.columns[name] for group in groups]) for name in names}
    )


def _moments(numbers: Numbers) -> Moments:
    n = len(numbers)
    return Moments(
        n=n,
        mean=float(numbers.mean()) if n else None,
        variance=float(numbers.var(ddof=1)) if n > 1 else None,
    )


def _counted(known: Numbers) -> dict[str, int]:
    answers, counts = np.unique(known, return_counts=True)
    return {f"{answer:.15g}": n for answer, n in zip(answers.tolist(), counts.tolist(), strict=True)}


def _pairs(values: Numbers, beside: Numbers) -> Pairs:
    both = ~(np.isnan(values) | np.isnan(beside))
    x, y = values[both], beside[both]
    apart = float((x - x.mean()) @ (y - y.mean())) / (len(x) - 1) if len(x) > 1 else None
    return Pairs(metric=_moments(x), partner=_moments(y), covariance=apart)
