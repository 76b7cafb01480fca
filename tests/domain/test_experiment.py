"""The stage follows from the facts and the day: the first in the table that holds."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.assessment import Door
from registry.domain.experiment import (
    Stage,
    UnknownExperiment,
    changes_on,
    door,
    experiment_code,
    experiment_id,
    stage,
)
from registry.domain.facts import Choice, Decision, Fact, Learning, PlanDrawn, Stop, Withdrawal
from registry.domain.journey import Journey
from registry.domain.proposal import Limits
from registry.domain.submission import submitted
from registry.sentences import say
from tests.nouns import CARD, LATER, NOON, OLGA, PHONE_LINE, PLAN, YARDSTICK, asking, dossier, evidence, pilot

BY = {"at": NOON, "by": OLGA.id}
TWO_WAY = submitted(dossier(proposal=CARD), asking(), YARDSTICK)
ONE_WAY = submitted(dossier(proposal=PHONE_LINE), asking(), YARDSTICK)
LAST_DAY = date(2026, 3, 30)
PILOT = pilot(until=LAST_DAY)
STOP = Stop(**BY)
DECISION = Decision(**BY, choice=Choice.ADOPT)
LEARNING = Learning(**BY, tell_others="Cards work")
WITHDRAWAL = Withdrawal(**BY)


@pytest.mark.parametrize(
    ("facts", "at", "expected"),
    [
        ((), NOON, Stage.DRAFT),
        ((PlanDrawn(**BY, plan=PLAN),), NOON, Stage.DRAFT),
        ((ONE_WAY,), NOON, Stage.IN_REVIEW),
        ((TWO_WAY,), NOON, Stage.CLEARED),
        ((ONE_WAY, TWO_WAY), NOON, Stage.CLEARED),
        ((TWO_WAY, ONE_WAY), NOON, Stage.IN_REVIEW),
        ((TWO_WAY, PILOT), NOON, Stage.RUNNING),
        ((TWO_WAY, PILOT), datetime(2026, 3, 30, 23, 59, 59, tzinfo=UTC), Stage.RUNNING),
        ((TWO_WAY, PILOT), datetime(2026, 3, 31, tzinfo=UTC), Stage.TO_DECIDE),
        ((TWO_WAY, PILOT, STOP), NOON, Stage.TO_DECIDE),
        ((TWO_WAY, PILOT, DECISION), NOON, Stage.TO_LEARN),
        ((TWO_WAY, PILOT, STOP, DECISION), LATER, Stage.TO_LEARN),
        ((TWO_WAY, PILOT, DECISION, LEARNING), LATER, Stage.LEARNED),
        ((WITHDRAWAL,), NOON, Stage.WITHDRAWN),
        ((TWO_WAY, WITHDRAWAL, LEARNING), NOON, Stage.WITHDRAWN),
    ],
)
def test_the_stage_follows_from_the_facts_and_the_day(facts: tuple[Fact, ...], at: datetime, expected: Stage):
    assert stage(dossier(*facts), at) is expected


WHAT_MAKES_A_STAGE: tuple[tuple[Stage, Fact], ...] = (
    (Stage.WITHDRAWN, WITHDRAWAL),
    (Stage.LEARNED, LEARNING),
    (Stage.TO_LEARN, DECISION),
    (Stage.RUNNING, PILOT),
    (Stage.CLEARED, TWO_WAY),
)


@given(st.lists(st.sampled_from(WHAT_MAKES_A_STAGE), unique_by=lambda made: made[0]))
def test_where_several_stages_hold_the_first_of_the_table_counts(made: list[tuple[Stage, Fact]]):
    facts = [fact for _, fact in made]
    first = next((stage for stage, fact in WHAT_MAKES_A_STAGE if fact in facts), Stage.DRAFT)

    assert stage(dossier(*facts), NOON) is first


def test_time_alone_changes_a_running_pilot_on_the_day_after_its_last():
    running = dossier(TWO_WAY, PILOT)

    day = changes_on(running, NOON)

    assert day == LAST_DAY + timedelta(days=1)
    before = datetime(2026, 3, 31, tzinfo=UTC) - timedelta(milliseconds=1)
    assert stage(running, before) is stage(running, NOON)
    assert stage(running, before + timedelta(milliseconds=1)) is not stage(running, NOON)


@pytest.mark.parametrize(
    "facts", [(), (TWO_WAY,), (TWO_WAY, PILOT, STOP), (TWO_WAY, PILOT, DECISION), (WITHDRAWAL,)]
)
def test_time_alone_changes_nothing_that_is_not_running(facts: tuple[Fact, ...]):
    assert changes_on(dossier(*facts), NOON) is None


def test_an_ended_pilot_is_changed_by_nobody_but_people():
    assert changes_on(dossier(TWO_WAY, PILOT), LATER) is None


def test_the_door_is_that_of_the_last_submission():
    assert [door(dossier(*facts)) for facts in ((), (TWO_WAY,), (TWO_WAY, ONE_WAY))] == [
        None,
        Door.TWO_WAY,
        Door.ONE_WAY,
    ]


def test_the_plan_of_a_started_pilot_is_the_one_locked_at_the_start():
    drawn = PlanDrawn(**BY, plan=PLAN)

    assert dossier().plan is None
    assert dossier(drawn).plan == PLAN
    assert dossier(drawn, pilot(plan=PLAN)).plan == PLAN
    assert dossier(drawn, pilot(plan=None)).plan is None


def test_the_first_stop_counts_and_the_latest_tells_why():
    explained = dossier(PILOT, STOP, Stop(at=LATER, by=OLGA.id, reason="Two complaints"))

    assert explained.stop == STOP
    assert explained.stop_reason == "Two complaints"


def test_the_latest_revision_of_a_learning_counts():
    revised = LEARNING.model_copy(update={"tell_others": "Cards work in winter"})

    assert dossier(LEARNING, revised).learning == revised


def test_a_dossier_comes_back_from_its_json():
    full = dossier(TWO_WAY, PILOT, Decision(**BY, choice=Choice.ADOPT, evidence=evidence()), LEARNING)

    assert type(full).model_validate_json(full.model_dump_json()) == full


@given(st.integers(1, 10**18 - 1))
def test_a_code_names_its_experiment(id: int):
    assert experiment_id(experiment_code(id)) == id


@pytest.mark.parametrize("written", ["CX-17", "cx-17", "  CX17 ", "17", "cx-17\n"])
def test_a_code_is_understood_as_people_write_it(written: str):
    assert experiment_id(written) == 17


@pytest.mark.parametrize(
    "written",
    ["CX-", "CX-0", "CX-017", "CX--1", "CX-1.5", "CX-１７", "CX-" + "9" * 40, "CY-1", "CX-1; drop", "1 2"],
)
def test_what_is_not_a_code_is_refused_and_quoted(written: str):
    with pytest.raises(UnknownExperiment) as refusal:
        experiment_id(written)

    assert f"“{written[:20]}”" in say(refusal.value.sentence)


@pytest.mark.parametrize("written", ["", "  "])
def test_an_address_without_a_code_is_told_so(written: str):
    with pytest.raises(UnknownExperiment) as refusal:
        experiment_id(written)

    assert "does not say which" in say(refusal.value.sentence)


def test_a_proposal_changed_since_it_was_handed_in_is_a_draft_again():
    riskier = CARD.model_copy(update={"answers": PHONE_LINE.answers})

    changed = dossier(TWO_WAY, proposal=riskier)

    assert (stage(changed, NOON), door(changed)) == (Stage.DRAFT, None)


def test_limits_and_expectations_may_be_written_after_handing_in():
    later = CARD.model_copy(update={"expected": "Ten more come back", "limits": Limits(cap="€200")})

    assert stage(dossier(TWO_WAY, proposal=later), NOON) is Stage.CLEARED


def test_where_it_belongs_says_the_learning_else_the_proposal():
    by_phone, by_letter = Journey(channel="phone", topic="trust"), Journey(channel="letter")
    proposed = dossier(pilot(), proposal=CARD.model_copy(update={"journey": by_phone}))
    learned = Learning(at=NOON, by=OLGA.id, tell_others="Ink", journey=by_letter)

    assert proposed.journey == by_phone
    assert proposed.model_copy(update={"facts": (*proposed.facts, learned)}).journey == by_letter
