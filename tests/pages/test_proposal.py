"""Proposing: the door while one answers, and a draft that is never lost."""

import pytest

from registry.domain.organisation import Organisation
from registry.domain.proposal import Move, Voice
from registry.domain.quick_check import ROWS, Row
from registry.domain.risk import RiskProfile
from registry.sentences import say
from tests.nouns import CARD
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab, bare

ROW_NAMES = [row.id for row in ROWS]
QUESTIONS = ("radio", "number_input")
NOT_QUESTIONS = {
    say("field-weeks"),
    *(say(f"exactly-{name}", currency="€") for name in ("exposure", "people", "duration_days")),
}
"""Numbers that are asked for beside a question, or beside a row."""


def row(name: str) -> str:
    """What the row *name* is called on the page."""
    return say(f"quick-{name}")


def questions(tab: Tab) -> set[str]:
    """The questions that stand open on the page."""
    return {label for kind in QUESTIONS for label in tab.widgets(kind)} - NOT_QUESTIONS


def door(tab: Tab) -> str:
    """The door that the page shows."""
    doors = ("two_way", "near_hinge", "one_way", "undecided")
    return next(each for each in doors if say(f"door-{each}-means") in tab.shown)


def tapped(*truths: bool | None) -> Tab:
    """A new proposal whose rows were tapped, in their order."""
    tab = Tab("proposal")
    tab.write(say("field-change"), "a card in the parcel")
    for name, truth in zip(ROW_NAMES, truths, strict=False):
        if truth is not None:
            tab.choose(row(name), truth)
    return tab


def test_the_door_appears_while_the_rows_are_tapped():
    tab = tapped()
    assert door(tab) == "undecided"
    assert say("start-undecided") in tab.said("info")
    assert say("start-now") not in tab.buttons

    for left, name in zip((5, 4, 3, 2, 1), ROW_NAMES, strict=True):
        assert say("door-rows-left", count=left) in tab.shown
        tab.choose(row(name), True)

    assert door(tab) == "two_way"
    assert say("start-now") in tab.buttons


def test_of_a_small_idea_what_its_rows_still_allow_is_folded_away():
    tab = tapped(True, True, True, True, True)

    assert say("door-at-most-little") in tab.shown
    assert [fold.label for fold in tab.app.expander if fold.label.startswith("What the answers still allow")]

    tab.choose(row("annoyed"), False)
    tab.choose(say("question-harm"), "annoyance", "radio")
    tab.choose(say("question-colleagues"), "nothing", "radio")

    assert door(tab) == "two_way"
    assert say("door-at-most-little") not in tab.shown
    assert "- " + say("reason-harm-1") in tab.said("markdown")


@pytest.mark.parametrize("opened", ROWS, ids=ROW_NAMES)
def test_a_row_that_is_not_true_opens_its_own_questions_only(opened: Row):
    tab = tapped(*(each is not opened for each in ROWS))

    assert questions(tab) == {say(f"question-{name}") for name in opened.opens}


def test_an_answer_turns_the_door_and_the_page_says_why():
    tab = tapped(True, True, False, True, True)
    assert door(tab) != "one_way"

    tab.choose(say("question-harm"), "lasting", "radio")

    assert door(tab) == "one_way"
    assert say("start-now") not in tab.buttons
    assert say("hand-in") in tab.buttons

    tab.choose(say("question-harm"), "none", "radio")
    tab.choose(say("question-colleagues"), "nothing", "radio")

    assert door(tab) == "two_way"
    assert say("start-now") in tab.buttons


def test_a_row_that_becomes_true_speaks_for_its_questions_again(seeds: Seeds):
    tab = tapped(True, True, False, True, True)
    tab.choose(say("question-harm"), "lasting", "radio")
    assert seeds.dossier("CX-1").proposal.answers.harm == "lasting"

    tab.choose(row("annoyed"), True)

    assert door(tab) == "two_way"
    assert questions(tab) == set()
    assert seeds.dossier("CX-1").proposal.answers.harm is None


def test_where_only_bounds_leave_it_open_one_question_is_asked_in_place(seeds: Seeds):
    seeds.described(Organisation(places=40, customers=4_000))
    tab = tapped(True, True, True, True, True)
    tab.write(say("field-weeks"), 12, "number_input")
    label = say("field-places", total=40, word="stores")

    tab.write(label, 40, "number_input")

    assert say("door-one-question", why="optional") in [bare(each.label) for each in tab.app.expander]
    assert say("start-now") in tab.buttons
    asked = questions(tab) - {label}
    assert len(asked) == 1
    assert door(tab) != "near_hinge"


