"""What stands beside an estimate: another view of the same comparison, or what to bear in mind with it.

A table of views, each of which says something or nothing. The rules of the recommendation read none of
them: two answers to one question start arguments, so each is named for what it is.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from registry.analysis.compared import Compared
from registry.analysis.comparing import CUSTOMERS, STORES
from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.equivalence import equivalence_p, no_worse_p
from registry.analysis.estimates.ordinal import brunner_munzel
from registry.analysis.estimates.proportion import Counts
from registry.analysis.estimates.tails import SKEWED, geometric_ratio, needs_caution, skewness
from registry.analysis.pilot_data import PilotData
from registry.analysis.stores.changes import AFTER, changes, earlier_periods, placebo
from registry.analysis.stores.icc import alike
from registry.analysis.stores.paired import Matched, matched
from registry.analysis.stores.permutation import permutation_p, sign_flip_p
from registry.domain.evidence import Beside, BesideName, Method
from registry.domain.plan import ARM_EARLIER, Design, Kind, Role, kind_read
from registry.domain.recommendation import figure
from registry.domain.sentence import SentenceValue, sentence
from registry.domain.summary import Summary, together

View: TypeAlias = Callable[[Compared, PilotData], Iterator[Beside]]


def beside(one: Compared, data: PilotData) -> Iterator[Beside]:
    """Everything that stands beside the estimate of *one*; nothing of a result that must wait for its end."""
    if not one.now.shows(one.plan, one.metric):
        return
    for view in ALWAYS:
        yield from view(one, data)
    if one.is_settled:
        for view in SETTLED:
            yield from view(one, data)


def _told(
    one: Compared, name: BesideName, numbers: dict[str, float | None] | None = None, **values: SentenceValue
) -> Beside:
    numbers = numbers or {}
    return Beside(
        name=name,
        metric=one.metric.name,
        arm=one.arm,
        value=numbers.get("value"),
        low=numbers.get("low"),
        high=numbers.get("high"),
        p_value=numbers.get("p_value"),
        message=sentence(f"beside-{name}", metric=one.metric.name, arm=one.arm, **values),
    )


def _long_tail(one: Compared, data: PilotData) -> Iterator[Beside]:
    """Few values, or unlike arms, with a long tail; and what drawing the lot again makes of it."""
    if one.way.by_store or not needs_caution(one.control.whole, one.treated.whole):
        return
    yield _told(one, BesideName.LONG_TAIL)
    if not one.is_settled:
        return
    for found in data.reshuffled:
        if (found.metric, found.arm) == (one.metric.name, one.arm):
            numbers: dict[str, float | None] = {"p_value": found.p_value}
            yield _told(one, BesideName.RESHUFFLED, numbers, p=found.p_value, lots=found.drawn.draws)


def _geometric(one: Compared, _: PilotData) -> Iterator[Beside]:
    """The typical customer, where a few very large values make most of the mean."""
    if one.way.by_store or kind_read(one.plan, one.metric) is not Kind.MEAN:
        return
    skews = [skew for each in (one.control, one.treated) if (skew := skewness(each.whole)) is not None]
    found = geometric_ratio(one.control.whole, one.treated.whole, alpha=one.plan.alpha)
    if found is None or max(skews, default=0.0) <= SKEWED:
        return
    numbers = {"value": found.ratio, "low": found.low, "high": found.high, "p_value": found.p_value}
    yield _told(
        one,
        BesideName.GEOMETRIC,
        dict(numbers),
        ratio=figure(found.ratio),
        low=figure(found.low),
        high=figure(found.high),
        p=found.p_value,
    )


def _whose_is_higher(one: Compared, _: PilotData) -> Iterator[Beside]:
    """Steps of a scale need not be equally long for it."""
    if one.way is not CUSTOMERS[Kind.ORDINAL] or one.metric.kind is not Kind.ORDINAL:
        return
    found = brunner_munzel(one.control.whole, one.treated.whole, alpha=one.plan.alpha)
    if found is None or found.control is None or found.arm is None or found.p_value is None:
        return
    low, high = found.control + found.low, found.control + found.high
    yield _told(
        one,
        BesideName.WHOSE_IS_HIGHER,
        {"value": found.arm, "low": low, "high": high, "p_value": found.p_value},
        chance=f"{100 * found.arm:.0f}",
        low=f"{100 * low:.0f}",
        high=f"{100 * high:.0f}",
        p=found.p_value,
    )


def _quantiles_of_arms(one: Compared, _: PilotData) -> Iterator[Beside]:
    """Each arm's own quantile with its order-statistic interval; the control's with the first arm."""
    found = one.treated.quantile
    if found is None:
        return
    for arm, each in ((one.control_arm, found.of_control), (one.arm, found.of_arm)):
        if each is None or each.low is None or each.high is None:
            continue
        yield Beside(
            name=BesideName.QUANTILE_OF_ARM,
            metric=one.metric.name,
            arm=one.arm,
            value=each.value,
            low=each.low,
            high=each.high,
            message=sentence(
                "beside-quantile_of_arm",
                metric=one.metric.name,
                arm=arm,
                percent=f"{100 * (one.metric.q or 0):g}",
                value=figure(each.value),
                low=figure(each.low),
                high=figure(each.high),
            ),
        )


def _every_lot(one: Compared, _: PilotData) -> Iterator[Beside]:
    """With few stores every way that the lot could have fallen is tried."""
    p: float | None = None
    pairs = _pairs(one)
    if pairs is not None:
        p = sign_flip_p(pairs.pairs)
    elif one.way is STORES:
        p = permutation_p(list(one.control.after.values()), list(one.treated.after.values()))
    elif one.plan.design is Design.DIFF_IN_DIFF and one.metric.kind is not Kind.QUANTILE:
        sides = (changes(each.values).by_store.values() for each in (one.control, one.treated))
        p = permutation_p(*map(list, sides))
    if p is not None:
        yield _told(one, BesideName.EVERY_LOT, {"p_value": p}, p=p)


def _pairs(one: Compared) -> Matched | None:
    """What belongs together where stores were compared in pairs, or with themselves."""
    if one.way.method is not Method.PAIRED_T:
        return None
    is_change = one.plan.design is Design.DIFF_IN_DIFF
    sides = [
        changes(each.values).by_store if is_change else each.after for each in (one.control, one.treated)
    ]
    if not one.plan.within_cluster:
        sides = [
            {each.pairs[name]: value for name, value in side.items()}
            for each, side in zip((one.control, one.treated), sides, strict=True)
        ]
    return matched(*sides)


def _alike(one: Compared, _: PilotData) -> Iterator[Beside]:
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
    yield _told(
        one,
        BesideName.ALIKE,
        {"value": found.icc},
        icc=figure(found.icc),
        effect=f"{found.design_effect:.3g}",
        n=found.n,
        effective=round(found.effective_n),
        groups=found.clusters,
    )


def _left_out(one: Compared, _: PilotData) -> Iterator[Beside]:
    """Stores that lack a period, or the other half of their pair."""
    pairs = _pairs(one)
    left_out = set[str]() if pairs is None else set(pairs.left_out)
    if one.plan.design is Design.DIFF_IN_DIFF:
        for each in (one.control, one.treated):
            left_out |= set(changes(each.values).left_out)
    if left_out:
        yield _told(one, BesideName.LEFT_OUT, n=len(left_out), names=_some(sorted(left_out)))


def _some(names: Sequence[str], most: int = 5) -> str:
    return ", ".join(f"“{name}”" for name in names[:most]) + (", …" if len(names) > most else "")


def _placebo(one: Compared, data: PilotData) -> Iterator[Beside]:
    """The same comparison for a change that had not happened yet."""
    if one.plan.design is Design.PRE_POST:
        found, numbers = _moved_before(one, data), "moved"
    elif one.plan.design is Design.DIFF_IN_DIFF and earlier_periods(one.control.values, one.treated.values):
        found, numbers = placebo(one.control.values, one.treated.values, alpha=one.plan.alpha), "stores"
    else:
        return
    if found is None or found.p_value is None:
        return
    yield _told(
        one,
        BesideName.PLACEBO,
        {"value": found.difference, "low": found.low, "high": found.high, "p_value": found.p_value},
        design=numbers,
        difference=figure(found.difference),
        low=figure(found.low),
        high=figure(found.high),
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
    last: Summary = together(cell for cell in earlier if cell.period == max(periods))
    sample = one.control._replace(whole=one.measured(last))
    return one.way.difference(sample, one.control, alpha=one.plan.alpha)


def _margins(one: Compared, _: PilotData) -> Iterator[Beside]:
    """Not worse than allowed, or no difference that matters, as one-sided p-values."""
    found = one.difference(one.plan.alpha)
    if found is None:
        return
    margin, mde, better = one.metric.margin, one.metric.mde, one.metric.better
    asked = _counts(one, found)
    if one.metric.role is Role.GUARDRAIL and margin is not None:
        p = no_worse_p(asked, margin=margin, better=better)
        if p is not None:
            yield _told(one, BesideName.NO_WORSE, {"value": margin, "p_value": p}, margin=figure(margin), p=p)
    elif mde is not None:
        p = equivalence_p(asked, mde=mde)
        if p is not None:
            yield _told(one, BesideName.EQUIVALENT, {"value": mde, "p_value": p}, mde=figure(mde), p=p)


def _counts(one: Compared, found: Difference) -> Difference | Counts:
    """Yes and no counted, where the interval is made of those."""
    control, arm = one.control.whole, one.treated.whole
    if one.way.by_store or control.successes is None or arm.successes is None:
        return found
    return Counts(control.successes, control.n, arm.successes, arm.n)


ALWAYS: Sequence[View] = (_long_tail, _alike, _left_out)
"""What may be told while a pilot runs: nothing of it says which arm is ahead."""

SETTLED: Sequence[View] = (
    _quantiles_of_arms,
    _whose_is_higher,
    _geometric,
    _every_lot,
    _placebo,
    _margins,
)
"""What is told at the end only."""
