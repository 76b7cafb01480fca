"""A two-way door starts with nothing but a name; a one-way door does not; and data belongs to its plan."""

from datetime import UTC, date, datetime, timedelta

import pytest

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier
from registry.domain.facts import Note, Pilot, PlanDrawn, Reading, Stop
from registry.domain.pilot import (
    CannotStart,
    NothingNoted,
    ReadingRefused,
    StartingPoint,
    noted,
    plan_drawn,
    read,
    started,
    stop_explained,
    stopped,
    takes_data,
    usual_limits,
)
from registry.domain.plan import fingerprint, plan_from
from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.domain.risk import PercentOfRevenue, RiskProfile
from registry.domain.steps import WrongStage
from registry.domain.submission import StillUndecided, Yardstick, assessment
from registry.sentences import say
from tests.nouns import (
    CARD,
    LATER,
    NOON,
    OLGA,
    OPEN,
    PHONE_LINE,
    PLAN,
    YARDSTICK,
    asking,
    dossier,
    evidence,
    pilot,
)

TODAY = NOON.date()
EMPTY = StartingPoint()
READING = Reading(at=LATER, by=OLGA.id, file_name="pilot.csv", evidence=evidence())
NO_MONEY = PercentOfRevenue(percent_of_revenue=0)


def note(**seen: object) -> Note:
    return Note.model_validate({"at": NOON, "by": OLGA.id} | seen)


def test_a_two_way_door_starts_with_nothing_but_what_it_is_called():
    nothing_else = Proposal(quote=Quote(words="Nobody says thank you"), quick_check=CARD.quick_check)

    submission, begun = started(dossier(proposal=nothing_else), asking(), YARDSTICK, EMPTY)

    assert submission.door is Door.TWO_WAY
    assert (begun.at, begun.by, begun.plan, begun.fingerprint) == (NOON, OLGA.id, None, None)


def test_without_a_last_day_a_pilot_runs_four_weeks():
    _, begun = started(dossier(), asking(), YARDSTICK, EMPTY)

    assert begun.until == TODAY + timedelta(days=28) == usual_limits(TODAY).until


def test_what_the_team_wrote_down_is_kept():
    start = StartingPoint(
        limits=Limits(until=date(2026, 3, 9), cap="€200", stop_if="two customers complain"),
        expected="Ten more come back",
        expected_difference=0.1,
    )

    _, begun = started(dossier(), asking(), YARDSTICK, start)

    assert begun.limits == start.limits
    assert (begun.expected, begun.expected_difference) == ("Ten more come back", 0.1)


def test_a_pilot_may_end_on_the_day_it_starts_and_not_before():
    started(dossier(), asking(), YARDSTICK, StartingPoint(limits=Limits(until=TODAY)))

    yesterday = StartingPoint(limits=Limits(until=TODAY - timedelta(days=1)))
    with pytest.raises(CannotStart) as refusal:
        started(dossier(), asking(), YARDSTICK, yesterday)

    assert "1 March 2026" in say(refusal.value.sentence)


def test_today_is_the_day_in_utc():
    just_before_midnight = asking(datetime(2026, 3, 2, 23, 59, tzinfo=UTC))

    _, begun = started(dossier(), just_before_midnight, YARDSTICK, EMPTY)

    assert begun.until == date(2026, 3, 30)


def test_a_one_way_door_cannot_start():
    with pytest.raises(CannotStart) as refusal:
        started(dossier(proposal=PHONE_LINE), asking(), YARDSTICK, EMPTY)

    assert "CX-1 is a one-way door" in say(refusal.value.sentence)


def test_an_undecided_door_cannot_start():
    with pytest.raises(StillUndecided):
        started(dossier(proposal=OPEN), asking(), YARDSTICK, EMPTY)


def test_a_proposal_that_says_nothing_cannot_start():
    nameless = CARD.model_copy(update={"idea": Idea(), "quote": Quote()})

    with pytest.raises(CannotStart) as refusal:
        started(dossier(proposal=nameless), asking(), YARDSTICK, EMPTY)

    assert refusal.value.sentence.id == "start-says-nothing"


