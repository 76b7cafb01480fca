"""What the plan form says of size while it is being filled in."""

import subprocess
import sys
from typing import Any

import pytest

from registry.domain.plan import Design, Kind, Look, Role, plan_from
from registry.sentences import say
from registry.web.plan_missing import still_missing
from tests.domain.plans import plan
from tests.source import ROOT
from tests.web.plan_paper import Paper

SIZED = ("To see a difference", "With ", "No pilot", "Say above")


def sizes(paper: Paper) -> list[str]:
    """What is said about size."""
    return [line.strip("*") for line in paper.said if line.strip("*").startswith(SIZED)]


def shares(design: Design = Design.RANDOMISED, **metric: Any) -> Paper:
    """A form whose metric that decides is a share of yes, as *metric* says."""
    paper = Paper(plan(metric=[{**SHARE, **metric}]))
    paper.tick("rare", True)
    paper.tap("design", design)
    return paper


SHARE = {"name": "back", "role": "primary", "kind": "proportion", "column": "back", "better": "higher"}


def test_nothing_is_said_while_nothing_is_known():
    assert sizes(shares(mde=0.03)) == []


def test_customers_and_days_follow_from_the_share_today():
    """2,036 an arm is Fleiss' size; 4,072 at 150 a day are four weeks."""
    paper = shares(mde=0.03)

    paper.number("baseline-proportion", 12)
    paper.number("a_day-randomised", 150)

    assert sizes(paper) == [
        "To see a difference of 3 percentage points, each arm needs about 2,036 customers: about 28 days."
    ]


def test_planned_customers_are_told_what_they_can_see():
    paper = shares()
    paper.number("baseline-proportion", 12)
    assert sizes(paper) == [say("plan-size-asks-mde", groups="no")]

    paper.number("planned_units", 2036)

    (sees,) = sizes(paper)
    assert sees.startswith("With 2,036 customers in each arm you can see a difference of about 3 percentage")
    assert sees.endswith("or a larger one.")


def test_a_number_that_is_too_small_for_what_matters_is_told_so_and_stops_nobody():
    paper = shares(mde=0.03)
    paper.number("baseline-proportion", 12)

    paper.number("planned_units", 500)

    assert sizes(paper)[1].endswith("A smaller one, also the smallest that matters to you, may stay open.")
    assert still_missing(paper.values) is None


def test_stores_are_counted_as_stores_and_said_what_they_see():
    paper = shares(Design.CLUSTERED, mde=0.03)
    paper.number("baseline-proportion", 12)
    assert sizes(paper) == [], "without customers in each store nothing can be said of stores"

    paper.number("group_size-clustered", 60)
    paper.number("alikeness-clustered", 0.05)
    paper.number("have-clustered", 14)

    need, sees = sizes(paper)
    assert need.startswith("To see a difference of 3 percentage points, each arm needs about 135 stores")
    assert sees.startswith(
        "With 14 stores, teams or regions in each arm you can see a difference of about 11"
    )


def test_three_stores_are_told_that_one_of_them_can_turn_the_result():
    paper = shares(Design.CLUSTERED)
    paper.number("baseline-proportion", 12)
    paper.number("group_size-clustered", 60)

    paper.number("have-clustered", 3)

    assert f"**{say('size-few-clusters', n=3)}**" in paper.said


def test_changes_of_stores_are_sized_by_how_far_apart_changes_lie():
    """17 an arm for a difference of one standard deviation: Cohen (1988), table 2.4.1."""
    paper = shares(Design.DIFF_IN_DIFF, mde=0.05)

    paper.number("spread-changes-points", 5)

    assert sizes(paper) == ["To see a difference of 5 percentage points, each arm needs about 17 stores."]


def test_before_and_after_has_no_arms_in_its_words_either():
    paper = shares(Design.PRE_POST, mde=0.03)

    paper.number("baseline-proportion", 12)

    assert sizes(paper) == [
        "To see a difference of 3 percentage points, you need about 2,036 customers before and as many after."
    ]
    assert not any("arm" in line for line in paper.said[-3:])


def test_a_share_that_cannot_rise_so_far_is_told():
    paper = shares(mde=0.03)

    paper.number("baseline-proportion", 98)

    assert sizes(paper) == [say("plan-size-never", mde="3 percentage points")]


@pytest.mark.parametrize("kind", [Kind.RATIO, Kind.QUANTILE])
def test_what_cannot_be_known_of_customers_is_not_asked(kind: Kind):
    paper = shares()

    paper.choose("kind", kind)

    assert say("plan-size-not-this-kind") in paper.said


def test_one_total_per_another_is_planned_in_stores():
    paper = shares(Design.CLUSTERED)
    paper.choose("kind", Kind.RATIO)
    paper.number("mde", 1)

    paper.number("spread-groups", 1)

    assert sizes(paper) == ["To see a difference of 1, each arm needs about 17 stores, teams or regions."]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda paper: paper.tap("look", Look.ANYTIME), "plan-size-look-anytime"),
        (lambda paper: paper.tap("look", Look.PLANNED), "plan-size-look-planned"),
        (lambda paper: paper.tick("survey", True), "size-assumes-answers"),
    ],
)
def test_what_changes_the_number_is_said_below_it(change: Any, told: str):
    paper = shares(mde=0.03)
    paper.number("baseline-proportion", 12)
    assert not any(say(told) in line for line in paper.said)

    change(paper)

    assert any(say(told) in line for line in paper.said)


def test_three_arms_need_more_than_two():
    two = shares(mde=0.03)
    two.number("baseline-proportion", 12)
    saved = plan(shares={"No card": 1, "Card": 1, "Letter": 1}, metric=[{**SHARE, "mde": 0.03}])
    three = Paper(saved)
    three.number("baseline-proportion", 12)

    assert sizes(two) != sizes(three)
    assert any(say("plan-size-several-arms") in line for line in three.said)


def test_without_a_metric_that_decides_size_is_not_asked():
    paper = shares()

    paper.choose("role", Role.WATCH)

    assert say("plan-size-lead") not in paper.said


def test_what_is_known_beforehand_is_no_part_of_the_plan():
    paper = shares(mde=0.03)
    before = plan_from(paper.values)

    paper.number("baseline-proportion", 12)

    assert plan_from(paper.values) == before


def test_opening_the_form_loads_no_engine():
    code = "import sys, registry.web.plan_form; print(*sys.modules)"

    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    loaded = set(ran.stdout.split())
    assert "registry.web.plan_size" in loaded
    assert not {"scipy", "duckdb"} & loaded
