"""One review in one sitting: nothing that was begun is lost, and nothing is left out of it silently."""

from registry.domain.person import Role
from registry.domain.review_facts import Review
from registry.domain.risk import RiskProfile
from registry.sentences import say
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

FEAR = "Nobody could reach us, and we noticed in March."


def asked(question: str) -> str:
    """A question as its field asks it."""
    return say(f"question-{question}")


def test_there_is_no_way_around_what_is_ones_own_to_judge(seeds: Seeds):
    code = seeds.handed_in()
    ravi, rosa, _ = seeds.panel()
    rita = seeds.joined("Rita Reviewer", "Budgets", Role.REVIEWER, function="finance")

    for person, own in ((ravi, "law"), (rosa, "harm"), (rita, "undo_cost")):
        tab = Tab("review", id=code, browser=seeds.browser_of(person))
        tab.write(say("field-premortem"), FEAR, "text_area")
        radios = tab.widgets("radio")
        assert not {say("i-do-not-know"), say("rating-not-mine")} & set(radios[asked(own)].options)
        assert say("rating-not-mine") in radios[asked("exposure")].options


def test_a_question_of_ones_own_is_asked_for_and_nothing_is_lost(seeds: Seeds):
    code = seeds.handed_in()
    ravi, *_ = seeds.panel()
    tab = Tab("review", id=code, browser=seeds.browser_of(ravi))
    tab.write(say("field-premortem"), FEAR, "text_area")
    tab.choose(asked("promise"), "trial", "radio")

    tab.press(say("review-give"))

    assert tab.said("error")
    assert tab.written(say("field-premortem"), "text_area") == FEAR
    assert tab.written(asked("promise"), "radio") == "trial"
    assert seeds.dossier(code).latest(Review) is None


def test_a_review_is_given_in_one_sitting(seeds: Seeds):
    code = seeds.handed_in()
    _, rosa, _ = seeds.panel()
    tab = Tab("review", id=code, browser=seeds.browser_of(rosa))
    tab.write(say("field-premortem"), FEAR, "text_area")
    for question, answer in (("harm", "repairable"), ("colleagues", "habit"), ("detection", "week")):
        tab.choose(asked(question), answer, "radio")
    tab.write(say("field-missing"), "How many callers are blind?", "text_area")

    tab.press(say("review-give"))

    review = seeds.dossier(code).latest(Review)
    assert review is not None
    assert (review.by, review.premortem, review.missing) == (rosa.id, FEAR, "How many callers are blind?")
    assert review.ratings == RiskProfile(harm="repairable", colleagues="habit", detection="week")
    assert say("next-reviewed") in tab.shown


def test_going_away_and_coming_back_loses_nothing(seeds: Seeds):
    code = seeds.handed_in()
    _, rosa, _ = seeds.panel()
    tab = Tab("review", id=code, browser=seeds.browser_of(rosa))
    tab.write(say("field-premortem"), FEAR, "text_area")
    tab.choose(asked("harm"), "repairable", "radio")
    tab.choose(asked("spotlight"), "press", "radio")

    tab.go("experiment", id=code)
    tab.go("review", id=code)

    assert tab.written(say("field-premortem"), "text_area") == FEAR
    assert tab.written(asked("harm"), "radio") == "repairable"
    assert tab.written(asked("spotlight"), "radio") == "press"


def test_what_one_began_is_there_again_after_a_reload_and_is_nobodys_but_ones_own(seeds: Seeds):
    code = seeds.handed_in()
    _, rosa, cleo = seeds.panel()
    browser = seeds.browser_of(rosa)
    tab = Tab("review", id=code, browser=browser)
    tab.write(say("field-premortem"), FEAR, "text_area")
    tab.choose(asked("harm"), "repairable", "radio")
    tab.write(say("exactly-exposure"), 7.0, "number_input")
    tab.write(say("field-missing"), "How many callers are blind?", "text_area")

    again = Tab("review", id=code, browser=browser)
    other = Tab("review", id=code, browser=seeds.browser_of(cleo))

    assert again.written(say("field-premortem"), "text_area") == FEAR
    assert again.written(asked("harm"), "radio") == "repairable"
    assert again.written(say("exactly-exposure"), "number_input") == 7
    assert again.written(say("field-missing"), "text_area") == "How many callers are blind?"
    assert not other.written(say("field-premortem"), "text_area")
    assert seeds.dossier(code).latest(Review) is None