def test_the_start_judges_the_door_by_the_days_it_will_really_run():
    """The weights sum to 49; these answers to 20.75 of them: 42.3. More than a year adds 2 of 49: 46.4."""
    answers = RiskProfile(
        exposure=1, people=100, undo_cost=NO_MONEY, money_at_risk=NO_MONEY,
        harm="repairable", undo_time="month", law="look", promise="dated", undo_control="partner",
        colleagues="tools", spotlight="posts", detection="week", data="hidden",
    )  # fmt: skip
    subject = dossier(proposal=CARD.model_copy(update={"answers": answers}))
    four_weeks, over_a_year = (
        StartingPoint(limits=Limits(until=TODAY + timedelta(days=days))) for days in (28, 366)
    )

    submission, _ = started(subject, asking(), YARDSTICK, four_weeks)
    with pytest.raises(CannotStart) as refusal:
        started(subject, asking(), YARDSTICK, over_a_year)

    assert (submission.door, submission.near_hinge) == (Door.TWO_WAY, True)
    assert submission.score == pytest.approx(100 * 20.75 / 49)
    assert submission.profile.duration_days == 28
    assert refusal.value.sentence.id == "start-one-way"


def test_a_plan_is_locked_with_its_fingerprint():
    drawn = plan_drawn(dossier(), asking(), PLAN)

    _, begun = started(dossier(drawn), asking(), YARDSTICK, EMPTY)

    assert (begun.plan, begun.fingerprint) == (PLAN, fingerprint(PLAN))


def test_the_last_plan_before_the_start_counts():
    earlier = PlanDrawn(at=NOON, by=OLGA.id, plan=plan_from({"design": "look_and_listen"}))

    _, begun = started(dossier(earlier, plan_drawn(dossier(), asking(), PLAN)), asking(), YARDSTICK, EMPTY)

    assert begun.plan == PLAN


@pytest.mark.parametrize(
    ("subject", "takes"),
    [
        (dossier(pilot()), False),
        (dossier(pilot(plan=plan_from({"design": "look_and_listen"}))), False),
        (dossier(pilot(plan=PLAN)), True),
    ],
)
def test_only_a_plan_with_metrics_takes_data(subject: Dossier, takes: bool):
    assert takes_data(subject) is takes


@pytest.mark.parametrize("seen", [{"words": "She smiled"}, {"count": 0}, {"count": 3}, {"picture": 7}])
def test_a_note_is_words_or_a_count_or_a_picture(seen: dict[str, object]):
    assert noted(dossier(pilot()), asking(), note(**seen)) == note(**seen)


@pytest.mark.parametrize("seen", [{}, {"words": " \n\x00"}, {"is_quote": True}])
def test_an_empty_note_is_refused(seen: dict[str, object]):
    with pytest.raises(NothingNoted):
        noted(dossier(pilot()), asking(), note(**seen))


def test_a_running_pilot_is_stopped_without_a_reason_which_may_follow():
    stop = stopped(dossier(pilot()), asking())
    told = stop_explained(dossier(pilot(), stop), asking(LATER), "Two customers complained")

    assert (stop.at, stop.reason) == (NOON, "")
    assert told.reason == "Two customers complained"


def test_a_stop_is_explained_even_after_the_decision():
    stop = Stop(at=NOON, by=OLGA.id)

    assert stop_explained(dossier(pilot(), stop), asking(LATER), "Rain").reason == "Rain"


def test_a_pilot_that_has_ended_is_not_stopped():
    with pytest.raises(WrongStage):
        stopped(dossier(pilot()), asking(LATER))


def test_data_is_read_under_the_plan_that_was_locked():
    reading = read(dossier(pilot(plan=PLAN)), asking(LATER), READING)

    assert (reading.file_name, reading.evidence) == ("pilot.csv", evidence())


@pytest.mark.parametrize("begun", [pilot(), pilot(plan=plan_from({"design": "look_and_listen"}))])
def test_data_read_under_another_plan_is_refused(begun: Pilot):
    with pytest.raises(ReadingRefused) as refusal:
        read(dossier(begun), asking(LATER), READING)

    assert "CX-1" in say(refusal.value.sentence)


def test_the_yardstick_of_another_organisation_may_give_another_door():
    costly = CARD.model_copy(update={"answers": RiskProfile(money_at_risk=5_000)})
    doors = [
        assessment(costly, Yardstick(policy=YARDSTICK.policy, organisation=each)).door
        for each in (
            YARDSTICK.organisation.model_copy(update={"yearly_revenue": revenue}) for revenue in (1e8, 1e5)
        )
    ]

    assert doors == [Door.TWO_WAY, Door.ONE_WAY]
