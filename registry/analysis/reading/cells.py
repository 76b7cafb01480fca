"""The one statement that reduces a file: what it adds up in which place.

The places are those of the plan: per arm, store, pair and period by day, and once more by each segment.
Every place is one row of the answer; summaries of days and stores merge to those of the arm.
"""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import duckdb

from registry.analysis.reading.faults import LARGEST
from registry.analysis.reading.row_columns import counted_from, fault_columns, partner, places_of
from registry.analysis.reading.table import Table
from registry.domain.plan import Kind, Metric, Plan, Rows, kind_read

COUNTED = {Kind.ORDINAL, Kind.NPS, Kind.TOP_BOX}
"""Kinds whose answers are few different ones, so that each is counted."""

Row = dict[str, Any]


class Cells(NamedTuple):
    """The rows of the answer: those by day, which make the whole, and those by segment."""

    whole: list[Row]
    by_segment: list[Row]

    def without(self, clusters: Collection[str]) -> "Cells":
        """These cells less those of the *clusters*."""
        kept = ([row for row in rows if row.get("cluster") not in clusters] for rows in self)
        return Cells(*kept)


def read_cells(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, *, switched: int) -> Cells:
    """Read the file once. Units in the temporary table `switched`, if there are any, are left out."""
    return added_up(engine, of, plan, counted_from(of, plan, switched=switched), _sums(plan))


def added_up(
    engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, counted: str, sums: Sequence[str]
) -> Cells:
    """The *sums* in every place of the plan, over what the SQL in *counted* calls by that name."""
    segments = [f"s{k}" for k in range(len(plan.segments))]
    here = places_of(plan)
    sets = [[*here, "day"] if plan.day else here, *([*here, segment] for segment in segments)]
    grouped = ", ".join(f"({', '.join(places)})" for places in sets)
    keys = [*here, *(["day"] if plan.day else []), *segments]
    which = [f"grouping({segment}) as no_{segment}" for segment in segments]
    told = ", ".join([*keys, *which, *sums])
    cursor = engine.execute(
        f"{counted} select {told} from counted group by grouping sets ({grouped})", [of.path]
    )
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    is_whole = [all(row[f"no_{segment}"] for segment in segments) for row in rows]
    return Cells(
        whole=[row for row, whole in zip(rows, is_whole, strict=True) if whole],
        by_segment=[row for row, whole in zip(rows, is_whole, strict=True) if not whole],
    )


def _sums(plan: Plan) -> list[str]:
    """What is added up, with a count of each fault that a row can have."""
    sums = ["cast(sum(rows) as bigint) as rows", "count_if(kept) as units"]
    if plan.rows is Rows.FINER:
        sums += [f"count_if(moves{k}) as moves{k}" for k in range(len(plan.segments))]
        sums += [f"cast(sum({name}) as bigint) as {name}" for name, _ in fault_columns(plan)]
    else:
        sums += [f"count_if({name}) as {name}" for name, _ in fault_columns(plan)]
    for i, metric in enumerate(plan.metric):
        sums += _sums_of(plan, metric, i)
    return sums


def _sums_of(plan: Plan, metric: Metric, i: int) -> list[str]:
    """What is added up of one metric."""
    # `favg` adds without losing the small digits of large numbers. What it leaves out is a fault, told
    # afterwards; the engine would give up on it before that.
    good, kind = f"filter (where kept and abs(x{i}) <= {LARGEST!r})", kind_read(plan, metric)
    sums = [f"count(x{i}) {good} as n{i}, favg(x{i}) {good} as mean{i}, var_samp(x{i}) {good} as variance{i}"]
    if kind is Kind.PROPORTION:
        sums.append(f"count(*) filter (where kept and x{i} = 1) as ones{i}")
    if kind is Kind.MEAN:
        positive = f"filter (where kept and x{i} > 0 and x{i} <= {LARGEST!r})"
        sums.append(f"skewness(x{i}) {good} as skew{i}")
        sums.append(f"favg(ln(x{i})) {positive} as log{i}, var_samp(ln(x{i})) {positive} as logs{i}")
        sums.append(f"count(*) filter (where kept and x{i} <= 0) as flat{i}")
    if kind in COUNTED:
        sums.append(f"histogram(x{i}) {good} as answers{i}")
    if partner(metric) is not None:
        both = f"filter (where kept and abs(x{i}) <= {LARGEST!r} and abs(p{i}) <= {LARGEST!r})"
        sums.append(
            f"count(x{i} + p{i}) {both} as both{i}, covar_samp(x{i}, p{i}) {both} as covariance{i}, "
            f"favg(x{i}) {both} as own{i}, var_samp(x{i}) {both} as owns{i}, "
            f"favg(p{i}) {both} as beside{i}, var_samp(p{i}) {both} as besides{i}"
        )
    return sums
