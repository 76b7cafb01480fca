"""The quick way through a file in which nothing is wrong: several times as fast, with the same answer.

Where the careful way (cells.py) looks at every cell as text and counts each fault apart, here the engine's
own reader makes the numbers, and moments are sums around a value near the mean, in which a fault of any cell
leaves a trace. At the first trace there is no answer: the careful way reads the file again, and it alone
refuses.
"""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

from collections.abc import Mapping, Sequence
from math import log

import duckdb

from registry.analysis.reading.cells import COUNTED, Cells, Row, added_up
from registry.analysis.reading.faults import LARGEST, scale_of
from registry.analysis.reading.near import Near, answers_of, cells_of, near_of, sums_around
from registry.analysis.reading.row_columns import partner, place_columns
from registry.analysis.reading.table import Table
from registry.domain.plan import Kind, Metric, Plan, Rows

FARTHEST = 10
"""Standard deviations from there to the mean beyond which sums around it lose digits."""

SMALLEST = 1e-280
"""Below it what was added would show."""

CLOSEST = 1e-4
"""A spread of logarithms below this share of their size is left to the careful way."""

MOST_SQUARES = 1e100
"""A sum of squares up to here has nothing in it that is too large to average, or not finite."""

KINDS = {Kind.MEAN, Kind.RATIO, Kind.PROPORTION, *COUNTED}


def read_quickly(engine: duckdb.DuckDBPyConnection, of: Table, plan: Plan) -> Cells | None:
    """What the careful way would read, or None where only that can tell."""
    if (typed := _typed(of, plan)) is None:
        return None
    try:
        near = [near_of(engine, typed, metric) for metric in plan.metric]
        found = added_up(engine, typed, plan, _counted(typed, plan), _sums(plan, near))
    except duckdb.Error:
        return None
    for row in (*found.whole, *found.by_segment):
        for i, metric in enumerate(plan.metric):
            if not _completed(row, metric, i, near[i]):
                return None
    return found


def _counted(of: Table, plan: Plan) -> str:
    columns = [f"{sql} as {name}" for name, sql in place_columns(of, plan)]
    for i, metric in enumerate(plan.metric):
        columns += cells_of(of, metric, i)
    return f"with counted as (select {', '.join(columns)} from {of.scan})"


def _sums(plan: Plan, near: Sequence[Near]) -> list[str]:
    sums = ["count(*) as rows", "count(*) as units"]
    for i, metric in enumerate(plan.metric):
        sums += sums_around(metric, i, near[i])
    return sums


def _typed(of: Table, plan: Plan) -> Table | None:
    """The table with its numbers as numbers; None for a plan or a file that this way is not for."""
    if plan.rows is not Rows.UNIT or plan.day is not None:
        # The customers of one day and store are few: sums around a value far from them lose digits.
        return None
    places = {plan.arm, plan.unit, plan.groups, plan.pair, plan.period, *plan.segments}
    columns = {column for metric in plan.metric for column in (metric.column, partner(metric)) if column}
    if columns & places or any(metric.kind not in KINDS for metric in plan.metric):
        return None
    typed = of.with_numbers(columns)
    return typed if all(typed.is_number(column) for column in columns) else None


def _completed(row: Row, metric: Metric, i: int, near: Near) -> bool:
    """Whether the sums in *row* can be trusted; what the careful way would have read is then in it, too."""
    if metric.kind is Kind.PROPORTION or metric.kind in COUNTED:
        return _completed_counts(row, metric, i)
    low, high, n = row[f"low{i}"], row[f"high{i}"], row[f"n{i}"]
    lowest, highest = scale_of(metric) or (-LARGEST, LARGEST)
    if n and not (lowest <= low and high <= highest):
        return False
    own = _moments(row, n, f"own{i}", near.own, (low, high))
    if own is None:
        return False
    row[f"mean{i}"], row[f"variance{i}"] = own
    if metric.kind is Kind.MEAN and not _completed_shape(row, i, near):
        return False
    return partner(metric) is None or _completed_pairs(row, metric, i, near)


