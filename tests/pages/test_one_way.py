"""The page of a one-way door before its start: the case, who looks at it, the reveal, the answer."""

from registry.domain.person import Role
from registry.domain.proposal import Quote, Voice
from registry.domain.review_facts import Case, Outcome, Review
from registry.sentences import say
from tests.nouns import PHONE_LINE
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

SAID = PHONE_LINE.model_copy(update={"quote": Quote(words="I never get through.")})


def field(part: str) -> str:
    """The field for one part of the case."""
    return say(f"case-{part}-asked")


def test_each_part_of_the_case_is_kept_when_it_is_left(seeds: Seeds):
    code = seeds.handed_in()
    tab = Tab("experiment", id=code)

    tab.write(field("hurt"), "Who cannot type. ", "text_area")
    tab.write(field("way_back"), "We keep the number.", "text_area")

    case = seeds.dossier(code).latest(Case)
    assert case is not None
    assert (case.hurt, case.way_back, case.process) == ("Who cannot type.", "We keep the number.", "")
    assert Tab("experiment", id=code).written(field("hurt"), "text_area") == "Who cannot type."


def test_a_case_without_a_customers_words_is_asked_for_them(seeds: Seeds):
    silent, heard = seeds.handed_in(PHONE_LINE), seeds.handed_in(SAID)
    noticed = SAID.quote.model_copy(update={"voice": Voice.OBSERVATION})
    seen = seeds.handed_in(SAID.model_copy(update={"quote": noticed}))
    words = "I call because I cannot type."

    assert field("customers_words") not in Tab("experiment", id=heard).widgets("text_area")
    assert field("customers_words") in Tab("experiment", id=seen).widgets("text_area")
    tab = Tab("experiment", id=silent)
    assert say("next-homework-case", count=6) in tab.shown
    tab.write(field("customers_words"), words, "text_area")

    assert say("next-homework-case", count=5) in tab.shown
    *_, cleo = seeds.panel()
    assert words in Tab("review", browser=seeds.browser_of(cleo)).shown


def test_after_the_reveal_the_team_still_sees_what_it_owes(seeds: Seeds):
    code = seeds.handed_in()
    seeds.revealed(code)

    tab = Tab("experiment", id=code)

    assert say("next-homework-meanwhile") in tab.shown
    assert say("next-homework-sponsor") in tab.shown


def test_two_of_a_team_write_the_case_at_once_and_lose_nothing(seeds: Seeds):
    code = seeds.handed_in()
    mine, theirs = Tab("experiment", id=code), Tab("experiment", id=code)
    theirs.write(field("process"), "The first call.", "text_area")
    theirs.write(field("hurt"), "Who is blind.", "text_area")

    mine.write(field("hurt"), "Who cannot type.", "text_area")

    assert mine.written(field("hurt"), "text_area") == "Who is blind.\n\nWho cannot type."
    assert mine.written(field("process"), "text_area") == "The first call."
    case = seeds.dossier(code).latest(Case)
    assert case is not None
    assert (case.process, case.hurt) == ("The first call.", "Who is blind.\n\nWho cannot type.")


def test_anybody_may_stand_up_for_it_and_a_double_click_is_one(seeds: Seeds):
    code = seeds.handed_in()
    nora = seeds.joined("Nora Newcomer", "Counter")
    tab = Tab("experiment", id=code, browser=seeds.browser_of(nora))

    tab.press_twice(say("sponsor-stand-up"))

    dossier = seeds.dossier(code)
    assert [fact.by for fact in dossier.facts if fact.kind == "sponsorship"] == [nora.id]
    assert nora.name in tab.shown
    assert say("sponsor-stand-up") not in tab.buttons


