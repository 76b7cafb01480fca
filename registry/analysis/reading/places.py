"""Where rows belong: every one to a store, a period and a day that can be read, a store to one arm."""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

import duckdb

from registry.analysis.pilot_data import PilotFileRefused
from registry.analysis.reading.cells import Cells, Row
from registry.analysis.reading.faults import SHOWN, first_row
from registry.analysis.reading.table import Table
from registry.domain.plan import Plan

MOST_PLACES = 100_000
"""Parts that a file may fall into; more, and a column holds customers' numbers rather than stores."""


def check_places(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan, found: Cells) -> None:
    """Raise PilotFileRefused for the first row that does not say where it belongs, or a store in two arms."""
    if plan.day is not None and any(row["bad_day"] for row in found.whole):
        raise _unreadable(engine, of, plan.day, kind="date", sentence="file-day-unreadable")
    if plan.period is not None and any(row["period"] is None for row in found.whole):
        raise _unreadable(engine, of, plan.period, kind="integer", sentence="file-period-unreadable")
    for column, name in ((plan.cluster, "cluster"), (plan.pair, "pair")):
        if column is not None and any(row[name] is None for row in found.whole):
            cells = f"select {of.text(column)} as place_name, '' as shown from {of.scan}"
            row, _ = first_row(engine, of, cells, "place_name is null")
            raise PilotFileRefused("file-cluster-blank", file=of.called, column=column, row=row)
    n = len(found.whole) + len(found.by_segment)
    if n > MOST_PLACES:
        raise PilotFileRefused("file-too-many-places", file=of.called, n=n, limit=MOST_PLACES)
    if plan.cluster is not None and not plan.within_cluster and (moved := _moved(found.whole)):
        raise PilotFileRefused("file-cluster-moves", file=of.called, column=plan.cluster, cluster=moved)


def _unreadable(
    engine: duckdb.DuckDBPyConnection, of: Table, column: str, *, kind: str, sentence: str
) -> PilotFileRefused:
    is_read = f"try_cast({of.text(column)} as {kind}) is not null"
    cells = f"select coalesce({of.text(column)}, '') as shown, {is_read} as is_read from {of.scan}"
    blank_too = "true" if kind == "integer" else "shown <> ''"
    row, value = first_row(engine, of, cells, f"not is_read and {blank_too}")
    return PilotFileRefused(sentence, file=of.called, column=column, row=row, value=value[:SHOWN])


def _moved(found: list[Row]) -> str | None:
    """The first store that stands in more than one arm."""
    arms: dict[str, set[str]] = {}
    for row in found:
        arms.setdefault(row["cluster"], set()).add(row["arm"])
    return next((cluster for cluster in sorted(arms) if len(arms[cluster]) > 1), None)
