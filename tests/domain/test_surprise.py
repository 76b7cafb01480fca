"""What was walked back surprised us, what nobody expected too; and how many customers never met it."""

from datetime import date, timedelta

import pytest

from registry.domain.facts import Choice, Decision, Reading, Submission, Withdrawal
from registry.domain.plan import Design, plan_from
from registry.domain.risk import AtMost, RiskProfile
from registry.domain.submission import submitted
from registry.domain.surprise import HowKnown, more_was_told, never_met, surprised_on, surprises
from registry.domain.twelve_weeks import finished
from tests.domain.lines import after, line
from tests.nouns import NOON, OLGA, PLAN, YARDSTICK, asking, dossier, evidence, pilot

CUSTOMERS = 180_000
BACK = Decision(at=NOON, by=OLGA.id, choice=Choice.WALK_BACK)
READ = Reading(at=NOON, by=OLGA.id, file_name="cards.csv", evidence=evidence(rows=800))


def handed_in(people: int | AtMost | None) -> Submission:
    """Handed in for so many *people*."""
    made = submitted(dossier(), asking(), YARDSTICK)
    return made.model_copy(update={"profile": RiskProfile(people=people)})


def test_a_walked_back_experiment_surprises_on_the_day_of_that_decision_told_or_not():
    told = line(outcome="walk_back", decided_on=after(30), learned_on=after(40), has_surprise=True)
    untold = line(outcome="walk_back", decided_on=after(30))

    assert surprised_on(told) == surprised_on(untold) == after(30)


def test_others_surprise_when_they_tell_of_it_and_not_at_all_without():
    assert surprised_on(line(outcome="adopt", learned_on=after(9), has_surprise=True)) == after(9)
    assert surprised_on(line(outcome="adopt", learned_on=after(9))) is None


def test_what_was_walked_back_stands_apart_and_the_latest_first():
    rows = [
        line(1, outcome="walk_back", decided_on=after(5)),
        line(2, outcome="walk_back", decided_on=after(50)),
        line(3, outcome="adopt", learned_on=after(7), has_surprise=True),
        line(4, outcome="withdrawn", learned_on=after(70), has_surprise=True),
        line(5, outcome="adopt", learned_on=after(99)),
    ]

    back, others = surprises(rows)

    assert [row.experiment for row in back] == [2, 1]
    assert [row.experiment for row in others] == [4, 3]


@pytest.mark.parametrize(
    ("before", "last", "more"), [(1, 2, True), (2, 2, False), (3, 2, False), (0, 0, False)]
)
def test_more_told_in_the_last_twelve_weeks_than_in_the_twelve_before_is_told_as_such(
    before: int, last: int, more: bool
):
    today = date(2026, 11, 28)
    earlier, later = finished(today, 2)
    days = [earlier.last] * before + [later.first] * last + [today] * 9

    assert (
        more_was_told([line(n, outcome="walk_back", decided_on=day) for n, day in enumerate(days)], today)
        is more
    )


def test_what_was_decided_otherwise_is_no_walking_back():
    today = date(2026, 11, 28)
    (period,) = finished(today, 1)

    assert not more_was_told([line(outcome="adopt", decided_on=period.first)], today)


def test_those_whom_the_pilot_counted_outside_the_control_met_it():
    tried = dossier(handed_in(4_400), pilot(plan=PLAN), READ, BACK)

    found = never_met(tried, CUSTOMERS)

    assert found is not None
    assert (found.met, found.never, found.known) == (400, 179_600, HowKnown.COUNTED)


@pytest.mark.parametrize(("people", "met"), [(2_500, 2_500), (AtMost(at_most=2_000), 2_000)])
def test_without_a_count_as_many_met_it_as_were_planned_at_most(people: int | AtMost, met: int):
    found = never_met(dossier(handed_in(people), pilot(), BACK), CUSTOMERS)

    assert found is not None
    assert (found.met, found.known) == (met, HowKnown.PLANNED)


def test_a_row_of_a_store_is_not_taken_for_a_customer():
    plan = plan_from(
        PLAN.model_dump(mode="json", exclude_none=True) | {"design": Design.CLUSTERED, "cluster": "store"}
    )
    tried = dossier(handed_in(None), pilot(plan=plan), READ, BACK)

    assert never_met(tried, CUSTOMERS) is None


def test_nobody_met_what_was_withdrawn_before_its_start():
    found = never_met(dossier(handed_in(4_400), Withdrawal(at=NOON, by=OLGA.id)), CUSTOMERS)

    assert found is not None
    assert (found.met, found.never, found.known) == (0, CUSTOMERS, HowKnown.NOBODY)


@pytest.mark.parametrize(
    ("people", "customers"), [(None, CUSTOMERS), (2_000, None), (2_000, 2_000), (3_000, 2_000)]
)
def test_where_nobody_knows_how_many_never_met_it_nothing_is_told(people: int | None, customers: int | None):
    assert never_met(dossier(handed_in(people), pilot(), BACK), customers) is None


def test_what_has_not_started_was_neither_met_nor_missed():
    assert never_met(dossier(handed_in(2_000)), CUSTOMERS) is None


def test_a_later_reading_does_not_change_what_was_decided_on():
    later = READ.model_copy(update={"at": NOON + timedelta(days=1), "evidence": evidence(rows=2_000)})
    decided = BACK.model_copy(update={"evidence": evidence(rows=600)})

    found = never_met(dossier(handed_in(None), pilot(plan=PLAN), decided, later), CUSTOMERS)

    assert found is not None
    assert found.met == 300
