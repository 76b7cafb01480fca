"""Where a learning stands follows from what is cited for and against it."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from registry.domain.evidence import Action, Evidence, Grade
from registry.domain.facts import Choice, Citation, Decision, Fact, Learning, Reading, Stop
from registry.domain.learning_facts import Speaks
from registry.domain.standing import (
    Knows,
    Standing,
    Weighed,
    balance,
    grade,
    standing,
    standing_of,
    weighed,
)
from tests.nouns import NOON, OLGA, PLAN, dossier, evidence, pilot

FOR, AGAINST = Speaks.FOR, Speaks.AGAINST
FIRMNESS = (Standing.CONTRADICTED, Standing.EMERGING, Standing.SUPPORTED, Standing.CONFIRMED)
LEARNED = Learning(at=NOON, by=OLGA.id, tell_others="Cards work")


def speaking(speaks: Speaks, grades: str) -> list[Weighed]:
    """An experiment for each letter of *grades*; `-` was never tried."""
    return [Weighed(n, speaks, None if each == "-" else Grade(each)) for n, each in enumerate(grades)]


@dataclass(frozen=True)
class Case:
    """What speaks for and against, by grades, and where it stands as docs/standing.md says in words."""

    pro: str
    contra: str
    stands: Standing


CASES = (
    Case("", "", Standing.EMERGING),
    Case("-", "", Standing.EMERGING),
    Case("-", "-", Standing.EMERGING),
    Case("E", "", Standing.EMERGING),
    Case("C", "", Standing.EMERGING),
    Case("EEE", "", Standing.EMERGING),
    Case("A", "", Standing.SUPPORTED),
    Case("B", "", Standing.SUPPORTED),
    Case("CC", "", Standing.SUPPORTED),
    Case("CDE", "", Standing.SUPPORTED),
    Case("DDEE", "", Standing.SUPPORTED),
    Case("AB", "", Standing.CONFIRMED),
    Case("ACC", "", Standing.CONFIRMED),
    Case("AEEEE", "", Standing.CONFIRMED),
    Case("AEEE", "", Standing.SUPPORTED),
    Case("E" * 40, "", Standing.SUPPORTED),
    Case("CCCC", "", Standing.SUPPORTED),
    Case("-", "E", Standing.CONTRADICTED),
    Case("E", "E", Standing.CONTRADICTED),
    Case("E", "A", Standing.CONTRADICTED),
    Case("A", "A", Standing.CONTRADICTED),
    Case("A", "E", Standing.EMERGING),
    Case("A", "-", Standing.SUPPORTED),
    Case("AB", "E", Standing.SUPPORTED),
    Case("ABC", "C", Standing.CONFIRMED),
    Case("AA", "A", Standing.SUPPORTED),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.pro or 'nothing'} v {case.contra or 'none'}")
def test_each_balance_has_its_standing(case: Case):
    evidence = speaking(FOR, case.pro) + speaking(AGAINST, case.contra)

    assert standing(evidence) is case.stands


GRADES = some.text("ABCDE-", max_size=12)


@given(GRADES, GRADES, some.sampled_from("ABCDE-"))
def test_one_more_for_it_never_lowers_it(pro: str, contra: str, more: str):
    before = standing(speaking(FOR, pro) + speaking(AGAINST, contra))
    after = standing(speaking(FOR, pro + more) + speaking(AGAINST, contra))

    assert FIRMNESS.index(after) >= FIRMNESS.index(before)


@given(GRADES, GRADES, some.sampled_from("ABCDE-"))
def test_one_more_against_it_never_raises_it(pro: str, contra: str, more: str):
    before = standing(speaking(FOR, pro) + speaking(AGAINST, contra))
    after = standing(speaking(FOR, pro) + speaking(AGAINST, contra + more))

    assert FIRMNESS.index(after) <= FIRMNESS.index(before)


@given(GRADES, GRADES, some.randoms())
def test_the_order_in_which_experiments_are_cited_does_not_matter(pro: str, contra: str, luck: object):
    known = speaking(FOR, pro) + speaking(AGAINST, contra)
    shuffled = list(known)
    luck.shuffle(shuffled)  # type: ignore[attr-defined]

    assert standing(shuffled) is standing(known)


@given(GRADES)
def test_nothing_is_contradicted_while_nothing_speaks_against_it(pro: str):
    assert standing(speaking(FOR, pro)) is not Standing.CONTRADICTED


@given(some.text("CDE", max_size=40))
def test_without_a_comparison_by_chance_nothing_is_confirmed(pro: str):
    assert standing(speaking(FOR, pro)) is not Standing.CONFIRMED


@given(GRADES, GRADES, some.sampled_from(["ED", "DC", "CB", "BA", "-E"]), some.booleans())
def test_a_better_grade_never_weakens_its_own_side(pro: str, contra: str, step: str, is_for: bool):
    worse, better = step
    sides = (
        ((pro + worse, contra), (pro + better, contra))
        if is_for
        else ((pro, contra + worse), (pro, contra + better))
    )
    before, after = (
        FIRMNESS.index(standing(speaking(FOR, one) + speaking(AGAINST, other))) for one, other in sides
    )

    assert after >= before if is_for else after <= before


def test_a_balance_counts_each_side_by_how_it_knows():
    known = balance(speaking(FOR, "ABCD-") + speaking(AGAINST, "EE"))

    assert known.pro == {Knows.CHANCE: 2, Knows.OVER_TIME: 1, Knows.NOTICED: 1}
    assert known.contra == {Knows.NOTICED: 2}
    assert (known.weight_for, known.weight_against) == (4 + 4 + 2 + 1, 1 + 1)


# How an experiment knows


def read(seen: Evidence) -> Reading:
    return Reading(at=NOON, by=OLGA.id, file_name="all.csv", evidence=seen)


def decided(seen: Evidence | None = None, choice: Choice = Choice.WALK_BACK) -> Decision:
    return Decision(at=NOON, by=OLGA.id, choice=choice, evidence=seen)


STARTED = pilot(plan=PLAN)
STOPPED = Stop(at=NOON, by=OLGA.id)
HALF = evidence().model_copy(update={"complete": False})
UNSETTLED = evidence(Action.CANNOT_TELL, "otherwise")
ALIKE = evidence(Action.NO_DIFFERENCE, "no_difference")
BEFORE_AFTER = UNSETTLED.model_copy(update={"grade": Grade.D})


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        pytest.param((), None, id="never tried"),
        pytest.param((STARTED,), Grade.E, id="no data read"),
        pytest.param((pilot(), decided()), Grade.E, id="looked and listened"),
        pytest.param((STARTED, read(evidence())), Grade.A, id="all data read"),
        pytest.param((STARTED, read(HALF)), Grade.E, id="data still comes in"),
        pytest.param((STARTED, read(HALF), STOPPED, decided(HALF)), Grade.A, id="stopped early and decided"),
        pytest.param((STARTED, read(evidence(Action.CANNOT_TELL, "invalid"))), Grade.E, id="invalid"),
        pytest.param(
            (STARTED, read(evidence(Action.CANNOT_TELL, "otherwise"))), Grade.E, id="settled nothing"
        ),
        pytest.param((STARTED, read(evidence(Action.KEEP_GOING, "still_open"))), Grade.E, id="too few"),
        pytest.param(
            (STARTED, read(evidence(Action.NO_DIFFERENCE, "no_difference"))), Grade.A, id="no difference"
        ),
        pytest.param((STARTED, read(BEFORE_AFTER)), Grade.D, id="before and after settles nothing by itself"),
    ],
)
def test_a_grade_is_what_the_numbers_have_settled(facts: tuple[Fact, ...], found: Grade | None):
    assert grade(dossier(*facts)) is found


# Its own learning


def cites(number: int, speaks: Speaks, grade: Grade = Grade.E) -> Citation:
    return Citation(at=NOON + timedelta(days=1), by=OLGA.id, experiment=number, speaks=speaks, grade=grade)


def test_without_a_learning_nothing_stands():
    assert standing_of(dossier(STARTED, read(evidence()))) is None


def test_a_change_that_was_walked_back_speaks_for_what_it_taught():
    walked_back = evidence(Action.WALK_BACK, "primary_worse")
    known = dossier(STARTED, read(walked_back), STOPPED, decided(walked_back), LEARNED)

    assert weighed(known) == (Weighed(1, FOR, Grade.A),)
    assert standing_of(known) is Standing.SUPPORTED


def test_each_experiment_counts_once_as_it_was_cited_last():
    known = dossier(
        pilot(), LEARNED, cites(7, FOR), cites(8, FOR), cites(7, AGAINST), cites(8, Speaks.NEITHER)
    )

    assert weighed(known) == (Weighed(1, FOR, Grade.E), Weighed(7, AGAINST, Grade.E))


def test_an_experiment_counts_once_for_itself_even_if_it_were_cited_for_itself():
    assert weighed(dossier(pilot(), LEARNED, cites(1, FOR, Grade.A))) == (Weighed(1, FOR, Grade.E),)


def test_a_revision_of_the_words_keeps_what_was_cited():
    revised = LEARNED.model_copy(update={"tell_others": "Cards work twice"})

    assert standing_of(dossier(pilot(), LEARNED, cites(7, AGAINST), revised)) is Standing.CONTRADICTED
