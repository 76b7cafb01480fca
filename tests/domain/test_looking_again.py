"""When a learning is worth another look."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.journey import Journey
from registry.domain.looking_again import (
    NEAREST,
    Near,
    Touch,
    is_due,
    is_elsewhere,
    oldest_first,
    reminder,
    still_holds,
    touches,
)
from registry.domain.organisation import Topic
from tests.nouns import LATER, NOON, OLGA, STELLA, asking, dossier, pilot

DAY = date(2026, 9, 2)
LEARNED = Learning(at=NOON, by=OLGA.id, tell_others="Cards work", look_again=DAY)


def touch(experiment: int = 7, near: Near = Near.PLACE, at: datetime = LATER) -> Touch:
    return Touch(experiment, near, at)


def learned(learning: Learning = LEARNED) -> Dossier:
    return dossier(pilot(), learning)


@pytest.mark.parametrize(
    ("today", "due"), [(DAY - timedelta(days=1), False), (DAY, True), (DAY + timedelta(days=400), True)]
)
def test_it_is_due_from_its_day_on(today: date, due: bool):
    assert is_due(LEARNED, today) is due


def test_without_a_day_it_is_never_due():
    assert not is_due(LEARNED.model_copy(update={"look_again": None}), date.max)


def test_only_what_is_newer_than_the_last_revision_touches_it():
    before, same, after = (NOON + timedelta(seconds=n) for n in (-1, 0, 1))

    found = touches(LEARNED, [touch(1, at=before), touch(2, at=same), touch(3, at=after)])

    assert [each.experiment for each in found] == [3]


def test_an_experiment_that_is_near_in_two_ways_is_told_once_by_the_nearer():
    found = touches(LEARNED, [touch(near=Near.PLACE), touch(near=Near.AGAINST), touch(near=Near.CAME_FROM)])

    assert found == (touch(near=Near.AGAINST),)


HOURS = some.integers(-48, 48).map(lambda hours: NOON + timedelta(hours=hours))


@given(some.lists(some.builds(touch, some.integers(1, 4), some.sampled_from(Near), HOURS)))
def test_touches_are_told_once_each_the_oldest_first_whatever_their_order(found: list[Touch]):
    told = touches(LEARNED, found)

    assert told == touches(LEARNED, reversed(found))
    assert [each.at for each in told] == sorted(each.at for each in told)
    assert {each.experiment for each in told} == {each.experiment for each in found if each.at > NOON}
    assert len({each.experiment for each in told}) == len(told)
    for each in told:
        newer = [other.near for other in found if other.experiment == each.experiment and other.at > NOON]
        assert each.near is min(newer, key=NEAREST.index)


def test_nothing_reminds_of_what_is_neither_due_nor_touched():
    assert reminder(learned(), [touch(at=NOON)], DAY - timedelta(days=1)) is None
    assert reminder(dossier(pilot()), [touch()], DAY) is None


def test_a_reminder_says_since_when_the_earlier_of_its_day_and_the_first_touch():
    due = reminder(learned(), [], DAY)
    touched = reminder(learned(), [touch(1), touch(2, at=LATER + timedelta(days=1))], DAY - timedelta(days=1))
    both = reminder(learned(), [touch()], DAY)

    assert due is not None
    assert touched is not None
    assert both is not None
    assert (due.since, due.touches) == (DAY, ())
    assert (touched.since, touched.due) == (LATER.date(), None)
    assert (both.since, both.due) == (LATER.date(), DAY)


def test_a_revision_answers_what_touched_it_before():
    revised = LEARNED.model_copy(update={"at": LATER + timedelta(days=1)})

    assert reminder(dossier(pilot(), LEARNED, revised), [touch()], DAY - timedelta(days=1)) is None


def test_what_speaks_against_it_or_resembles_those_words_may_change_a_mind():
    found = reminder(learned(), [touch(n, near) for n, near in enumerate(Near)], DAY)

    assert found is not None
    assert {each.near for each in found.mind_changers} == {Near.AGAINST, Near.MIND}


def test_what_waits_the_longest_comes_first():
    early = LEARNED.model_copy(update={"look_again": DAY - timedelta(days=3)})
    found = [reminder(learned(), [], DAY), None, reminder(learned(early), [], DAY)]

    assert [each.since for each in oldest_first(found)] == [DAY - timedelta(days=3), DAY]


HERE = Journey(promise="You are a person to us", stage="receive", topic="words and letters", channel="letter")


@pytest.mark.parametrize(
    ("other", "elsewhere"),
    [
        (Journey(topic="words and letters", stage="buy"), False),
        (Journey(promise="You are a person to us"), False),
        (Journey(stage="buy", channel="letter"), True),
        (Journey(channel="phone"), False),
        (Journey(), False),
    ],
)
def test_two_are_elsewhere_when_both_say_where_and_agree_in_nothing(other: Journey, elsewhere: bool):
    assert is_elsewhere(HERE, other) is is_elsewhere(other, HERE) is elsewhere


def test_what_still_holds_keeps_its_words_and_gets_the_next_day_of_its_topic():
    topics = (Topic(name="web and app", months=6),)
    by = asking(LATER, STELLA)

    kept = still_holds(LEARNED, by, topics, "web and app")

    assert kept.look_again == date(2026, 11, 1)
    assert (kept.at, kept.by) == (LATER, STELLA.id)
    assert kept.model_copy(update={"at": NOON, "by": OLGA.id, "look_again": DAY}) == LEARNED
