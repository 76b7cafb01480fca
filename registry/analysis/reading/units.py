"""Units that stand in the file more than once: repeated in one arm, or seen in two."""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

import duckdb

from registry.analysis.pilot_data import PilotFileRefused
from registry.analysis.reading.faults import first_row
from registry.analysis.reading.table import Table


def drop_switched_units(engine: duckdb.DuckDBPyConnection, of: Table, *, unit: str, arm: str) -> int:
    """Make the temporary table `switched` of the units seen in two arms; how many there are.

    Raises PilotFileRefused when a row names no unit, or a unit has two rows in one arm.
    """
    cells = f"select {of.text(unit)} as unit, {of.exact(arm)} as arm, '' as shown from {of.scan}"
    engine.execute(
        f"create temp table again as with cells as ({cells}) "
        "select unit, count(*) > count(distinct arm) as repeated from cells group by unit "
        "having count(*) > 1 or unit is null",
        [of.path],
    )
    found = engine.execute(
        "select count_if(unit is null), count_if(unit is not null and repeated) from again"
    ).fetchall()
    blank, repeated = found[0]
    if blank:
        row, _ = first_row(engine, of, cells, "unit is null")
        raise PilotFileRefused("file-unit-blank", file=of.called, column=unit, row=row)
    if repeated:
        # Which unit it is stays in the file: a customer's number has no place on a screen.
        seen = (
            "select unit, row_number() over (partition by unit, arm order by place) as nth, place, shown "
            f"from (select *, row_number() over () as place from ({cells}))"
        )
        found = engine.execute(
            f"select min(place) from ({seen}) "
            "where nth > 1 and unit in (select unit from again where repeated)",
            [of.path],
        ).fetchall()
        row = int(found[0][0]) + of.header_rows
        raise PilotFileRefused("file-unit-repeated", file=of.called, column=unit, row=row)
    engine.execute("create temp table switched as select unit from again")
    counted = engine.execute("select count(*) from switched").fetchall()
    return int(counted[0][0])
