"""One question to a function, on an experiment's page: asked for, shown, and never in the way."""

import pytest

from registry.domain.experiment import Stage, stage
from registry.domain.person import Person, Role
from registry.domain.proposal import Idea, Proposal, QuickCheck
from registry.domain.review_facts import FunctionAsked
from registry.domain.risk import RiskProfile
from registry.sentences import day_text, say
from registry.web.clock import now
from tests.nouns import CARD, LATER, OPEN, PHONE_LINE
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

HANGS_ON_LAW = Proposal(
    idea=Idea(change="Look the answer up"),
    quick_check=QuickCheck(small=True, back=True, annoyed=True, nothing_new=False, ours=True),
    answers=RiskProfile(promise="none", data="untouched", spotlight="nobody"),
)


@pytest.fixture(autouse=True)
def team(seeds: Seeds) -> None:
    seeds.works_in("Parcels", function="operations")


@pytest.fixture
def ravi(seeds: Seeds) -> Person:
    return seeds.joined("Ravi Reviewer", "Contracts", Role.REVIEWER, function="legal")


def test_where_the_door_is_open_the_question_that_settles_it_and_who_knows_it_are_chosen_already(
    seeds: Seeds,
):
    code = seeds.draft(HANGS_ON_LAW)
    tab = Tab("experiment", id=code)
    assert say("ask-settling") in tab.shown
    assert tab.written(say("field-ask_question"), kind="selectbox") == "law"
    assert tab.written(say("field-ask_function"), kind="selectbox") == "legal"

    tab.press(say("ask-now"))

    (asked,) = seeds.dossier(code).all(FunctionAsked)
    assert (asked.question, asked.function) == ("law", "legal")


def test_what_was_asked_is_shown_with_the_address_to_send(seeds: Seeds):
    code = seeds.draft(HANGS_ON_LAW)
    seeds.put_to(code, "legal", "law")

    tab = Tab("experiment", id=code)

    day, question = day_text(now().date()), say("question-law")
    assert say("asked-waiting", function="legal", question=question, day=day) in tab.shown
    (address,) = tab.said("code")
    assert address.endswith(f"/answer?id={code}&question=law")
    assert say("ask-settling") not in tab.shown


def test_each_question_brings_the_function_that_owns_it(seeds: Seeds):
    tab = Tab("experiment", id=seeds.draft(OPEN))

    for question, function in (("harm", "front line"), ("undo_cost", "finance"), ("exposure", None)):
        tab.choose(say("field-ask_question"), question, kind="selectbox")
        assert tab.written(say("field-ask_function"), kind="selectbox") == function


def test_a_question_can_be_put_to_any_function(seeds: Seeds):
    code = seeds.draft(CARD)
    tab = Tab("experiment", id=code)

    tab.choose(say("field-ask_question"), "law", kind="selectbox")
    tab.choose(say("field-ask_function"), "marketing", kind="selectbox")
    tab.press_twice(say("ask-now"))

    (asked,) = seeds.dossier(code).all(FunctionAsked)
    assert (asked.question, asked.function) == ("law", "marketing")


def test_a_question_to_nobody_is_not_kept(seeds: Seeds):
    code = seeds.draft(OPEN)
    tab = Tab("experiment", id=code)
    tab.choose(say("field-ask_question"), "exposure", kind="selectbox")

    tab.press(say("ask-now"))

    assert tab.said("error") == [say("ask-what-and-whom")]
    assert seeds.dossier(code).all(FunctionAsked) == ()


def test_the_proposers_see_who_answered_what_and_when(seeds: Seeds, ravi: Person):
    code = seeds.draft(HANGS_ON_LAW)
    seeds.put_to(code, "legal", "law")
    seeds.told(code, ravi, "law", "look", why="It is a new purpose.")

    tab = Tab("experiment", id=code)

    assert say("question-law") in tab.shown
    assert say("answer-law-look") in tab.shown
    assert "It is a new purpose." in tab.said("text")
    day = day_text(now().date())
    assert say("answered-by", name=ravi.name, function="legal", day=day) in tab.said("caption")
    assert tab.said("code") == []


