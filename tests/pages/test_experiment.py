"""The page of one experiment: its next step, and refusals that keep what was typed."""

from datetime import date

from registry.domain.proposal import QuickCheck
from registry.sentences import say
from tests.nouns import PHONE_LINE
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab


def test_a_last_day_in_the_past_is_refused_and_what_was_typed_stays(seeds: Seeds):
    code = seeds.cleared()
    tab = Tab("experiment", id=code)
    tab.write(say("field-stop_if"), "two customers complain")
    tab.write(say("field-expected"), "one in ten writes back")
    tab.write(say("field-until"), date(2020, 1, 31), "date_input")

    tab.press(say("start-now"))

    assert tab.said("error") == [say("start-end-in-the-past", until="2020-01-31")]
    assert tab.written(say("field-stop_if")) == "two customers complain"
    assert tab.written(say("field-expected")) == "one in ten writes back"
    assert seeds.dossier(code).pilot is None


def test_an_empty_note_is_refused_in_one_sentence(seeds: Seeds):
    tab = Tab("experiment", id=seeds.running())

    tab.press(say("note-add"))

    assert tab.said("error") == [say("note-empty")]


def test_one_tap_ends_a_small_idea(seeds: Seeds):
    code = seeds.running()
    tab = Tab("experiment", id=code)

    tab.press(say("tap-keep_here"))

    decision = seeds.dossier(code).decision
    assert decision is not None
    assert decision.choice == "keep_here"
    assert say("learn") in tab.buttons


def test_what_was_stopped_is_not_offered_to_be_stopped_again(seeds: Seeds):
    seeds.works_in("Service")
    code = seeds.running()
    before = Tab("experiment", id=code)
    Tab("today").press(say("stop-this", code=code))
    after = Tab("experiment", id=code)

    assert say("tap-walk_back") in before.buttons
    assert say("tap-walk_back") not in after.buttons

    after.press(say("tap-walk_back-ended"))

    decision = seeds.dossier(code).decision
    assert decision is not None
    assert decision.choice == "walk_back"


def test_a_one_way_door_says_what_is_missing_and_cannot_be_started(seeds: Seeds):
    code = seeds.draft(PHONE_LINE)
    Tab("proposal", id=code).press(say("hand-in"))

    tab = Tab("experiment", id=code)

    assert say("next-homework-case", count=6) in tab.shown
    assert say("next-homework-sponsor") in tab.shown
    assert say("reviewers-in", count=0, wanted=3, enough=0) in tab.shown
    assert say("reviewers-nobody-for", voice="front_line", function="front line") in tab.shown
    assert say("start-now") not in tab.buttons


def test_a_one_way_door_tells_first_what_was_said_and_folds_away_what_is_only_possible(seeds: Seeds):
    tapped = PHONE_LINE.model_copy(update={"quick_check": QuickCheck(back=True, nothing_new=True)})
    tab = Tab("experiment", id=seeds.handed_in(tapped))

    shown, folds = tab.said("markdown"), [fold.label for fold in tab.app.expander]

    said = shown.index("- " + say("reason-harm-3"))
    assert said < shown.index("- " + say("knockout-colleagues-possible"))
    assert any(label.startswith("What the answers still allow") for label in folds)


def test_a_proposal_taken_back_is_kept_and_may_still_teach(seeds: Seeds):
    code = seeds.draft()
    tab = Tab("experiment", id=code)
    tab.write(say("field-withdraw_reason"), "The printer left.")

    tab.press(say("withdraw"))

    assert say("next-withdrawn") in tab.shown
    assert say("learn") in tab.buttons