def test_the_team_asks_whose_voice_is_missing_first(seeds: Seeds):
    code = seeds.handed_in()
    seeds.joined("Ada Analyst", "Data", Role.REVIEWER, function="finance")
    _, rosa, _ = seeds.panel()
    tab = Tab("experiment", id=code)
    choice = tab.widgets("selectbox")[say("field-reviewer")]
    assert "Cleo" in choice.options[0]
    assert "Rosa" in choice.options[1]
    choice.set_value(choice.options[1])
    tab.run()

    tab.press(say("reviewers-ask_reviewer"))

    assert [fact.whom for fact in seeds.dossier(code).round.asked()] == [rosa.id]
    assert say("reviewers-nobody-for", voice="front_line", function="front line") not in tab.shown
    assert not any("Rosa" in each for each in tab.widgets("selectbox")[say("field-reviewer")].options)


def test_who_has_not_reviewed_sees_neither_the_answers_nor_the_case(seeds: Seeds):
    code = seeds.handed_in()
    seeds.case_made(code)
    ravi, rosa, _ = seeds.panel()
    seeds.reviewed(code, rosa, harm="repairable")

    tab = Tab("experiment", id=code, browser=seeds.browser_of(ravi))

    assert say("door-after-review") in tab.shown
    assert "Ten callers tried it" not in tab.shown
    assert say("answer-harm-lasting") not in tab.shown
    assert say("answer-harm-repairable") not in tab.shown
    assert say("go-to-review", code=code) in tab.buttons
    assert not [each for each in tab.widgets("expander") if each == say("history-title", code=code)]


def test_before_all_are_in_nobody_sees_what_another_said(seeds: Seeds):
    code = seeds.handed_in()
    ravi, rosa, _ = seeds.panel()
    seeds.reviewed(code, rosa, harm="repairable")
    seeds.reviewed(code, ravi)

    tab = Tab("experiment", id=code, browser=seeds.browser_of(ravi))

    assert say("next-reviewed") in tab.shown
    assert say("reviewers-in", count=2, wanted=3, enough=0) in tab.shown
    assert "Rosa Reviewer saw it fail." not in tab.shown
    assert say("answer-harm-repairable") not in tab.shown


def test_with_the_last_review_all_are_shown_side_by_side_and_the_lone_one_is_marked(seeds: Seeds):
    code = seeds.handed_in()
    seeds.revealed(code)

    tab = Tab("experiment", id=code)

    for name in ("Ravi", "Rosa", "Cleo"):
        assert f"{name} Reviewer saw it fail." in tab.shown
    assert say("mark-lone") in tab.shown
    assert say("rating-lone", answer=say("answer-harm-lasting")) in tab.shown
    assert say("rating-not-theirs") in tab.shown
    assert say("next-talk") in tab.shown


def test_a_lone_knock_out_is_talked_through_rated_again_and_then_cleared(seeds: Seeds):
    code = seeds.handed_in()
    seeds.case_made(code)
    _, rosa, _ = seeds.revealed(code)
    tab = Tab("experiment", id=code, browser=seeds.browser_of(rosa))

    tab.choose(say("field-outcome"), Outcome.CLEARED, "radio")
    tab.press(say("outcome-give"))
    assert tab.said("error")
    assert seeds.dossier(code).round.outcome is None

    tab.write(say("field-talk"), "The number stays open for some.", "text_area")
    tab.press(say("talk-keep"))
    assert "The number stays open for some." in tab.shown
    assert say("rate-again") in tab.links

    tab.go("review", id=code)
    tab.choose(say("question-harm"), "repairable", "radio")
    tab.press(say("review-give"))
    tab.go("experiment", id=code)
    assert say("mark-lone") not in tab.shown
    assert "The number stays open for some." in tab.shown
    assert [each.by for each in seeds.dossier(code).all(Review)].count(rosa.id) == 2

    tab.choose(say("field-outcome"), Outcome.CLEARED, "radio")
    tab.press(say("outcome-give"))
    assert say("reviewers-say-cleared") in tab.shown

    team = Tab("experiment", id=code)
    assert say("next-cleared-reviewed") in team.shown
    team.press(say("start-now"))
    assert seeds.dossier(code).pilot is not None


