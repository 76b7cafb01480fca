"""Days put together from several files, as if their rows had stood in one; and taken out again.

Only counts and summaries are put together: what was computed while a file was open (quantiles,
permutations, bootstraps) belongs to that file alone and is left out.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.analysis.pilot_data import PilotData, PilotFileRefused
from registry.domain.plan import Plan
from registry.domain.sentence import Refusal
from registry.domain.snapshot import Days
from registry.domain.summary import Summary, together, whole_of


class DaysNotThere(Refusal):
    """Nothing was read of the days that were asked for, or not in every arm."""


def days_of(data: PilotData) -> Days | None:
    """The first and the last day of *data*; None where the plan names no day column."""
    days = [cell.day for cell in data.cells if cell.day is not None]
    return Days(first=min(days), last=max(days)) if days else None


def check_joins(plan: Plan, earlier: PilotData, later: PilotData, called: str) -> None:
    """Raise PilotFileRefused when the file *later* cannot be put together with the days *earlier*.

    People know the file as *called*.
    """
    for arm in (*later.arms, *earlier.arms):
        if (arm in later.arms) != (arm in earlier.arms):
            name = "file-arm-new" if arm in later.arms else "file-arm-gone"
            raise PilotFileRefused(name, file=called, column=plan.arm or "", arm=arm)
    homes = {cell.cluster: cell.arm for cell in earlier.cells}
    for cell in later.cells:
        before = homes.get(cell.cluster, cell.arm)
        if cell.cluster is not None and before != cell.arm and not plan.within_cluster:
            raise PilotFileRefused(
                "file-cluster-moved",
                file=called,
                column=plan.groups or "",
                cluster=cell.cluster,
                before=before,
                now=cell.arm,
            )


def joined(first: PilotData, *later: PilotData) -> PilotData:
    """All together: *later* ones hold further days of the same arms, and nobody is in two (`check_joins`)."""
    parts = (first, *later)
    cells = _by_place(cell for part in parts for cell in part.cells)
    days = [cell.day for cell in cells if cell.day is not None]
    wholes: dict[tuple[str, str], list[Summary]] = {}
    for each in (each for part in parts for each in part.summaries):
        wholes.setdefault((each.metric, each.arm), []).append(each)
    return PilotData(
        sha256=parts[-1].sha256,
        rows=sum(part.rows for part in parts),
        arms={arm: sum(part.arms[arm] for part in parts) for arm in first.arms},
        summaries=tuple(whole_of(each) for each in wholes.values()),
        cells=cells,
        units_named=all(part.units_named for part in parts),
        switched=sum(part.switched for part in parts),
        blocks_left_out=sum(part.blocks_left_out for part in parts),
        days=Days(first=min(days), last=max(days)).n if days else None,
    )


def between(data: PilotData, first: date, last: date) -> PilotData:
    """What *data* say of the days from *first* to *last*, both counted.

    Its rows are the units of those days; those left out because they were in two arms, and what was
    told by segment, have no day. Raises DaysNotThere.
    """
    cells = [cell for cell in data.cells if cell.day is not None and first <= cell.day <= last]
    asked = {"first": first.isoformat(), "last": last.isoformat()}
    if not cells:
        raise DaysNotThere("days-not-there", **asked)
    parts: dict[tuple[str, str], list[Summary]] = {}
    for cell in cells:
        parts.setdefault((cell.metric, cell.arm), []).append(cell)
    missing = next((each.arm for each in data.summaries if (each.metric, each.arm) not in parts), None)
    if missing is not None:
        raise DaysNotThere("days-not-there-for-arm", arm=missing, **asked)
    summaries = tuple(whole_of(parts[each.metric, each.arm]) for each in data.summaries)
    arms = {each.arm: each.units for each in summaries}
    days = [cell.day for cell in cells if cell.day is not None]
    return PilotData(
        sha256=data.sha256,
        rows=sum(arms.values()),
        arms={arm: arms[arm] for arm in data.arms},
        summaries=summaries,
        cells=tuple(cells),
        units_named=data.units_named,
        days=Days(first=min(days), last=max(days)).n,
    )


def _by_place(summaries: Iterable[Summary]) -> tuple[Summary, ...]:
    """*summaries*, those of the same place as one, in the order in which the places are first named."""
    places: dict[tuple[Any, ...], list[Summary]] = {}
    for each in summaries:
        place = (each.metric, each.arm, each.cluster, each.pair, each.period, each.day, each.segment)
        places.setdefault(place, []).append(each)
    return tuple(together(parts) for parts in places.values())
