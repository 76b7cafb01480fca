"""How the keys of a plan must fit together: each rule just broken, told in words."""

from datetime import date
from typing import Any

import pytest

from registry.domain.plan_refusals import PlanRefused
from registry.sentences import say
from tests.domain.plans import RETURNS, SPEND, metric, plan

REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"desgn": "randomised", "design": None}, "plan-unknown-key-nearest"),
    ({"zzz": 1}, "plan-unknown-key"),
    ({"metric": [metric(mrgin=1)]}, "plan-unknown-key-nearest"),
    ({"design": None}, "plan-key-missing"),
    ({"metric": [{"name": "spend"}]}, "plan-key-missing"),
    ({"design": "random"}, "plan-not-one-of"),
    ({"metric": [metric(role="main")]}, "plan-not-one-of"),
    ({"metric": [metric(kind="median")]}, "plan-not-one-of"),
    ({"alpha": "0.05"}, "plan-wants-number"),
    ({"alpha": True}, "plan-wants-number"),
    ({"alpha": float("nan")}, "plan-wants-number"),
    ({"power": float("inf")}, "plan-wants-number"),
    ({"planned_units": 2.5}, "plan-wants-whole-number"),
    ({"arm": 1}, "plan-wants-text"),
    ({"arm": " "}, "plan-wants-text"),
    ({"metric": [metric(column="")]}, "plan-wants-text"),
    ({"metric": [metric(survey="yes")]}, "plan-wants-true-or-false"),
    ({"metric": [metric(scale=[1, 2, 3])]}, "plan-wants-two-numbers"),
    ({"metric": [metric(scale=[1])]}, "plan-wants-two-numbers"),
    ({"end": "soon"}, "plan-wants-date"),
    ({"end": 20260301}, "plan-wants-date"),
    ({"segments": "channel"}, "plan-wants-list"),
    ({"metric": ["spend"]}, "plan-wants-table"),
    ({"shares": [1, 1]}, "plan-wants-table"),
    ({"metric": [metric(denominator="orders")]}, "plan-key-other-kind"),
    ({"metric": [metric(kind="proportion", scale=[0, 1])]}, "plan-key-other-kind"),
    ({"metric": [metric(kind="proportion", covariate="history")]}, "plan-key-other-kind"),
    ({"metric": [metric(threshold=4)]}, "plan-key-other-kind"),
    ({"metric": [metric(q=0.5)]}, "plan-key-other-kind"),
    ({"metric": [metric(kind="ratio")]}, "plan-kind-needs-key"),
    ({"metric": [metric(kind="ordinal")]}, "plan-kind-needs-key"),
    ({"metric": [metric(kind="top_box", scale=[1, 5])]}, "plan-kind-needs-key"),
    ({"metric": [metric(kind="quantile")]}, "plan-kind-needs-key"),
    ({"metric": [metric(better=None)]}, "plan-better-missing"),
    ({"metric": [SPEND, {**RETURNS, "margin": None}]}, "plan-margin-missing"),
    ({"metric": [SPEND, {**RETURNS, "margin": -0.01}]}, "plan-margin-negative"),
    ({"metric": [metric(margin=0.1)]}, "plan-margin-stray"),
    ({"metric": [metric(counter_metric=True)]}, "plan-counter-stray"),
    ({"metric": [metric(mde=0)]}, "plan-mde-not-positive"),
    ({"metric": [metric(scale=[5, 1])]}, "plan-scale-upside-down"),
    ({"metric": [metric(kind="top_box", scale=[1, 5], threshold=6)]}, "plan-threshold-outside"),
    ({"metric": [metric(kind="quantile", q=1)]}, "plan-q-range"),
    ({"cluster": "store"}, "plan-key-other-design"),
    ({"weight": "unit"}, "plan-key-other-design"),
    ({"block": "hour"}, "plan-key-other-design"),
    ({"period": "after"}, "plan-key-other-design"),
    ({"design": "clustered"}, "plan-design-needs-key"),
    ({"design": "diff_in_diff", "cluster": "store"}, "plan-design-needs-key"),
    ({"design": "switchback"}, "plan-design-needs-key"),
    ({"design": "pre_post"}, "plan-design-needs-key"),
    ({"arm": None}, "plan-arm-missing"),
    ({"control": None}, "plan-control-missing"),
    ({"design": "pre_post", "period": "after", "arm": None}, "plan-control-without-arm"),
    ({"rows": "finer"}, "plan-finer-needs-unit"),
    ({"units_return": False}, "plan-units-return-needs-day"),
    ({"design": "switchback", "block": "hour", "burn_in": -1}, "plan-burn-in-negative"),
    ({"segments": ["channel", "channel"]}, "plan-segments-twice"),
    ({"alpha": 0}, "plan-alpha-range"),
    ({"alpha": 1}, "plan-alpha-range"),
    ({"power": 1}, "plan-power-range"),
    ({"look": "planned"}, "plan-looks-missing"),
    ({"looks": 5}, "plan-looks-stray"),
    ({"look": "planned", "looks": 1}, "plan-looks-few"),
    ({"look": "planned", "looks": 2, "end": date(2026, 3, 31)}, "plan-looks-need-start"),
    (
        {
            "look": "planned",
            "looks": 2,
            "end": date(2026, 3, 31),
            "design": "clustered",
            "cluster": "store",
            "planned_units": 500,
        },
        "plan-looks-need-start",
    ),
    ({"design": "pre_post", "period": "after"}, "plan-arm-beside-periods"),
    (
        {"design": "diff_in_diff", "cluster": "store", "period": "after", "weight": "unit"},
        "plan-weight-of-changes",
    ),
    (
        {
            "design": "clustered",
            "cluster": "store",
            "pair": "pair",
            "metric": [metric(covariate="history")],
        },
        "plan-covariate-unread",
    ),
    (
        {
            "design": "diff_in_diff",
            "cluster": "store",
            "period": "after",
            "metric": [metric(kind="quantile", q=0.9)],
        },
        "plan-quantile-of-pairs",
    ),
    (
        {"design": "clustered", "cluster": "store", "pair": "pair", "weight": "unit"},
        "plan-pairs-weighted",
    ),
    ({"start": date(2026, 3, 2), "end": date(2026, 3, 1)}, "plan-end-before-start"),
    ({"planned_units": 0}, "plan-units-few"),
    (
        {"design": "look_and_listen", "arm": None, "control": None, "shares": {"a": 1, "b": 1}},
        "plan-shares-without-arm",
    ),
    ({"shares": {"No card": 1}}, "plan-shares-few"),
    ({"shares": {"No card": 1, "no  card": 1}}, "plan-shares-twins"),
    ({"shares": {"Card": 1, "Call": 1}}, "plan-shares-without-control"),
    ({"shares": {"No card": 1, "Card": 0}}, "plan-shares-not-positive"),
    ({"metric": []}, "plan-metric-missing"),
    ({"metric": [SPEND, {**RETURNS, "name": "Spend "}]}, "plan-metric-twins"),
    ({"metric": [RETURNS]}, "plan-one-primary"),
    ({"metric": [SPEND, metric(name="visits")]}, "plan-one-primary"),
]


@pytest.mark.parametrize(("changes", "told"), REFUSED, ids=[f"{told} {keys}"[:60] for keys, told in REFUSED])
def test_plan_that_cannot_be_followed_is_refused_in_words(changes: dict[str, Any], told: str):
    with pytest.raises(PlanRefused) as refused:
        plan(**changes)

    assert refused.value.sentence.id == told
    assert say(refused.value.sentence)