def test_who_reviews_blind_does_not_see_what_others_answered(seeds: Seeds, ravi: Person):
    nora = seeds.joined("Nora Neighbour", "Counter", function="finance")
    code = seeds.draft(PHONE_LINE)
    seeds.put_to(code, "finance", "undo_cost")
    seeds.told(code, nora, "undo_cost", 1_000, why="We paid that in spring.")
    seeds.submitted(code)

    blind = Tab("experiment", browser=seeds.browser_of(ravi), id=code)
    other = Tab("experiment", browser=seeds.browser_of(nora), id=code)

    assert say("advice-after-review") in blind.shown
    assert "We paid that in spring." not in blind.shown
    assert "We paid that in spring." in other.said("text")


@pytest.mark.parametrize("proposal", [OPEN, CARD, PHONE_LINE, HANGS_ON_LAW, Proposal()])
def test_asking_is_offered_for_every_draft_whatever_its_door(seeds: Seeds, proposal: Proposal):
    code = seeds.draft(proposal)

    assert say("field-ask_question") in Tab("experiment", id=code).widgets("selectbox")


def test_figures_that_cannot_be_true_do_not_keep_the_team_from_asking(seeds: Seeds):
    wrong = QuickCheck(small=True, weeks=-3)
    code = seeds.draft(Proposal(idea=Idea(change="Umbrellas"), quick_check=wrong))

    assert say("field-ask_question") in Tab("experiment", id=code).widgets("selectbox")


def test_after_the_start_nothing_is_asked_any_more(seeds: Seeds):
    tab = Tab("experiment", id=seeds.running(CARD))

    assert say("field-ask_question") not in tab.widgets("selectbox")


def test_an_answer_to_what_was_handed_in_makes_it_a_draft_again_only_where_it_changes_it(
    seeds: Seeds, ravi: Person
):
    seeds.put_to(code := seeds.cleared(HANGS_ON_LAW_AS_ORDINARY), "legal", "law")
    assert say("ask-may-make-draft", code=code) in asking_for(code, "law").shown

    seeds.told(code, ravi, "law", "ordinary")
    assert stage(seeds.dossier(code), LATER) is Stage.CLEARED

    seeds.put_to(code, "legal", "law")
    seeds.told(code, ravi, "law", "look")
    assert stage(seeds.dossier(code), LATER) is Stage.DRAFT


HANGS_ON_LAW_AS_ORDINARY = HANGS_ON_LAW.model_copy(
    update={"answers": HANGS_ON_LAW.answers.with_answer("law", "ordinary")}
)


def asking_for(code: str, question: str) -> Tab:
    """The experiment's page once a question is chosen."""
    tab = Tab("experiment", id=code)
    tab.choose(say("field-ask_question"), question, kind="selectbox")
    return tab


def test_while_rows_are_still_open_no_single_answer_is_said_to_decide(seeds: Seeds):
    tab = Tab("experiment", id=seeds.draft(OPEN))

    assert say("ask-settling") not in tab.shown
    assert tab.written(say("field-ask_question"), kind="selectbox") is None


def test_beside_an_open_door_the_question_that_settles_it_can_be_put_to_who_knows(seeds: Seeds):
    code = seeds.draft(HANGS_ON_LAW)
    tab = Tab("proposal", id=code)

    tab.press(say("ask-now"))

    (asked,) = seeds.dossier(code).all(FunctionAsked)
    assert (asked.question, asked.function) == ("law", "legal")
    assert len(tab.said("code")) == 1
    assert say("ask-open") not in Tab("proposal").shown


def test_an_answer_that_comes_while_the_draft_is_open_elsewhere_overwrites_nothing(
    seeds: Seeds, ravi: Person
):
    code = seeds.draft(HANGS_ON_LAW)
    seeds.put_to(code, "legal", "law")
    tab = Tab("proposal", id=code)
    seeds.told(code, ravi, "law", "ordinary")

    tab.write(say("field-change"), "Look the order up")
    tab.press(say("draft-keep-both"))

    kept = seeds.dossier(code).proposal
    assert (kept.idea.change, kept.answers.law) == ("Look the order up", "ordinary")
