"""Sums around a value near the mean: as fast as plain sums, and they keep the digits that those lose.

From n, Σ(x - c), Σ(x - c)², Σ(x - c)³ and Σ(x - c)(p - c') every moment follows, for any c. With a c far
from the mean digits cancel, so it is the mean of the first rows. Source: T. F. Chan, G. H. Golub and
R. J. LeVeque, The American Statistician 37 (1983), 242-247, on shifted data.
"""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

from typing import NamedTuple

import duckdb

from registry.analysis.reading.cells import COUNTED
from registry.analysis.reading.faults import scale_of
from registry.analysis.reading.row_columns import partner
from registry.analysis.reading.table import Table
from registry.domain.plan import Kind, Metric

PEEK = 2_000
"""Rows at the start of the file that say about where the numbers lie."""

TINY = 1e-300
"""Added before a logarithm is taken, so that 0 has one, too; it is not told."""

MOST_ANSWERS = 7
"""Different answers that are counted one by one; more are faster in a histogram."""


class Near(NamedTuple):
    """Where the numbers of a metric lie, by the first rows of the file."""

    own: float = 0.0
    beside: float = 0.0
    """Of its partner."""
    log: float = 0.0
    has_logs: bool = True
    """No number was 0 or below."""


def near_of(engine: duckdb.DuckDBPyConnection, of: Table, metric: Metric) -> Near:
    """Where the numbers of *metric* lie in the first rows."""
    cells = ", ".join(cells_of(of, metric, 0))
    beside = "avg(p0)" if partner(metric) else "null"
    found = engine.execute(
        f"select avg(x0), {beside}, avg(ln(x0)) filter (where x0 > 0), count_if(x0 <= 0) "
        f"from (select {cells} from {of.scan} limit {PEEK})",
        [of.path],
    ).fetchall()
    own, at, log, flat = found[0]
    return Near(own or 0.0, at or 0.0, log or 0.0, not flat)


def cells_of(of: Table, metric: Metric, i: int) -> list[str]:
    """The SQL of a metric's number and of its partner's, by name."""
    cells = [f"{of.number(metric.column, truths=False)} as x{i}"]
    if (beside := partner(metric)) is not None:
        cells.append(f"{of.number(beside, truths=False)} as p{i}")
    return cells


def sums_around(metric: Metric, i: int, near: Near) -> list[str]:
    """The SQL of what is added up of the cells of one metric."""
    x, sums = f"x{i}", [f"count(x{i}) as n{i}"]
    if (answers := answers_of(metric)) is not None:
        sums += [f"sum(cast({x} = {answer!r} as integer)) as is{i}_{j}" for j, answer in enumerate(answers)]
    elif metric.kind in COUNTED:
        sums.append(f"histogram({x}) as answers{i}")
    else:
        sums += [*_powers(x, near.own, f"own{i}"), f"min({x}) as low{i}", f"max({x}) as high{i}"]
    if metric.kind is Kind.MEAN:
        far = _far(x, near.own)
        sums.append(f"sum({far} * {far} * {far}) as cubes{i}")
        if near.has_logs:
            sums += _powers(f"ln(abs({x}) + {TINY!r})", near.log, f"log{i}")
    if partner(metric) is not None:
        # Of the units that have both: the other column, times nothing, makes them blank.
        one, other = f"({x} + 0 * p{i})", f"(p{i} + 0 * {x})"
        sums += [f"count({x} + p{i}) as both{i}", f"min(p{i}) as least{i}", f"max(p{i}) as most{i}"]
        sums += [*_powers(one, near.own, f"pair{i}"), *_powers(other, near.beside, f"beside{i}")]
        sums.append(f"sum({_far(x, near.own)} * {_far(f'p{i}', near.beside)}) as products{i}")
        if metric.kind is Kind.RATIO:
            sums.append(f"sum(cast(p{i} = 0 and {x} <> 0 as integer)) as over_zero{i}")
    return sums


def _powers(x: str, near: float, called: str) -> list[str]:
    """The sum of what lies between *x* and a value near it, and of its squares."""
    far = _far(x, near)
    return [f"sum({far}) as {called}_1", f"sum({far} * {far}) as {called}_2"]


def _far(x: str, near: float) -> str:
    # With an exponent the engine reads the very same double; without one, a decimal.
    return f"({x} - {near:.17e})"


def answers_of(metric: Metric) -> list[float] | None:
    """The few answers that a metric can have, where they are whole numbers."""
    if metric.kind is Kind.PROPORTION:
        return [0.0, 1.0]
    if metric.kind not in COUNTED or (scale := scale_of(metric)) is None:
        return None
    low, high = float(scale[0]), float(scale[1])
    few = high - low < MOST_ANSWERS and low.is_integer()
    return [low + j for j in range(int(high - low) + 1)] if few else None
