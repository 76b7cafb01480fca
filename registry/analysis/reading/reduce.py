"""The child process that reduces a file to summaries: `python -m registry.analysis.reading.reduce`."""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor

import duckdb

from registry.analysis.pilot_data import PilotData, PilotFileRefused, Source
from registry.analysis.reading.arms import MOST_LETTERS, check_arms, check_few_arms, check_periods, in_order
from registry.analysis.reading.cells import Row, read_cells
from registry.analysis.reading.engine import locked_engine
from registry.analysis.reading.engine_faults import engine_refusal
from registry.analysis.reading.faults import FAULTS, PARTNER_FAULTS, first_fault, first_row, over_zero
from registry.analysis.reading.looking_through import check_unchanged, looked_through
from registry.analysis.reading.once import copied, is_worth_a_copy
from registry.analysis.reading.orphan import end_without
from registry.analysis.reading.pace import Pace, scanned, written
from registry.analysis.reading.places import check_places, unsettled
from registry.analysis.reading.quick import read_quickly
from registry.analysis.reading.reader import Answer, Question
from registry.analysis.reading.row_columns import columns_needed, partner
from registry.analysis.reading.source_file import Readable, readable
from registry.analysis.reading.summing import summaries_of
from registry.analysis.reading.table import Table, check_columns, table
from registry.analysis.reading.telling import telling
from registry.analysis.reading.units import drop_switched_units
from registry.analysis.reading.visible import all_visible
from registry.domain.from_rows import MOST_VALUES
from registry.domain.plan import ARM_EARLIER, Kind, Plan
from registry.domain.summary import Summary, whole_of

A_MOMENT = 10
"""Seconds that the parent gets to end its child, before the child ends itself."""

CHECKING, COPYING, UNITS, ADDING_UP, FROM_ROWS = 0.15, 0.3, 0.8, 0.9, 0.9
"""Parts that the steps take of the time that is left when they begin, as measured on five million rows."""


def answer(question: Question, pace: Pace | None = None) -> Answer:
    """The summaries that were asked for, or the sentence that says why there are none."""
    source = Source(question.path, question.called, question.passing)
    pace = pace or Pace()
    try:
        file = readable(source, question.folder)
        with ThreadPoolExecutor(1) as beside:
            look = beside.submit(looked_through, source)
            try:
                data = _read(source, file, question, pace, look)
            finally:
                # That a file is no text explains every other complaint: it is told first.
                look.result()
        return Answer(data=data)
    except PilotFileRefused as refusal:
        return Answer(refusal=all_visible(refusal.sentence))


def _read(source: Source, file: Readable, question: Question, pace: Pace, look: Future[str]) -> PilotData:
    """The file reduced, or copied first; *look* is told its hash by who looks at every byte meanwhile."""
    copy = question.folder / "once.parquet" if is_worth_a_copy(file, source, question.plan) else None
    taken = False
    with locked_engine(file.path, question.folder, question.limits, copy=copy) as engine:
        try:
            with pace.step(CHECKING):
                of = table(engine, file, question.limits)
            check_columns(of, columns_needed(question.plan))
            check_few_arms(engine, of, question.plan)
            if copy is not None:
                with pace.step(COPYING, written(engine)):
                    of = copied(engine, of, columns_needed(question.plan), copy)
                _check_ragged(engine, file)
                check_unchanged(source, file.state, look.result())
                taken = True
                if of.with_blank_lines is None:
                    _remove(source, file)
            data = _reduced(engine, file, of, question, pace)
        except PilotFileRefused:
            # A row that does not fit the header explains most other complaints: it is told first.
            _check_ragged(engine, file)
            raise
        except duckdb.Error as error:
            if not taken:
                check_unchanged(source, file.state, look.result())
            raise engine_refusal(file, error) from error
    if not taken:
        check_unchanged(source, file.state, look.result())
    return data.model_copy(update={"sha256": look.result()})


def _remove(source: Source, file: Readable) -> None:
    """Let go of a file that was copied: of our own text of it, and of an upload itself."""
    file.path.unlink()
    if source.passing:
        source.path.unlink()


