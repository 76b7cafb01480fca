"""Beside any comparison: its p-value against a margin, or against the smallest difference that matters."""

from collections.abc import Iterator

from registry.analysis.beside.telling import told
from registry.analysis.compared import Compared
from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.equivalence import equivalence_p, no_worse_p
from registry.analysis.estimates.proportion import Counts
from registry.analysis.pilot_data import PilotData
from registry.domain.evidence import Beside, BesideName
from registry.domain.plan import Role
from registry.domain.recommendation import amount


def margins(one: Compared, _: PilotData) -> Iterator[Beside]:
    """Not worse than allowed, or no difference that matters, as one-sided p-values."""
    found = one.difference(one.plan.alpha)
    if found is None:
        return
    margin, mde, better = one.metric.margin, one.metric.mde, one.metric.better
    asked = _counts(one, found)
    if one.metric.role is Role.GUARDRAIL and margin is not None:
        p = no_worse_p(asked, margin=margin, better=better)
        if p is not None:
            size, unit = amount(margin, is_share=one.is_share)
            yield told(one, BesideName.NO_WORSE, {"value": margin, "p_value": p}, size=size, unit=unit, p=p)
    elif mde is not None:
        p = equivalence_p(asked, mde=mde)
        if p is not None:
            size, unit = amount(mde, is_share=one.is_share)
            yield told(one, BesideName.EQUIVALENT, {"value": mde, "p_value": p}, size=size, unit=unit, p=p)


def _counts(one: Compared, found: Difference) -> Difference | Counts:
    """Yes and no counted, where the interval is made of those."""
    control, arm = one.control.whole, one.treated.whole
    if one.way.by_store or control.successes is None or arm.successes is None:
        return found
    return Counts(control.successes, control.n, arm.successes, arm.n)
