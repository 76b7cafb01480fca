"""Asking a function: one answer, one event; the history tells what it was without telling reviewers early."""

from registry.domain.advice import Said, Talked
from registry.domain.experiment import Stage, stage
from registry.domain.person import Person
from registry.domain.review_facts import Conversation
from registry.domain.risk import RiskProfile
from registry.sentences import say
from registry.services import advice, proposal
from registry.services.history import change_text
from registry.services.history_reading import history_of
from registry.store import experiments, history
from registry.store.database import Database
from tests.nouns import CARD, NOON, OPEN, asking
from tests.reviewing import RISKY


def test_an_answer_stands_in_the_draft_and_who_edits_it_meanwhile_is_told(db: Database, ravi: Person):
    number = proposal.begin(db, asking(), OPEN).id
    advice.ask_function(db, asking(), number, "law", "legal")

    advice.answer_function(db, asking(person=ravi), number, Said(question="law", answer="look", why="GDPR"))

    draft = experiments.get(db, number)
    assert (draft.proposal.answers.law, draft.version, draft.changed_by) == ("look", 2, ravi.id)
    told = history.events(db, number)[-1]
    assert (told.verb, told.by) == ("answer_function", ravi.id)
    assert [change_text(change) for change in told.changes] == [
        "law and privacy: " + say("answer-law-look"),
        "function: legal",
        "why: GDPR",
    ]


def test_an_answer_leaves_a_one_way_door_in_review_alone(db: Database, ravi: Person):
    number = proposal.begin(db, asking(), RISKY).id
    advice.ask_function(db, asking(), number, "law", "legal")
    proposal.submit(db, asking(), number)

    dossier = advice.answer_function(db, asking(person=ravi), number, Said(question="law", answer="serious"))

    assert stage(dossier, NOON) is Stage.IN_REVIEW
    assert dossier.proposal == RISKY
    assert dossier.experiment.version == 1


def test_who_is_about_to_review_it_does_not_read_in_the_history_what_was_answered(
    db: Database, ravi: Person, rosa: Person
):
    number = proposal.begin(db, asking(), CARD).id
    proposal.submit(db, asking(), number)
    risky = CARD.model_copy(update={"answers": RiskProfile(harm="lasting")})
    proposal.revise(db, asking(), number, 1, risky)
    advice.ask_function(db, asking(), number, "law", "legal")
    advice.answer_function(db, asking(person=ravi), number, Said(question="law", answer="look"))
    proposal.submit(db, asking(), number)

    read = {person: history_of(db, asking(person=person), number) for person in (rosa,)}
    team = history_of(db, asking(), number)

    fields = {change.what for event in read[rosa] for change in event.changes}
    assert not {field for field in fields if field.startswith("answers.")}
    assert {"answers.harm", "answers.law"} <= {change.what for event in team for change in event.changes}
    assert [event.verb for event in read[rosa]] == [event.verb for event in team]


def test_a_conversation_is_kept(db: Database):
    number = proposal.begin(db, asking(), CARD).id

    dossier = advice.converse(
        db, asking(), number, Talked(function="legal", on=NOON.date(), suggested="Ask.")
    )

    (kept,) = dossier.all(Conversation)
    assert (kept.function, kept.suggested) == ("legal", "Ask.")
