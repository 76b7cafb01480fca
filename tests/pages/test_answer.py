"""One question, answered by somebody of the function that was asked; and nothing else of a draft is told."""

from datetime import date

import pytest

from registry.domain.assessment import Door
from registry.domain.organisation import Organisation
from registry.domain.person import Person
from registry.domain.proposal import Idea, Limits, Proposal, QuickCheck, Quote
from registry.domain.review_facts import FunctionAnswered
from registry.domain.risk import RiskProfile
from registry.domain.text import LINE
from registry.sentences import say
from registry.services.proposal import assess_draft
from tests.nouns import YARDSTICK
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

QUESTION = say("question-law")
HANGS_ON_LAW = Proposal(
    quote=Quote(words="Why do you ask me that again?", source="phone, in March"),
    idea=Idea(change="Look the answer up", whom="callers", effect="need fewer words", signal="shorter calls"),
    quick_check=QuickCheck(small=True, back=True, annoyed=True, nothing_new=False, ours=True),
    answers=RiskProfile(promise="none", data="hidden", spotlight="posts"),
    limits=Limits(until=date(2027, 6, 1), cap="€777", stop_if="two of them complain loudly"),
    expected="Eleven calls fewer",
)
"""A draft that everything but the law says is small."""


@pytest.fixture
def ravi(seeds: Seeds) -> Person:
    """Somebody of legal, in another team than the local colleague who proposes."""
    seeds.works_in("Parcels", function="operations")
    return seeds.joined("Ravi Reviewer", "Contracts", function="legal")


@pytest.fixture
def nora(seeds: Seeds) -> Person:
    return seeds.joined("Nora Neighbour", "Counter", function="finance")


@pytest.fixture
def code(seeds: Seeds, ravi: Person) -> str:
    """A draft whose team asked legal about the law."""
    code = seeds.draft(HANGS_ON_LAW)
    seeds.put_to(code, "legal", "law")
    return code


def answer_page(seeds: Seeds, code: str, person: Person, question: str = "law") -> Tab:
    return Tab("answer", browser=seeds.browser_of(person), id=code, question=question)


def nothing_here(function: str) -> str:
    return say("answer-nothing-here", function=function, has_function=int(bool(function)))


def everything(tab: Tab) -> str:
    """All that the page says, and all that stands in its widgets."""
    kinds = ("text_input", "text_area", "number_input", "radio", "selectbox", "date_input", "checkbox")
    inside = [f"{label}: {each.value}" for kind in kinds for label, each in tab.widgets(kind).items()]
    return "\n".join([tab.shown, tab.links, *inside])


def test_whoever_works_there_answers_with_one_choice_and_one_click(seeds: Seeds, ravi: Person, code: str):
    tab = answer_page(seeds, code, ravi)
    assert tab.buttons == {say("answer-now")}
    assert say("example-law-look") in tab.widgets("radio")[QUESTION].proto.captions

    tab.choose(QUESTION, "ordinary", kind="radio")
    tab.press(say("answer-now"))

    assert tab.said("success") == [say("answer-thanks")]
    assert tab.buttons == set()
    (fact,) = seeds.dossier(code).all(FunctionAnswered)
    assert (fact.by, fact.function, fact.answer, fact.why) == (ravi.id, "legal", "ordinary", "")
    assert seeds.dossier(code).proposal == HANGS_ON_LAW.model_copy(
        update={"answers": HANGS_ON_LAW.answers.with_answer("law", "ordinary")}
    )


def test_the_answer_says_what_it_did_to_the_door(seeds: Seeds, ravi: Person, code: str):
    assert assess_draft(HANGS_ON_LAW, YARDSTICK).door is Door.UNDECIDED
    tab = answer_page(seeds, code, ravi)

    tab.choose(QUESTION, "serious", kind="radio")
    tab.write(say("answer-why"), "It would need consent.")
    tab.press(say("answer-now"))

    assert say("answer-moved") in tab.shown
    assert say("door-undecided") in tab.shown
    assert say("door-one_way") in tab.shown
    assert seeds.dossier(code).all(FunctionAnswered)[0].why == "It would need consent."
    assert assess_draft(seeds.dossier(code).proposal, YARDSTICK).door is Door.ONE_WAY


def test_an_answer_that_moves_nothing_says_that_too(seeds: Seeds, ravi: Person, code: str):
    seeds.put_to(code, "legal", "spotlight")
    tab = answer_page(seeds, code, ravi, "spotlight")

    tab.choose(say("question-spotlight"), "nobody", kind="radio")
    tab.press(say("answer-now"))

    assert say("answer-not-moved") in tab.shown
    assert say("answer-moved") not in tab.shown


def test_a_draft_shows_who_answers_the_question_the_words_and_the_idea_and_nothing_else(
    seeds: Seeds, ravi: Person, code: str
):
    tab = answer_page(seeds, code, ravi)
    said = everything(tab)

    assert HANGS_ON_LAW.quote.words in said
    assert "Look the answer up" in said
    for private in ("€777", "complain loudly", "Eleven calls", "2027", code, "Local colleague", "Parcels"):
        assert private not in said
    for name in ("promise", "data", "spotlight"):
        assert say(f"answer-{name}-{HANGS_ON_LAW.answers.answer(name)}") not in said
    assert not any(say(f"door-{door}") in said for door in Door)


def test_who_answered_about_a_draft_still_does_not_see_the_draft(seeds: Seeds, ravi: Person, code: str):
    seeds.told(code, ravi, "law", "ordinary")
    tab = Tab(browser=seeds.browser_of(ravi))
    met = [tab.shown, tab.links]

    for page in ("experiment", "proposal", "answer"):
        tab.go(page, id=code)
        met += [tab.shown, tab.links]
    tab.go("search")
    tab.write(say("field-search"), "answer")
    met += [tab.shown, tab.links]

    assert "Look the answer up" not in "\n".join(met)


