"""The page that reads a learning: how firmly it stands, what speaks against it, and when to look again."""

import pytest

from registry.domain.citing import citations
from registry.domain.learning_facts import Speaks
from registry.domain.person import Person
from registry.sentences import say
from tests.nouns import PLAN, evidence
from tests.pages.learnings import cited, revised, taught, tried
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

MIND = "A printed card is answered as often as a handwritten one"


@pytest.fixture
def nora(seeds: Seeds) -> Person:
    """A colleague of another team than the local colleague."""
    seeds.works_in("Parcels", function="operations")
    return seeds.joined("Nora Neighbour", "Counter", function="finance")


def test_the_one_sentence_stands_on_top_and_everything_else_below(seeds: Seeds):
    code = taught(
        seeds,
        tell_others="Sign with a first name.",
        expected="A few write back.",
        happened="Twelve did.",
        surprised="They wrote to the person.",
        hard_to_see=("Two teams", "One report"),
        hard_to_hear=("“Everything was fine”",),
        next_step="Two thousand parcels.",
        change_our_mind=MIND,
    )

    tab = Tab("learning", id=code)

    assert tab.said("title") == ["Sign with a first name."]
    for text in (
        "A few write back.",
        "Twelve did.",
        "They wrote to the person.",
        "• Two teams",
        "• One report",
        "• “Everything was fine”",
        "Two thousand parcels.",
        MIND,
    ):
        assert text in tab.said("text")
    assert "Sign with a first name." not in tab.said("text")


def test_where_no_sentence_is_told_the_experiment_gives_its_title(seeds: Seeds):
    code = taught(seeds, tell_others="", happened="Twelve did.")

    assert Tab("learning", id=code).said("title") == ["A handwritten card in the parcel"]


def test_a_long_sentence_is_read_below_the_title(seeds: Seeds):
    long = "Sign with a first name. " * 40

    tab = Tab("learning", id=taught(seeds, tell_others=long))

    assert tab.said("title") == ["A handwritten card in the parcel"]
    assert long.strip() in tab.said("text")


def test_of_what_taught_nothing_yet_the_page_says_so(seeds: Seeds):
    code = seeds.decided()

    tab = Tab("learning", id=code)

    assert tab.said("info") == [say("learning-none", code=code)]
    assert say("go-to-experiment", code=code) in tab.links


def test_people_who_may_not_see_a_draft_read_nothing_of_it_here(seeds: Seeds, nora: Person):
    code = seeds.draft()

    tab = Tab("learning", browser=seeds.browser_of(nora), id=code)

    assert tab.said("title") == [say("experiment-unknown-title")]
    assert "card" not in tab.shown


def test_markdown_in_a_learning_stays_as_it_was_typed(seeds: Seeds):
    hostile = "**bold** :red[x] <b>y</b>"

    tab = Tab("learning", id=taught(seeds, tell_others=hostile, change_our_mind=hostile))

    assert tab.said("title") == [hostile]
    assert hostile in tab.said("text")


# How firmly it stands


def test_the_standing_is_explained_in_numbers(seeds: Seeds):
    code = taught(seeds)

    tab = Tab("learning", id=code)

    assert "One that noticed it speaks for it, nothing against it." in tab.shown
    assert say("evidence-own") in tab.shown


def test_each_citation_changes_the_sentence(seeds: Seeds):
    code, by_chance, noticed = taught(seeds), seeds.ended(PLAN, evidence()), tried(seeds)
    cited(seeds, code, by_chance, Speaks.FOR, days=2)
    cited(seeds, code, noticed, Speaks.AGAINST, days=1)

    tab = Tab("learning", id=code)

    assert (
        "One experiment by lot and one that noticed it speak for it, one that noticed it against it."
        in tab.shown
    )
    assert "Together 5 for it and 1 against it." in tab.shown
    assert say("standing-supported") in Tab("experiment", id=code).shown


def test_somebody_of_any_team_cites_an_experiment_by_its_code_and_takes_it_back(seeds: Seeds, nora: Person):
    code, other = taught(seeds), tried(seeds, change="Tea while people wait")
    tab = Tab("learning", browser=seeds.browser_of(nora), id=code)
    tab.write(say("cite-which"), other.lower())
    tab.choose(say("cite-speaks"), Speaks.AGAINST)
    tab.write(say("cite-why"), "Nobody noticed.")
    tab.press(say("cite"))

    (kept,) = citations(seeds.dossier(code))
    assert (kept.speaks, kept.why, kept.by) == (Speaks.AGAINST, "Nobody noticed.", nora.id)
    assert "Nobody noticed." in tab.said("text")
    assert tab.written(say("cite-which")) == ""
    assert say("standing-contradicted") in tab.shown

    tab.press(say("evidence-take-back", code=other))

    assert citations(seeds.dossier(code)) == ()
    assert "Nobody noticed." not in tab.said("text")


