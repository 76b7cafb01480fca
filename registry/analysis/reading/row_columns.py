"""What is read of each row: where it belongs, and the number of each metric beside its partner, as SQL.

Under a plan whose rows are finer than its units, the rows of a unit are put together first: a mean, a
share or a score becomes the mean of the unit's rows, and the two columns of a ratio are added up.
"""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

from collections.abc import Iterator, Sequence

from registry.analysis.reading.faults import FAULTS, LARGEST, PARTNER_FAULTS
from registry.analysis.reading.table import Table
from registry.domain.plan import ARM_AFTER, ARM_BEFORE, ARM_EARLIER, Design, Kind, Metric, Plan, Rows

PLACES = ("arm", "cluster", "pair", "period", "day")


def partner(metric: Metric) -> str | None:
    """The column beside the metric's own: its covariate, or a ratio's denominator."""
    return metric.covariate or metric.denominator


def columns_needed(plan: Plan) -> list[str]:
    """Every column that the plan reads, each once."""
    named = [plan.arm, plan.unit, plan.groups, plan.pair, plan.period, plan.day, *plan.segments]
    named += [column for metric in plan.metric for column in (metric.column, partner(metric))]
    return list(dict.fromkeys(column for column in named if column is not None))


def places_of(plan: Plan) -> list[str]:
    """The names of what says where a row belongs, its day and segments left out."""
    named = {"arm": True, "cluster": plan.groups, "pair": plan.pair, "period": plan.period}
    return [name for name, column in named.items() if column]


def told_number(metric: Metric, x: str) -> str:
    """One answer in the units in which the metric is told: points of a score, 1 at the top of a scale."""
    if metric.kind is Kind.NPS:
        return f"case when {x} >= 9 then 100.0 when {x} < 7 then -100.0 when {x} is not null then 0.0 end"
    if metric.kind is Kind.TOP_BOX:
        return f"cast({x} >= {metric.threshold!r} as double)"
    return x


def counted_from(of: Table, plan: Plan, *, switched: int) -> str:
    """`with …`, up to the table `counted`: one row for each unit, or each row where rows are units.

    Its columns are the places, `day`, `s0` and on for the segments, `kept`, `rows`, `x0` and on for the
    metrics, `p0` and on for their partners, and a column for each fault that a row can have. Units in the
    temporary table `switched`, if there are any, are not `kept`. The path is the first parameter.
    """
    rows = [f"{sql} as {name}" for name, sql in place_columns(of, plan)]
    out = f"{of.text(plan.unit)} in (select unit from switched)" if switched and plan.unit else "false"
    rows.append(f"not {out} as kept")
    for i, metric in enumerate(plan.metric):
        rows += _cells(of, metric, i)
    by_row = f"with read as (select {', '.join(rows)} from {of.scan})"
    if plan.rows is Rows.FINER:
        return f"{by_row}, counted as (select {', '.join(_unit_columns(plan))} from read group by all)"
    faults = [f"({condition}) as {name}" for name, condition in fault_columns(plan)]
    return f"{by_row}, counted as (select *, 1 as rows{''.join(f', {fault}' for fault in faults)} from read)"


def fault_columns(plan: Plan) -> Iterator[tuple[str, str]]:
    """The name and the condition of everything that can be wrong with a row."""
    if plan.day is not None:
        yield "bad_day", "day_shown is not null and day is null"
    for i, metric in enumerate(plan.metric):
        for j, fault in enumerate(FAULTS):
            yield f"fault{i}_{j}", fault.condition(metric, f"t{i}", f"x{i}")
        if partner(metric) is not None:
            for j, fault in enumerate(PARTNER_FAULTS):
                yield f"partner{i}_{j}", fault.condition(metric, f"u{i}", f"p{i}")
        if metric.kind is Kind.RATIO:
            yield f"over_zero{i}", f"p{i} = 0 and x{i} <> 0"


def place_columns(of: Table, plan: Plan) -> Iterator[tuple[str, str]]:
    """The name and the SQL of what says where a row belongs."""
    period = "" if plan.period is None else f"try_cast({of.text(plan.period)} as integer)"
    if plan.design is Design.PRE_POST:
        yield (
            "arm",
            f"case {period} when 1 then '{ARM_AFTER}' when 0 then '{ARM_BEFORE}' else '{ARM_EARLIER}' end",
        )
    else:
        yield "arm", of.exact(plan.arm or "")
    if plan.groups is not None:
        yield "cluster", of.text(plan.groups)
    if plan.pair is not None:
        yield "pair", of.text(plan.pair)
    if plan.period is not None:
        yield "period", period
    if plan.day is not None:
        yield "day_shown", of.text(plan.day)
        yield "day", of.day(plan.day)
    for k, segment in enumerate(plan.segments):
        yield f"s{k}", f"coalesce({of.text(segment)}, '')"
    if plan.rows is Rows.FINER and plan.unit is not None:
        yield "unit", of.text(plan.unit)


def _cells(of: Table, metric: Metric, i: int) -> list[str]:
    truths = metric.kind is Kind.PROPORTION
    cells = [f"{of.text(metric.column)} as t{i}", f"{of.number(metric.column, truths=truths)} as x{i}"]
    if (beside := partner(metric)) is not None:
        cells += [f"{of.text(beside)} as u{i}", f"{of.number(beside, truths=False)} as p{i}"]
    return cells


def _unit_columns(plan: Plan) -> Sequence[str]:
    """The columns of `counted` when the rows of a unit are put together; by unit and place."""
    columns = ["unit", *places_of(plan), "bool_and(kept) as kept", "count(*) as rows"]
    if plan.day is not None:
        columns.append("min(day) as day")
    for k in range(len(plan.segments)):
        columns += [f"min(s{k}) as s{k}", f"min(s{k}) <> max(s{k}) as moves{k}"]
    for i, metric in enumerate(plan.metric):
        good = f"abs(x{i}) <= {LARGEST!r}"
        if metric.kind is Kind.RATIO:
            both = f"filter (where {good} and abs(p{i}) <= {LARGEST!r})"
            columns += [f"fsum(x{i}) {both} as x{i}", f"fsum(p{i}) {both} as p{i}"]
            continue
        columns.append(f"favg({told_number(metric, f'x{i}')}) filter (where {good}) as x{i}")
        if partner(metric) is not None:
            columns.append(f"favg(p{i}) filter (where abs(p{i}) <= {LARGEST!r}) as p{i}")
    return [*columns, *(f"count_if({condition}) as {name}" for name, condition in fault_columns(plan))]