def test_after_it_was_given_a_review_begins_with_what_was_given_in_every_tab(seeds: Seeds):
    code = seeds.handed_in()
    *_, cleo = seeds.panel()
    browser = seeds.browser_of(cleo)
    left_open = Tab("review", id=code, browser=browser)
    left_open.write(say("field-premortem"), "A first thought.", "text_area")
    tab = Tab("review", id=code, browser=browser)
    tab.write(say("field-premortem"), FEAR, "text_area")
    tab.choose(asked("harm"), "repairable", "radio")

    tab.press(say("review-give"))
    left_open.run()

    for each in (left_open, Tab("review", id=code, browser=browser)):
        assert each.written(say("field-premortem"), "text_area") == FEAR
        assert each.written(asked("harm"), "radio") == "repairable"


def test_a_double_click_gives_one_review(seeds: Seeds):
    code = seeds.handed_in()
    *_, cleo = seeds.panel()
    tab = Tab("review", id=code, browser=seeds.browser_of(cleo))
    tab.write(say("field-premortem"), FEAR, "text_area")
    tab.choose(asked("harm"), "repairable", "radio")

    tab.press_twice(say("review-give"))

    assert len(seeds.dossier(code).all(Review)) == 1


def test_a_number_that_cannot_be_true_is_not_left_out_of_a_review_silently(seeds: Seeds):
    code = seeds.handed_in()
    *_, cleo = seeds.panel()
    tab = Tab("review", id=code, browser=seeds.browser_of(cleo))
    tab.write(say("field-premortem"), FEAR, "text_area")
    tab.choose(asked("harm"), "repairable", "radio")
    tab.write(say("exactly-exposure"), 140.0, "number_input")

    tab.press(say("review-give"))
    assert tab.said("error").count(say("number-over-100", given="140")) == 2
    assert seeds.dossier(code).latest(Review) is None

    tab.write(say("exactly-exposure"), 40.0, "number_input")
    tab.press(say("review-give"))
    review = seeds.dossier(code).latest(Review)
    assert review is not None
    assert review.ratings == RiskProfile(harm="repairable", exposure=40)


def test_go_on_without_a_sentence_says_what_is_wanted(seeds: Seeds):
    code = seeds.handed_in()
    *_, cleo = seeds.panel()
    tab = Tab("review", id=code, browser=seeds.browser_of(cleo))

    tab.press(say("premortem-go-on"))

    assert say("premortem-empty") in tab.said("info")
    assert not tab.widgets("radio")


def test_before_all_are_in_one_may_change_what_one_said(seeds: Seeds):
    code = seeds.handed_in()
    *_, cleo = seeds.panel()
    seeds.reviewed(code, cleo, harm="annoyance")
    browser = seeds.browser_of(cleo)
    assert say("review-again") in Tab("experiment", id=code, browser=browser).links
    tab = Tab("review", id=code, browser=browser)
    assert "nobody else sees it yet" in "\n".join(tab.said("info"))
    tab.choose(asked("harm"), "lasting", "radio")

    tab.press(say("review-give"))

    this_round = seeds.dossier(code).round
    assert [each.ratings.harm for each in this_round.reviews] == ["lasting"]
    assert not this_round.is_revealed


def test_a_rating_after_the_reveal_is_marked_as_such(seeds: Seeds):
    code = seeds.handed_in()
    *_, cleo = seeds.revealed(code)
    browser = seeds.browser_of(cleo)
    tab = Tab("review", id=code, browser=browser)
    assert "marked as given after all were in" in "\n".join(tab.said("info"))
    tab.choose(asked("harm"), "repairable", "radio")

    tab.press(say("review-give"))

    assert f"Cleo Reviewer · customer experience · {say('review-after-reveal')}" in tab.shown


def test_who_rates_again_begins_with_their_own_ratings_and_what_came_out_of_the_talk(seeds: Seeds):
    code = seeds.handed_in()
    _, rosa, _ = seeds.revealed(code)
    seeds.talked(code, rosa, "harm")

    tab = Tab("review", id=code, browser=seeds.browser_of(rosa))

    assert tab.written(asked("harm"), "radio") == "lasting"
    assert "The number stays open for some." in tab.shown


def test_what_one_began_is_not_shown_to_who_comes_next_in_the_same_tab(seeds: Seeds):
    code = seeds.handed_in()
    ravi, rosa, _ = seeds.panel()
    browser = seeds.browser_of(ravi)
    tab = Tab("review", id=code, browser=browser)
    tab.write(say("field-premortem"), FEAR, "text_area")

    seeds.acts_as(browser, rosa)
    tab.go("review", id=code)
    tab.run()

    assert FEAR not in str(tab.written(say("field-premortem"), "text_area"))