def test_an_experiment_is_chosen_among_those_that_were_tried_and_have_the_words(seeds: Seeds):
    code = taught(seeds)
    one, two = (tried(seeds, change=f"Tea for {whom}") for whom in ("guests", "callers"))
    seeds.draft()
    tab = Tab("learning", id=code)
    tab.write(say("cite-which"), "tea")
    found = tab.widgets("radio")[say("cite-found")]
    assert len(found.options) == 2
    assert found.value is None

    tab.choose(say("cite-found"), int(two.removeprefix("CX-")), "radio")
    tab.choose(say("cite-speaks"), Speaks.FOR)
    tab.press(say("cite"))

    assert [each.experiment for each in citations(seeds.dossier(code))] == [int(two.removeprefix("CX-"))]
    assert one != two


@pytest.mark.parametrize("text", ["zebra", "\"'()*", "🙂", "x" * 300, "CX-999999"])
def test_words_that_no_experiment_has_are_answered_in_one_sentence(seeds: Seeds, text: str):
    tab = Tab("learning", id=taught(seeds))

    tab.write(say("cite-which"), text)

    assert say("cite-none") in tab.said("caption")


def test_a_learning_that_cites_itself_is_refused_and_what_was_typed_stays(seeds: Seeds):
    code = taught(seeds)
    tab = Tab("learning", id=code)
    tab.write(say("cite-which"), code)
    tab.choose(say("cite-speaks"), Speaks.FOR)
    tab.write(say("cite-why"), "It is so.")

    tab.press(say("cite"))

    assert tab.said("error") == [say("citation-of-itself", code=code)]
    assert tab.written(say("cite-why")) == "It is so."
    assert citations(seeds.dossier(code)) == ()


def test_what_was_not_tried_yet_is_refused(seeds: Seeds):
    code, draft = taught(seeds), seeds.draft()
    tab = Tab("learning", id=code)
    tab.write(say("cite-which"), draft)
    tab.choose(say("cite-speaks"), Speaks.FOR)

    tab.press(say("cite"))

    assert tab.said("error") == [say("citation-untried", code=draft)]


def test_who_chose_no_experiment_or_no_side_is_told_what_is_open(seeds: Seeds):
    code = taught(seeds)
    tab = Tab("learning", id=code)

    tab.press(say("cite"))

    assert say("cite-open") in tab.said("info")


def test_a_double_click_cites_once(seeds: Seeds):
    code, other = taught(seeds), tried(seeds)
    tab = Tab("learning", id=code)
    tab.write(say("cite-which"), other)
    tab.choose(say("cite-speaks"), Speaks.FOR)

    tab.press_twice(say("cite"))

    assert len(citations(seeds.dossier(code))) == 1
    assert tab.said("error") == []


def test_what_is_known_better_since_it_was_cited_is_counted_anew_by_one_tap(seeds: Seeds):
    code, other = taught(seeds), seeds.ended(PLAN)
    cited(seeds, code, other, Speaks.FOR, days=2)
    seeds.read(other, evidence())
    tab = Tab("learning", id=code)
    assert say("evidence-grade-now", now=say("grade-A")) in tab.shown

    tab.press(say("evidence-anew", code=other))

    assert "One experiment by lot and one that noticed it speak for it" in tab.shown
    assert say("evidence-anew", code=other) not in tab.buttons


def test_what_was_said_of_an_earlier_wording_is_marked(seeds: Seeds):
    code, other = taught(seeds, days=30), tried(seeds)
    cited(seeds, code, other, Speaks.FOR, days=20)
    assert say("evidence-other-words") not in Tab("learning", id=code).shown

    revised(seeds, code, days=10, tell_others="Cards work once")

    assert say("evidence-other-words") in Tab("learning", id=code).shown


def test_what_came_out_of_it_is_told_to_be_of_the_family(seeds: Seeds):
    code = taught(seeds)
    child = taught(seeds, came_from=code)
    cited(seeds, code, child, Speaks.FOR, days=2)

    assert say("evidence-of-family") in Tab("learning", id=code).shown