def _reduced(
    engine: duckdb.DuckDBPyConnection, file: Readable, of: Table, question: Question, pace: Pace
) -> PilotData:
    plan, switched = question.plan, 0
    if plan.unit is not None:
        with pace.step(UNITS, scanned(engine)):
            switched = drop_switched_units(engine, of, plan)
    with pace.step(ADDING_UP, scanned(engine)):
        found = None if switched else read_quickly(engine, of, plan)
        found = found or read_cells(engine, of, plan, switched=switched)
    _check_ragged(engine, file)
    if of.rows is not None and of.rows != sum(row["rows"] for row in found.whole):
        raise PilotFileRefused("file-gave-up", file=file.called)
    _check_rows(engine, of, plan, found.whole, question)
    check_places(engine, of, plan, found)
    left_out = unsettled(of, plan, found)
    counted = found.without(left_out)
    if lost := {row["arm"] for row in found.whole} - {row["arm"] for row in counted.whole}:
        raise PilotFileRefused("file-arm-unsettled", file=file.called, arm=min(lost), n=len(left_out))
    cells = [summary for row in counted.whole for summary in summaries_of(plan, row)]
    wholes = _wholes(cells)
    units = {summary.arm: summary.units for summary in wholes.values()}
    _check_denominators(plan, wholes, file.called)
    arms = in_order(plan, {arm: n for arm, n in units.items() if arm != ARM_EARLIER})
    by_segment = [summary for row in counted.by_segment for summary in summaries_of(plan, row)]
    # A file of one day, or of one store in each arm, still says which.
    is_cut = any((plan.day, plan.groups, plan.period, by_segment))
    data = PilotData(
        sha256="",
        rows=sum(row["rows"] for row in found.whole),
        arms=arms,
        summaries=tuple(wholes[metric.name, arm] for metric in plan.metric for arm in arms),
        cells=(*cells, *by_segment) if is_cut else (),
        units_named=plan.unit is not None,
        switched=switched,
        blocks_left_out=len(left_out),
        days=_days(plan, found.whole),
    )
    if not _asks_for_rows(plan, wholes.values()):
        return data
    # What draws lots takes longer to load than a large file to read.
    from registry.analysis.reading.open_rows import OpenFile, quantiles, reshuffled  # noqa: PLC0415

    opened = OpenFile(engine, of, plan, switched, tuple(arms), found.whole, left_out)
    with pace.step(FROM_ROWS, scanned(engine)):
        drawn = {"quantiles": tuple(quantiles(opened)), "reshuffled": tuple(reshuffled(opened, wholes))}
    return data.model_copy(update=drawn)


def _asks_for_rows(plan: Plan, wholes: Iterable[Summary]) -> bool:
    """Whether something may have to be computed while the file is open."""
    is_quantile = any(metric.kind is Kind.QUANTILE for metric in plan.metric)
    return is_quantile or any(whole.n <= MOST_VALUES for whole in wholes)


def _wholes(cells: Iterable[Summary]) -> dict[tuple[str, str], Summary]:
    """The parts of each metric in each arm put together."""
    parts: defaultdict[tuple[str, str], list[Summary]] = defaultdict(list)
    for cell in cells:
        parts[cell.metric, cell.arm].append(cell)
    return {place: whole_of(each) for place, each in parts.items()}


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
    engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, found: list[Row], question: Question
) -> None:
    rows = sum(row["rows"] for row in found)
    if rows == 0:
        raise PilotFileRefused("file-no-rows", file=of.called)
    if rows > question.limits.rows:
        raise PilotFileRefused("file-too-many-rows", file=of.called, rows=rows, limit=question.limits.rows)
    if any(not (row["arm"] or "").strip() for row in found):
        arm = plan.arm or ""
        cells = f"select {of.text(arm)} as arm, '' as shown from {of.scan}"
        place, _ = first_row(engine, of, cells, "arm is null")
        raise PilotFileRefused("file-arm-blank", file=of.called, column=arm, row=place)
    if (longest := max(len(row["arm"]) for row in found)) > MOST_LETTERS:
        column, cells = (
            plan.arm or "",
            f"select {of.exact(plan.arm or '')} as arm, '' as shown from {of.scan}",
        )
        place, _ = first_row(engine, of, cells, f"length(arm) > {MOST_LETTERS}")
        raise PilotFileRefused(
            "file-arm-long", file=of.called, column=column, row=place, n=longest, limit=MOST_LETTERS
        )
    by_arm = Counter[str]()
    for row in found:
        by_arm[row["arm"]] += row["rows"]
    if plan.arm is None:
        check_periods(plan, by_arm, of.called)
    else:
        check_arms(plan, by_arm, of.called)
    _check_cells(engine, of, plan, found)


def _check_denominators(plan: Plan, wholes: Mapping[tuple[str, str], Summary], called: str) -> None:
    """Raise PilotFileRefused when what a ratio is divided by adds up to nothing in an arm."""
    beside = {metric.name: metric.denominator for metric in plan.metric}
    for (metric, arm), whole in wholes.items():
        if (column := beside[metric]) is not None and whole.pairs and whole.pairs.partner.mean == 0:
            raise PilotFileRefused("file-denominators-zero", file=called, column=column, arm=arm)


def _check_cells(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, found: list[Row]) -> None:
    for i, metric in enumerate(plan.metric):
        for j, fault in enumerate(FAULTS):
            if any(row.get(f"fault{i}_{j}") for row in found):
                raise first_fault(engine, of, metric, fault)
        for j, fault in enumerate(PARTNER_FAULTS):
            if any(row.get(f"partner{i}_{j}") for row in found):
                raise first_fault(engine, of, metric, fault, partner(metric))
        if any(row.get(f"over_zero{i}") for row in found):
            raise over_zero(engine, of, metric)


def _days(plan: Plan, found: list[Row]) -> int | None:
    """Days from the first to the last, both counted."""
    days = [row["day"] for row in found if row.get("day") is not None]
    return None if plan.day is None or not days else (max(days) - min(days)).days + 1


if __name__ == "__main__":
    asked, so_far = Question.model_validate_json(sys.stdin.buffer.read()), Pace()
    end_without(asked.asked_by, asked.folder, seconds=asked.limits.seconds + A_MOMENT)
    with telling(so_far):
        found = answer(asked, so_far)
    sys.stdout.write(found.model_dump_json())
