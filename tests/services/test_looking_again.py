"""What is worth another look, found in a registry."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from registry.domain.citing import Citing, Helping
from registry.domain.learning_facts import Speaks
from registry.domain.looking_again import Near, Reminder
from registry.domain.person import Person
from registry.services import looking_again
from registry.services.learning import cite, use
from registry.services.looking_again import of_everybody, reminder_of, worth_another_look
from registry.services.person import add_person
from registry.store import experiments
from registry.store.database import Database
from tests.nouns import STELLA, asking
from tests.services.learned import cited, day, drafted, helped, revised, taught, tried

PROMISED: dict[str, Any] = {
    "journey": {"promise": "You are a person to us", "stage": "receive", "topic": "words and letters"}
}
ELSEWHERE: dict[str, Any] = {
    "journey": {"promise": "You are a person to us", "stage": "buy", "topic": "web and app"}
}
TEA = "Tea while people wait"
MIND = "A printed card is answered as often as a handwritten one"


def near(db: Database, number: int, at: int = 100) -> dict[int, Near]:
    """What touches experiment *number*, and how."""
    found = reminder_of(db, experiments.dossier(db, number), day(at))
    return {} if found is None else {each.experiment: each.near for each in found.touches}


def due(found: tuple[Reminder, ...]) -> list[int]:
    return [each.dossier.id for each in found]


def child(db: Database, number: int) -> int:
    return taught(db, day(5), came_from=number, change=TEA)


def grandchild(db: Database, number: int) -> int:
    return taught(db, day(5), came_from=drafted(db, came_from=number, change=TEA), change=TEA)


def helped_one(db: Database, number: int) -> int:
    other = tried(db, change=TEA)
    helped(db, other, number, day(2))
    revised(db, other, day(5), tell_others="It did")
    return other


def helped_afterwards(db: Database, number: int) -> int:
    other = taught(db)
    helped(db, other, number, day(5))
    return other


def citing(speaks: Speaks) -> Callable[[Database, int], int]:
    def made(db: Database, number: int) -> int:
        other = taught(db)
        cited(db, other, number, speaks, day(5))
        return other

    return made


def cited_against(db: Database, number: int) -> int:
    other = tried(db)
    cited(db, number, other, Speaks.AGAINST, day(5))
    return other


def same_promise(db: Database, _: int) -> int:
    return taught(db, day(5), change=TEA, **PROMISED)


def like_these_words(db: Database, _: int) -> int:
    return taught(db, day(5), change="A printed card", tell_others="It is answered just as often")


TOUCHING = (
    (child, Near.CAME_FROM),
    (grandchild, Near.CAME_FROM),
    (helped_one, Near.HELPED_BY),
    (helped_afterwards, Near.HELPED_BY),
    (citing(Speaks.FOR), Near.CITES_FOR),
    (citing(Speaks.AGAINST), Near.CITES_AGAINST),
    (cited_against, Near.AGAINST),
    (same_promise, Near.PLACE),
    (like_these_words, Near.MIND),
)


@pytest.mark.parametrize(("made", "how"), TOUCHING, ids=[how.value for _, how in TOUCHING])
def test_what_comes_near_after_it_was_written_touches_it_until_it_is_revised(
    db: Database, made: Callable[[Database, int], int], how: Near
):
    number = taught(db, day(1), change_our_mind=MIND, **PROMISED)
    other = made(db, number)

    assert near(db, number).get(other) is how

    revised(db, number, day(6), tell_others="Cards work", change_our_mind=MIND, **PROMISED)
    assert near(db, number) == {}


@pytest.mark.parametrize(("made", "how"), TOUCHING, ids=[how.value for _, how in TOUCHING])
def test_what_was_known_when_it_was_written_does_not_touch_it(
    db: Database, made: Callable[[Database, int], int], how: Near
):
    number = taught(db, day(1), change_our_mind=MIND, **PROMISED)
    made(db, number)
    revised(db, number, day(5), tell_others="Cards work", change_our_mind=MIND, **PROMISED)

    assert near(db, number) == {}


def test_what_serves_the_promise_elsewhere_does_not_touch_it(db: Database):
    number = taught(db, day(1), **PROMISED)
    taught(db, day(5), **ELSEWHERE)

    assert near(db, number) == {}


def test_a_citation_that_was_taken_back_does_not_touch_it(db: Database):
    number = taught(db, day(1))
    other = cited_against(db, number)

    cite(db, asking(day(6)), number, Citing(other, Speaks.NEITHER))

    assert near(db, number) == {}


def test_what_it_helped_touches_it_only_once_that_was_learned_from(db: Database, nora: Person):
    number = taught(db, day(1))
    draft = drafted(db, nora)

    use(db, asking(day(2), nora), draft, Helping(number))

    assert near(db, number) == {}


def test_experiments_that_came_out_of_each_other_are_walked_once(db: Database):
    first = taught(db, day(1))
    second = child(db, first)
    helped(db, first, second, day(6))

    assert near(db, first) == {second: Near.CAME_FROM}


def test_a_team_is_reminded_of_its_own_learnings_the_longest_waiting_first(
    db: Database, tom: Person, nora: Person
):
    late, early = (taught(db, look_again=date(2026, 4, n)) for n in (9, 2))
    toms = taught(db, by=tom, look_again=date(2026, 4, 5))
    noras = taught(db, by=nora, look_again=date(2026, 4, 1))

    assert due(worth_another_look(db, asking(day(100), tom))) == [early, toms, late]
    assert due(worth_another_look(db, asking(day(100), nora))) == [noras]
    assert due(worth_another_look(db, asking(day(5)))) == []


def test_there_are_never_more_than_three_reminders(db: Database):
    numbers = [taught(db, look_again=date(2026, 4, n)) for n in range(1, 6)]

    assert due(worth_another_look(db, asking(day(100)))) == numbers[:3]


def test_words_are_compared_where_nothing_else_fills_the_list(db: Database, nora: Person):
    number = taught(db, day(1), change_our_mind=MIND)
    other = taught(db, day(5), nora, change="A printed card", tell_others="It is answered just as often")

    (found,) = worth_another_look(db, asking(day(100)))

    assert found.dossier.id == number
    assert [(each.experiment, each.near) for each in found.mind_changers] == [(other, Near.MIND)]


def test_words_in_common_do_not_count_where_both_say_that_they_are_about_something_else(db: Database):
    number = taught(db, day(1), change_our_mind=MIND, **PROMISED)
    letter: dict[str, Any] = {"journey": {"promise": "Nobody waits", "stage": "buy"}}
    taught(db, day(5), change="A printed card", tell_others="It is answered just as often", **letter)

    assert near(db, number) == {}


def test_only_so_many_words_are_compared_at_a_time(
    db: Database, nora: Person, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(looking_again, "READ", 1)
    first, second = (taught(db, day(n), change_our_mind=MIND) for n in (2, 1))
    taught(db, day(5), nora, change="A printed card", tell_others="It is answered just as often")

    assert due(worth_another_look(db, asking(day(100)))) == [second]
    assert set(near(db, first)) != set()


def test_everybodys_are_those_whose_day_came_and_those_that_something_speaks_against(
    db: Database, nora: Person
):
    dated, against, silent = (
        taught(db, look_again=date(2026, 4, 2)),
        taught(db, day(1), nora),
        taught(db, day(1)),
    )
    other = cited_against(db, against)
    taught(db, day(6), came_from=silent)

    found = of_everybody(db, day(100), most=9)

    assert due(found) == [against, dated]
    assert [each.experiment for each in found[0].touches] == [other]
    assert due(of_everybody(db, day(100), most=1)) == [against]


def test_somebody_without_a_team_is_reminded_of_what_they_proposed_alone(db: Database):
    lone, other = (
        add_person(db, asking(person=STELLA), Person(id=0, name=f"{name} Lone", email=f"{name}@example.org"))
        for name in ("Lea", "Otto")
    )
    mine = taught(db, by=lone, look_again=date(2026, 4, 2))
    taught(db, by=other, look_again=date(2026, 4, 2))

    assert due(worth_another_look(db, asking(day(100), lone))) == [mine]
