"""Writing a proposal: kept from the first word, never doubled, never overwritten unseen."""

import pytest

from registry.domain.assessment import Door
from registry.domain.difference import differences
from registry.domain.experiment import Stage, stage
from registry.domain.organisation import Organisation
from registry.domain.person import Person
from registry.domain.pilot import StartingPoint
from registry.domain.proposal import Idea, Proposal, Quote, accepting
from registry.domain.steps import WrongStage
from registry.domain.submission import ChangedMeanwhile, StillUndecided
from registry.domain.text import PAGE, TooLong
from registry.sentences import say
from registry.services import pilot, proposal
from registry.services.history import change_text, in_words
from registry.services.organisation import describe
from registry.store import experiments, index
from registry.store.database import Database
from registry.store.experiments import StaleVersion
from tests.finding import found
from tests.nouns import CARD, NOON, OPEN, PHONE_LINE, STELLA, asking


def called(change: str) -> Proposal:
    return Proposal(idea=Idea(change=change))


def test_a_draft_is_listed_and_found_from_its_first_word(db: Database):
    draft = proposal.begin(db, asking(), called("A handwritten card"))

    assert [(row.experiment, row.stage) for row in index.rows(db, [Stage.DRAFT])] == [(draft.id, Stage.DRAFT)]
    assert found(db, "handwritten") == [draft.id]


def test_a_double_click_keeps_one_draft(db: Database):
    one = proposal.begin(db, asking(click="one"), CARD)
    two = proposal.begin(db, asking(click="one"), CARD)

    assert one == two
    assert experiments.every(db) == [one]


def test_a_form_that_arrives_again_with_more_in_it_loses_nothing(db: Database):
    """The first answer was lost on its way; the person went on typing, and the form was sent again."""
    proposal.begin(db, asking(click="form"), called("A"))

    again = proposal.begin(db, asking(click="form"), called("A card"))

    assert [each.proposal.title for each in experiments.every(db)] == ["A card"]
    assert again.proposal.title == "A card"


def test_a_form_that_arrives_again_does_not_overwrite_somebody_else(db: Database, tom: Person):
    draft = proposal.begin(db, asking(click="form"), called("A"))
    proposal.revise(db, asking(person=tom), draft.id, draft.version, called("Tom’s"))

    with pytest.raises(StaleVersion):
        proposal.begin(db, asking(click="form"), called("A card"))

    assert experiments.get(db, draft.id).proposal.title == "Tom’s"


def test_the_second_of_two_editors_is_told_and_the_first_is_kept(db: Database, tom: Person):
    seen = proposal.begin(db, asking(), CARD)
    proposal.revise(db, asking(person=tom), seen.id, seen.version, called("Tom’s"))

    with pytest.raises(StaleVersion):
        proposal.revise(db, asking(), seen.id, seen.version, called("Olga’s"))

    assert experiments.get(db, seen.id).proposal.title == "Tom’s"
    assert found(db, "Tom") == [seen.id]


@pytest.mark.parametrize("written", [Proposal(quote=Quote(words="x" * (PAGE + 1))), called("x" * (PAGE + 1))])
def test_a_text_that_is_too_long_is_refused_before_anything_is_kept(db: Database, written: Proposal):
    with pytest.raises(TooLong):
        proposal.begin(db, asking(), written)

    assert experiments.every(db) == []


def test_a_two_way_door_that_is_handed_in_may_start(db: Database):
    draft = proposal.begin(db, asking(), CARD)

    dossier = proposal.submit(db, asking(), draft.id)

    assert stage(dossier, NOON) is Stage.CLEARED
    assert [row.door for row in index.by_ids(db, [draft.id])] == [Door.TWO_WAY]


def test_a_one_way_door_that_is_handed_in_waits_for_reviews(db: Database):
    draft = proposal.begin(db, asking(), PHONE_LINE)

    assert stage(proposal.submit(db, asking(), draft.id), NOON) is Stage.IN_REVIEW


def test_an_undecided_proposal_stays_a_draft(db: Database):
    draft = proposal.begin(db, asking(), OPEN)

    with pytest.raises(StillUndecided):
        proposal.submit(db, asking(), draft.id)

    assert experiments.dossier(db, draft.id).facts == ()


def test_a_proposal_is_judged_by_what_the_organisation_last_said(db: Database):
    describe(db, asking(person=STELLA), Organisation(yearly_revenue=1e6))

    submission = proposal.submit(db, asking(), proposal.begin(db, asking(), CARD).id).submission

    assert submission
    assert submission.yearly_revenue == 1e6


def test_a_later_figure_does_not_rewrite_what_was_judged_before(db: Database):
    draft = proposal.begin(db, asking(), CARD)
    before = proposal.submit(db, asking(), draft.id).submission

    describe(db, asking(person=STELLA), Organisation(yearly_revenue=1.0))

    assert experiments.dossier(db, draft.id).submission == before


def test_a_started_proposal_stays_as_it_was(db: Database):
    draft = proposal.begin(db, asking(), CARD)
    pilot.start(db, asking(), draft.id, StartingPoint())

    with pytest.raises(WrongStage):
        proposal.revise(db, asking(), draft.id, draft.version, called("Something else"))

    assert experiments.get(db, draft.id) == draft


def test_a_withdrawn_proposal_is_told_apart_from_a_draft(db: Database):
    draft = proposal.begin(db, asking(), CARD)

    dossier = proposal.withdraw(db, asking(click="one"), draft.id, "No cards left")
    again = proposal.withdraw(db, asking(click="one"), draft.id, "No cards left")

    assert stage(dossier, NOON) is Stage.WITHDRAWN
    assert again == dossier


def test_a_draft_that_somebody_changed_meanwhile_is_neither_started_nor_handed_in_unseen(db: Database):
    draft = proposal.begin(db, asking(), CARD)
    proposal.revise(db, asking(), draft.id, draft.version, PHONE_LINE)

    for act in (
        lambda: proposal.submit(db, asking(), draft.id, draft.version),
        lambda: pilot.start(db, asking(), draft.id, StartingPoint(version=draft.version)),
    ):
        with pytest.raises(ChangedMeanwhile) as refusal:
            act()
        assert "Somebody changed CX-1" in say(refusal.value.sentence)


def test_the_history_says_which_changes_were_agreed_on_and_whose_idea_it_was():
    said = accepting(CARD, ("switch", "cap_money")).model_copy(update={"whose_idea": "Nora"})

    told = [change_text(change) for change in in_words(differences(CARD, said))]

    assert told == ["whose idea: Nora", "changes agreed on: Build a switch / Cap the money"]