def test_what_the_proposers_answered_themselves_is_not_preselected(seeds: Seeds, ravi: Person, code: str):
    seeds.put_to(code, "legal", "data")

    tab = answer_page(seeds, code, ravi, "data")

    assert tab.written(say("question-data"), kind="radio") == "unknown"
    assert say("answer-data-hidden") not in tab.shown


@pytest.mark.parametrize("question", ["law", "data", "nonsense", ""])
def test_whoever_works_elsewhere_is_told_so_calmly_and_sees_nothing_of_it(
    seeds: Seeds, nora: Person, code: str, question: str
):
    tab = answer_page(seeds, code, nora, question)

    assert tab.said("info") == [nothing_here("finance")]
    assert tab.buttons == set()
    assert HANGS_ON_LAW.quote.words not in everything(tab)
    assert "Look the answer up" not in everything(tab)


@pytest.mark.parametrize("unknown", ["CX-99", "abc", "", "<b>CX-1</b>", "9" * 40])
def test_an_unknown_experiment_is_told_as_one_that_was_put_to_others(
    seeds: Seeds, nora: Person, code: str, unknown: str
):
    assert answer_page(seeds, unknown, nora).said("info") == [nothing_here("finance")]


def test_who_has_not_said_what_they_do_finds_where_to_say_it(seeds: Seeds, code: str):
    somebody = seeds.joined("Tom Teammate", "Counter")

    tab = answer_page(seeds, code, somebody)

    assert tab.said("info") == [nothing_here("")]
    assert say("people-say-team") in tab.links


def test_the_team_that_asked_finds_the_way_back_to_its_experiment(seeds: Seeds, nora: Person, code: str):
    ours = Tab("answer", id=code, question="law")

    assert ours.said("info") == [nothing_here("operations")]
    assert say("go-to-experiment", code=code) in ours.links
    assert say("go-to-experiment", code=code) not in answer_page(seeds, code, nora).links


def test_no_answer_is_not_kept_as_one(seeds: Seeds, ravi: Person, code: str):
    tab = answer_page(seeds, code, ravi)
    tab.write(say("answer-why"), "Hard to say.")

    tab.press(say("answer-now"))

    assert tab.said("error") == [say("answer-says-nothing")]
    assert tab.written(say("answer-why")) == "Hard to say."
    assert seeds.dossier(code).all(FunctionAnswered) == ()


def test_a_colleague_who_comes_second_learns_that_it_was_answered(seeds: Seeds, ravi: Person, code: str):
    rosa = seeds.joined("Rosa Reviewer", "Contracts", function="Legal ")
    late = answer_page(seeds, code, rosa)
    late.choose(QUESTION, "look", kind="radio")
    seeds.told(code, ravi, "law", "ordinary")

    late.press(say("answer-now"))

    (fact,) = seeds.dossier(code).all(FunctionAnswered)
    assert fact.by == ravi.id
    assert late.said("info") == [say("answer-given", day=fact.at.date().isoformat())]


def test_a_double_click_answers_once(seeds: Seeds, ravi: Person, code: str):
    tab = answer_page(seeds, code, ravi)
    tab.choose(QUESTION, "ordinary", kind="radio")

    tab.press_twice(say("answer-now"))

    assert tab.said("error") == []
    assert len(seeds.dossier(code).all(FunctionAnswered)) == 1


def test_thanks_are_said_once_and_not_again_after_a_reload(seeds: Seeds, ravi: Person, code: str):
    seeds.told(code, ravi, "law", "serious")

    tab = answer_page(seeds, code, ravi)

    assert tab.said("success") == []
    assert not any(say(f"door-{door}") in tab.shown for door in Door)


def test_who_was_moved_to_another_function_while_the_page_was_open_answers_no_more(
    seeds: Seeds, ravi: Person, code: str
):
    tab = answer_page(seeds, code, ravi)
    tab.choose(QUESTION, "ordinary", kind="radio")
    seeds.does(ravi, "marketing")

    tab.press(say("answer-now"))

    assert seeds.dossier(code).all(FunctionAnswered) == ()
    assert tab.said("success") == []


def test_figures_that_cannot_be_true_keep_nobody_from_answering(seeds: Seeds, ravi: Person):
    seeds.described(Organisation(places=2))
    wrong = HANGS_ON_LAW.quick_check.model_copy(update={"places_used": 5})
    code = seeds.draft(HANGS_ON_LAW.model_copy(update={"quick_check": wrong}))
    seeds.put_to(code, "legal", "law")
    tab = answer_page(seeds, code, ravi)

    tab.choose(QUESTION, "ordinary", kind="radio")
    tab.press(say("answer-now"))

    assert tab.said("success") == [say("answer-thanks")]
    assert not any(say(f"door-{door}") in tab.shown for door in Door)


def test_a_question_is_asked_for_once_it_is_asked_again(seeds: Seeds, ravi: Person, code: str):
    seeds.told(code, ravi, "law", "look")
    seeds.put_to(code, "legal", "law")

    assert say("answer-now") in answer_page(seeds, code, ravi).buttons


def test_peoples_words_are_shown_and_never_read_as_markdown(seeds: Seeds, ravi: Person):
    hostile = "**bold** :red[x] <b>y</b> " + "w" * LINE
    code = seeds.draft(
        HANGS_ON_LAW.model_copy(update={"quote": Quote(words=hostile), "idea": Idea(change=hostile[:LINE])})
    )
    seeds.put_to(code, "legal", "law")

    tab = answer_page(seeds, code, ravi)

    assert hostile in tab.said("text")
    assert any(hostile[:LINE] in each for each in tab.said("text"))
