"""What we now believe stands by promise, the firmest first, with what speaks for it and against."""

from registry.domain.believed import believed, in_one_sentence, nothing_learned
from registry.domain.evidence import Grade
from registry.domain.facts import Citation, Learning
from registry.domain.learning_facts import Speaks
from registry.domain.standing import Knows, Standing, balance, grade, weighed, with_citations
from tests.domain.lines import after, line
from tests.nouns import NOON, OLGA, dossier, pilot

PROMISES = ("Nobody waits.", "You are a person.", "No fight.")


def cited(experiment: int, speaks: Speaks, known: Grade | None) -> Citation:
    return Citation(at=NOON, by=OLGA.id, experiment=experiment, speaks=speaks, grade=known)


def test_learnings_stand_under_their_promise_in_the_organisations_order_and_loose_ones_last():
    rows = [
        line(1, standing=Standing.EMERGING),
        line(2, standing=Standing.EMERGING, promise="An older promise."),
        line(3, standing=Standing.EMERGING, promise="You are a person."),
        line(4, standing=Standing.EMERGING, promise="Nobody waits."),
        line(5, promise="Nobody waits."),
    ]

    found = [(each.promise, [row.experiment for row in each.learnings]) for each in believed(rows, PROMISES)]

    assert found == [
        ("Nobody waits.", [4]),
        ("You are a person.", [3]),
        ("An older promise.", [2]),
        ("", [1]),
    ]


def test_the_firmest_comes_first_what_does_not_hold_before_what_is_new_and_the_newest_of_each():
    rows = [
        line(1, standing=Standing.EMERGING, learned_on=after(9)),
        line(2, standing=Standing.CONTRADICTED, learned_on=after(1)),
        line(3, standing=Standing.SUPPORTED, learned_on=after(2)),
        line(4, standing=Standing.SUPPORTED, learned_on=after(5)),
        line(5, standing=Standing.CONFIRMED, learned_on=after(0)),
    ]

    (group,) = believed(rows, PROMISES)

    assert [row.experiment for row in group.learnings] == [5, 4, 3, 2, 1]


def test_a_promise_about_which_nothing_was_learned_is_named():
    rows = [line(1, standing=Standing.EMERGING, promise="No fight."), line(2, promise="Nobody waits.")]

    assert nothing_learned(rows, PROMISES) == ("Nobody waits.", "You are a person.")


def test_what_speaks_for_a_learning_is_told_by_how_it_is_known_and_only_what_was_said_last():
    said = [
        cited(2, Speaks.FOR, Grade.B),
        cited(3, Speaks.FOR, Grade.E),
        cited(4, Speaks.FOR, Grade.A),
        cited(4, Speaks.AGAINST, Grade.A),
        cited(5, Speaks.NEITHER, Grade.C),
        cited(6, Speaks.AGAINST, Grade.D),
    ]

    counted = balance(with_citations(1, Grade.A, said))

    assert counted.pro == {Knows.CHANCE: 2, Knows.NOTICED: 1}
    assert counted.contra == {Knows.CHANCE: 1, Knows.NOTICED: 1}


def test_what_was_never_tried_speaks_for_nothing():
    counted = balance(with_citations(1, None, [cited(2, Speaks.AGAINST, None)]))

    assert (counted.pro, counted.contra) == ({}, {})


def test_the_counts_are_those_that_the_standing_is_weighed_by():
    said = (
        cited(2, Speaks.FOR, Grade.A),
        cited(3, Speaks.AGAINST, Grade.E),
        cited(2, Speaks.AGAINST, Grade.C),
        cited(7, Speaks.FOR, Grade.D),
        cited(1, Speaks.AGAINST, Grade.A),
    )
    taught = dossier(pilot(), Learning(at=NOON, by=OLGA.id, tell_others="Cards work"), *said)

    assert balance(with_citations(taught.id, grade(taught), said)) == balance(weighed(taught))


def test_a_learning_is_told_in_the_sentence_for_others_else_by_what_happened():
    happened = Learning(at=NOON, by=OLGA.id, happened="Ten came back.")

    assert in_one_sentence(happened) == "Ten came back."
    assert in_one_sentence(happened.model_copy(update={"tell_others": "Cards work."})) == "Cards work."
