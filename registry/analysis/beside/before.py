"""Beside a comparison over time: what had moved before anything was changed."""

from collections.abc import Iterator

from registry.analysis.beside.telling import told
from registry.analysis.compared import Compared
from registry.analysis.estimates.difference import Difference
from registry.analysis.pilot_data import PilotData
from registry.analysis.stores.changes import placebo
from registry.domain.evidence import Beside, BesideName, Method
from registry.domain.plan import ARM_EARLIER, Design
from registry.domain.recommendation import amount
from registry.domain.summary import together


def drift(one: Compared, data: PilotData) -> Iterator[Beside]:
    """The same comparison for a change that had not happened yet."""
    if one.plan.design is Design.PRE_POST:
        found, numbers = _moved_before(one, data), "moved"
    elif one.way.method is Method.DIFF_IN_DIFF:
        found, numbers = placebo(one.control.values, one.treated.values, alpha=one.plan.alpha), "stores"
    else:
        return
    if found is None or found.p_value is None:
        return
    (difference, unit), (low, _), (high, _) = (
        amount(each, is_share=one.is_share) for each in (found.difference, found.low, found.high)
    )
    yield told(
        one,
        BesideName.PLACEBO,
        {"value": found.difference, "low": found.low, "high": found.high, "p_value": found.p_value},
        design=numbers,
        difference=difference,
        unit=unit,
        low=low,
        high=high,
        p=found.p_value,
    )


def _moved_before(one: Compared, data: PilotData) -> Difference | None:
    """The time before less the period before that; None where nothing is known of an earlier one."""
    earlier = [
        cell
        for cell in data.cells
        if (cell.metric, cell.arm) == (one.metric.name, ARM_EARLIER) and cell.segment is None
    ]
    periods = [cell.period for cell in earlier if cell.period is not None]
    if not periods:
        return None
    last = together(cell for cell in earlier if cell.period == max(periods))
    sample = one.control._replace(whole=one.measured(last))
    return one.way.difference(sample, one.control, alpha=one.plan.alpha)
