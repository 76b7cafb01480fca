"""Evidence comes back from its JSON as it was."""

from datetime import date

import pytest

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
)
from registry.domain.plan import Design, Role
from registry.domain.sentence import sentence
from registry.domain.summary import Summary
from tests.analysis.summaries import summary_of


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
