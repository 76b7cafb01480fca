"""Deciding freezes what was seen, and adopting opens the door of its own that a roll-out is."""

import pytest

from registry.domain.decision import DecisionRefused, Verdict
from registry.domain.experiment import Origin, Relation, Stage, stage
from registry.domain.facts import Choice
from registry.domain.pilot import StartingPoint
from registry.domain.submission import profile
from registry.services import pilot
from registry.services.decision import decide
from registry.services.proposal import begin, yardstick
from registry.store import experiments, index
from registry.store.database import Database
from tests.nouns import CARD, LATER, PLAN, asking, evidence
from tests.readings import kept_reading


@pytest.fixture
def measured(db: Database) -> int:
    """A pilot whose data was read."""
    draft = begin(db, asking(), CARD).id
    pilot.draw_plan(db, asking(), draft, PLAN)
    pilot.start(db, asking(), draft, StartingPoint())
    kept_reading(db, asking(), draft, "pilot.csv", evidence())
    return draft


@pytest.fixture
def listened(db: Database) -> int:
    """A pilot that looked and listened."""
    draft = begin(db, asking(), CARD).id
    pilot.start(db, asking(), draft, StartingPoint())
    return draft


def test_adopting_opens_a_linked_draft_that_meets_everyone(db: Database, measured: int):
    dossier, draft = decide(db, asking(LATER), measured, Verdict(choice=Choice.ADOPT, seen=evidence()))

    assert stage(dossier, LATER) is Stage.TO_LEARN
    assert draft is not None
    assert draft.origin == Origin(experiment=measured, relation=Relation.ROLLS_OUT)
    assert profile(draft.proposal, yardstick(db)).exposure == 100
    assert index.counts(db) == {Stage.TO_LEARN: 1, Stage.DRAFT: 1}


def test_a_double_click_decides_once_and_finds_the_same_draft(db: Database, measured: int):
    one = decide(db, asking(LATER, click="adopt"), measured, Verdict(choice=Choice.ADOPT, seen=evidence()))
    two = decide(db, asking(LATER, click="adopt"), measured, Verdict(choice=Choice.ADOPT, seen=evidence()))

    assert one == two
    assert len(experiments.every(db)) == 2


def test_a_double_click_that_leads_nowhere_leads_nowhere_twice(db: Database, listened: int):
    one = decide(db, asking(click="stop"), listened, Verdict(choice=Choice.WALK_BACK))
    two = decide(db, asking(click="stop"), listened, Verdict(choice=Choice.WALK_BACK))

    assert one == two
    assert one[1] is None


def test_the_decision_keeps_the_evidence_that_was_seen(db: Database, measured: int):
    dossier, _ = decide(db, asking(LATER), measured, Verdict(choice=Choice.WALK_BACK, seen=evidence()))

    assert dossier.decision
    assert dossier.decision.evidence == evidence()


def test_newer_data_is_shown_before_anybody_decides(db: Database, measured: int):
    kept_reading(db, asking(), measured, "later.csv", evidence(rows=900))

    with pytest.raises(DecisionRefused):
        decide(db, asking(LATER), measured, Verdict(choice=Choice.ADOPT, seen=evidence()))

    assert experiments.dossier(db, measured).decision is None
    assert len(experiments.every(db)) == 1


@pytest.mark.parametrize(
    ("choice", "drafts"), [(Choice.KEEP_HERE, 0), (Choice.WALK_BACK, 0), (Choice.TRY_BIGGER, 1)]
)
def test_a_small_idea_ends_with_one_tap(db: Database, listened: int, choice: Choice, drafts: int):
    dossier, _ = decide(db, asking(), listened, Verdict(choice=choice))

    assert stage(dossier, LATER) is Stage.TO_LEARN
    assert len(experiments.descendants(db, listened)) == drafts
