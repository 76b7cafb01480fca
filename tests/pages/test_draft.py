"""Two people on one draft: the second is told what the first saved, and nothing typed is lost."""

import pytest

from registry.domain.experiment import experiment_id
from registry.domain.person import Person
from registry.domain.proposal import Idea, Move
from registry.sentences import say
from registry.store import experiments, people
from registry.store.database import opened, writing
from tests.nouns import CARD, asking
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab, bare


@pytest.fixture
def vera(seeds: Seeds) -> Person:
    """A colleague who works on the same draft."""
    with opened(seeds.home) as db, writing(db):
        return people.add(db, "Vera *Vane*", "vera@example.org")


def saved_by(vera: Person, seeds: Seeds, code: str, **changed: object) -> None:
    """Vera saves the draft as it is kept, with *changed* in it, at noon."""
    with opened(seeds.home) as db, writing(db):
        draft = experiments.get(db, experiment_id(code))
        written = draft.proposal.model_copy(update=changed)
        experiments.revise(db, asking(person=vera), draft.id, draft.version, written)


def test_the_second_of_two_is_told_who_saved_what_and_both_are_kept(seeds: Seeds, vera: Person):
    code = seeds.draft()
    tab = Tab("proposal", id=code)
    saved_by(vera, seeds, code, idea=Idea(change="# Hers"), expected="one\nin ten", move=Move.STOP)

    tab.write(say("field-change"), "Mine")
    announced = [bare(each.value) for each in tab.app.toast]
    tab.write(say("field-cap"), "€20")

    assert announced == [say("draft-look-below", code=code)]
    assert not tab.app.toast
    (warning,) = tab.said("warning")
    assert warning == say(
        "draft-saved-meanwhile", name=vera.name, code=code, day="2 March 2026", time="12:00"
    )
    assert {"# Hers", "Mine", "one\nin ten", "€20"} <= set(tab.said("text"))
    assert say("move-stop") in tab.shown
    marks = ("draft-changed-in-both", "draft-changed-there", "draft-changed-here")
    assert [tab.shown.count(say(mark)) for mark in marks] == [1, 4, 1]
    assert (tab.written(say("field-change")), tab.written(say("field-cap"))) == ("Mine", "€20")
    assert seeds.dossier(code).proposal.title == "# Hers"

    tab.press(say("draft-keep-both"))

    kept = seeds.dossier(code).proposal
    assert tab.said("warning") == []
    assert (kept.idea.change, kept.limits.cap) == ("Mine", "€20")
    assert (kept.expected, kept.move, kept.idea.whom) == ("one\nin ten", Move.STOP, "")
    assert tab.written(say("field-move"), "button_group") is Move.STOP

    tab.write(say("field-signal"), "fewer letters")

    assert tab.said("warning") == []
    assert seeds.dossier(code).proposal.idea.signal == "fewer letters"


def test_the_second_of_two_can_take_what_the_first_saved(seeds: Seeds, vera: Person):
    code = seeds.draft()
    tab = Tab("proposal", id=code)
    saved_by(vera, seeds, code, idea=Idea(change="Hers"))
    tab.write(say("field-change"), "Mine")

    tab.press(say("draft-take-theirs"))

    assert tab.said("warning") == []
    assert tab.written(say("field-change")) == "Hers"
    assert seeds.dossier(code).proposal.title == "Hers"

    tab.write(say("field-change"), "Mine after all")

    assert tab.said("warning") == []
    assert seeds.dossier(code).proposal.title == "Mine after all"


def test_who_saves_between_the_look_and_the_choice_is_told_too(seeds: Seeds, vera: Person):
    code = seeds.draft()
    tab = Tab("proposal", id=code)
    saved_by(vera, seeds, code, expected="Hers")
    tab.write(say("field-change"), "Mine")
    saved_by(vera, seeds, code, idea=Idea(signal="Hers, a moment later"))

    tab.press(say("draft-keep-both"))

    assert len(tab.said("warning")) == 1
    assert "Hers, a moment later" in tab.said("text")
    assert seeds.dossier(code).proposal.idea.change == ""

    tab.press(say("draft-keep-both"))

    kept = seeds.dossier(code).proposal
    assert (kept.idea.change, kept.idea.signal, kept.expected) == ("Mine", "Hers, a moment later", "Hers")


def test_what_was_typed_waits_for_the_choice_even_where_it_is_not_on_the_page(seeds: Seeds, vera: Person):
    code = seeds.draft()
    tab = Tab("proposal", id=code)
    saved_by(vera, seeds, code, move=Move.STOP)
    tab.write(say("field-stop_if"), "it is laughed at")
    tab.choose(say("quick-annoyed"), False)

    tab.choose(say("question-harm"), "lasting", "radio")
    assert say("field-stop_if") not in tab.widgets("text_input")
    tab.go("today")
    tab.go("proposal", id=code)

    assert "it is laughed at" in tab.said("text")
    tab.press(say("draft-keep-both"))
    kept = seeds.dossier(code).proposal
    assert (kept.limits.stop_if, kept.answers.harm) == ("it is laughed at", "lasting")
    assert kept.move is Move.STOP


def test_who_writes_the_same_as_somebody_else_is_not_asked_to_choose(seeds: Seeds, vera: Person):
    code = seeds.draft()
    tab = Tab("proposal", id=code)
    saved_by(vera, seeds, code, idea=CARD.idea.model_copy(update={"signal": "fewer letters"}))

    tab.write(say("field-signal"), "fewer letters")

    assert tab.said("warning") == []
    assert say("draft-saved", code=code) in tab.shown


def test_who_comes_back_to_a_draft_sees_it_as_somebody_saved_it_meanwhile(seeds: Seeds, vera: Person):
    code = seeds.draft()
    tab = Tab("proposal", id=code)
    tab.go("today")
    saved_by(vera, seeds, code, idea=Idea(change="Hers"))

    tab.go("proposal", id=code)

    assert tab.written(say("field-change")) == "Hers"
