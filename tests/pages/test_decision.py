"""Deciding on its page."""

from registry.domain.evidence import Action
from registry.domain.facts import Choice
from registry.sentences import say
from tests.nouns import PLAN, evidence
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

WORSE = evidence(Action.WALK_BACK, "primary_worse")


def test_nothing_is_pre_selected(seeds: Seeds):
    tab = Tab("decision", id=seeds.ended(PLAN, WORSE))

    assert tab.written(say("field-choice"), "radio") is None
    assert say("decide") not in tab.buttons


def test_adopting_against_the_numbers_asks_for_a_reason_and_keeps_the_choice(seeds: Seeds):
    code = seeds.ended(PLAN, WORSE)
    tab = Tab("decision", id=code)
    tab.choose(say("field-choice"), Choice.ADOPT, "radio")
    assert say("decision-adopt-against") in tab.said("warning")

    tab.press(say("decide"))

    assert say("decision-adopt-against") in tab.said("error")
    assert tab.written(say("field-choice"), "radio") is Choice.ADOPT
    assert seeds.dossier(code).decision is None

    tab.write(say("field-reason"), "The old machine is gone.", "text_area")
    tab.press(say("decide"))

    decision = seeds.dossier(code).decision
    assert decision is not None
    assert (decision.choice, decision.reason) == (Choice.ADOPT, "The old machine is gone.")
    assert decision.evidence == WORSE


def test_walking_back_needs_no_reason(seeds: Seeds):
    code = seeds.ended(PLAN, evidence())
    tab = Tab("decision", id=code)

    tab.choose(say("field-choice"), Choice.WALK_BACK, "radio")
    tab.press(say("decide"))

    decision = seeds.dossier(code).decision
    assert decision is not None
    assert decision.choice is Choice.WALK_BACK


def test_a_reason_written_before_the_choice_stays_when_a_reason_is_needed(seeds: Seeds):
    tab = Tab("decision", id=seeds.ended(PLAN, WORSE))
    tab.write(say("field-reason"), "Everybody asks for it.", "text_area")

    tab.choose(say("field-choice"), Choice.ADOPT, "radio")

    assert tab.written(say("field-reason"), "text_area") == "Everybody asks for it."


def test_a_decision_on_evidence_that_moved_on_is_refused_and_keeps_the_reason(seeds: Seeds):
    code = seeds.ended(PLAN)
    tab = Tab("decision", id=code)
    tab.choose(say("field-choice"), Choice.ADOPT, "radio")
    tab.write(say("field-reason"), "Everybody asks for it.", "text_area")
    seeds.read(code, WORSE)

    tab.press(say("decide"))

    assert say("decision-stale-evidence", code=code) in tab.said("error")
    assert tab.written(say("field-reason"), "text_area") == "Everybody asks for it."
    assert seeds.dossier(code).decision is None


def test_adopting_one_of_two_changes_asks_which(seeds: Seeds):
    two_changes = evidence().model_copy(update={"arms": {"no card": 400, "card": 400, "call": 400}})
    code = seeds.ended(PLAN, two_changes)
    tab = Tab("decision", id=code)

    tab.choose(say("field-choice"), Choice.ADOPT, "radio")
    tab.choose(say("field-which-arm"), "call", "radio")
    tab.press(say("decide"))

    decision = seeds.dossier(code).decision
    assert decision is not None
    assert decision.arm == "call"
