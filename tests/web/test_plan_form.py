"""The plan form: every plan passes through it unchanged, and a new design brings the keys it needs."""

from datetime import date

import pytest
from hypothesis import given, settings

from registry.domain.plan import Design, Kind, Plan, Role, Weight, plan_from
from registry.domain.plan_rules import KEY_BELONGS_TO_DESIGNS, KEY_BELONGS_TO_KINDS
from registry.sentences import say
from registry.web.plan_missing import still_missing
from registry.web.plan_who import Drawn
from tests.domain.plans import metric, plan
from tests.web.any_plan import plans
from tests.web.plan_paper import Paper


@settings(max_examples=30)
@given(saved=plans())
def test_any_plan_comes_out_of_the_form_as_it_went_in(saved: Plan):
    values = Paper(saved).values

    assert still_missing(values) is None
    assert plan_from(values) == saved


def test_a_plan_to_look_and_listen_keeps_all_that_its_file_says():
    saved = plan(design="look_and_listen", arm=None, control=None, metric=None, end=date(2026, 5, 1))

    paper = Paper(saved)

    assert plan_from(paper.values) == saved
    assert say("plan-look-and-listen") in paper.said


@settings(max_examples=12)
@given(saved=plans())
def test_another_design_leaves_behind_what_belongs_to_the_first(saved: Plan):
    paper = Paper(saved)

    for design in (Design.CLUSTERED, Design.DIFF_IN_DIFF, Design.PRE_POST, Design.RANDOMISED):
        paper.tap("design", design)

        strays = [
            key
            for key, owners in KEY_BELONGS_TO_DESIGNS.items()
            if key in paper.values and design not in owners
        ]
        assert strays == []
        if design is Design.PRE_POST:
            assert not {"arm", "control", "shares"} & paper.values.keys()
        missing = still_missing(paper.values)
        if missing is None:
            plan_from(paper.values)
        else:
            assert missing.id in {"plan-form-missing", "plan-form-start", "plan-form-quantile"}


@pytest.mark.parametrize(
    ("design", "asked"),
    [
        (Design.RANDOMISED, {"arm", "control", "treatment"}),
        (Design.CLUSTERED, {"arm", "control", "cluster", "drawn", "weight"}),
        (Design.DIFF_IN_DIFF, {"arm", "control", "cluster", "period"}),
        (Design.PRE_POST, {"period"}),
        (Design.SWITCHBACK, {"arm", "control", "block", "burn_in"}),
    ],
)
def test_a_design_asks_for_its_own_columns_and_no_others(design: Design, asked: set[str]):
    ever = {"arm", "control", "treatment", "cluster", "drawn", "weight", "period", "block", "burn_in", "pair"}
    paper = Paper()
    paper.tick("rare", True)

    paper.tap("design", design)

    assert {name for name in ever if say(f"field-{name}") in paper.labels()} == asked
    paper.fill_in()
    assert still_missing(paper.values) is None
    assert plan_from(paper.values).design is design


def test_rare_ways_open_on_request():
    paper = Paper()
    designs, kinds = (
        next(each for each in paper.fields(widget) if each.label == say(f"field-{name}"))
        for widget, name in (("radio", "design"), ("selectbox", "kind"))
    )
    assert say("design-switchback") not in designs.options
    assert say("kind-quantile") not in kinds.options
    assert say("field-covariate") not in paper.labels()

    paper.tick("rare", True)

    paper.tap("design", Design.SWITCHBACK)
    assert say("field-covariate") in paper.labels()
    paper.choose("kind", Kind.QUANTILE)
    assert say("field-q") in paper.labels()


def test_what_is_chosen_already_is_not_taken_away_with_the_request():
    paper = Paper()
    paper.tick("rare", True)
    paper.tap("design", Design.SWITCHBACK)
    paper.choose("kind", Kind.QUANTILE)

    paper.tick("rare", False)

    assert paper.values["design"] is Design.SWITCHBACK
    assert paper.values["metric"][0]["kind"] is Kind.QUANTILE


