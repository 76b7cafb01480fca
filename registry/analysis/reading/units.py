"""Units that stand in the file more than once: repeated in one arm, or seen in two."""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

import duckdb

from registry.analysis.pilot_data import PilotFileRefused
from registry.analysis.reading.faults import first_row
from registry.analysis.reading.table import Table
from registry.domain.plan import Plan, Rows


def drop_switched_units(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan) -> int:
    """Make the temporary table `switched` of the units seen in two arms; how many there are.

    Before and after are not arms: a unit may be in both, once each. Where rows are finer than units, a
    unit may have any number of them. Raises PilotFileRefused when a row names no unit, or a unit has two
    rows where it may have one.
    """
    unit, arm = of.text(plan.unit or ""), of.exact(plan.arm) if plan.arm else "''"
    period = of.text(plan.period) if plan.period else "''"
    cells = f"select {unit} as unit, {arm} as arm, {period} as period, '' as shown from {of.scan}"
    engine.execute(
        f"create temp table again as with cells as ({cells}) "
        "select unit, count(*) > count(distinct (arm, period)) as repeated, count(distinct arm) > 1 as moved "
        "from cells group by unit having count(*) > 1 or unit is null",
        [of.path],
    )
    found = engine.execute(
        "select count_if(unit is null), count_if(unit is not null and repeated) from again"
    ).fetchall()
    blank, repeated = found[0]
    if blank:
        row, _ = first_row(engine, of, cells, "unit is null")
        raise PilotFileRefused("file-unit-blank", file=of.called, column=plan.unit or "", row=row)
    if repeated and plan.rows is Rows.UNIT:
        # Which unit it is stays in the file: a customer's number has no place on a screen.
        seen = (
            "select unit, row_number() over (partition by unit, arm, period order by place) as nth, place "
            f"from (select *, row_number() over () as place from ({cells}))"
        )
        found = engine.execute(
            f"select min(place) from ({seen}) "
            "where nth > 1 and unit in (select unit from again where repeated)",
            [of.path],
        ).fetchall()
        row = of.row(int(found[0][0]))
        raise PilotFileRefused("file-unit-repeated", file=of.called, column=plan.unit or "", row=row)
    engine.execute("create temp table switched as select unit from again where moved")
    counted = engine.execute("select count(*) from switched").fetchall()
    return int(counted[0][0])
