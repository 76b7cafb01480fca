"""Where rows belong: every one to a store, a period and a day that can be read, a store to one arm.

Blocks of hours that come right after a switch can be left out, as the plan says (`burn_in`).
"""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

from collections.abc import Iterable
from datetime import datetime

import duckdb

from registry.analysis.pilot_data import PilotFileRefused
from registry.analysis.reading.cells import Cells, Row
from registry.analysis.reading.faults import SHOWN, first_row
from registry.analysis.reading.table import Table
from registry.domain.plan import Plan

AFTER = 1
"""The period after the change, the last there is."""

MOST_PLACES = 100_000
"""Parts that a file may fall into; more, and a column holds customers' numbers rather than stores."""


def check_places(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, found: Cells) -> None:
    """Raise PilotFileRefused for the first row that does not say where it belongs, or a store in two arms."""
    if plan.day is not None and any(row["bad_day"] for row in found.whole):
        is_read = f"{of.day(plan.day)} is not null or {of.text(plan.day)} is null"
        raise _unreadable(engine, of, plan.day, is_read, "file-day-unreadable")
    if plan.day is not None and not plan.units_return and any(row["day"] is None for row in found.whole):
        raise _blank(engine, of, plan.day, "file-day-blank")
    if plan.period is not None and any(row["period"] is None or row["period"] > AFTER for row in found.whole):
        is_read = f"coalesce(try_cast({of.text(plan.period)} as integer) <= {AFTER}, false)"
        raise _unreadable(engine, of, plan.period, is_read, "file-period-unreadable")
    for column, name in ((plan.groups, "cluster"), (plan.pair, "pair")):
        if column is not None and any(row[name] is None for row in found.whole):
            raise _blank(engine, of, column, "file-cluster-blank")
    n = len(found.whole) + len(found.by_segment)
    if n > MOST_PLACES:
        raise PilotFileRefused("file-too-many-places", file=of.called, n=n, limit=MOST_PLACES)
    if plan.groups is not None and not plan.within_cluster and (moved := _moved(found.whole)):
        raise PilotFileRefused("file-cluster-moves", file=of.called, column=plan.groups, cluster=moved)
    for k, column in enumerate(plan.segments):
        if any(row.get(f"moves{k}") for row in found.whole):
            raise _segment_moves(engine, of, plan, column)


def unsettled(of: Table, plan: Plan, found: Cells) -> frozenset[str]:
    """The first `burn_in` blocks after each switch of the arm.

    What customers met before the switch may still work on in them. Raises PilotFileRefused when the names
    of the blocks do not say which comes after which.
    """
    if not plan.burn_in or plan.groups is None:
        return frozenset()
    arms = {row["cluster"]: row["arm"] for row in found.whole}
    order = _in_time(arms)
    if order is None:
        raise PilotFileRefused("file-blocks-without-order", file=of.called, column=plan.groups)
    switches = [at for at in range(1, len(order)) if arms[order[at - 1]] != arms[order[at]]]
    return frozenset(block for at in switches for block in order[at : at + plan.burn_in])


def _in_time(blocks: Iterable[str]) -> list[str] | None:
    """*blocks* from the first to the last: by number, or by the moment that their names are."""
    names = list(blocks)
    for moment in (float, datetime.fromisoformat):
        try:
            return sorted(names, key=moment)
        except (TypeError, ValueError):
            continue
    return None


def _segment_moves(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, column: str) -> PilotFileRefused:
    """The refusal for the first row of a unit that says another segment than its earlier rows."""
    cells = (
        f"select {of.text(plan.unit or '')} as unit, coalesce({of.text(column)}, '') as shown from {of.scan}"
    )
    placed = f"select *, row_number() over () as place from ({cells})"
    seen = f"select *, first_value(shown) over (partition by unit order by place) as first from ({placed})"
    found = engine.execute(
        f"select place, shown from ({seen}) where shown <> first order by place limit 1", [of.path]
    ).fetchall()
    place, value = found[0]
    row = of.row(int(place))
    return PilotFileRefused("file-segment-moves", file=of.called, column=column, row=row, value=value[:SHOWN])


def _blank(engine: duckdb.DuckDBPyConnection, of: Table, column: str, sentence: str) -> PilotFileRefused:
    cells = f"select {of.text(column)} as place_name, '' as shown from {of.scan}"
    row, _ = first_row(engine, of, cells, "place_name is null")
    return PilotFileRefused(sentence, file=of.called, column=column, row=row)


def _unreadable(
    engine: duckdb.DuckDBPyConnection, of: Table, column: str, is_read: str, sentence: str
) -> PilotFileRefused:
    cells = f"select coalesce({of.text(column)}, '') as shown, {is_read} as is_read from {of.scan}"
    row, value = first_row(engine, of, cells, "not is_read")
    return PilotFileRefused(sentence, file=of.called, column=column, row=row, value=value[:SHOWN])


def _moved(found: list[Row]) -> str | None:
    """The first store that stands in more than one arm."""
    arms: dict[str, set[str]] = {}
    for row in found:
        arms.setdefault(row["cluster"], set()).add(row["arm"])
    return next((cluster for cluster in sorted(arms) if len(arms[cluster]) > 1), None)
