"""The plan: every key, how they fit together, and the fingerprint."""

from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from registry.domain.plan import Look, Plan, Role, canonical, fingerprint, plan_from, plan_of
from registry.domain.plan_file import parse_plan, plan_text
from registry.domain.plan_refusals import PlanRefused
from registry.sentences import say
from tests.domain.plans import RANDOMISED, RETURNS, SPEND, metric, plan

EVERY_DESIGN = {
    "randomised": {"unit": "id", "rows": "finer", "day": "date", "units_return": False, "segments": ["web"]},
    "clustered": {"cluster": "store", "within_cluster": True, "weight": "unit"},
    "switchback": {"block": "hour", "burn_in": 1},
    "diff_in_diff": {"cluster": "store", "period": "after"},
    "pre_post": {"period": "after", "arm": None, "control": None},
    "look_and_listen": {"arm": None, "control": None, "metric": None},
}
EVERY_KIND = {
    "mean": {"covariate": "history", "scale": [1, 5], "mde": 0.1},
    "proportion": {"survey": True},
    "ratio": {"denominator": "orders"},
    "ordinal": {"scale": [1, 5]},
    "nps": {},
    "top_box": {"scale": [1, 5], "threshold": 4},
    "quantile": {"q": 0.9},
}


@pytest.mark.parametrize(("design", "keys"), EVERY_DESIGN.items())
def test_every_design_takes_its_own_keys(design: str, keys: dict[str, object]):
    drawn = plan(design=design, **keys)

    assert drawn.design == design
    assert parse_plan(plan_text(drawn)) == drawn


@pytest.mark.parametrize(("kind", "keys"), EVERY_KIND.items())
def test_every_kind_takes_its_own_keys(kind: str, keys: dict[str, object]):
    drawn = plan(metric=[metric(kind=kind, **keys)])

    assert drawn.metric[0].kind == kind
    assert parse_plan(plan_text(drawn)) == drawn


def test_what_is_left_out_has_its_default():
    drawn = plan()

    assert (drawn.alpha, drawn.power, drawn.look, drawn.rows) == (0.05, 0.8, Look.ONCE, "unit")
    assert (drawn.end, drawn.planned_units, drawn.shares, drawn.segments) == (None, None, None, ())
    assert (drawn.metric[0].survey, drawn.metric[0].counter_metric, drawn.metric[0].mde) == (
        False,
        False,
        None,
    )


def test_plan_knows_its_primary_and_its_guardrails():
    drawn = plan(metric=[RETURNS, SPEND, {**RETURNS, "name": "complaints", "counter_metric": True}])

    assert drawn.primary is not None
    assert drawn.primary.role is Role.PRIMARY
    assert [guardrail.name for guardrail in drawn.guardrails] == ["returns", "complaints"]


def test_plan_file_is_read_as_it_is_written():
    text = """
        design  = "randomised"
        arm     = "segment"
        control = "No card"
        start   = 2026-03-01
        end     = 2026-03-31
        planned_units = 10000
        [shares]
        "No card" = 1
        "Card"    = 2.5
        [[metric]]
        name = "spend"
        role = "primary"
        kind = "mean"
        column = "spend"
        better = "higher"
    """

    drawn = parse_plan(text)

    assert (drawn.start, drawn.end, drawn.planned_units) == (date(2026, 3, 1), date(2026, 3, 31), 10_000)
    assert drawn.shares == {"No card": 1.0, "Card": 2.5}


def test_misspelt_key_is_told_with_the_key_that_was_meant():
    with pytest.raises(PlanRefused) as refused:
        plan(metric=[SPEND, {**RETURNS, "mrgin": 0.02}])

    assert say(refused.value.sentence) == (
        "Metric 2 has a key “mrgin” that we do not know. Did you mean “margin”?"
    )


@pytest.mark.parametrize(
    "text", ["design =", "[[metric]", "= 1", 'a = "', "end = 2026-02-30", "a=" + "[" * 5000]
)
def test_text_that_is_not_toml_is_refused(text: str):
    with pytest.raises(PlanRefused) as refused:
        parse_plan(text)

    assert refused.value.sentence.id == "plan-not-toml"


def test_plans_that_are_the_least_allowed_are_taken():
    assert plan(start=date(2026, 3, 1), end=date(2026, 3, 1)).end == date(2026, 3, 1)
    assert plan(metric=[SPEND, {**RETURNS, "margin": 0}]).guardrails[0].margin == 0
    assert plan(look="planned", looks=2).looks == 2
    assert plan(metric=[SPEND, {"name": "a", "role": "watch", "kind": "mean", "column": "a"}]).metric[1]


def test_fingerprint_is_the_hash_of_the_keys_that_are_set():
    drawn = plan(end=date(2026, 3, 31), alpha=0.10, shares={"No card": 1.0, "Karte für dich": 2})
    by_hand = (
        '{"alpha":0.1,"arm":"segment","control":"No card","design":"randomised","end":"2026-03-31",'
        '"metric":[{"better":"higher","column":"spend","kind":"mean","name":"spend","role":"primary"}],'
        '"shares":{"Karte für dich":2,"No card":1}}'
    )

    assert canonical(drawn) == by_hand
    assert fingerprint(drawn) == sha256(by_hand.encode("utf-8")).hexdigest()[:12]


def test_order_of_keys_and_the_way_a_number_is_written_do_not_change_the_fingerprint():
    one = parse_plan(plan_text(plan(alpha=0.1, planned_units=10, shares={"No card": 1, "Card": 1})))
    other = plan_from(
        {"shares": {"Card": 1.0, "No card": 1.0}, "planned_units": 10, "alpha": 1e-1, **RANDOMISED}
    )

    assert fingerprint(one) == fingerprint(other)


def test_default_that_is_written_down_changes_the_fingerprint_and_nothing_written_does_not():
    assert fingerprint(plan(alpha=0.05)) != fingerprint(plan())
    assert fingerprint(plan(alpha=None)) == fingerprint(plan())


def test_plan_kept_inside_something_else_keeps_its_fingerprint():
    class Drawer(BaseModel):
        plan: Plan

    drawn = plan(end=date(2026, 3, 31))

    kept = Drawer.model_validate_json(Drawer(plan=drawn).model_dump_json()).plan

    assert kept == drawn
    assert fingerprint(kept) == fingerprint(drawn)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip() != "")
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "unit": WORDS,
        "day": WORDS,
        "alpha": st.floats(0.001, 0.999),
        "look": st.sampled_from(["once", "anytime"]),
        "end": st.dates(),
        "planned_units": st.integers(1, 10**12),
        "segments": st.lists(WORDS, unique=True),
        "arm": WORDS,
    },
)
METRICS = st.fixed_dictionaries(
    {"column": WORDS, "name": WORDS},
    optional={"mde": NUMBERS.map(abs).filter(bool), "survey": st.booleans()},
)


@settings(deadline=None)
@given(options=OPTIONS, keys=METRICS)
def test_any_plan_comes_back_from_its_canonical_json_and_from_its_file(
    options: dict[str, Any], keys: dict[str, Any]
):
    drawn = plan(**options, metric=[metric(**keys)])

    assert plan_of(canonical(drawn)) == drawn
    assert parse_plan(plan_text(drawn)) == drawn
    assert fingerprint(parse_plan(plan_text(drawn))) == fingerprint(drawn)
