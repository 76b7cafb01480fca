"""The one statement that reduces a file: what it reads of each row, and what it adds up in which place.

The places are those of the plan: per arm, store, pair and period by day, and once more by each segment.
Every place is one row of the answer; summaries of days and stores merge to those of the arm.
"""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import duckdb

from registry.analysis.reading.faults import FAULTS, LARGEST, PARTNER_FAULTS
from registry.analysis.reading.table import Table
from registry.domain.plan import Kind, Metric, Plan
from registry.domain.summary import Moments, Pairs, Segment, Summary

COUNTED = {Kind.ORDINAL, Kind.NPS, Kind.TOP_BOX}
"""Kinds whose answers are few different ones, so that each is counted."""

FARTHEST = 1e4
"""Standard deviations between the mean and 0 beyond which cubes lose the digits that skew is made of."""

PLACES = ("arm", "cluster", "pair", "period", "day")

Row = dict[str, Any]


class Cells(NamedTuple):
    """The rows of the answer: those by day, which make the whole, and those by segment."""

    whole: list[Row]
    by_segment: list[Row]


def partner(metric: Metric) -> str | None:
    """The column beside the metric's own: its covariate, or a ratio's denominator."""
    return metric.covariate or metric.denominator


def columns_needed(plan: Plan) -> list[str]:
    """Every column that the plan reads, each once."""
    named = [plan.arm, plan.unit, plan.cluster, plan.pair, plan.period, plan.day, *plan.segments]
    named += [column for metric in plan.metric for column in (metric.column, partner(metric))]
    return list(dict.fromkeys(column for column in named if column is not None))


def read_cells(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, *, switched: int) -> Cells:
    """Read the file once. Units in the temporary table `switched`, if there are any, are left out."""
    kept = "true"
    cells = [f"{sql} as {name}" for name, sql in _places(of, plan)]
    if switched and plan.unit is not None:
        cells.append(f"{of.text(plan.unit)} in (select unit from switched) as out")
        kept = "not out"
    sums = [f"count(*) as rows, count_if({kept}) as units", *_faults_of_places(plan)]
    for i, metric in enumerate(plan.metric):
        cells += _cells(of, metric, i)
        sums += _sums(metric, i, kept)
    here = [name for name in PLACES if name != "day" and _is_named(plan, name)]
    segments = [f"s{k}" for k in range(len(plan.segments))]
    sets = [[*here, "day"] if plan.day else here, *([*here, segment] for segment in segments)]
    grouped = ", ".join(f"({', '.join(places)})" for places in sets)
    keys = [*here, *(["day"] if plan.day else []), *segments]
    which = [f"grouping({segment}) as no_{segment}" for segment in segments]
    cursor = engine.execute(
        f"with cells as (select {', '.join(cells)} from {of.scan}) "
        f"select {', '.join([*keys, *which, *sums])} from cells group by grouping sets ({grouped})",
        [of.path],
    )
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    is_whole = [all(row[f"no_{segment}"] for segment in segments) for row in rows]
    return Cells(
        whole=[row for row, whole in zip(rows, is_whole, strict=True) if whole],
        by_segment=[row for row, whole in zip(rows, is_whole, strict=True) if not whole],
    )


def summaries_of(plan: Plan, row: Row) -> Iterator[Summary]:
    """The summary of every metric in the place of *row*."""
    found = (k for k in range(len(plan.segments)) if row.get(f"no_s{k}") == 0)
    segments = [Segment(plan.segments[k], row[f"s{k}"]) for k in found]
    for i, metric in enumerate(plan.metric):
        yield Summary(
            metric=metric.name,
            arm=row["arm"],
            units=row["units"],
            n=row[f"n{i}"],
            mean=row[f"mean{i}"],
            variance=row[f"variance{i}"],
            successes=row.get(f"ones{i}"),
            third=_third(row, i),
            logs=_logs(row, i),
            answers=_answers(row, i),
            pairs=_pairs(row, i),
            cluster=row.get("cluster"),
            pair=row.get("pair"),
            period=row.get("period"),
            day=row.get("day"),
            segment=segments[0] if segments else None,
        )


def _is_named(plan: Plan, place: str) -> bool:
    return getattr(plan, place) is not None


def _places(of: Table, plan: Plan) -> Iterator[tuple[str, str]]:
    """The name and the SQL of what says where a row belongs."""
    if plan.arm is not None:
        yield "arm", of.exact(plan.arm)
    if plan.cluster is not None:
        yield "cluster", of.text(plan.cluster)
    if plan.pair is not None:
        yield "pair", of.text(plan.pair)
    if plan.period is not None:
        yield "period_shown", of.text(plan.period)
        yield "period", f"try_cast({of.text(plan.period)} as integer)"
    if plan.day is not None:
        yield "day_shown", of.text(plan.day)
        yield "day", f"try_cast({of.text(plan.day)} as date)"
    for k, segment in enumerate(plan.segments):
        yield f"s{k}", f"coalesce({of.text(segment)}, '')"


