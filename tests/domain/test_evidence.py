"""Summaries merge exactly, and evidence comes back from its JSON as it was."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.evidence import (
    GRADES,
    Action,
    Check,
    CheckName,
    CheckStatus,
    Estimate,
    Evidence,
    Grade,
    Method,
    Recommendation,
    Summary,
    merged,
)
from registry.domain.plan import Design, Role
from registry.domain.sentence import sentence
from tests.analysis.summaries import summary_of

ANSWERS = st.lists(st.one_of(st.none(), st.integers(-1000, 1000).map(float)), max_size=30)


@settings(deadline=None)
@given(one=ANSWERS, other=ANSWERS)
def test_summaries_of_two_halves_merge_to_the_summary_of_the_whole(
    one: list[float | None], other: list[float | None]
):
    whole = summary_of(one + other)

    together = merged(summary_of(one), summary_of(other))

    assert (together.units, together.n, together.missing) == (whole.units, whole.n, whole.missing)
    assert (together.mean is None, together.variance is None) == (whole.mean is None, whole.variance is None)
    assert (together.mean or 0) == pytest.approx(whole.mean or 0, rel=1e-12, abs=1e-9)
    assert (together.variance or 0) == pytest.approx(whole.variance or 0, rel=1e-9, abs=1e-9)


@settings(deadline=None)
@given(answers=st.lists(st.sampled_from([0.0, 1.0, None]), max_size=30), cut=st.integers(0, 30))
def test_successes_of_two_halves_add_up(answers: list[float | None], cut: int):
    halves = [summary_of(half, proportion=True) for half in (answers[:cut], answers[cut:])]

    assert merged(*halves).successes == answers.count(1.0)


def test_summaries_of_different_arms_do_not_merge():
    with pytest.raises(ValueError, match="different arms"):
        merged(summary_of([1.0]), summary_of([1.0], arm="Card"))


def test_large_offset_does_not_blur_a_merged_variance():
    low, high = summary_of([1e8 + 1, 1e8 + 2]), summary_of([1e8 + 3, 1e8 + 4])

    assert merged(low, high).variance == pytest.approx(5 / 3, rel=1e-12)


def test_every_design_has_its_grade():
    assert {design: GRADES[design].value for design in Design} == {
        Design.RANDOMISED: "A",
        Design.CLUSTERED: "B",
        Design.SWITCHBACK: "B",
        Design.DIFF_IN_DIFF: "C",
        Design.PRE_POST: "D",
        Design.LOOK_AND_LISTEN: "E",
    }


def test_evidence_comes_back_from_its_json_as_it_was():
    advice = Recommendation(
        arm="Card", action=Action.ADOPT, rule="better_and_safe", message=sentence("rule", n=2, share=0.5)
    )
    estimate = Estimate(
        metric="spend",
        role=Role.PRIMARY,
        arm="Card",
        control="No card",
        difference=0.1 + 0.2,
        p_value=1e-300,
        alpha_used=0.05,
        method=Method.WELCH,
        n_control=3,
        n_arm=2,
    )
    seen = Evidence(
        plan_fingerprint="0123456789ab",
        rows=5,
        arms={"No card": 3, "Card": 2},
        grade=Grade.A,
        assumption=sentence("assumption-a"),
        checks=(
            Check(name=CheckName.WEEK, status=CheckStatus.WARN, p_value=None, message=sentence("check", n=1)),
        ),
        estimates=(estimate,),
        recommendation=advice,
        recommendations=(advice,),
        summaries=(summary_of([1.0, None, 2.5]),),
        data_sha256="ab" * 32,
        as_of=date(2026, 3, 31),
        complete=True,
    )

    again = Evidence.model_validate_json(seen.model_dump_json())

    assert again == seen
    assert list(again.arms) == ["No card", "Card"]


def test_number_that_is_not_finite_is_never_kept():
    with pytest.raises(ValueError, match="finite"):
        Summary(metric="spend", arm="Card", units=1, n=1, mean=float("nan"), variance=None)
