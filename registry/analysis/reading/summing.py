"""From a row of the engine's answer to the summary of each metric in that place."""

from collections.abc import Iterator

from registry.analysis.reading.cells import Row
from registry.domain.plan import Plan
from registry.domain.summary import Moments, Pairs, Segment, Summary

FARTHEST = 1e4
"""Standard deviations between the mean and 0 beyond which cubes lose the digits that skew is made of."""


def summaries_of(plan: Plan, row: Row) -> Iterator[Summary]:
    """The summary of every metric in the place of *row*."""
    found = (k for k in range(len(plan.segments)) if row.get(f"no_s{k}") == 0)
    segments = [Segment(plan.segments[k], row[f"s{k}"]) for k in found]
    for i, metric in enumerate(plan.metric):
        yield Summary(
            metric=metric.name,
            arm=row["arm"],
            units=row["units"],
            n=row[f"n{i}"],
            mean=row[f"mean{i}"],
            variance=row[f"variance{i}"],
            successes=row.get(f"ones{i}"),
            third=_third(row, i),
            logs=_logs(row, i),
            answers=_answers(row, i),
            pairs=_pairs(row, i),
            cluster=row.get("cluster"),
            pair=row.get("pair"),
            period=row.get("period"),
            day=row.get("day"),
            segment=segments[0] if segments else None,
        )


def _third(row: Row, i: int) -> float | None:
    """The mean cubed deviation, from the engine's adjusted skewness g1 sqrt(n (n - 1)) / (n - 2)."""
    n, variance, skew, mean = row[f"n{i}"], row[f"variance{i}"], row.get(f"skew{i}"), row[f"mean{i}"]
    if f"skew{i}" not in row or not n:
        return None
    if n < 3 or not variance:
        # Of one or two numbers, or of equal ones, the cubes cancel.
        return 0.0
    if skew is None or abs(mean) > FARTHEST * variance**0.5:
        return None
    g1 = skew * (n - 2) / (n * (n - 1)) ** 0.5
    return g1 * (variance * (n - 1) / n) ** 1.5


def _logs(row: Row, i: int) -> Moments | None:
    if f"flat{i}" not in row or row[f"flat{i}"]:
        return None
    return Moments(n=row[f"n{i}"], mean=row[f"log{i}"], variance=row[f"logs{i}"])


def _answers(row: Row, i: int) -> dict[str, int] | None:
    counted = row.get(f"answers{i}")
    if f"answers{i}" not in row:
        return None
    return {f"{answer:.15g}": n for answer, n in sorted((counted or {}).items())}


def _pairs(row: Row, i: int) -> Pairs | None:
    if f"both{i}" not in row:
        return None
    n = row[f"both{i}"]
    return Pairs(
        metric=Moments(n=n, mean=row[f"own{i}"], variance=row[f"owns{i}"]),
        partner=Moments(n=n, mean=row[f"beside{i}"], variance=row[f"besides{i}"]),
        covariance=row[f"covariance{i}"],
    )