def talked_through(seeds: Seeds) -> str:
    """A one-way door whose reviewers agree, and answer next; Rosa is one of them."""
    code = seeds.handed_in()
    seeds.case_made(code)
    _, rosa, _ = seeds.revealed(code)
    seeds.talked(code, rosa, "harm")
    seeds.reviewed(code, rosa, harm="repairable")
    return code


def test_under_a_condition_it_starts_once_the_team_accepts_it(seeds: Seeds):
    code = talked_through(seeds)
    rosa = next(each for each in seeds.people() if each.name.startswith("Rosa"))
    reviewer = Tab("experiment", id=code, browser=seeds.browser_of(rosa))
    reviewer.choose(say("field-outcome"), Outcome.CLEARED_IF, "radio")
    reviewer.write(say("field-what-cleared_if"), "The old number stays open until March.")
    reviewer.press(say("outcome-give"))
    assert say("condition-accept") not in reviewer.buttons
    assert say("outcome-another") in reviewer.widgets("expander")

    team = Tab("experiment", id=code)
    assert "The old number stays open until March." in team.shown
    assert say("start-now") not in team.buttons
    team.press(say("condition-accept"))

    assert say("next-cleared-reviewed") in team.shown
    assert say("condition-accepted") in team.shown
    team.press(say("start-now"))
    assert say("condition-accepted") in team.shown


def test_not_yet_is_one_thing_and_supplying_it_brings_it_back_to_the_reviewers(seeds: Seeds):
    code = talked_through(seeds)
    rosa = next(each for each in seeds.people() if each.name.startswith("Rosa"))
    seeds.answered(code, rosa, Outcome.NOT_YET, "How many cannot type?", "The planning desk.")

    team = Tab("experiment", id=code)
    assert say("stage-not_yet") in "\n".join(team.said("markdown"))
    assert "How many cannot type?" in team.shown
    assert say("outcome-who", who="The planning desk.") in team.shown
    team.write(say("field-supply"), "One in twenty.", "text_area")
    team.press(say("supply"))

    assert say("next-supplied") in team.shown
    reviewer = Tab("review", id=code, browser=seeds.browser_of(rosa))
    assert "One in twenty." in reviewer.shown


def test_another_door_takes_two_signatures_of_two_functions(seeds: Seeds):
    code = talked_through(seeds)
    ravi, rosa = (each for each in sorted(seeds.people(), key=lambda each: each.name) if each.name[0] == "R")
    first = Tab("experiment", id=code, browser=seeds.browser_of(ravi))
    first.choose(say("field-sign-door"), "two_way", "radio")
    first.write(say("field-sign-reason"), "We can open it again within a day.", "text_area")
    first.press(say("sign"))
    assert say("sign-second-needed") in first.shown

    second = Tab("experiment", id=code, browser=seeds.browser_of(rosa))
    second.choose(say("field-sign-door"), "two_way", "radio")
    second.write(say("field-sign-reason"), "The counter can bear it.", "text_area")
    second.press(say("sign"))

    assert say("door-signed-by-two", door=say("door-two_way")) in second.shown
    assert say("outcome-signed") in second.shown
    assert say("start-now") in Tab("experiment", id=code).buttons


def test_what_the_reviewers_said_stays_readable_after_the_start(seeds: Seeds):
    code = talked_through(seeds)
    rosa = next(each for each in seeds.people() if each.name.startswith("Rosa"))
    seeds.answered(code, rosa, Outcome.CLEARED)
    Tab("experiment", id=code).press(say("start-now"))

    tab = Tab("experiment", id=code)

    assert say("case-and-reviews") in tab.shown
    assert "Rosa Reviewer saw it fail." in tab.shown
    assert say("talk-keep") not in tab.buttons
    assert say("outcome-give") not in tab.buttons
