"""How many units came in on each day, in each arm: the first sign that something was counted wrongly."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from registry.domain.summary import Summary


def units_by_day(cells: Iterable[Summary], arms: Iterable[str]) -> Mapping[date, Mapping[str, int]]:
    """Units by day and arm, of the parts by day of any one metric; empty where no day was read."""
    known, counts = list(arms), dict[date, Counter[str]]()
    metric: str | None = None
    for cell in cells:
        metric = cell.metric if metric is None else metric
        if cell.day is not None and cell.segment is None and cell.metric == metric and cell.arm in known:
            counts.setdefault(cell.day, Counter())[cell.arm] += cell.units
    return {day: {arm: counts[day][arm] for arm in known} for day in sorted(counts)}
