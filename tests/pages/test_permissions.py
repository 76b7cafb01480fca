"""What one may not do is not offered; where one would look for it, a sentence says whose it is."""

from collections.abc import Callable

import pytest

from registry.domain.experiment import Stage, stage
from registry.domain.facts import Choice
from registry.domain.organisation import Organisation
from registry.domain.person import Person, Role
from registry.domain.proposal import Idea, Proposal
from registry.domain.review_facts import Outcome
from registry.sentences import say
from registry.web.addresses import ADDRESSES, ID
from tests.nouns import CARD, LATER, PHONE_LINE, PLAN, evidence
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

TEAM = "Parcels *and* <b>more</b>"
# The id of a reading list names no experiment.
ABOUT_ONE = [each.name for each in ADDRESSES if each.parameters == ID and each.name != "collection"]
FIELDS = ("text_input", "text_area", "number_input", "date_input", "radio", "file_uploader", "checkbox")
SECRET = Proposal(idea=Idea(change="A whispering umbrella stand", whom="wet guests"))


def changed(seeds: Seeds) -> str:
    """A proposal that was handed in, and made another one since: its door is open again."""
    code = seeds.cleared(PHONE_LINE)
    seeds.revised(code, CARD)
    return code


def not_yet(seeds: Seeds) -> str:
    """A one-way door whose reviewers say what is missing."""
    code = seeds.handed_in()
    ravi, *_ = seeds.revealed(code)
    seeds.answered(code, ravi, Outcome.NOT_YET, "How many cannot type?", "The call centre.")
    return code


def taught(seeds: Seeds) -> str:
    code = seeds.decided()
    seeds.learned(code, "Cards work")
    return code


def withdrawn(seeds: Seeds) -> str:
    code = seeds.cleared()
    seeds.withdrawn(code)
    return code


AT_STAGE: dict[Stage, Callable[[Seeds], str]] = {
    Stage.DRAFT: changed,
    Stage.IN_REVIEW: lambda seeds: seeds.cleared(PHONE_LINE),
    Stage.NOT_YET: not_yet,
    Stage.CLEARED: Seeds.cleared,
    Stage.RUNNING: Seeds.running,
    Stage.TO_DECIDE: lambda seeds: seeds.ended(PLAN, evidence()),
    Stage.TO_LEARN: Seeds.decided,
    Stage.LEARNED: taught,
    Stage.WITHDRAWN: withdrawn,
}
"""An experiment that was handed in, by the stage where it stands."""
FOR_ANYBODY = {Stage.IN_REVIEW: {"sponsor-stand-up"}, Stage.NOT_YET: {"sponsor-stand-up"}}
"""What anybody may do, by the stage."""


@pytest.fixture(autouse=True)
def team(seeds: Seeds) -> None:
    seeds.works_in(TEAM)


@pytest.fixture
def nora(seeds: Seeds) -> Person:
    return seeds.joined("Nora Neighbour", "Counter")


@pytest.fixture
def tom(seeds: Seeds) -> Person:
    return seeds.joined("Tom Teammate", TEAM)


def whose(at: Stage) -> str:
    return say("whose-step", stage=at, team=TEAM, has_team=1)


def fields(tab: Tab) -> list[str]:
    return [label for kind in FIELDS for label in tab.widgets(kind)]


@pytest.mark.parametrize("at", AT_STAGE)
def test_somebody_of_another_team_reads_the_story_and_meets_nobody_elses_button(
    seeds: Seeds, nora: Person, at: Stage
):
    code = AT_STAGE[at](seeds)

    tab = Tab("experiment", browser=seeds.browser_of(nora), id=code)

    assert whose(at) in tab.shown
    assert say(f"stage-{at}") in tab.shown
    assert seeds.dossier(code).proposal.idea.change.lower() in tab.shown.lower()
    assert (tab.buttons, fields(tab)) == ({say(each) for each in FOR_ANYBODY.get(at, ())}, [])


@pytest.mark.parametrize(
    ("page", "at", "act"),
    [
        ("proposal", Stage.CLEARED, "edit"),
        ("plan", Stage.CLEARED, "plan"),
        ("decision", Stage.TO_DECIDE, "decide"),
        ("learning", Stage.TO_LEARN, "learn"),
    ],
)
def test_an_address_of_what_others_do_says_who_may(
    seeds: Seeds, nora: Person, page: str, at: Stage, act: str
):
    code = AT_STAGE[at](seeds)

    tab = Tab(page, browser=seeds.browser_of(nora), id=code)

    assert tab.said("info") == [say(f"not-allowed-{act}", code=code, team=TEAM, has_team=1)]
    assert (tab.buttons, fields(tab)) == (set(), [])


def test_somebody_of_another_team_sees_what_the_data_said_and_gives_none(seeds: Seeds, nora: Person):
    code = AT_STAGE[Stage.TO_DECIDE](seeds)

    tab = Tab("pilot", browser=seeds.browser_of(nora), id=code)

    assert whose(Stage.TO_DECIDE) in tab.shown
    assert say("story-evidence") in tab.shown
    assert (tab.buttons, fields(tab)) == (set(), [])


