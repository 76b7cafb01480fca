"""Today: the first minute of a new registry, and what needs a hand on any other day."""

import pytest

from registry.domain.experiment import Stage, stage
from registry.domain.facts import Learning
from registry.domain.learning_facts import Speaks
from registry.domain.person import Person, Role
from registry.domain.proposal import Idea, Proposal, Quote
from registry.sentences import day_text, say
from registry.services.home import registry
from registry.store import organisation as organisations
from registry.web.clock import now
from tests.nouns import CARD, OPEN, PHONE_LINE, PLAN
from tests.pages.learnings import ago, cited, taught, tried
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab


def test_what_is_answered_at_first_use_is_kept_and_not_asked_again():
    tab = Tab()
    tab.widgets("number_input")[say("field-customers")].set_value(180_000)
    tab.widgets("text_input")[say("field-places_word")].set_value("branches")
    tab.press(say("save"))

    again = Tab()

    assert say("first-title") not in again.shown
    with registry() as db:
        kept = organisations.latest(db)
    assert kept is not None
    assert (kept.customers, kept.places_word, kept.yearly_revenue) == (180_000, "branches", None)


def test_who_skips_the_first_questions_is_not_asked_again():
    tab = Tab()
    assert say("first-title") in tab.shown

    tab.press(say("skip"))

    assert say("first-title") not in tab.shown
    assert say("first-title") not in Tab().shown


def test_an_empty_registry_offers_examples_and_shows_them_at_once(seeds: Seeds):
    tab = Tab()
    tab.press(say("skip"))

    tab.press(say("demo-fill"))

    assert seeds.count() >= 12
    assert tab.said("error") == []
    assert say("demo-fill") not in tab.buttons
    assert say("today-empty") not in tab.shown


def test_a_registry_with_an_experiment_offers_no_examples(seeds: Seeds):
    seeds.draft()

    assert say("demo-fill") not in Tab().buttons


def test_who_has_not_said_where_they_work_finds_where_to_say_it_until_they_have(seeds: Seeds):
    seeds.draft()
    assert say("people-say-team") in Tab().links

    seeds.works_in("Parcels", function="operations")

    assert say("people-say-team") not in Tab().links


@pytest.fixture
def ravi(seeds: Seeds) -> Person:
    """Somebody of legal, in another team than the local colleague."""
    seeds.works_in("Parcels", function="operations")
    return seeds.joined("Ravi Reviewer", "Contracts", Role.REVIEWER, function="legal")


def today(seeds: Seeds, person: Person) -> Tab:
    return Tab(browser=seeds.browser_of(person))


# What one's function was asked


def test_everybody_of_the_function_finds_what_it_was_asked(seeds: Seeds, ravi: Person):
    seeds.put_to(seeds.draft(OPEN), "legal", "law")
    tab = today(seeds, ravi)

    assert say("today-asked", count=1) in tab.said("header")
    assert say("question-law") in tab.links
    assert OPEN.idea.change in "\n".join(tab.said("caption"))


def test_what_legal_was_asked_about_a_draft_is_nowhere_on_todays_page_of_others(seeds: Seeds, ravi: Person):
    nora = seeds.joined("Nora Neighbour", "Counter", function="finance")
    seeds.put_to(seeds.draft(OPEN), "legal", "law")

    tab = today(seeds, nora)

    assert say("question-law") not in tab.links
    assert OPEN.idea.change not in tab.shown + tab.links


def test_a_question_leaves_today_when_it_is_answered_and_when_the_draft_is_taken_back(
    seeds: Seeds, ravi: Person
):
    answered, taken_back, started = seeds.draft(OPEN), seeds.draft(CARD), seeds.draft(CARD)
    for code in (answered, taken_back, started):
        seeds.put_to(code, "legal", "law")
    assert say("today-asked", count=3) in today(seeds, ravi).said("header")

    seeds.told(answered, ravi, "law", "none")
    seeds.withdrawn(taken_back)
    seeds.started(started)

    assert say("question-law") not in today(seeds, ravi).links


def test_the_longest_waiting_questions_are_shown_and_the_rest_is_told(seeds: Seeds, ravi: Person):
    for number in range(5):
        seeds.put_to(seeds.draft(Proposal(idea=Idea(change=f"Idea {number}"))), "Legal", "law")

    tab = today(seeds, ravi)

    told = "\n".join(tab.said("caption"))
    assert [number for number in range(5) if f"Idea {number}" in told] == [0, 1, 2]
    assert say("today-asked-more", count=2) in tab.said("caption")


def test_who_has_said_no_function_is_asked_nothing(seeds: Seeds, ravi: Person):
    nobody = seeds.joined("Tom Teammate", "Counter")
    seeds.put_to(seeds.draft(OPEN), "legal", "law")

    assert say("today-asked", count=1) not in today(seeds, nobody).said("header")


# What waits for one's review


def test_a_reviewer_finds_what_waits_the_longest_first(seeds: Seeds, ravi: Person):
    codes = [seeds.cleared(PHONE_LINE) for _ in range(4)]

    tab = today(seeds, ravi)

    assert say("today-to-review", count=4) in tab.said("header")
    in_review = tab.links.partition(say("today-to-review-more", count=1))[0]
    shown = [code for code in codes if f"{code} · Close the phone line" in in_review]
    assert shown == codes[:3]
    assert say("today-to-review-more", count=1) in tab.links


