"""What the plan form still needs, in the words of its fields; a plan file is refused in its own words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from registry.domain.plan import Design, Kind, Look, Role, Rows
from registry.domain.plan_rules import DESIGN_NEEDS_KEY, KIND_NEEDS_KEY, WITHOUT_ARMS, twins
from registry.domain.sentence import Sentence, sentence
from registry.sentences import say
from registry.web.plan_who import is_compared_with_itself

Values: TypeAlias = Mapping[str, Any]


def still_missing(values: Values) -> Sentence | None:
    """The first thing that stands between *values* and a plan; None when nothing does."""
    return next(_missing(values), None)


def _missing(values: Values) -> Iterator[Sentence]:
    for key in _needed(values):
        if values.get(key) in (None, ""):
            yield sentence("plan-form-missing", field=say(f"field-{key}"))
    metrics: Sequence[Values] = values.get("metric", ())
    for number, metric in enumerate(metrics, start=1):
        yield from _missing_in_metric(number, metric)
    deciding = sum(metric["role"] is Role.PRIMARY for metric in metrics)
    if metrics and deciding != 1:
        yield sentence("plan-form-one-decides", n=deciding)
    yield from (sentence(name) for name, is_wrong in WRONG if is_wrong(values))


def _missing_in_metric(number: int, metric: Values) -> Iterator[Sentence]:
    for key in _needed_of_metric(metric):
        if key not in metric:
            field = say(f"field-{'scale-low' if key == 'scale' else key}")
            yield sentence("plan-form-metric-missing", number=number, field=field)
    yield from (sentence(name, number=number) for name, is_wrong in WRONG_IN_METRIC if is_wrong(metric))


def _needed(values: Values) -> Iterator[str]:
    design: Design = values["design"]
    if design not in WITHOUT_ARMS:
        yield from ("arm", "control")
    yield from DESIGN_NEEDS_KEY.get(design, ())
    if "pair" in values:
        yield "pair"
    if values.get("rows") is Rows.FINER:
        yield "unit"
    if values.get("look") is Look.PLANNED:
        yield "looks"


def _needed_of_metric(metric: Values) -> Iterator[str]:
    yield "column"
    yield from KIND_NEEDS_KEY.get(metric["kind"], ())
    if metric["role"] is Role.GUARDRAIL:
        yield "margin"


def _lacks_an_end(metric: Values) -> bool:
    return None in metric.get("scale", ())


def _is_upside_down(metric: Values) -> bool:
    low, high = metric.get("scale", (0, 1))
    return None not in (low, high) and low >= high


def _is_off_the_scale(metric: Values) -> bool:
    low, high = metric.get("scale", (None, None))
    threshold = metric.get("threshold")
    return None not in (low, high, threshold) and not low <= threshold <= high


WRONG_IN_METRIC: Sequence[tuple[str, Callable[[Values], bool]]] = (
    ("plan-form-scale-end", _lacks_an_end),
    ("plan-form-scale-order", _is_upside_down),
    ("plan-form-threshold", _is_off_the_scale),
    ("plan-form-q", lambda metric: "q" in metric and not 0 < metric["q"] < 1),
    ("plan-form-mde", lambda metric: "mde" in metric and metric["mde"] <= 0),
    ("plan-form-margin", lambda metric: "margin" in metric and metric["margin"] < 0),
)
"""Sentence and condition, told of one metric."""


def _ends_before_it_starts(values: Values) -> bool:
    return "start" in values and "end" in values and values["end"] < values["start"]


def _needs_start(values: Values) -> bool:
    """Planned looks come when so much of the pilot is in: counted in customers, else in days."""
    is_counted = "planned_units" in values and not {"cluster", "block"} & values.keys()
    is_planned = values.get("look") is Look.PLANNED
    return is_planned and "end" in values and "start" not in values and not is_counted


def _arms_alike(values: Values) -> bool:
    names = list(values.get("shares", ()))
    return "shares" in values and (len(names) < 2 or twins(names) is not None)


def _quantile_of_pairs(values: Values) -> bool:
    is_quantile = any(metric["kind"] is Kind.QUANTILE for metric in values.get("metric", ()))
    return is_quantile and is_compared_with_itself(values)


WRONG: Sequence[tuple[str, Callable[[Values], bool]]] = (
    ("plan-form-arms-alike", _arms_alike),
    ("plan-form-shares", lambda values: any(share <= 0 for share in values.get("shares", {}).values())),
    ("plan-form-start", _needs_start),
    ("plan-form-quantile", _quantile_of_pairs),
    ("plan-form-end", _ends_before_it_starts),
)
"""Sentence and condition, told of the plan as a whole."""
