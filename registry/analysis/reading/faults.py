"""What can be wrong with a cell, and where the first such cell stands."""

# ruff: noqa: S608 - values are bound; names in these statements come quoted from Table.

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import duckdb

from registry.analysis.pilot_data import PilotFileRefused
from registry.analysis.reading.table import Table
from registry.domain.plan import Kind, Metric

DECIMAL_COMMA = re.compile(r"[+-]?\d{1,3}([. ]?\d{3})*,\d+")
LARGEST = 1e60
"""Beyond it, up or down, we do not average: the tests take fourth powers, and those must stay numbers."""

SHOWN = 20
"""Characters of a bad cell that are shown."""


class Fault(NamedTuple):
    """Something that makes a cell unusable, as SQL over the names of its text and of its number."""

    sentence: str
    condition: Callable[[Metric, str, str], str]


def _not_zero_or_one(metric: Metric, _: str, number: str) -> str:
    return f"{number} not in (0, 1)" if metric.kind is Kind.PROPORTION else "false"


def _outside_scale(metric: Metric, _: str, number: str) -> str:
    if (scale := scale_of(metric)) is None:
        return "false"
    low, high = scale
    return f"{number} not between {low!r} and {high!r}"


def scale_of(metric: Metric) -> tuple[float, float] | None:
    """From the lowest to the highest answer; would you recommend us is always asked from 0 to 10."""
    return (0.0, 10.0) if metric.kind is Kind.NPS else metric.scale


FAULTS: Sequence[Fault] = (
    Fault("file-text-among-numbers", lambda _, text, number: f"{text} is not null and {number} is null"),
    Fault("file-not-finite", lambda _, __, number: f"not isfinite({number})"),
    Fault("file-not-zero-or-one", _not_zero_or_one),
    Fault("file-outside-scale", _outside_scale),
    Fault("file-too-large-to-average", lambda _, __, number: f"abs({number}) > {LARGEST!r}"),
)
"""In this order: a cell with several faults is told the first."""


def _negative(metric: Metric, _: str, number: str) -> str:
    return f"{number} < 0" if metric.kind is Kind.RATIO else "false"


PARTNER_FAULTS: Sequence[Fault] = (
    Fault("file-text-among-numbers", lambda _, text, number: f"{text} is not null and {number} is null"),
    Fault("file-not-finite", lambda _, __, number: f"not isfinite({number})"),
    Fault("file-denominator-negative", _negative),
    Fault("file-too-large-to-average", lambda _, __, number: f"abs({number}) > {LARGEST!r}"),
)
"""What can be wrong with a covariate or a denominator, in this order."""


def over_zero(engine: duckdb.DuckDBPyConnection, of: Table, metric: Metric) -> PilotFileRefused:
    """The refusal for the first row that has something over a denominator of nothing."""
    beside = metric.denominator or ""
    numerator, denominator = (of.number(column, truths=False) for column in (metric.column, beside))
    row, value = first_row(
        engine,
        of,
        f"select {of.text(metric.column)} as shown, {numerator} as x, {denominator} as p from {of.scan}",
        "p = 0 and x <> 0",
    )
    return PilotFileRefused(
        "file-over-zero", file=of.called, row=row, column=metric.column, value=value[:SHOWN], beside=beside
    )


def first_fault(
    engine: duckdb.DuckDBPyConnection, of: Table, metric: Metric, fault: Fault, column: str | None = None
) -> PilotFileRefused:
    """The refusal for the first row in which *metric* has *fault*, in its own column or in *column*."""
    truths = metric.kind is Kind.PROPORTION and column is None
    column = column or metric.column
    text, number = of.text(column), of.number(column, truths=truths)
    row, value = first_row(
        engine,
        of,
        f"select {text} as shown, {number} as number from {of.scan}",
        fault.condition(metric, "shown", "number"),
    )
    sentence = fault.sentence
    if sentence == "file-text-among-numbers" and DECIMAL_COMMA.fullmatch(value):
        sentence = "file-decimal-comma"
    low, high = scale_of(metric) or (0, 0)
    return PilotFileRefused(
        sentence,
        file=of.called,
        column=column,
        row=row,
        value=value if len(value) <= SHOWN else value[: SHOWN - 1] + "…",
        low=f"{low:g}",
        high=f"{high:g}",
    )


def first_row(engine: duckdb.DuckDBPyConnection, of: Table, select: str, condition: str) -> tuple[int, str]:
    """The number of the first row that meets *condition*, as a person counts rows, and what it shows.

    *select* names the columns that *condition* mentions, and one called `shown`.
    """
    found = engine.execute(
        f"with cells as ({select}), numbered as (select *, row_number() over () as place from cells) "
        f"select place, shown from numbered where {condition} order by place limit 1",
        [of.path],
    ).fetchall()
    place, shown = found[0]
    return of.row(int(place)), str(shown or "")