def test_who_does_not_review_and_whose_own_it_is_are_not_told_of_reviews(seeds: Seeds, ravi: Person):
    ours = seeds.joined("Rosa Reviewer", "Parcels", Role.REVIEWER, function="front line")
    nora = seeds.joined("Nora Neighbour", "Counter", function="finance")
    seeds.cleared(PHONE_LINE)

    for person in (ours, nora):
        assert say("today-to-review", count=1) not in today(seeds, person).said("header")
    assert say("today-to-review", count=1) in today(seeds, ravi).said("header")


# What one's own team runs


def test_one_tap_stops_what_ones_team_runs_and_no_reason_is_asked_before(seeds: Seeds, ravi: Person):
    code, other = seeds.running(), seeds.running()
    tab = Tab()
    assert say("today-own", count=2) in tab.said("header")

    tab.press(say("stop-this", code=code))

    assert stage(seeds.dossier(code), now()) is Stage.TO_DECIDE
    assert stage(seeds.dossier(other), now()) is Stage.RUNNING
    assert say("stop-this", code=code) not in tab.buttons
    assert say("stop-this", code=other) in tab.buttons
    assert seeds.dossier(code).stop_reason == ""


def test_the_reason_is_asked_afterwards_and_may_stay_open(seeds: Seeds, ravi: Person):
    said, unsaid = seeds.running(), seeds.running(plan=PLAN)
    tab = Tab()
    tab.press(say("stop-this", code=said))
    assert say("stopped-why", code=said) in tab.shown

    tab.widgets("text_input")[say("field-stop_reason")].set_value("Two customers complained.")
    tab.press(say("save"))
    assert seeds.dossier(said).stop_reason == "Two customers complained."
    assert say("field-stop_reason") not in tab.widgets("text_input")

    tab.press(say("stop-this", code=unsaid))
    tab.press(say("skip"))
    assert seeds.dossier(unsaid).stop_reason == ""
    assert say("field-stop_reason") not in tab.widgets("text_input")


def test_who_goes_elsewhere_is_not_asked_why_when_they_come_back(seeds: Seeds, ravi: Person):
    code = seeds.running()
    tab = Tab()
    tab.press(say("stop-this", code=code))

    tab.go("search")
    tab.go("today")

    assert say("stopped-why", code=code) not in tab.shown


def test_a_double_tap_stops_once(seeds: Seeds, ravi: Person):
    code = seeds.running()
    tab = Tab()

    tab.press_twice(say("stop-this", code=code))

    assert tab.said("error") == []
    assert say("stopped-why", code=code) in tab.shown


def test_a_colleague_of_the_team_may_stop_it_and_another_team_only_reads_that_it_runs(
    seeds: Seeds, ravi: Person
):
    tom = seeds.joined("Tom Teammate", " parcels ")
    code = seeds.running()

    assert say("stop-this", code=code) in today(seeds, tom).buttons
    others = today(seeds, ravi)
    assert say("stop-this", code=code) not in others.buttons
    assert say("today-running", count=1) in others.said("header")
    assert say("today-running", count=1) not in today(seeds, tom).said("header")


def test_customers_words_on_today_are_never_read_as_markdown(seeds: Seeds, ravi: Person):
    hostile = "**bold** :red[x] <b>y</b>"
    seeds.put_to(seeds.draft(Proposal(quote=Quote(words=hostile))), "legal", "law")

    tab = today(seeds, ravi)

    assert hostile in "\n".join(tab.said("caption"))
    assert not any("**bold**" in str(each.value) for each in tab.app.caption)


# What is worth another look


def test_a_team_is_reminded_and_one_tap_answers(seeds: Seeds, ravi: Person):
    due = taught(seeds, look_again=ago(3).date(), tell_others="Sign with a first name.")
    tab = Tab()
    assert say("today-look", count=1) in tab.said("header")
    assert f"{due} · Sign with a first name." in tab.links
    assert say("look-date", day=day_text(ago(3).date())) in tab.shown

    tab.press(say("look-still-holds", code=due))

    assert say("today-look", count=1) not in tab.said("header")
    assert len(seeds.dossier(due).all(Learning)) == 2


def test_other_teams_are_not_reminded(seeds: Seeds, ravi: Person):
    taught(seeds, look_again=ago(3).date())

    assert say("today-look", count=1) not in today(seeds, ravi).said("header")


def test_never_more_than_three_are_asked_about_the_longest_waiting_first(seeds: Seeds, ravi: Person):
    codes = [taught(seeds, look_again=ago(days).date()) for days in (9, 2, 7, 5)]

    tab = Tab()

    assert say("today-look", count=3) in tab.said("header")
    asked = [code for code in codes if say("look-still-holds", code=code) in tab.buttons]
    assert asked == [codes[0], codes[2], codes[3]]


def test_todays_reminder_quotes_what_would_change_a_mind(seeds: Seeds, ravi: Person):
    code = taught(seeds, change_our_mind="Print is answered too", look_again=ago(3).date())
    other = tried(seeds)
    cited(seeds, code, other, Speaks.AGAINST, days=1)

    tab = Tab()

    assert say("look-mind-yours", words="Print is answered too") in tab.shown
    assert say("look-may-be", code=other, day=day_text(ago(1).date())) in tab.links
