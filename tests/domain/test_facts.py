"""Facts come back from what is stored, and nothing else is taken for one."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from registry.domain.evidence import Evidence
from registry.domain.facts import Choice, Decision, Fact, Learning, Note, PlanDrawn, Reading, Stop, Withdrawal
from registry.domain.submission import submitted
from tests.nouns import NOON, OLGA, PLAN, YARDSTICK, asking, dossier, evidence, pilot

FACTS: TypeAdapter[Fact] = TypeAdapter(Fact)
BY = {"at": NOON, "by": OLGA.id}
ONE_OF_EACH: tuple[Fact, ...] = (
    submitted(dossier(), asking(), YARDSTICK),
    PlanDrawn(**BY, plan=PLAN),
    pilot(plan=PLAN),
    Note(**BY, words="“Lovely”", count=3, is_quote=True, picture=1),
    Stop(**BY, reason="Two complaints"),
    Reading(**BY, file_name="pilot.csv", evidence=evidence()),
    Decision(**BY, choice=Choice.WALK_BACK, evidence=evidence()),
    Learning(**BY, tell_others="Cards work", hard_to_see=("winter", "no app")),
    Withdrawal(**BY),
)


@pytest.mark.parametrize("fact", ONE_OF_EACH, ids=lambda fact: fact.kind)
def test_a_fact_comes_back_from_its_json(fact: Fact):
    assert FACTS.validate_json(fact.model_dump_json()) == fact


@pytest.mark.parametrize(
    "stored",
    [
        {"kind": "rumour", "at": NOON, "by": 1},
        {"kind": "note", "at": NOON, "by": 1, "blame": "Ravi"},
        {"kind": "note", "at": NOON, "by": 1, "count": -1},
        {"kind": "decision", "at": NOON, "by": 1, "choice": "punish"},
        {"kind": "stop", "by": 1},
    ],
)
def test_what_is_not_a_fact_is_refused(stored: dict[str, Any]):
    with pytest.raises(ValidationError):
        FACTS.validate_python(stored)


def test_evidence_takes_no_number_that_is_not_one():
    said = evidence().model_dump()
    summary = {"metric": "m", "arm": "a", "units": 1, "n": 1, "mean": float("nan"), "variance": None}

    with pytest.raises(ValidationError):
        Evidence.model_validate(said | {"summaries": (summary,)})


def test_a_pilot_without_a_last_day_says_so_when_it_is_asked():
    endless = pilot().model_copy(update={"limits": pilot().limits.model_copy(update={"until": None})})

    with pytest.raises(ValueError, match="end date"):
        _ = endless.until
