"""A learning is found by the next who searches."""

import pytest

from registry.domain.decision import Verdict
from registry.domain.experiment import Stage, stage
from registry.domain.facts import Choice, Learning
from registry.domain.learning import NothingLearned
from registry.domain.pilot import StartingPoint
from registry.domain.text import PAGE, TooLong
from registry.services import pilot
from registry.services.decision import decide
from registry.services.learning import learn
from registry.services.proposal import begin
from registry.store import experiments
from registry.store.database import Database
from tests.finding import found
from tests.nouns import CARD, NOON, OLGA, asking


@pytest.fixture
def decided(db: Database) -> int:
    draft = begin(db, asking(), CARD).id
    pilot.start(db, asking(), draft, StartingPoint())
    decide(db, asking(), draft, Verdict(choice=Choice.KEEP_HERE))
    return draft


def learning(**fields: object) -> Learning:
    return Learning.model_validate({"at": NOON, "by": OLGA.id} | fields)


@pytest.mark.parametrize("field", ["expected", "happened", "surprised", "tell_others", "next_step"])
def test_a_learning_is_found_by_any_of_its_fields(db: Database, decided: int, field: str):
    dossier = learn(db, asking(), decided, learning(**{field: "Ink smudges"}))

    assert stage(dossier, NOON) is Stage.LEARNED
    assert found(db, "smudge") == [decided]


def test_a_revision_takes_the_place_of_what_was_learned_before(db: Database, decided: int):
    learn(db, asking(), decided, learning(tell_others="Ink smudges"))
    learn(db, asking(), decided, learning(tell_others="Pencil lasts", hard_to_see=("rain",)), seen=1)

    assert (found(db, "smudges"), found(db, "pencil rain")) == ([], [decided])
    assert len(experiments.dossier(db, decided).all(Learning)) == 2


def test_a_double_click_keeps_one_learning(db: Database, decided: int):
    for _ in range(2):
        learn(db, asking(click="learn"), decided, learning(tell_others="Ink smudges"))

    assert len(experiments.dossier(db, decided).all(Learning)) == 1


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ({}, NothingLearned),
        ({"happened": "x" * (PAGE + 1)}, TooLong),
        ({"hard_to_see": ("x" * (PAGE + 1),)}, TooLong),
    ],
)
def test_what_is_no_learning_is_refused_and_nothing_is_kept(
    db: Database, decided: int, written: dict[str, object], refusal: type[Exception]
):
    with pytest.raises(refusal):
        learn(db, asking(), decided, learning(**written))

    assert experiments.dossier(db, decided).learning is None
