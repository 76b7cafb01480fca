"""What happened between two days, as it was known at their end."""

from datetime import date, datetime, timedelta

from registry.domain.digest import Period, as_of, happened, helpers, weeks_until
from registry.domain.experiment import Dossier, Stage
from registry.domain.facts import Choice, Decision, Learning, Stop, Use
from registry.domain.moment import as_moment
from registry.domain.recorded import Recorded
from registry.domain.standing import Standing
from registry.domain.submission import submitted
from tests.nouns import NOON, YARDSTICK, asking, dossier, pilot

WEEK = weeks_until(NOON.date(), 1)
NEXT = weeks_until(NOON.date() + timedelta(days=7), 1)
BY = {"at": NOON, "by": 1}
HANDED_IN = submitted(dossier(), asking(), YARDSTICK)
STARTED = pilot(until=NOON.date() + timedelta(days=30))
KEPT = Decision(**BY, choice=Choice.KEEP_HERE)
SAID = Learning(**BY, tell_others="Sign it", surprised="They wrote back")


def experiment(number: int, *facts: Recorded) -> Dossier:
    """An experiment that was handed in, of this number, with these facts."""
    made = dossier(HANDED_IN, *facts)  # type: ignore[arg-type]
    return made.model_copy(update={"experiment": made.experiment.model_copy(update={"id": number})})


def codes(items: tuple[object, ...]) -> list[str]:
    return [item.code for item in items]  # type: ignore[attr-defined]


def test_a_week_has_seven_days_and_ends_with_its_last():
    week = weeks_until(date(2026, 11, 22), 1)

    assert week == Period(date(2026, 11, 16), date(2026, 11, 22))
    assert weeks_until(date(2026, 11, 22), 2).first == date(2026, 11, 9)
    inside = ["2026-11-16T00:00:00.000Z", "2026-11-22T23:59:59.999Z"]
    outside = ["2026-11-15T23:59:59.999Z", "2026-11-23T00:00:00.000Z"]
    assert [week.holds(moment(each)) for each in inside] == [True, True]
    assert [week.holds(moment(each)) for each in outside] == [False, False]
    assert week.end == moment("2026-11-23T00:00:00.000Z")


def moment(text: str):
    return as_moment(datetime.fromisoformat(text))


def test_each_week_tells_what_happened_in_it_and_no_other_does():
    one = experiment(4, STARTED, KEPT, SAID)

    told, later = happened([one], {}, WEEK), happened([one], {}, NEXT)

    assert (
        codes(told.started) == codes(told.decided) == codes(told.learned) == codes(told.surprised) == ["CX-4"]
    )
    assert told.decided[0].choice is Choice.KEEP_HERE
    assert (told.learned[0].words, told.learned[0].standing) == ("Sign it", Standing.EMERGING)
    assert not told.learned[0].is_revision
    assert told.surprised[0].words == "They wrote back"
    assert not told.is_quiet
    assert later.is_quiet
    assert later == happened([], {}, NEXT)


def test_a_revision_is_told_of_as_one():
    revised = SAID.model_copy(update={"at": NOON + timedelta(days=3), "tell_others": "Sign it by hand"})

    told = happened([experiment(4, STARTED, KEPT, SAID, revised)], {}, NEXT)

    assert [(each.words, each.is_revision) for each in told.learned] == [("Sign it by hand", True)]


def test_a_past_week_is_told_as_it_was_known_then():
    later = KEPT.model_copy(update={"at": NOON + timedelta(days=2), "choice": Choice.WALK_BACK})
    one = experiment(4, STARTED, Stop(**BY), later)

    told, after = happened([one], {}, WEEK), happened([one], {}, NEXT)

    assert told.decided == ()
    assert [(each.code, each.stage) for each in told.waiting] == [("CX-4", Stage.TO_DECIDE)]
    assert [each.choice for each in after.decided] == [Choice.WALK_BACK]
    assert [(each.stage, each.since) for each in after.waiting] == [
        (Stage.TO_LEARN, NOON.date() + timedelta(days=2))
    ]
    assert as_of(one, NOON).facts == ()


def test_a_pilot_waits_for_its_decision_from_the_day_after_its_last():
    ended = experiment(4, pilot(until=NOON.date() - timedelta(days=1)))
    last_day = experiment(5, pilot(until=NOON.date()))

    told = happened([ended, last_day], {}, WEEK)

    assert [(each.code, each.stage, each.since) for each in told.waiting] == [
        ("CX-4", Stage.TO_DECIDE, NOON.date())
    ]


def test_a_draft_is_not_told_of_whatever_its_team_did():
    used = Use(**BY, learning=4)
    draft = experiment(9, used)
    draft = draft.model_copy(update={"facts": (used,)})
    taught = experiment(4, STARTED, KEPT, SAID)

    assert happened([draft], {4: taught}, WEEK).is_quiet


def test_what_helped_is_told_by_learning_with_whom_it_helped():
    taught, other = experiment(4, STARTED, KEPT, SAID), experiment(5, STARTED, KEPT, SAID)
    users = [
        experiment(7, Use(**BY, learning=5), Use(**BY, learning=4)),
        experiment(8, Use(**BY, learning=4, how="We signed it too")),
        experiment(9, Use(**BY, learning=4), Use(**BY, learning=4, helped=False)),
    ]

    told = happened(users, {4: taught, 5: other}, WEEK)

    assert helpers(users, WEEK) == {4, 5}
    assert [(each.code, each.helped) for each in told.helped] == [
        ("CX-4", ("CX-7", "CX-8")),
        ("CX-5", ("CX-7",)),
    ]
    assert told.helped[0].words == "Sign it"
    assert helpers(users, NEXT) == set()