@pytest.mark.parametrize(
    ("at", "buttons"),
    [
        (Stage.DRAFT, {"hand-in", "withdraw"}),
        (Stage.IN_REVIEW, {"sponsor-stand-up", "withdraw"}),
        (Stage.CLEARED, {"start-now", "start-with-numbers", "withdraw"}),
        (Stage.RUNNING, {"note-add", "tap-keep_here", "tap-walk_back", "tap-try_bigger"}),
        (Stage.TO_LEARN, {"learn"}),
    ],
)
def test_a_steward_of_another_team_is_offered_all_but_the_proposers_words(
    seeds: Seeds, at: Stage, buttons: set[str]
):
    stella = seeds.joined("Stella Steward", "Quality", Role.STEWARD)

    tab = Tab("experiment", browser=seeds.browser_of(stella), id=AT_STAGE[at](seeds))

    assert tab.buttons == {say(each) for each in buttons}


def test_a_steward_hands_in_what_nobody_of_the_team_can(seeds: Seeds):
    stella = seeds.joined("Stella Steward", "Quality", Role.STEWARD)
    code = seeds.draft()

    Tab("experiment", browser=seeds.browser_of(stella), id=code).press(say("hand-in"))

    assert stage(seeds.dossier(code), LATER) is Stage.CLEARED


def test_a_draft_is_shown_to_nobody_of_another_team_by_its_address(seeds: Seeds, nora: Person):
    code = seeds.draft(SECRET)
    tab = Tab(browser=seeds.browser_of(nora))

    for page in ABOUT_ONE:
        tab.go(page, id=code)

        assert tab.said("info") == [say("not-allowed-see_draft", code=code, team=TEAM, has_team=1)]
        assert "umbrella" not in tab.shown
        assert (tab.buttons, fields(tab)) == (set(), [])


def test_a_draft_is_nowhere_to_be_found_by_another_team(seeds: Seeds, nora: Person):
    code = seeds.draft(SECRET)
    taken_back = seeds.draft(SECRET)
    seeds.withdrawn(taken_back)
    parent = seeds.decided(choice=Choice.TRY_BIGGER)
    tab = Tab("proposal", browser=seeds.browser_of(nora))
    tab.write(say("field-change"), "Free parking")
    tab.go("today")
    met = [tab.shown, tab.links]
    assert "Free parking" in tab.links
    assert say("today-drafts", count=1) in tab.shown

    for text in ("", "whispering", code, taken_back):
        tab.go("search")
        tab.write(say("field-search"), text)
        met += [tab.shown, tab.links]
    tab.go("experiment", id=parent)

    assert "umbrella" not in "\n".join(met)
    assert say("story-family") not in tab.shown


def test_a_draft_is_found_by_its_own_team(seeds: Seeds, tom: Person):
    code = seeds.draft(SECRET)
    tab = Tab(browser=seeds.browser_of(tom))
    assert "A whispering umbrella stand" in tab.links

    tab.go("search")
    tab.write(say("field-search"), "whispering")
    assert say("search-found", count=1) in tab.shown
    assert "A **whispering** umbrella stand" in tab.links

    tab.go("experiment", id=code)
    assert tab.said("title") == ["A whispering umbrella stand"]
    assert say("go-to-this-proposal") in tab.buttons

    tab.go("experiment", id=seeds.decided(choice=Choice.TRY_BIGGER))
    assert say("story-family") in tab.shown


def test_what_was_taken_back_before_anybody_saw_it_is_similar_only_for_its_own_team(
    seeds: Seeds, nora: Person, tom: Person
):
    seeds.withdrawn(seeds.draft(SECRET))
    theirs = Tab("proposal", browser=seeds.browser_of(nora))
    ours = Tab("proposal", browser=seeds.browser_of(tom))

    for tab in (theirs, ours):
        tab.write(say("field-change"), "An umbrella stand for wet guests")

    assert "whispering" not in theirs.links
    assert "A whispering umbrella stand" in ours.links


def test_who_is_moved_to_another_team_while_a_page_is_open_changes_nothing_there(seeds: Seeds, tom: Person):
    code = seeds.running()
    tab = Tab("experiment", browser=seeds.browser_of(tom), id=code)
    seeds.moved(tom, "Counter")

    tab.press(say("tap-keep_here"))

    assert whose(Stage.RUNNING) in tab.shown
    assert seeds.dossier(code).decision is None


def test_only_a_steward_is_asked_the_first_questions_and_offered_examples(seeds: Seeds, nora: Person):
    theirs, ours = Tab(browser=seeds.browser_of(nora)), Tab()

    assert say("first-title") not in theirs.shown
    assert theirs.buttons == {say("go-to-proposal")}
    assert {say("demo-fill"), say("skip")} <= ours.buttons


def test_everybody_reads_what_the_organisation_said_and_stewards_change_it(seeds: Seeds, nora: Person):
    seeds.described(Organisation(name="Lindenmark", customers=180_000))

    tab = Tab("organisation", browser=seeds.browser_of(nora))

    assert tab.said("info") == [say("not-allowed-describe_organisation")]
    assert {"Lindenmark", "180,000", say("blank")} <= set(tab.said("text"))
    assert (tab.buttons, fields(tab)) == (set(), [])