def test_where_the_door_hangs_on_one_question_it_is_asked_openly_and_then_stays(seeds: Seeds):
    seeds.described(Organisation(places=40, customers=400_000))
    figures = {"annoyed": False, "ours": False, "weeks": 60, "places_used": 40}
    answers = RiskProfile(harm="repairable", colleagues="tools", undo_control="partner")
    quick_check = CARD.quick_check.model_copy(update=figures)
    code = seeds.draft(CARD.model_copy(update={"quick_check": quick_check, "answers": answers}))
    tab = Tab("proposal", id=code)
    assert door(tab) == "undecided"
    assert say("door-one-question", why="needed") in tab.shown

    tab.choose(say("question-law"), "none", "radio")
    tab.run()

    assert say("door-one-question", why="answered") in tab.shown
    assert tab.written(say("question-law"), "radio") == "none"


def test_a_draft_survives_the_tab_it_was_written_in(seeds: Seeds):
    tab = tapped(True, False)
    tab.choose(say("field-voice"), Voice.OBSERVATION)
    tab.write(say("field-words"), "Guests wait.\nThey look at the clock.", "text_area")
    lines = {
        say("field-source"): "front desk",
        say("field-change"): "a second clock",
        say("field-whom"): "early guests",
        say("field-effect"): "make the wait feel shorter",
        say("field-signal"): "fewer of them ask",
        say("field-cap"): "€20",
        say("field-stop_if"): "it is laughed at",
        say("field-expected"): "half as many questions",
    }
    for label, text in lines.items():
        tab.write(label, text)
    tab.choose(say("field-move"), Move.CHANGE)
    tab.write(say("field-weeks"), 3, "number_input")
    tab.choose(say("question-undo_time"), "week", "radio")

    again = Tab("proposal", id="CX-1")

    assert {label: again.written(label) for label in lines} == lines
    assert again.written(say("field-words"), "text_area") == "Guests wait.\nThey look at the clock."
    assert again.written(say("field-voice"), "button_group") is Voice.OBSERVATION
    assert again.written(say("field-move"), "button_group") is Move.CHANGE
    assert again.written(row("small"), "button_group") is True
    assert again.written(row("back"), "button_group") is False
    assert again.written(say("field-weeks"), "number_input") == 3
    assert again.written(say("question-undo_time"), "radio") == "week"
    assert seeds.count() == 1


def test_a_page_that_was_only_looked_at_keeps_nothing(seeds: Seeds):
    Tab("proposal")

    assert seeds.count() == 0


def test_a_proposal_that_says_nothing_is_not_started_and_stays(seeds: Seeds):
    tab = tapped(True, True, True, True, True)
    tab.write(say("field-change"), "")
    tab.write(say("field-stop_if"), "two customers complain")

    tab.press(say("start-now"))

    assert tab.said("error") == [say("start-says-nothing")]
    assert tab.written(say("field-stop_if")) == "two customers complain"
    assert seeds.dossier("CX-1").pilot is None


def test_a_figure_that_cannot_be_true_is_told_and_stays():
    tab = tapped(True, True, True, True, True)

    tab.write(say("field-weeks"), -1, "number_input")

    assert tab.said("error") == [say("quick-below-zero")]
    assert tab.written(say("field-weeks"), "number_input") == -1
    assert say("start-now") not in tab.buttons


def test_while_one_writes_what_was_tried_before_is_shown(seeds: Seeds):
    seeds.running()
    tab = Tab("proposal")

    tab.write(say("field-change"), "a handwritten card for guests")

    assert say("similar-title", count=1) in tab.shown


def test_what_was_handed_in_and_then_made_smaller_starts_from_the_same_page(seeds: Seeds):
    tab = tapped(True, True, False, True, True)
    tab.choose(say("question-harm"), "lasting", "radio")
    tab.choose(say("question-colleagues"), "nothing", "radio")
    tab.press(say("hand-in"))
    tab.go("proposal", id="CX-1")
    tab.choose(say("question-harm"), "annoyance", "radio")

    tab.press(say("start-now"))

    assert seeds.dossier("CX-1").pilot is not None