def _completed_counts(row: Row, metric: Metric, i: int) -> bool:
    answers, n = answers_of(metric), row[f"n{i}"]
    low, high = scale_of(metric) or (0, 1)
    if answers is None:
        counts: Mapping[float, int] = row[f"answers{i}"] or {}
    else:
        every = ((answer, row[f"is{i}_{j}"]) for j, answer in enumerate(answers))
        counts = {answer: times for answer, times in every if times}
    if sum(counts.values()) != n or not all(low <= answer <= high for answer in counts):
        return False
    mean = sum(answer * times for answer, times in counts.items()) / n if n else None
    squares = sum(times * (answer - (mean or 0)) ** 2 for answer, times in counts.items())
    row[f"mean{i}"], row[f"variance{i}"] = mean, squares / (n - 1) if n > 1 else None
    if metric.kind is Kind.PROPORTION:
        row[f"ones{i}"] = counts.get(1.0, 0)
    else:
        row[f"answers{i}"] = counts
    return True


def _completed_shape(row: Row, i: int, near: Near) -> bool:
    """Skewness as the engine tells it, adjusted for n; and logarithms, where every number has one."""
    n, low, variance = row[f"n{i}"], row[f"low{i}"], row[f"variance{i}"]
    row[f"skew{i}"] = None
    if n > 2 and variance:
        apart, second = row[f"own{i}_1"] / n, variance * (n - 1) / n
        third = row[f"cubes{i}"] / n - 3 * apart * row[f"own{i}_2"] / n + 2 * apart**3
        row[f"skew{i}"] = third / second**1.5 * (n * (n - 1)) ** 0.5 / (n - 2)
    row[f"flat{i}"] = bool(n) and low <= 0
    row[f"log{i}"] = row[f"logs{i}"] = None
    if row[f"flat{i}"] or not n:
        return True
    if low < SMALLEST or not near.has_logs:
        return False
    logs = _moments(row, n, f"log{i}", near.log, (log(low), log(row[f"high{i}"])))
    mean, variance = row[f"log{i}"], row[f"logs{i}"] = logs or (None, None)
    # Where logarithms hardly differ, their rounding is a part of their spread.
    return mean is not None and not 0 < (variance or 0) < (CLOSEST * (1 + abs(mean))) ** 2


def _completed_pairs(row: Row, metric: Metric, i: int, near: Near) -> bool:
    n, least, most = row[f"both{i}"], row[f"least{i}"], row[f"most{i}"]
    lowest = 0 if metric.kind is Kind.RATIO else -LARGEST
    if (least is not None and not (lowest <= least and most <= LARGEST)) or row.get(f"over_zero{i}"):
        return False
    own = _moments(row, n, f"pair{i}", near.own, (row[f"low{i}"], row[f"high{i}"]))
    beside = _moments(row, n, f"beside{i}", near.beside, (least, most))
    if own is None or beside is None:
        return False
    row[f"own{i}"], row[f"owns{i}"] = own
    row[f"beside{i}"], row[f"besides{i}"] = beside
    row[f"covariance{i}"] = None
    if n > 1:
        products = row[f"products{i}"] - row[f"pair{i}_1"] * row[f"beside{i}_1"] / n
        row[f"covariance{i}"] = products / (n - 1)
    return True


def _moments(
    row: Row, n: int, called: str, near: float, reach: tuple[float | None, float | None]
) -> tuple[float | None, float | None] | None:
    """Mean and variance of *n* numbers from the sums around *near*; None where those cannot be trusted.

    *reach* is from the lowest to the highest.
    """
    if not n:
        return None, None
    far, squares = row[f"{called}_1"], row[f"{called}_2"]
    if reach[0] == reach[1]:
        # Of equal numbers the sums keep only rounding errors.
        return reach[0], 0.0 if n > 1 else None
    if n == 1:
        # Nothing says whether it is near enough.
        return None
    apart = far / n
    variance = (squares - far * apart) / (n - 1)
    if not (squares <= MOST_SQUARES and apart**2 <= FARTHEST**2 * variance):
        return None
    return near + apart, variance