def _faults_of_places(plan: Plan) -> Sequence[str]:
    """Counts of rows that do not say where they belong."""
    named = ((plan.day, "count_if(day_shown is not null and day is null) as bad_day"),)
    return [sql for column, sql in named if column is not None]


def _cells(of: Table, metric: Metric, i: int) -> list[str]:
    truths = metric.kind is Kind.PROPORTION
    cells = [f"{of.text(metric.column)} as t{i}", f"{of.number(metric.column, truths=truths)} as x{i}"]
    if (beside := partner(metric)) is not None:
        cells += [f"{of.text(beside)} as u{i}", f"{of.number(beside, truths=False)} as p{i}"]
    return cells


def _sums(metric: Metric, i: int, kept: str) -> list[str]:
    """What is added up of one metric, with a count for each fault that a cell of it can have."""
    # `favg` adds without losing the small digits of large numbers. What it leaves out is a fault, told
    # afterwards; the engine would give up on it before that.
    good = f"filter (where {kept} and abs(x{i}) <= {LARGEST!r})"
    sums = [f"count(x{i}) {good} as n{i}, favg(x{i}) {good} as mean{i}, var_samp(x{i}) {good} as variance{i}"]
    if metric.kind is Kind.PROPORTION:
        sums.append(f"count(*) filter (where {kept} and x{i} = 1) as ones{i}")
    if metric.kind is Kind.MEAN:
        positive = f"filter (where {kept} and x{i} > 0 and x{i} <= {LARGEST!r})"
        sums.append(f"skewness(x{i}) filter (where {kept} and abs(x{i}) <= 1e60) as skew{i}")
        sums.append(f"favg(ln(x{i})) {positive} as log{i}, var_samp(ln(x{i})) {positive} as logs{i}")
        sums.append(f"count(*) filter (where {kept} and x{i} <= 0) as flat{i}")
    if metric.kind in COUNTED:
        sums.append(f"histogram(x{i}) {good} as answers{i}")
    if partner(metric) is not None:
        both = f"filter (where {kept} and abs(x{i}) <= {LARGEST!r} and abs(p{i}) <= {LARGEST!r})"
        sums.append(
            f"count(x{i} + p{i}) {both} as both{i}, covar_samp(x{i}, p{i}) {both} as covariance{i}, "
            f"favg(x{i}) {both} as own{i}, var_samp(x{i}) {both} as owns{i}, "
            f"favg(p{i}) {both} as beside{i}, var_samp(p{i}) {both} as besides{i}"
        )
        for j, fault in enumerate(PARTNER_FAULTS):
            sums.append(f"count_if({fault.condition(metric, f'u{i}', f'p{i}')}) as partner{i}_{j}")
        if metric.kind is Kind.RATIO:
            sums.append(f"count_if(p{i} = 0 and x{i} <> 0) as over_zero{i}")
    for j, fault in enumerate(FAULTS):
        sums.append(f"count_if({fault.condition(metric, f't{i}', f'x{i}')}) as fault{i}_{j}")
    return sums


def _third(row: Row, i: int) -> float | None:
    """The mean cubed deviation, from the engine's adjusted skewness g1 sqrt(n (n - 1)) / (n - 2)."""
    n, variance, skew, mean = row[f"n{i}"], row[f"variance{i}"], row.get(f"skew{i}"), row[f"mean{i}"]
    if f"skew{i}" not in row or not n:
        return None
    if n < 3 or not variance:
        # Of one or two numbers, or of equal ones, the cubes cancel.
        return 0.0
    if skew is None or abs(mean) > FARTHEST * variance**0.5:
        return None
    g1 = skew * (n - 2) / (n * (n - 1)) ** 0.5
    return g1 * (variance * (n - 1) / n) ** 1.5


def _logs(row: Row, i: int) -> Moments | None:
    if f"flat{i}" not in row or row[f"flat{i}"]:
        return None
    return Moments(n=row[f"n{i}"], mean=row[f"log{i}"], variance=row[f"logs{i}"])


def _answers(row: Row, i: int) -> dict[str, int] | None:
    counted = row.get(f"answers{i}")
    if f"answers{i}" not in row:
        return None
    return {f"{answer:.15g}": n for answer, n in sorted((counted or {}).items())}


def _pairs(row: Row, i: int) -> Pairs | None:
    if f"both{i}" not in row:
        return None
    n = row[f"both{i}"]
    return Pairs(
        metric=Moments(n=n, mean=row[f"own{i}"], variance=row[f"owns{i}"]),
        partner=Moments(n=n, mean=row[f"beside{i}"], variance=row[f"besides{i}"]),
        covariance=row[f"covariance{i}"],
    )
