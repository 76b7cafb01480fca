"""Re-use on the pages: from a proposal with one tap, from the experiment and the decision with a line."""

from datetime import timedelta

import pytest

from registry.domain.citing import uses
from registry.domain.facts import Choice
from registry.domain.person import Person, Role
from registry.domain.proposal import Idea, Proposal
from registry.sentences import say
from registry.web import personal_data
from registry.web.clock import now
from tests.nouns import CARD, PHONE_LINE, PLAN, evidence
from tests.pages.echoes import Echoes
from tests.pages.tab import Tab

CLOSE = "a handwritten card for guests"
DIFFERENT = say("field-different_this_time")
ASKS = ("different-walked_back", "different-contradicted")
UMBRELLAS = Proposal(idea=Idea(change="Umbrellas to borrow"), quick_check=CARD.quick_check)
MARKUP = "**Cards** <b>work</b> :red[best] ![](https://example.org/x.png)"


def writing(echoes: Echoes, person: Person, change: str = CLOSE) -> Tab:
    """The proposal's page of *person*, who has just written what they want to try."""
    tab = Tab("proposal", browser=echoes.browser_of(person))
    tab.write(say("field-change"), change)
    return tab


def opened(page: str, code: str, person: Person | None = None, echoes: Echoes | None = None) -> Tab:
    """The page about *code*, with the place where one says what helped opened."""
    browser = None if person is None or echoes is None else echoes.browser_of(person)
    tab = Tab(page, browser=browser, id=code)
    tab.app.session_state[f"helped-{code}-open"] = True
    tab.run()
    return tab


def test_a_learning_that_bears_on_a_proposal_is_shown_with_its_sentence_standing_and_outcome(
    echoes: Echoes, nora: Person
):
    code = echoes.taught(MARKUP, Choice.KEEP_HERE)

    tab = writing(echoes, nora)

    assert f"{code} · {CARD.title}" in tab.links
    assert MARKUP in tab.said("text")
    for badge in (say("standing-emerging"), say("ended-keep_here")):
        assert badge in tab.shown


def test_one_tap_says_that_it_helped_and_one_more_takes_it_back(echoes: Echoes, nora: Person):
    code = echoes.taught()
    tab = writing(echoes, nora)

    tab.press(say("helped-us", code=code))

    assert [each.learning for each in uses(echoes.dossier("CX-2"))] == [1]
    assert say("helped-us", code=code) not in tab.buttons
    tab.press(say("helped-take-back", code=code))
    assert uses(echoes.dossier("CX-2")) == ()
    assert say("helped-us", code=code) in tab.buttons
    assert tab.said("error") == []


def test_a_double_click_says_it_and_does_not_take_it_back(echoes: Echoes, nora: Person):
    code = echoes.taught()
    tab = writing(echoes, nora)

    tab.press_twice(say("helped-us", code=code))

    assert [each.learning for each in uses(echoes.dossier("CX-2"))] == [1]


def test_what_was_typed_stays_when_somebody_says_what_helped(echoes: Echoes, nora: Person):
    code = echoes.taught()
    tab = writing(echoes, nora)
    tab.widgets("text_input")[say("field-whom")].set_value("guests who come back")

    tab.press(say("helped-us", code=code))

    assert tab.written(say("field-whom")) == "guests who come back"
    assert echoes.dossier("CX-2").proposal.idea.whom == "guests who come back"


def test_what_was_tried_without_a_learning_is_shown_below_and_offers_no_button(echoes: Echoes, nora: Person):
    echoes.running()
    code = echoes.taught()

    tab = writing(echoes, nora)

    assert tab.links.index(code) < tab.links.index("CX-1")
    assert say("helped-us", code="CX-1") not in tab.buttons
    assert say("stage-running") in tab.shown


def test_how_many_experiments_a_learning_helped_is_told_of_the_learning(echoes: Echoes, nora: Person):
    code = echoes.taught()
    echoes.helped(echoes.draft_by(nora, handed_in=True), code, by=nora)

    tab = writing(echoes, nora)

    assert say("helped-times", count=1) in tab.shown


@pytest.mark.parametrize(
    ("choice", "is_contradicted", "asks"),
    [
        (Choice.WALK_BACK, False, "different-walked_back"),
        (Choice.WALK_BACK, True, "different-contradicted"),
        (Choice.KEEP_HERE, True, "different-contradicted"),
        (Choice.KEEP_HERE, False, None),
    ],
)
def test_something_close_to_what_ended_badly_asks_what_is_different_and_starts_without_an_answer(
    echoes: Echoes, nora: Person, choice: Choice, *, is_contradicted: bool, asks: str | None
):
    code = echoes.taught(choice=choice)
    other = echoes.running(UMBRELLAS)
    if is_contradicted:
        echoes.contradicted(code, other)

    tab = Tab("proposal", browser=echoes.browser_of(nora), id=(mine := echoes.draft_by(nora)))
    asked = {say(each, code=code, title=CARD.title) for each in ASKS if each == asks}
    assert {each for each in tab.said("markdown") if each.startswith("Something close")} == asked
    assert (DIFFERENT in tab.widgets("text_input")) is bool(asked)

    tab.press(say("start-now"))

    assert tab.said("error") == []
    assert echoes.dossier(mine).pilot is not None


