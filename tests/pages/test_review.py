"""The page “Review”: what waits, one review in one sitting, and what became of those before."""

from datetime import date

import pytest

from registry.domain.person import Role
from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.domain.review_facts import Outcome
from registry.domain.risk import RiskProfile
from registry.sentences import say
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

NO_PHONE = Proposal(
    quote=Quote(words="I call because I cannot type."),
    idea=Idea(change="Close the phone line"),
    answers=RiskProfile(harm="lasting", law="look"),
)
FEAR = "Nobody could reach us, and we noticed in March."


def asked(question: str) -> str:
    """A question as its field asks it."""
    return say(f"question-{question}")


def test_the_queue_begins_with_the_customers_words_and_says_whose_voice_is_missing(seeds: Seeds):
    code = seeds.handed_in(NO_PHONE)
    ravi, rosa, _ = seeds.panel()
    seeds.reviewed(code, rosa)

    tab = Tab("review", browser=seeds.browser_of(ravi))

    told = tab.in_order("text", "markdown")
    title = next(number for number, text in enumerate(told) if "Close the phone line" in text)
    assert told.index("I call because I cannot type.") < title
    assert say("queue-voices", functions="customer experience") in tab.shown
    assert say("go-to-review", code=code) in tab.links


def test_what_waits_longest_comes_first(seeds: Seeds):
    first, second = seeds.handed_in(), seeds.handed_in(NO_PHONE)
    ravi, *_ = seeds.panel()

    tab = Tab("review", browser=seeds.browser_of(ravi))

    assert tab.links.index(say("go-to-review", code=first)) < tab.links.index(
        say("go-to-review", code=second)
    )


def test_who_reviews_nothing_is_told_so_and_has_no_link_to_it(seeds: Seeds):
    seeds.handed_in()
    nora = seeds.joined("Nora Newcomer", "Counter")

    tab = Tab("review", browser=seeds.browser_of(nora))

    assert say("go-to-review", code="CX-1") not in tab.links
    assert tab.said("info")


def test_nothing_waits_for_somebody_who_reviewed_it(seeds: Seeds):
    code = seeds.handed_in()
    ravi, *_ = seeds.panel()
    seeds.reviewed(code, ravi)

    tab = Tab("review", browser=seeds.browser_of(ravi))

    assert say("queue-empty") in tab.shown
    assert say("became-title") in tab.shown


def test_the_case_and_the_questions_wait_for_ones_own_sentence(seeds: Seeds):
    code = seeds.handed_in(NO_PHONE)
    seeds.case_made(code)
    ravi, *_ = seeds.panel()

    tab = Tab("review", id=code, browser=seeds.browser_of(ravi))

    assert "I call because I cannot type." in tab.shown
    assert say("case-hurt-asked") not in tab.shown
    assert not tab.widgets("radio")

    tab.write(say("field-premortem"), FEAR, "text_area")

    assert say("case-hurt-asked") in tab.shown
    assert say("review-case-incomplete") not in tab.said("info")
    assert asked("law") in tab.widgets("radio")


def test_ones_own_questions_come_first_and_no_answer_is_given_away(seeds: Seeds):
    code = seeds.handed_in(NO_PHONE)
    ravi, rosa, _ = seeds.panel()
    seeds.reviewed(code, rosa, harm="repairable")
    tab = Tab("review", id=code, browser=seeds.browser_of(ravi))

    tab.write(say("field-premortem"), FEAR, "text_area")

    radios = tab.widgets("radio")
    assert say("review-case-incomplete") in tab.said("info")
    assert list(radios)[:4] == [asked(name) for name in ("law", "promise", "data", "undo_control")]
    values = [radio.value for radio in radios.values()]
    assert (values[:4], set(values[4:])) == ([None] * 4, {"not-mine"})


def test_what_the_team_holds_itself_to_is_part_of_what_is_reviewed(seeds: Seeds):
    limits = Limits(until=date(2126, 12, 20), stop_if="two customers complain")
    code = seeds.handed_in(NO_PHONE.model_copy(update={"levers": ("cap_money",), "limits": limits}))
    *_, cleo = seeds.panel()
    tab = Tab("review", id=code, browser=seeds.browser_of(cleo))
    assert say("lever-cap_money-promise") not in tab.shown

    tab.write(say("field-premortem"), FEAR, "text_area")

    assert say("lever-cap_money-promise") in tab.shown
    assert "stop if two customers complain" in tab.shown


