"""The child process that reduces a pilot's file to summaries: `python -m registry.analysis.reduce`."""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

import sys
from typing import Any

import duckdb

from registry.analysis.arms import check_arms, in_order
from registry.analysis.engine import locked_engine
from registry.analysis.faults import FAULTS, LARGEST, first_fault, first_row
from registry.analysis.pilot_data import PilotData, PilotFileRefused, Source
from registry.analysis.reader import Answer, Question
from registry.analysis.source_file import Readable, file_hash, readable
from registry.analysis.table import Table, check_columns, table
from registry.analysis.units import drop_switched_units
from registry.domain.plan import Kind, Plan
from registry.domain.summary import Summary


def answer(question: Question) -> Answer:
    """The summaries that were asked for, or the sentence that says why there are none."""
    source = Source(question.path, question.called)
    try:
        file = readable(source, question.folder)
        engine = locked_engine(file.path, question.folder, question.limits)
        with engine:
            try:
                data = _reduced(engine, file, question)
            except PilotFileRefused:
                # A row that does not fit the header explains most other complaints: it is told first.
                _check_ragged(engine, file)
                raise
        if file_hash(source.path) != file.sha256:
            raise PilotFileRefused("file-changed", file=source.called)
        return Answer(data=data)
    except PilotFileRefused as refusal:
        return Answer(refusal=refusal.sentence)
    except duckdb.OutOfMemoryException:
        return Answer(refusal=PilotFileRefused("file-too-large", file=source.called).sentence)
    except duckdb.Error as error:
        problem = str(error).strip().splitlines()[0][:200]
        return Answer(
            refusal=PilotFileRefused("file-unreadable", file=source.called, problem=problem).sentence
        )


def _reduced(engine: duckdb.DuckDBPyConnection, file: Readable, question: Question) -> PilotData:
    plan = question.plan
    of = table(engine, file, question.limits)
    check_columns(file, of, _needed(plan))
    switched = 0
    if plan.unit is not None:
        switched = drop_switched_units(engine, of, unit=plan.unit, arm=plan.arm or "")
    found = _aggregates(engine, of, plan, switched=switched)
    _check_ragged(engine, file)
    _check_rows(engine, of, plan, found, question)
    arms = in_order(plan, {row["arm"]: row["units"] for row in found})
    by_arm = {row["arm"]: row for row in found}
    return PilotData(
        sha256=file.sha256,
        rows=sum(row["rows"] for row in found),
        arms=arms,
        summaries=tuple(_summary(plan, i, by_arm[arm]) for i in range(len(plan.metric)) for arm in arms),
        units_named=plan.unit is not None,
        switched=switched,
        days=_days(engine, of, plan),
    )


def _needed(plan: Plan) -> list[str]:
    named = [plan.arm, plan.unit, plan.day, *(metric.column for metric in plan.metric)]
    return list(dict.fromkeys(column for column in named if column is not None))


def _aggregates(
    engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, *, switched: int
) -> list[dict[str, Any]]:
    """One row per arm: rows, units kept, and for each metric what its summary and its faults need."""
    cells = [f"{of.exact(plan.arm or '')} as arm"]
    kept = "true"
    if switched and plan.unit is not None:
        cells.append(f"{of.text(plan.unit)} in (select unit from switched) as out")
        kept = "not out"
    sums = [f"count(*) as rows, count_if({kept}) as units"]
    for i, metric in enumerate(plan.metric):
        truths = metric.kind is Kind.PROPORTION
        cells.append(f"{of.text(metric.column)} as t{i}")
        cells.append(f"{of.number(metric.column, truths=truths)} as x{i}")
        # `favg` adds without losing the small digits of large numbers.
        # What it leaves out is a fault, told below; the engine would give up on it before that.
        good = f"filter (where {kept} and abs(x{i}) <= {LARGEST!r})"
        sums.append(f"count(x{i}) {good} as n{i}, favg(x{i}) {good} as mean{i}")
        sums.append(
            f"var_samp(x{i}) {good} as variance{i}, count(*) filter (where {kept} and x{i} = 1) as ones{i}"
        )
        for j, fault in enumerate(FAULTS):
            sums.append(f"count_if({fault.condition(metric, f't{i}', f'x{i}')}) as fault{i}_{j}")
    cursor = engine.execute(
        f"with cells as (select {', '.join(cells)} from {of.scan}) "
        f"select arm, {', '.join(sums)} from cells group by arm",
        [of.path],
    )
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _check_ragged(engine: duckdb.DuckDBPyConnection, file: Readable) -> None:
    if file.header is None:
        return
    tables = engine.execute(
        "select count(*) from duckdb_tables() where table_name = 'reject_errors'"
    ).fetchall()
    if not tables[0][0]:
        return
    rejected = engine.execute("select line, error_type from reject_errors order by line limit 1").fetchall()
    if rejected:
        line, kind = rejected[0]
        name = "file-row-ragged" if "COLUMNS" in kind else "file-row-broken"
        raise PilotFileRefused(name, file=file.called, row=int(line), columns=len(file.header))


def _check_rows(
    engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, found: list[dict[str, Any]], question: Question
) -> None:
    rows = sum(row["rows"] for row in found)
    arm = plan.arm or ""
    if rows == 0:
        raise PilotFileRefused("file-no-rows", file=of.called)
    if rows > question.limits.rows:
        raise PilotFileRefused("file-too-many-rows", file=of.called, rows=rows, limit=question.limits.rows)
    if any(not (row["arm"] or "").strip() for row in found):
        cells = f"select {of.text(arm)} as arm, '' as shown from {of.scan}"
        place, _ = first_row(engine, of, cells, "arm is null")
        raise PilotFileRefused("file-arm-blank", file=of.called, column=arm, row=place)
    check_arms(plan, {row["arm"]: row["rows"] for row in found}, of.called)
    for i, metric in enumerate(plan.metric):
        for j, fault in enumerate(FAULTS):
            if any(row[f"fault{i}_{j}"] for row in found):
                raise first_fault(engine, of, metric, fault)


def _summary(plan: Plan, i: int, row: dict[str, Any]) -> Summary:
    metric = plan.metric[i]
    return Summary(
        metric=metric.name,
        arm=row["arm"],
        units=row["units"],
        n=row[f"n{i}"],
        mean=row[f"mean{i}"],
        variance=row[f"variance{i}"],
        successes=row[f"ones{i}"] if metric.kind is Kind.PROPORTION else None,
    )


def _days(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan) -> int | None:
    """Days from the first to the last, both counted. Raises PilotFileRefused for what is not an ISO date."""
    if plan.day is None:
        return None
    cells = (
        f"select {of.text(plan.day)} as shown, try_cast({of.text(plan.day)} as date) as day from {of.scan}"
    )
    found = engine.execute(
        f"with cells as ({cells}) "
        "select count_if(shown is not null and day is null), max(day) - min(day) + 1 from cells",
        [of.path],
    ).fetchall()
    bad, days = found[0]
    if bad:
        row, value = first_row(engine, of, cells, "shown is not null and day is null")
        raise PilotFileRefused(
            "file-day-unreadable", file=of.called, column=plan.day, row=row, value=value[:20]
        )
    return None if days is None else int(days)


if __name__ == "__main__":
    asked = Question.model_validate_json(sys.stdin.buffer.read())
    sys.stdout.write(answer(asked).model_dump_json())
