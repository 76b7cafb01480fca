"""How the keys of a plan must fit together: two tables of rules, the first broken one is told."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from registry.domain.plan_refusals import PlanRefused
from registry.domain.sentence import SentenceValue

if TYPE_CHECKING:
    from registry.domain.plan import Metric, Plan

Mentions: TypeAlias = dict[str, SentenceValue]
Broken: TypeAlias = bool | Mentions
"""Whether a rule is broken; where it is, perhaps the values that its sentence mentions."""

KEY_BELONGS_TO_DESIGNS = {
    "cluster": ("clustered", "diff_in_diff"),
    "pair": ("clustered", "diff_in_diff"),
    "within_cluster": ("clustered", "diff_in_diff"),
    "weight": ("clustered", "diff_in_diff"),
    "block": ("switchback",),
    "burn_in": ("switchback",),
    "period": ("diff_in_diff", "pre_post"),
}
"""Elsewhere such a key would be left unread, and the reader of the plan would think it was followed."""

DESIGN_NEEDS_KEY = {
    "clustered": ("cluster",),
    "diff_in_diff": ("cluster", "period"),
    "pre_post": ("period",),
    "switchback": ("block",),
}

KEY_BELONGS_TO_KINDS = {
    "denominator": ("ratio",),
    "scale": ("mean", "ordinal", "top_box"),
    "threshold": ("top_box",),
    "q": ("quantile",),
    "covariate": ("mean",),
}

KIND_NEEDS_KEY = {
    "ratio": ("denominator",),
    "ordinal": ("scale",),
    "top_box": ("scale", "threshold"),
    "quantile": ("q",),
}

WITHOUT_ARMS = ("pre_post", "look_and_listen")


def _stray(noun: "Plan | Metric", belongs: dict[str, tuple[str, ...]], word: str) -> Mentions:
    for key, owners in belongs.items():
        if key in noun.model_fields_set and word not in owners:
            return {"key": key, "word": str(word), "owners": ", ".join(f"“{owner}”" for owner in owners)}
    return {}


def _lacking(noun: "Plan | Metric", needs: dict[str, tuple[str, ...]], word: str) -> Mentions:
    absent = next((key for key in needs.get(word, ()) if getattr(noun, key) is None), None)
    return {} if absent is None else {"key": absent, "word": str(word)}


def _outside_scale(metric: "Metric") -> bool:
    if metric.scale is None or metric.threshold is None:
        return False
    return not metric.scale[0] <= metric.threshold <= metric.scale[1]


METRIC_RULES: "Sequence[tuple[str, Callable[[Metric], Broken]]]" = (
    ("plan-key-other-kind", lambda m: _stray(m, KEY_BELONGS_TO_KINDS, m.kind)),
    ("plan-kind-needs-key", lambda m: _lacking(m, KIND_NEEDS_KEY, m.kind)),
    ("plan-better-missing", lambda m: m.role != "watch" and "better" not in m.model_fields_set),
    ("plan-margin-missing", lambda m: m.role == "guardrail" and m.margin is None),
    ("plan-margin-negative", lambda m: m.margin is not None and m.margin < 0),
    ("plan-margin-stray", lambda m: m.role != "guardrail" and m.margin is not None),
    ("plan-counter-stray", lambda m: m.counter_metric and m.role != "guardrail"),
    ("plan-mde-not-positive", lambda m: m.mde is not None and m.mde <= 0),
    ("plan-scale-upside-down", lambda m: m.scale is not None and m.scale[0] >= m.scale[1]),
    ("plan-threshold-outside", _outside_scale),
    ("plan-q-range", lambda m: m.q is not None and not 0 < m.q < 1),
)


def folded(name: str) -> str:
    """*name* without what two names may differ in and still be one: blanks, signs without a shape, case."""
    shown = "".join(sign for sign in name if sign.isprintable() or sign.isspace())
    return " ".join(shown.split()).casefold()


def twins(names: Sequence[str]) -> tuple[str, str] | None:
    """The first two of *names* that differ in nothing but blanks, signs without a shape, and case."""
    seen: dict[str, str] = {}
    for name in names:
        if (plain := folded(name)) in seen:
            return seen[plain], name
        seen[plain] = name
    return None


def _twin_arms(plan: "Plan") -> Mentions:
    found = twins(list(plan.shares or ()))
    return {"one": found[0], "other": found[1]} if found else {}


def _twin_metrics(plan: "Plan") -> Mentions:
    found = twins([metric.name for metric in plan.metric])
    return {"name": found[1]} if found else {}


def _not_one_primary(plan: "Plan") -> Mentions:
    primaries = sum(metric.role == "primary" for metric in plan.metric)
    return {"n": primaries} if plan.metric and primaries != 1 else {}


def _covariate_unread(plan: "Plan") -> Mentions:
    """Stores that are compared with themselves, or in pairs, need no covariate: that is their covariate."""
    if plan.design != "diff_in_diff" and plan.pair is None and not plan.within_cluster:
        return {}
    found = next((metric for metric in plan.metric if metric.covariate is not None), None)
    return {} if found is None else {"metric": found.name}


def _quantile_of_pairs(plan: "Plan") -> Mentions:
    """A quantile has no value per store that could be paired, or could change."""
    if plan.design != "diff_in_diff" and plan.pair is None and not plan.within_cluster:
        return {}
    found = next((metric for metric in plan.metric if metric.kind == "quantile"), None)
    return {} if found is None else {"metric": found.name}


def _start_missing(plan: "Plan") -> bool:
    """Planned looks come when so much of the pilot is in: counted in customers, else in days."""
    is_counted = plan.planned_units is not None and plan.groups is None
    return plan.look == "planned" and plan.end is not None and plan.start is None and not is_counted


def _control_without_share(plan: "Plan") -> Mentions:
    absent = plan.shares is not None and plan.control not in plan.shares
    return {"control": plan.control or ""} if absent else {}


PLAN_RULES: "Sequence[tuple[str, Callable[[Plan], Broken]]]" = (
    ("plan-key-other-design", lambda p: _stray(p, KEY_BELONGS_TO_DESIGNS, p.design)),
    ("plan-design-needs-key", lambda p: _lacking(p, DESIGN_NEEDS_KEY, p.design)),
    ("plan-arm-missing", lambda p: p.arm is None and p.design not in WITHOUT_ARMS),
    ("plan-control-missing", lambda p: p.arm is not None and p.control is None),
    ("plan-control-without-arm", lambda p: p.arm is None and p.control is not None),
    ("plan-arm-beside-periods", lambda p: p.arm is not None and p.design == "pre_post"),
    ("plan-weight-of-changes", lambda p: p.weight == "unit" and p.design == "diff_in_diff"),
    ("plan-finer-needs-unit", lambda p: p.rows == "finer" and p.unit is None),
    ("plan-units-return-needs-day", lambda p: not p.units_return and p.day is None),
    ("plan-burn-in-negative", lambda p: p.burn_in < 0),
    ("plan-segments-twice", lambda p: len(set(p.segments)) < len(p.segments)),
    ("plan-alpha-range", lambda p: not 0 < p.alpha < 1),
    ("plan-power-range", lambda p: not 0 < p.power < 1),
    ("plan-looks-missing", lambda p: p.look == "planned" and p.looks is None),
    ("plan-looks-stray", lambda p: p.look != "planned" and p.looks is not None),
    ("plan-looks-few", lambda p: p.looks is not None and p.looks < 2),
    ("plan-looks-need-start", _start_missing),
    ("plan-end-before-start", lambda p: p.start is not None and p.end is not None and p.end < p.start),
    ("plan-units-few", lambda p: p.planned_units is not None and p.planned_units < 1),
    ("plan-shares-without-arm", lambda p: p.shares is not None and p.arm is None),
    ("plan-shares-few", lambda p: p.shares is not None and len(p.shares) < 2),
    ("plan-shares-twins", _twin_arms),
    ("plan-shares-without-control", _control_without_share),
    ("plan-shares-not-positive", lambda p: any(share <= 0 for share in (p.shares or {}).values())),
    ("plan-metric-missing", lambda p: not p.metric and p.design != "look_and_listen"),
    ("plan-metric-twins", _twin_metrics),
    ("plan-one-primary", _not_one_primary),
    ("plan-covariate-unread", _covariate_unread),
    ("plan-quantile-of-pairs", _quantile_of_pairs),
    ("plan-pairs-weighted", lambda p: p.pair is not None and p.weight == "unit"),
)


def check_metric(metric: "Metric") -> None:
    """Raise PlanRefused for the first rule that *metric* breaks; its sentence mentions the metric's name."""
    for name, broken in METRIC_RULES:
        if found := broken(metric):
            raise PlanRefused(name, metric=metric.name, **_mentions(found))


def check_plan(plan: "Plan") -> None:
    """Raise PlanRefused for the first rule that *plan* breaks."""
    for name, broken in PLAN_RULES:
        if found := broken(plan):
            raise PlanRefused(name, **_mentions(found))


def _mentions(found: Broken) -> Mentions:
    return {} if isinstance(found, bool) else found
