"""The card of a day: the same all day, another one on the next, and everybody's turn comes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.evidence import Grade
from registry.domain.facts import Choice, Citation, Decision, Learning, Stop
from registry.domain.huddle import Candidate, story_of, told_of, turns
from registry.domain.learning_facts import Speaks
from registry.domain.proposal import Idea, Proposal, Quote, Voice
from registry.domain.standing import Standing
from registry.sentences import say
from tests.nouns import CARD, LATER, NOON, dossier, pilot

FIRST_DAY = date(2026, 1, 1)
CAME = st.lists(st.integers(0, 60), min_size=1, max_size=12)
"""On which days, counted from the first, something came."""
PARTS = st.integers(0, 2)


def came_on(days: list[int]) -> list[Candidate]:
    """Something that came on each of *days*."""
    return [Candidate(FIRST_DAY + timedelta(days=day), number) for number, day in enumerate(days)]


def on(day: int) -> date:
    return FIRST_DAY + timedelta(days=day)


@given(CAME, PARTS)
def test_no_two_days_are_the_same_while_there_is_enough(days: list[int], part: int):
    pool = came_on(days)

    shown = {day: turns(pool, on(day), part)[:1] for day in range(90)}

    for day in range(1, 90):
        if sum(each.since < on(day) for each in pool) > 1:
            assert shown[day] != shown[day - 1]


@given(CAME, st.integers(1, 90), st.lists(st.integers(0, 30), max_size=5), PARTS)
def test_what_comes_during_the_day_or_later_does_not_change_its_card(
    days: list[int], day: int, later: list[int], part: int
):
    known = came_on([each for each in days if each < day])
    new = [Candidate(on(day + each), 100 + n) for n, each in enumerate(later)]

    if known:
        assert turns(known + new, on(day), part) == turns(known, on(day), part)


@given(CAME, st.integers(0, 90), PARTS)
def test_everybody_s_turn_comes_before_any_comes_again(days: list[int], day: int, part: int):
    pool = came_on(days)
    known = {each.number for each in pool if each.since < on(day)}
    last = max(days) + 1

    order = turns(pool, on(day), part)
    in_turn = [turns(pool, on(last + n), part)[0] for n in range(len(pool))]

    assert set(order) >= known
    assert len(set(order)) == len(order)
    assert sorted(in_turn) == sorted(each.number for each in pool)


def test_what_is_new_stands_on_the_card_of_the_day_after():
    pool = came_on([0, 3, 9, 20])

    assert [turns(pool, on(day))[0] for day in (1, 4, 10, 21)] == [0, 1, 2, 3]


def test_on_the_very_first_day_what_came_first_stands_there_at_once():
    assert turns(came_on([0]), FIRST_DAY) == (0,)
    assert turns(came_on([0, 0]), FIRST_DAY)[0] == 0
    assert turns([], FIRST_DAY) == ()
    assert turns(came_on([5]), FIRST_DAY) == ()


def test_two_parts_that_draw_from_the_same_pool_mostly_show_different_ones():
    pool = came_on(list(range(20)))

    same = [turns(pool, on(day), 0)[0] == turns(pool, on(day), 1)[0] for day in range(30, 130)]

    assert sum(same) < 25


ENDED = pilot(until=date(2026, 3, 30))
SAID = Learning(at=LATER, by=1, tell_others="Sign with a first name")
KEPT = Decision(at=LATER, by=1, choice=Choice.KEEP_HERE)
CUSTOMER = Proposal(quote=Quote(words="Who wrote this?", source="shop"), idea=Idea(change="Sign the card"))


def about(proposal: Proposal, *facts: object):
    made = dossier(*facts)  # type: ignore[arg-type]
    experiment = made.experiment.model_copy(update={"proposal": proposal})
    return made.model_copy(update={"experiment": experiment})


@pytest.mark.parametrize(
    ("facts", "came"),
    [
        ((ENDED,), "huddle-came-running"),
        ((ENDED, Stop(at=NOON, by=1)), "huddle-came-ended"),
        ((ENDED, KEPT), "huddle-came-keep_here"),
        *(((ENDED, Decision(at=LATER, by=1, choice=each)), f"huddle-came-{each}") for each in Choice),
    ],
)
def test_a_story_tells_what_came_of_a_customers_words(facts: tuple[object, ...], came: str):
    story = story_of(about(CUSTOMER, *facts), date(2026, 3, 10))

    assert story is not None
    assert (story.words, story.source, story.came.id) == ("Who wrote this?", "shop", came)
    assert say(story.came)


def test_what_a_colleague_saw_is_no_customers_story():
    seen = Proposal(quote=Quote(words="They smile", voice=Voice.OBSERVATION))

    assert story_of(about(seen, ENDED), date(2026, 3, 10)) is None
    assert story_of(about(CUSTOMER), date(2026, 3, 10)) is None
    assert story_of(about(Proposal(idea=Idea(change="A card")), ENDED), date(2026, 3, 10)) is None


def test_a_pilot_whose_last_day_has_passed_is_about_to_be_decided():
    story = story_of(about(CUSTOMER, ENDED), date(2026, 3, 31))

    assert story is not None
    assert story.came.id == "huddle-came-ended"


def test_a_learning_is_its_one_sentence_with_where_it_stands():
    told = told_of(dossier(ENDED, KEPT, SAID))

    assert told is not None
    assert (told.words, told.standing, told.tried) == (SAID.tell_others, Standing.EMERGING, CARD.title)
    assert told_of(dossier(ENDED, KEPT, Learning(at=LATER, by=1, happened="They smiled"))) is None
    assert told_of(dossier(ENDED)) is None


def test_a_story_does_not_read_out_what_was_found_not_to_hold():
    by = {"at": NOON, "by": 1}
    told = (pilot(), Learning(**by, tell_others="Cards work"))
    against = Citation(**by, experiment=9, speaks=Speaks.AGAINST, grade=Grade.A)

    before, after = story_of(dossier(*told), LATER.date()), story_of(dossier(*told, against), LATER.date())

    assert before is not None
    assert before.learned == "Cards work"
    assert after is not None
    assert after.learned == ""
