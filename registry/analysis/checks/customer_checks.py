"""What must be in order before the numbers mean what they seem to mean."""

from collections.abc import Iterable, Iterator, Sequence

from scipy.special import chdtrc

from registry.analysis.checks.balance import balance
from registry.analysis.checks.sample_ratio import sample_ratio_p
from registry.analysis.pilot_data import PilotData
from registry.domain.evidence import Check, CheckName, CheckStatus
from registry.domain.plan import Design, Metric, Plan
from registry.domain.sentence import SentenceValue, sentence
from registry.domain.summary import Summary

RATIO_FAILS, RATIO_WARNS = 0.001, 0.01
RESPONSE_WARNS = 0.01
SWITCHED_SHARE, SWITCHED_UNITS = 0.01, 10
"""Both must be reached before units in two arms make the pilot invalid."""
FEW_ANSWERS = 10
WEEK = 7


def checks(plan: Plan, data: PilotData) -> tuple[Check, ...]:
    """Every check that applies to this plan and these data."""
    # What compares customers is not asked where stores were randomised: see `store_checks`.
    by_customer = plan.groups is None and plan.design is not Design.PRE_POST
    return (
        *(_sample_ratio(plan, data) if by_customer else ()),
        *_units(data),
        *_missing(plan, data),
        *(_response(plan, data) if plan.groups is None else ()),
        *(_balance(plan, data) if by_customer else ()),
        *_week(data),
    )


def _check(
    name: CheckName, status: CheckStatus, message: str, p_value: float | None = None, **values: SentenceValue
) -> Check:
    return Check(name=name, status=status, p_value=p_value, message=sentence(message, **values))


def _sample_ratio(plan: Plan, data: PilotData) -> Iterator[Check]:
    if not any(data.arms.values()):
        return
    shares = plan.shares or dict.fromkeys(data.arms, 1.0)
    p = sample_ratio_p(data.arms, {arm: shares[arm] for arm in data.arms})
    name, counts = CheckName.SAMPLE_RATIO, _listed(data.arms.items())
    if p < RATIO_FAILS:
        yield _check(name, CheckStatus.FAIL, "check-sample-ratio-fail", p, counts=counts)
    elif p < RATIO_WARNS:
        yield _check(name, CheckStatus.WARN, "check-sample-ratio-warn", p, counts=counts)
    else:
        yield _check(name, CheckStatus.OK, "check-sample-ratio-ok", p, counts=counts)


def _units(data: PilotData) -> Iterator[Check]:
    if not data.units_named:
        return
    yield _check(CheckName.REPEATED_UNITS, CheckStatus.OK, "check-repeated-ok")
    n, units = data.switched, data.switched + sum(data.arms.values())
    if n == 0:
        yield _check(CheckName.SWITCHED_UNITS, CheckStatus.OK, "check-switched-ok")
    elif n >= SWITCHED_UNITS and n >= SWITCHED_SHARE * units:
        yield _check(CheckName.SWITCHED_UNITS, CheckStatus.FAIL, "check-switched-fail", n=n, units=units)
    else:
        yield _check(CheckName.SWITCHED_UNITS, CheckStatus.WARN, "check-switched-warn", n=n, units=units)


def _missing(plan: Plan, data: PilotData) -> Iterator[Check]:
    found = False
    for metric in plan.metric:
        summaries = _of(data, metric.name)
        missing = {summary.arm: summary.missing for summary in summaries}
        if any(missing.values()) and not metric.survey:
            found = True
            yield _check(
                CheckName.MISSING,
                CheckStatus.WARN,
                "check-missing-warn",
                metric=metric.name,
                n=sum(missing.values()),
                counts=_listed(missing.items()),
            )
        for summary in summaries:
            if summary.n < FEW_ANSWERS:
                found = True
                yield _check(
                    CheckName.MISSING,
                    CheckStatus.WARN,
                    "check-few-answers",
                    metric=metric.name,
                    arm=summary.arm,
                    n=summary.n,
                )
    if not found:
        yield _check(CheckName.MISSING, CheckStatus.OK, "check-missing-ok")


def _response(plan: Plan, data: PilotData) -> Iterator[Check]:
    for metric in plan.metric:
        if not metric.survey:
            continue
        summaries = _of(data, metric.name)
        yield response_check(metric.name, summaries, response_p(summaries))


def response_check(metric: str, arms: Iterable[Summary], p: float | None) -> Check:
    """Whether as many answer in every arm, by the p-value of that; *arms* says how many did."""
    different = p is not None and p < RESPONSE_WARNS
    return _check(
        CheckName.RESPONSE,
        CheckStatus.WARN if different else CheckStatus.OK,
        "check-response-warn" if different else "check-response-ok",
        p,
        metric=metric,
        shares=", ".join(f"“{one.arm}” {one.n / one.units:.0%}" for one in arms if one.units),
    )


def response_p(summaries: Sequence[Summary]) -> float | None:
    """Pearson's chi-square p for equal response in every arm; None when all, or nobody, answered."""
    units, answers = sum(s.units for s in summaries), sum(s.n for s in summaries)
    if answers in {0, units}:
        return None
    share = answers / units
    statistic = sum(
        (s.n - s.units * share) ** 2 / (s.units * share * (1 - share)) for s in summaries if s.units
    )
    return float(chdtrc(len(summaries) - 1, statistic))


def _balance(plan: Plan, data: PilotData) -> Iterator[Check]:
    """Each covariate once, from the first metric that names it."""
    for metric in covariates(plan):
        found = balance(metric.covariate or "", {each.arm: [each] for each in _of(data, metric.name)})
        if found is not None:
            yield found


def covariates(plan: Plan) -> Sequence[Metric]:
    """One metric for each covariate of the plan."""
    found: dict[str, Metric] = {}
    for metric in plan.metric:
        if metric.covariate is not None:
            found.setdefault(metric.covariate, metric)
    return list(found.values())


def _week(data: PilotData) -> Iterator[Check]:
    if data.days is None:
        return
    whole = data.days >= WEEK
    yield _check(
        CheckName.WEEK,
        CheckStatus.OK if whole else CheckStatus.WARN,
        "check-week-ok" if whole else "check-week-warn",
        n=data.days,
    )


def _of(data: PilotData, metric: str) -> list[Summary]:
    return [summary for summary in data.summaries if summary.metric == metric]


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"“{arm}” {n:,}" for arm, n in counts)