def test_what_was_typed_under_one_design_is_there_when_it_comes_back():
    paper = Paper()
    paper.tap("design", Design.CLUSTERED)
    paper.write("cluster", "store")

    paper.tap("design", Design.RANDOMISED)
    assert "cluster" not in paper.values
    paper.tap("design", Design.CLUSTERED)

    assert paper.values["cluster"] == "store"


def test_stores_in_pairs_need_the_pair_and_both_ways_within_a_store_do_not():
    paper = Paper()
    paper.tap("design", Design.CLUSTERED)
    paper.fill_in()

    paper.tap("drawn", Drawn.PAIRS)
    paper.write("pair", "town")
    in_pairs = plan_from(paper.values)
    paper.tap("drawn", Drawn.WITHIN)
    within = plan_from(paper.values)

    assert (in_pairs.pair, in_pairs.within_cluster) == ("town", False)
    assert (within.pair, within.within_cluster) == (None, True)


def test_in_pairs_every_pair_counts_the_same_and_nothing_is_adjusted():
    saved = plan(
        design="clustered", cluster="store", weight="unit", metric=[metric(kind="mean", covariate="before")]
    )
    paper = Paper(saved)

    paper.tap("drawn", Drawn.PAIRS)
    paper.write("pair", "town")

    assert not {say("field-weight"), say("field-covariate")} & paper.labels()
    changed = plan_from(paper.values)
    assert (changed.pair, changed.weight, changed.metric[0].covariate) == ("town", Weight.CLUSTER, None)


@pytest.mark.parametrize("kind", [Kind.PROPORTION, Kind.TOP_BOX])
def test_a_difference_of_shares_is_typed_in_percentage_points(kind: Kind):
    paper = Paper()
    paper.choose("kind", kind)

    paper.number("mde-points", 3)

    assert paper.values["metric"][0]["mde"] == 0.03


def test_another_kind_leaves_behind_what_belongs_to_the_first():
    metric = {"name": "m", "role": "primary", "column": "c", "better": "lower", "mde": 2.0}
    saved = plan(metric=[{**metric, "kind": "mean", "covariate": "before", "scale": [1, 5]}])
    paper = Paper(saved)

    paper.choose("kind", Kind.PROPORTION)

    changed = paper.values["metric"][0]
    assert [key for key in KEY_BELONGS_TO_KINDS if key in changed] == []
    assert "mde" not in changed, "2 in its own units are not 2 percentage points"
    assert plan_from(paper.values).metric[0].kind is Kind.PROPORTION


def test_a_guardrail_that_becomes_the_metric_that_decides_loses_its_margin():
    paper = Paper()
    paper.choose("role", Role.GUARDRAIL)
    paper.number("margin", 2)
    paper.tick("counter_metric", True)

    paper.choose("role", Role.PRIMARY)

    assert not {"margin", "counter_metric"} & paper.values["metric"][0].keys()


def test_shares_are_asked_when_the_arms_are_not_of_one_size():
    paper = Paper(plan())
    paper.write("treatment", "Card")
    assert plan_from(paper.values).shares == {"No card": 1.0, "Card": 1.0}

    paper.tick("uneven", True)
    next(each for each in paper.fields("number_input") if "No card" in each.label).set_value(3.0)
    paper.run()

    assert plan_from(paper.values).shares == {"No card": 3.0, "Card": 1.0}


def test_three_columns_may_split_the_answer_and_one_named_twice_splits_it_once():
    paper = Paper(plan())

    for nth, column in enumerate(("channel", "country", "channel")):
        paper.write("segment", column, nth=nth)

    assert plan_from(paper.values).segments == ("channel", "country")


def test_a_file_may_add_its_days_only_where_the_day_is_known():
    paper = Paper(plan(day="date"))

    paper.tick("units_once", True)
    assert plan_from(paper.values).units_return is False

    paper.write("day", "")
    assert say("field-units_once") not in paper.labels()
    assert plan_from(paper.values).units_return is True