def test_the_queue_says_that_the_missing_thing_came(seeds: Seeds):
    code = seeds.handed_in()
    _, rosa, _ = seeds.revealed(code)
    seeds.answered(code, rosa, Outcome.NOT_YET, "How many cannot type?", "The planning desk.")
    browser = seeds.browser_of(rosa)
    assert say("queue-read", code=code) not in Tab("review", browser=browser).links
    seeds.supplied(code, "One in twenty.")

    tab = Tab("review", browser=browser)

    assert say("queue-supplied") in tab.shown
    assert say("queue-read", code=code) in tab.links


def test_the_next_round_shows_only_what_changed_and_begins_with_what_one_said(seeds: Seeds):
    code = seeds.handed_in(NO_PHONE)
    _, rosa, _ = seeds.panel()
    seeds.reviewed(code, rosa, harm="lasting")
    smaller = NO_PHONE.idea.model_copy(update={"whom": "Callers who chose the chat before"})
    seeds.revised(code, NO_PHONE.model_copy(update={"idea": smaller, "answers": RiskProfile(harm="lasting")}))
    seeds.submitted(code)

    tab = Tab("review", id=code, browser=seeds.browser_of(rosa))

    new = tab.shown[tab.shown.index(say("changed-since-title")) :]
    assert "Callers who chose the chat before" in new
    assert "I call because I cannot type." in tab.shown
    assert tab.written(asked("harm"), "radio") == "lasting"
    assert say("answer-law-look") not in tab.shown


def test_who_cannot_review_passes_it_on(seeds: Seeds):
    code = seeds.handed_in()
    ravi, rosa, _ = seeds.panel()
    seeds.asked(code, ravi)
    tab = Tab("review", id=code, browser=seeds.browser_of(ravi))
    choice = tab.widgets("selectbox")[say("field-reviewer")]
    choice.set_value(next(each for each in choice.options if "Rosa" in each))
    tab.run()

    tab.press(say("reviewers-pass_on"))

    assert [fact.whom for fact in seeds.dossier(code).round.asked()] == [rosa.id]


def test_who_works_in_the_proposing_team_reviews_nothing_of_it(seeds: Seeds):
    seeds.works_in("Parcels")
    code = seeds.handed_in()
    tom = seeds.joined("Tom Teammate", "Parcels", Role.REVIEWER, function="finance")

    queue = Tab("review", browser=seeds.browser_of(tom))
    page = Tab("review", id=code, browser=seeds.browser_of(tom))

    assert say("queue-empty") in queue.shown
    assert not page.widgets("text_area")


def test_without_a_function_one_is_told_where_to_say_it(seeds: Seeds):
    code = seeds.handed_in()
    nora = seeds.joined("Nora Newcomer", "Counter", Role.REVIEWER)

    tab = Tab("review", id=code, browser=seeds.browser_of(nora))

    assert say("people-say-team") in tab.links
    assert not tab.widgets("text_area")


def test_who_stands_up_for_it_is_not_asked_to_judge_it(seeds: Seeds):
    code = seeds.handed_in()
    ravi, *_ = seeds.panel()
    story = Tab("experiment", id=code, browser=seeds.browser_of(ravi))

    story.press(say("sponsor-stand-up"))
    page = Tab("review", id=code, browser=seeds.browser_of(ravi))

    assert say("review-by-sponsor", code=code) in page.said("info")
    assert not page.widgets("text_area")


@pytest.mark.parametrize("outcome", [Outcome.NOT_YET, Outcome.CLEARED_IF])
def test_the_queue_tells_what_became_of_what_one_reviewed(seeds: Seeds, outcome: Outcome):
    code = seeds.handed_in()
    seeds.case_made(code)
    _, rosa, _ = seeds.revealed(code)
    seeds.talked(code, rosa, "harm")
    seeds.reviewed(code, rosa, harm="annoyance")
    seeds.answered(code, rosa, outcome, "The number stays open.", "The call centre.")

    tab = Tab("review", browser=seeds.browser_of(rosa))

    assert say("became-title") in tab.shown
    assert "Close the phone line" in tab.links
