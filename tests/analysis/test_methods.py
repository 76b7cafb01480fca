"""What is not built yet is said before there are data."""

from typing import Any

import pytest

from registry.analysis.methods import not_built
from registry.domain.plan import plan_from
from registry.sentences import say
from tests.analysis.pilots import SPEND, VISIT, pilot_plan

NOT_YET: list[tuple[dict[str, Any], str]] = [
    ({"design": "switchback", "block": "hour"}, "switchback"),
    ({"design": "diff_in_diff", "cluster": "store", "period": "after"}, "diff_in_diff"),
    ({"design": "pre_post", "period": "after"}, "pre_post"),
    ({"metric": [{**SPEND, "kind": "quantile", "q": 0.9}]}, "quantile"),
    ({"rows": "finer", "unit": "customer"}, "customer"),
    ({"look": "planned", "looks": 5}, "planned"),
    ({"segments": ["channel"]}, "channel"),
]


@pytest.mark.parametrize(("keys", "named"), NOT_YET, ids=[named for _, named in NOT_YET])
def test_what_is_not_built_is_named_together_with_what_works_today(keys: dict[str, Any], named: str):
    asked = plan_from({"design": "randomised", "arm": "arm", "control": "A", "metric": [SPEND], **keys})

    told = not_built(asked)

    assert told is not None
    assert f"“{named}”" in say(told) or f'"{named}"' in say(told)
    assert "yet" in say(told)


def test_what_is_built_is_not_refused():
    every_key = pilot_plan(
        {**SPEND, "mde": 0.1, "scale": [0, 9]},
        {**VISIT, "survey": True},
        {**VISIT, "name": "csat", "kind": "ordinal", "scale": [1, 5]},
        {**VISIT, "name": "delighted", "kind": "top_box", "scale": [1, 5], "threshold": 5},
        {**VISIT, "name": "recommend", "kind": "nps"},
        {**VISIT, "name": "minutes", "kind": "mean", "covariate": "minutes before"},
        {**VISIT, "name": "returns per order", "kind": "ratio", "denominator": "orders"},
        unit="id",
        day="day",
        planned_units=10,
        shares={"A": 1, "B": 2},
    )

    assert not_built(every_key) is None
    assert not_built(pilot_plan(design="clustered", cluster="store", look="anytime")) is None
    assert not_built(plan_from({"design": "look_and_listen"})) is None
