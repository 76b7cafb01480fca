"""Beside a comparison of customers: long tails, scales and quantiles seen in another way."""

from collections.abc import Iterator

from registry.analysis.beside.telling import told
from registry.analysis.compared import Compared
from registry.analysis.comparing import CUSTOMERS
from registry.analysis.estimates.ordinal import brunner_munzel
from registry.analysis.estimates.tails import SKEWED, geometric_ratio, needs_caution, skewness
from registry.analysis.pilot_data import PilotData
from registry.domain.evidence import Beside, BesideName
from registry.domain.plan import Kind, kind_read
from registry.domain.recommendation import figure
from registry.domain.sentence import sentence


def long_tail(one: Compared, data: PilotData) -> Iterator[Beside]:
    """Few values, or unlike arms, with a long tail; and what drawing the lot again makes of it."""
    if one.way.by_store or not needs_caution(one.control.whole, one.treated.whole):
        return
    yield told(one, BesideName.LONG_TAIL)
    if not one.is_settled:
        return
    for found in data.reshuffled:
        if (found.metric, found.arm) == (one.metric.name, one.arm):
            numbers: dict[str, float | None] = {"p_value": found.p_value}
            yield told(one, BesideName.RESHUFFLED, numbers, p=found.p_value, lots=found.drawn.draws)


def geometric(one: Compared, _: PilotData) -> Iterator[Beside]:
    """The typical customer, where a few very large values make most of the mean."""
    if one.way.by_store or kind_read(one.plan, one.metric) is not Kind.MEAN:
        return
    skews = [skew for each in (one.control, one.treated) if (skew := skewness(each.whole)) is not None]
    found = geometric_ratio(one.control.whole, one.treated.whole, alpha=one.plan.alpha)
    if found is None or max(skews, default=0.0) <= SKEWED:
        return
    numbers = {"value": found.ratio, "low": found.low, "high": found.high, "p_value": found.p_value}
    yield told(
        one,
        BesideName.GEOMETRIC,
        dict(numbers),
        ratio=figure(found.ratio),
        low=figure(found.low),
        high=figure(found.high),
        p=found.p_value,
    )


def whose_is_higher(one: Compared, _: PilotData) -> Iterator[Beside]:
    """Steps of a scale need not be equally long for it."""
    if one.way is not CUSTOMERS[Kind.ORDINAL] or one.metric.kind is not Kind.ORDINAL:
        return
    found = brunner_munzel(one.control.whole, one.treated.whole, alpha=one.plan.alpha)
    if found is None or found.control is None or found.arm is None or found.p_value is None:
        return
    low, high = found.control + found.low, found.control + found.high
    yield told(
        one,
        BesideName.WHOSE_IS_HIGHER,
        {"value": found.arm, "low": low, "high": high, "p_value": found.p_value},
        chance=f"{100 * found.arm:.0f}",
        low=f"{100 * low:.0f}",
        high=f"{100 * high:.0f}",
        p=found.p_value,
    )


def quantiles_of_arms(one: Compared, _: PilotData) -> Iterator[Beside]:
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