def test_the_answer_is_kept_at_once_and_shown_in_the_story_as_it_was_typed(echoes: Echoes, nora: Person):
    echoes.taught(choice=Choice.WALK_BACK)
    tab = writing(echoes, nora)

    tab.write(DIFFERENT, MARKUP)

    assert echoes.dossier("CX-2").proposal.different_this_time == MARKUP
    tab.go("experiment", id="CX-2")
    assert say("story-different") in tab.shown
    assert MARKUP in tab.said("text")


def test_what_looks_personal_in_the_answer_waits_until_it_was_pointed_at(
    echoes: Echoes, nora: Person, monkeypatch: pytest.MonkeyPatch
):
    echoes.taught(choice=Choice.WALK_BACK)
    tab = writing(echoes, nora)
    tab.write(DIFFERENT, "Ask 0171 1234567 first.")
    assert say("personal-phone", count=1) in tab.shown
    assert echoes.dossier("CX-2").proposal.different_this_time == ""

    monkeypatch.setattr(personal_data, "now", lambda: now() + timedelta(seconds=2))
    tab.press(say("save-as-it-is"))

    assert echoes.dossier("CX-2").proposal.different_this_time == "Ask 0171 1234567 first."


def test_an_answer_stays_in_sight_when_nothing_close_is_left(echoes: Echoes, nora: Person):
    echoes.taught(choice=Choice.WALK_BACK)
    tab = writing(echoes, nora)
    tab.write(DIFFERENT, "It is winter now.")

    tab.write(say("field-change"), "Umbrellas to borrow")

    assert say("similar-title", count=1) not in tab.shown
    assert tab.written(DIFFERENT) == "It is winter now."


def test_a_reviewer_reads_what_is_different_before_their_own_review(echoes: Echoes):
    ravi = echoes.joined("Ravi Reviewer", "Contracts", Role.REVIEWER, function="legal")
    told = PHONE_LINE.model_copy(update={"different_this_time": "The number stays on the letter."})
    code = echoes.handed_in(told)

    tab = Tab("review", browser=echoes.browser_of(ravi), id=code)

    assert "The number stays on the letter." in tab.said("text")


def test_what_helped_is_found_by_code_said_with_a_line_listed_and_taken_back(echoes: Echoes):
    taught, code = echoes.taught(), echoes.running(UMBRELLAS)
    tab = opened("experiment", code)
    assert say("helped-nothing-close") in tab.shown
    tab.write(say("field-helped_search"), taught.lower())
    tab.write(say("field-helped_how"), MARKUP)

    tab.press(say("helped-say"))

    (kept,) = uses(echoes.dossier(code))
    assert (kept.learning, kept.how) == (1, MARKUP)
    assert say("helped-title") in tab.shown
    assert MARKUP in tab.said("text")
    assert tab.written(say("field-helped_search")) == ""
    tab.press(say("helped-take-back", code=taught))
    assert uses(echoes.dossier(code)) == ()
    assert say("helped-title") not in tab.shown


def test_what_is_close_is_offered_before_anything_is_typed_and_none_is_chosen_among_several(
    echoes: Echoes,
):
    first, second, code = echoes.taught(), echoes.taught("Ink smudges"), echoes.running()
    tab = opened("experiment", code)

    offered = tab.widgets("radio")[say("field-helped_which")]

    assert sorted(offered.options) == [f"{each} · {CARD.title}" for each in (first, second)]
    assert offered.value is None
    assert say("helped-say") not in tab.buttons


def test_words_of_no_learning_say_so(echoes: Echoes):
    echoes.taught()
    tab = opened("experiment", echoes.running(UMBRELLAS))

    tab.write(say("field-helped_search"), "elephant (")

    assert say("helped-nothing-found") in tab.shown
    assert say("helped-say") not in tab.buttons


def test_the_decision_says_what_helped_too(echoes: Echoes):
    taught, code = echoes.taught(), echoes.ended(PLAN, evidence())
    tab = opened("decision", code)

    tab.press(say("helped-say"))

    assert [each.learning for each in uses(echoes.dossier(code))] == [1]
    assert f"{taught} · {CARD.title}" in tab.links


def test_another_team_reads_what_helped_and_cannot_change_it(echoes: Echoes, nora: Person):
    taught, code = echoes.taught(), echoes.running()
    echoes.helped(code, taught, "Fewer words")

    tab = Tab("experiment", browser=echoes.browser_of(nora), id=code)

    assert "Fewer words" in tab.said("text")
    assert say("helped-take-back", code=taught) not in tab.buttons
    assert say("helped-open") not in tab.shown
