"""The example cases: each is the door that it says it is, a broken one is refused by its name."""

from collections import Counter

import pytest

from registry.domain.assessment import Door
from registry.domain.risk import NAMES
from registry.sentences import say
from registry.services.cases import FOLDER, CaseRefused, ExampleCase, case_from, cases, check_door
from registry.services.demo.story import stories
from registry.services.policy import policy

NEWEST = policy(1)
EVERY = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
WHOLE = (FOLDER / f"{cases()[0].name}.toml").read_text(encoding="utf-8")


def refused(text: str) -> str:
    """What is said to a case file that holds *text*."""
    with pytest.raises(CaseRefused) as caught:
        case_from("broken", text)
    return say(caught.value.sentence)


@EVERY
def test_a_case_is_the_door_that_it_says_it_is(case: ExampleCase):
    check_door(case, NEWEST)


def test_the_ten_cases_show_every_kind_of_door():
    found = [case.judged(case.answers, NEWEST) for case in cases()]

    kinds = Counter((each.door, each.near_hinge, bool(each.knockouts)) for each in found)

    assert kinds[Door.TWO_WAY, False, False] == 3
    assert kinds[Door.TWO_WAY, True, False] == 2
    assert kinds[Door.ONE_WAY, False, True] == 2, "by a knock-out"
    assert kinds[Door.ONE_WAY, False, False] == 1, "by its score alone"
    assert kinds[Door.UNDECIDED, False, True] == 2
    assert sum(kinds.values()) == 10


@EVERY
def test_every_case_that_is_not_plainly_two_way_shows_how_it_would_be(case: ExampleCase):
    is_plain = case.door is Door.TWO_WAY and not case.near_hinge

    assert bool(case.instead) is not is_plain


@EVERY
def test_a_case_that_is_undecided_hangs_on_the_one_thing_that_nobody_there_knows(case: ExampleCase):
    settling = case.judged(case.answers, NEWEST).settling_question

    assert case.unknown == (() if settling is None else (settling,))
    assert set(case.unknown) <= set(case.ask)


@EVERY
def test_the_five_questions_of_a_case_decide_it(case: ExampleCase):
    nobody_knows = case.with_own(dict.fromkeys(case.ask))

    assert case.judged(nobody_knows, NEWEST).door is Door.UNDECIDED


@EVERY
def test_somebodys_own_answers_stand_before_those_of_the_case(case: ExampleCase):
    own = case.with_own({"harm": "lasting"})

    assert case.judged(own, NEWEST).knockouts[0] == "harm"
    assert {name: own.answer(name) for name in NAMES if name != "harm"} == {
        name: case.answers.answer(name) for name in NAMES if name != "harm"
    }


def test_no_case_is_one_of_the_demos_stories():
    told = {story.proposal.idea.change for story in stories()}

    assert told.isdisjoint(case.idea.change for case in cases())


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ('door = "two_way"', 'door = "three_way"', "door"),
        ('door = "two_way"', "door = two_way", "well-formed TOML"),
        ("harm =", "hram =", "hram"),
        ('harm = "annoyance"', 'harm = "lethal"', "lethal"),
        ('law = "none"\n', "", "law"),
        ('law = "none"\n', 'law = "none"\n[extra]\nx = 1\n', "extra"),
        ("exposure = 33", "exposure = 133", "100"),
        ("exposure = 33", "exposure = nan", "exposure"),
        ("exposure = 33", "exposure = -1", "exposure"),
        ("exposure = 33", "exposure = true", "exposure"),
        ("yearly_revenue = 1_400_000", "yearly_revenue = 0", "revenue"),
        ("yearly_revenue = 1_400_000", 'yearly_revenue = "much"', "yearly_revenue"),
        ('"harm", "colleagues"', '"harm", "harm"', "5"),
        ('"harm", "colleagues"', '"harm", "luck"', "luck"),
        ('"harm", "colleagues"', '"harm"', "5"),
        ('ask = ["exposure"', 'unknown = ["harm"]\nask = ["exposure"', "harm"),
        ('ask = ["exposure"', 'unknown = ["luck"]\nask = ["exposure"', "luck"),
        ("[why]\n", '[why]\nluck = "It is not."\n', "luck"),
        ('detection = "The waiters stand beside it."', 'detection = "  "', "detection"),
        ('detection = "The waiters stand beside it."', "", "detection"),
        ("It was liver.", "It was liver. " * 200, "1,000"),
        ("[quote]", "[instead]\nharm = 7\n[quote]", "harm"),
        ("[quote]", "[instead]\nluck = 7\n[quote]", "luck"),
    ],
)
def test_a_broken_case_is_refused_and_told_what_is_wrong_with_it(was: str, becomes: str, problem: str):
    assert was in WHOLE

    said = refused(WHOLE.replace(was, becomes, 1))

    assert "broken" in said
    assert problem in said


@pytest.mark.parametrize(
    "text", ["", "[[[[", "\x00", "a = " + "[" * 5_000, "quote = 3", "title = 1979-05-27"]
)
def test_a_file_that_is_no_case_is_refused(text: str):
    assert "broken" in refused(text)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [('harm = "annoyance"', 'harm = "lasting"'), ('door = "two_way"', 'door = "two_way"\nnear_hinge = true')],
)
def test_a_case_with_another_door_than_it_says_is_refused(was: str, becomes: str):
    case = case_from("broken", WHOLE.replace(was, becomes, 1))

    with pytest.raises(CaseRefused) as caught:
        check_door(case, NEWEST)

    assert caught.value.sentence.id == "case-other-door"


def test_a_case_that_stays_large_with_what_should_make_it_smaller_is_refused():
    case = case_from("broken", WHOLE + '\n[instead]\nharm = "lasting"\n')

    with pytest.raises(CaseRefused) as caught:
        check_door(case, NEWEST)

    assert caught.value.sentence.id == "case-not-smaller"
