"""Facts come back from what is stored, and nothing else is taken for one."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from registry.domain.assessment import Door
from registry.domain.evidence import Evidence, Grade
from registry.domain.facts import Choice, Decision, Fact, Learning, Note, PlanDrawn, Reading, Stop, Withdrawal
from registry.domain.journey import Journey
from registry.domain.learning_facts import (
    Citation,
    CostEstimate,
    Heard,
    Question,
    Reply,
    Speaks,
    Thanks,
    Use,
)
from registry.domain.recorded import Recorded
from registry.domain.review_facts import (
    Case,
    ConditionAccepted,
    Conversation,
    DoorSigned,
    FunctionAnswered,
    FunctionAsked,
    Outcome,
    PanelFound,
    PanelOutcome,
    Review,
    ReviewAsked,
    Sponsorship,
    Supplied,
    Talk,
)
from registry.domain.risk import AtMost, PercentOfRevenue, RiskProfile
from registry.domain.submission import submitted
from tests.nouns import NOON, OLGA, PLAN, YARDSTICK, asking, dossier, evidence, pilot

FACTS: TypeAdapter[Fact] = TypeAdapter(Fact)
BY = {"at": NOON, "by": OLGA.id}
LITTLE = PercentOfRevenue(percent_of_revenue=0.001)
ONE_OF_EACH: tuple[Fact, ...] = (
    submitted(dossier(), asking(), YARDSTICK),
    PlanDrawn(**BY, plan=PLAN),
    pilot(plan=PLAN),
    Note(**BY, words="“Lovely”", count=3, is_quote=True, picture=1),
    Stop(**BY, reason="Two complaints"),
    Reading(**BY, file_name="pilot.csv", evidence=evidence()),
    Decision(**BY, choice=Choice.WALK_BACK, evidence=evidence()),
    Learning(**BY, tell_others="Cards work", hard_to_see=("winter", "no app")),
    Learning(**BY, tell_others="Ink", hard_to_hear=("in a letter",), journey=Journey(channel="phone")),
    Citation(**BY, experiment=3, speaks=Speaks.AGAINST, why="The same, in rain", grade=Grade.B),
    Use(**BY, learning=3, how="We copied the words", helped=False),
    Heard(**BY, words="I kept the card", source="counter"),
    Question(**BY, words="How did they hear of it?"),
    Reply(**BY, question=1, words="From neighbours"),
    Thanks(**BY, words="Thank you", whom=2),
    CostEstimate(**BY, amount=1200.5, how="Two a card"),
    Withdrawal(**BY),
    Conversation(**BY, function="legal", on=NOON.date(), suggested="Ask first"),
    FunctionAsked(**BY, question="law", function="legal"),
    FunctionAnswered(**BY, question="law", function="legal", answer=AtMost(at_most="ordinary"), why="GDPR"),
    FunctionAnswered(**BY, question="undo_cost", function="finance", answer=LITTLE),
    Case(**BY, hurt="Those who cannot type"),
    Sponsorship(**BY),
    ReviewAsked(**BY, whom=3, function="legal", passed_on=True),
    Review(**BY, function="legal", premortem="It hurt", ratings=RiskProfile(law="look", undo_cost=LITTLE)),
    PanelFound(**BY, door=Door.ONE_WAY, near_hinge=False, score=12.5, profile=RiskProfile(), lone=("law",)),
    Talk(**BY, question="law", words="We met"),
    PanelOutcome(**BY, outcome=Outcome.NOT_YET, what="numbers", who="planning"),
    ConditionAccepted(**BY),
    Supplied(**BY, what="Two in a hundred"),
    DoorSigned(**BY, door=Door.TWO_WAY, function="legal", reason="We know it"),
)


def test_there_is_one_of_each_kind():
    assert {type(fact) for fact in ONE_OF_EACH} == set(Recorded.__subclasses__())


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
