"""Beside a comparison of stores: every lot tried, how alike their customers are, and who is left out."""

from collections.abc import Iterator, Sequence

from registry.analysis.beside.telling import told
from registry.analysis.compared import Compared
from registry.analysis.comparing import STORES
from registry.analysis.pilot_data import PilotData
from registry.analysis.samples import in_pairs
from registry.analysis.stores.changes import AFTER, changes
from registry.analysis.stores.icc import alike
from registry.analysis.stores.permutation import permutation_p, sign_flip_p
from registry.domain.evidence import Beside, BesideName, Method
from registry.domain.plan import Design, Kind
from registry.domain.recommendation import figure


def every_lot(one: Compared, _: PilotData) -> Iterator[Beside]:
    """With few stores every way that the lot could have fallen is tried."""
    p: float | None = None
    if one.way.method is Method.PAIRED_T:
        p = sign_flip_p(in_pairs(one.control, one.treated).pairs)
    elif one.way is STORES or one.way.method is Method.DIFF_IN_DIFF:
        p = permutation_p(list(one.control.counted.values()), list(one.treated.counted.values()))
    if p is not None:
        yield told(one, BesideName.EVERY_LOT, {"p_value": p}, p=p)


def alike_customers(one: Compared, _: PilotData) -> Iterator[Beside]:
    """How much alike the customers of one store are, and what that costs."""
    if not one.way.by_store or one.metric.kind is Kind.QUANTILE:
        return
    stores = [
        periods[AFTER]
        for sample in (one.control, one.treated)
        for periods in sample.stores.values()
        if AFTER in periods
    ]
    found = alike(stores)
    if found is None:
        return
    yield told(
        one,
        BesideName.ALIKE,
        {"value": found.icc},
        icc=figure(found.icc),
        effect=f"{found.design_effect:.3g}",
        n=found.n,
        effective=round(found.effective_n),
        groups=found.clusters,
    )


def left_out(one: Compared, _: PilotData) -> Iterator[Beside]:
    """Stores that lack a period, or the other half of their pair."""
    is_paired = one.way.method is Method.PAIRED_T
    names = set(in_pairs(one.control, one.treated).left_out) if is_paired else set[str]()
    if one.plan.design is Design.DIFF_IN_DIFF:
        for each in (one.control, one.treated):
            names |= set(changes(each.values).left_out)
    if names:
        yield told(one, BesideName.LEFT_OUT, n=len(names), names=_some(sorted(names)))


def _some(names: Sequence[str], most: int = 5) -> str:
    return ", ".join(f"“{name}”" for name in names[:most]) + (", …" if len(names) > most else "")
