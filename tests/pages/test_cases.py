"""Practising on an example: one's own answers first, then the example's beside them; nothing is kept."""

import pytest

from registry.domain.organisation import Organisation
from registry.domain.risk import NAMES
from registry.domain.submission import Yardstick
from registry.sentences import say
from registry.services.cases import ExampleCase, cases
from registry.services.policy import policy
from registry.store import experiments, history
from registry.store.database import opened
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

BY_NAME = {case.name: case for case in cases()}
GLASSES, FACES = BY_NAME["01-reading-glasses"], BY_NAME["02-known-by-face"]
DOES_NOT_KNOW = "unknown"


def practising(case: ExampleCase) -> Tab:
    """A tab in which somebody chose *case*."""
    tab = Tab("cases")
    tab.choose(say("field-case"), case.name, "selectbox")
    return tab


def test_an_example_is_chosen_by_its_title_and_says_nothing_of_its_door():
    tab = Tab("cases")
    chosen = tab.widgets("selectbox")[say("field-case")]

    assert chosen.options == [case.title for case in cases()]
    assert chosen.value is None
    for case in cases():
        assert case.because not in tab.shown


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_one_answers_before_one_sees_the_answers(case: ExampleCase):
    tab = practising(case)

    assert case.quote.words in tab.shown
    assert case.idea.change in tab.shown
    assert case.because not in tab.shown
    assert say("cases-their-door") not in tab.shown
    assert set(tab.widgets("radio")) == {say(f"question-{name}") for name in case.ask}
    assert {radio.value for radio in tab.widgets("radio").values()} == {DOES_NOT_KNOW}


def test_both_doors_stand_side_by_side_with_what_makes_them():
    tab = practising(FACES)
    tab.choose(say("question-law"), "ordinary", "radio")

    tab.press(say("cases-show"))

    assert say("cases-your-door") in tab.shown
    assert say("cases-other-policy") not in tab.shown
    assert say("door-one_way-means") in tab.shown
    assert say("knockout-law") in tab.shown
    assert FACES.because in tab.shown
    assert FACES.smaller in tab.shown
    assert FACES.why["law"] in tab.shown
    assert say("cases-yours", answer=say("answer-law-ordinary")) in tab.shown
    assert say("cases-theirs", answer=say("answer-law-serious")) in tab.shown


def test_who_answers_as_the_example_does_reads_so_and_the_door_is_the_same():
    tab = practising(GLASSES)
    for name, answer in {
        "undo_time": "hour",
        "harm": "annoyance",
        "colleagues": "habit",
        "detection": "day",
    }.items():
        tab.choose(say(f"question-{name}"), answer, "radio")
    tab.choose(say("question-exposure"), 3, "radio")

    tab.press(say("cases-show"))

    assert say("cases-differ", count=0) in tab.shown
    assert tab.shown.count(say("door-two_way-means")) == 2


def test_an_answer_that_is_changed_afterwards_moves_ones_own_door():
    tab = practising(GLASSES)
    tab.press(say("cases-show"))
    assert say("door-undecided-means") in tab.shown

    tab.choose(say("question-harm"), "lasting", "radio")

    assert say("door-one_way-means") in tab.shown
    assert say("door-undecided-means") not in tab.shown


def test_all_fourteen_may_be_answered():
    tab = practising(GLASSES)

    tab.choose(say("field-case-questions"), "all")

    assert set(tab.widgets("radio")) == {say(f"question-{name}") for name in NAMES}


def test_another_example_begins_without_the_answers_of_the_one_before():
    tab = practising(GLASSES)
    tab.choose(say("question-harm"), "lasting", "radio")
    tab.press(say("cases-show"))

    tab.choose(say("field-case"), FACES.name, "selectbox")

    assert FACES.because not in tab.shown
    assert tab.written(say("question-harm"), "radio") == DOES_NOT_KNOW


def test_nothing_of_it_is_kept(seeds: Seeds):
    Tab("today")
    with opened(seeds.home) as db:
        before = history.newest(db, history.Filters(), 100)
    tab = practising(FACES)
    tab.choose(say("question-law"), "serious", "radio")
    tab.press(say("cases-show"))

    with opened(seeds.home) as db:
        assert history.newest(db, history.Filters(), 100) == before
        assert experiments.every(db) == []


def test_an_address_that_names_no_example_shows_the_list():
    tab = Tab("cases", case="../../etc")

    assert tab.widgets("selectbox")[say("field-case")].value is None


def test_under_a_policy_that_makes_another_door_of_it_the_page_says_so(monkeypatch: pytest.MonkeyPatch):
    stricter = policy(1).model_copy(update={"near_hinge": 5, "one_way": 10})
    yardstick = Yardstick(policy=stricter, organisation=Organisation())
    monkeypatch.setattr("registry.services.proposal.yardstick", lambda _: yardstick)
    tab = practising(GLASSES)

    tab.press(say("cases-show"))

    assert say("cases-other-policy") in tab.shown
