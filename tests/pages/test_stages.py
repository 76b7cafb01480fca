"""A page opened at the wrong stage says so in a sentence, and offers nothing that would be refused."""

from registry.domain.experiment import Stage
from registry.sentences import say
from tests.nouns import PLAN
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab


def test_the_plan_of_a_started_pilot_is_locked(seeds: Seeds):
    code = seeds.running(plan=PLAN)
    tab = Tab("plan", id=code)

    assert tab.said("info") == [say("wrong-stage-plan", code=code, stage=Stage.RUNNING)]
    assert say("plan-use") not in tab.buttons


def test_a_pilot_that_looks_and_listens_takes_no_data(seeds: Seeds):
    tab = Tab("pilot", id=seeds.running())

    assert tab.said("info") == [say("pilot-no-plan")]
    assert not tab.app.get("file_uploader")


def test_nothing_is_decided_before_the_start(seeds: Seeds):
    code = seeds.draft()
    tab = Tab("decision", id=code)

    assert tab.said("info") == [say("wrong-stage-decide", code=code, stage=Stage.DRAFT)]
    assert say("decide") not in tab.widgets("button")


def test_a_pilot_with_numbers_is_not_decided_while_it_runs(seeds: Seeds):
    tab = Tab("decision", id=seeds.running(plan=PLAN))

    assert tab.said("info") == [say("decision-still-running")]
    assert say("decide") not in tab.widgets("button")


def test_nothing_is_decided_twice(seeds: Seeds):
    code = seeds.decided()
    tab = Tab("decision", id=code)

    assert tab.said("info") == [say("wrong-stage-decide", code=code, stage=Stage.TO_LEARN)]


def test_a_learning_waits_for_the_decision(seeds: Seeds):
    code = seeds.running()
    tab = Tab("learning", id=code)

    assert tab.said("info") == [say("wrong-stage-learn", code=code, stage=Stage.RUNNING)]
    assert say("learn") not in tab.buttons


def test_a_started_proposal_is_not_edited(seeds: Seeds):
    code = seeds.running()
    tab = Tab("proposal", id=code)

    assert tab.said("info") == [say("wrong-stage-edit", code=code, stage=Stage.RUNNING)]
    assert not tab.app.get("text_input")
