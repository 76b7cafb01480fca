"""Finding, whatever is typed or stands in the address."""

from typing import Any

import pytest

from registry.domain.facts import Choice
from registry.domain.finding import Facet
from registry.domain.journey import Journey
from registry.domain.person import Person
from registry.domain.proposal import Proposal
from registry.sentences import say
from tests.nouns import CARD
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

HOSTILE = [
    'refund"',
    "AND",
    "title:card",
    "(",
    "card NEAR",
    "*",
    "'; drop table search; --",
    "\x00card",
    "a" * 300,
    "{title}:",
    "-",
    "%",
    "🃏",
    "a",
    "退",
    "<b>card</b>",
]
RETURNS = CARD.model_copy(update={"journey": Journey(promise="Nobody waits", channel="phone")})


def searched(text: str) -> Tab:
    tab = Tab("search")
    tab.write(say("field-search"), text)
    return tab


def counted(facet: Facet, value: str, count: int) -> str:
    """A value of a filter as its tap says it."""
    return say("search-value-counted", value=say(f"{facet}-{value}"), count=count)


def offered(tab: Tab, facet: Facet) -> list[str]:
    """What one may tap of *facet*, as it is read."""
    pills = tab.widgets("button_group").get(say(f"facet-{facet}"))
    return [] if pills is None else [option.content for option in pills.proto.options]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_searched_for_is_answered_calmly(text: str, seeds: Seeds):
    seeds.draft()

    tab = searched(text)

    assert tab.said("error") == []
    assert tab.said("title") == [say("page-search-title")]


@pytest.mark.parametrize(
    "address",
    [
        {"grade": "Z", "standing": "firm", "thing": "", "door": "none"},
        {"from": "yesterday", "until": "2026-13-45"},
        {"from": "0001-01-01", "until": "9999-12-31"},
        {"promise": "x" * 10_000, "channel": "\x00", "topic": "<script>alert(1)</script>", "metric": "**m**"},
        {"team": "' or 1=1 --", "outcome": "walk_back", "q": "(((" * 200},
        {"q": "x" * 10_000, "stage": "learned"},
        {"from": "2026-12-31", "until": "2026-01-01"},
    ],
    ids="+".join,
)
def test_an_address_with_hostile_values_is_answered_calmly(address: dict[str, str], seeds: Seeds):
    seeds.learned(seeds.decided(RETURNS), "A card")

    tab = Tab("search", browser=None, **address)

    assert tab.said("error") == []
    assert tab.said("title") == [say("page-search-title")]


def test_what_means_nothing_in_an_address_is_left_out_and_named(seeds: Seeds):
    code = seeds.draft()

    tab = Tab("search", q="card", grade="Z")

    assert say("search-left-out", names=say("facet-grade")) in tab.shown
    assert code in tab.links


def test_the_beginning_of_a_word_finds_the_experiment_and_marks_it(seeds: Seeds):
    seeds.draft()

    tab = searched("handwrit")

    assert say("search-found", count=1) in tab.shown
    assert "**handwritten**" in tab.links


def test_a_learning_is_found_with_its_sentence_and_its_standing(seeds: Seeds):
    seeds.learned(seeds.decided(), "Ink smudges in rain")

    tab = searched("smudges")

    assert "Ink **smudges** in rain" in tab.shown
    assert say("thing-learning") in tab.shown
    assert say("standing-emerging") in tab.shown


def test_a_quote_is_found_with_where_it_was_heard(seeds: Seeds):
    heard = CARD.quote.model_copy(update={"source": "survey in May"})
    seeds.running(CARD.model_copy(update={"quote": heard}))

    tab = searched("ever says")

    assert "> “Nobody **ever** **says** thank you.” — survey in May" in tab.shown
    assert say("thing-quote") in tab.shown


def test_what_people_typed_is_never_read_as_markup(seeds: Seeds):
    seeds.running(
        CARD.model_copy(update={"idea": CARD.idea.model_copy(update={"change": "A [card](http://x)"})})
    )

    tab = searched("card")

    assert "A [**card**](http://x)" in tab.links
    links: Any = tab.app.get("page_link")
    assert any(r"\[**card**\]" in each.label for each in links)


def test_without_a_question_the_newest_learnings_are_shown(seeds: Seeds):
    seeds.draft()
    code = seeds.decided()
    seeds.learned(code, "Ink smudges in rain")

    tab = Tab("search")

    assert say("search-newest-learnings") in tab.shown
    assert tab.links.count("CX-") == tab.links.count(code) == 1


def test_a_tapped_value_stands_in_the_address_as_a_chip_and_can_be_taken_out(seeds: Seeds):
    seeds.learned(seeds.decided(), "Ink smudges in rain")
    seeds.draft()
    tab = searched("card")
    assert offered(tab, Facet.THING) == [
        counted(Facet.THING, "learning", 1),
        counted(Facet.THING, "experiment", 1),
    ]

    tab.choose(say("facet-thing"), ["learning"])

    chip = say("search-chosen", facet=say("facet-thing"), value=say("thing-learning"))
    assert tab.app.query_params["thing"] == "learning"
    assert say("search-found", count=1) in tab.shown
    tab.press(chip)
    assert "thing" not in tab.app.query_params
    assert say("search-found", count=2) in tab.shown


def test_an_address_that_was_sent_asks_the_same(seeds: Seeds):
    code = seeds.decided(RETURNS, choice=Choice.WALK_BACK)
    seeds.decided(CARD, choice=Choice.TRY_BIGGER)

    tab = Tab("search", q="card", outcome="walk_back", promise="Nobody waits")

    assert tab.written(say("field-search")) == "card"
    assert tab.links.count("CX-") == tab.links.count(code) == 1
    assert counted(Facet.DOOR, "two_way", 1) not in offered(tab, Facet.DOOR), "it would leave all"


def test_values_that_would_find_nothing_are_not_offered(seeds: Seeds):
    seeds.decided(choice=Choice.WALK_BACK)
    seeds.draft()

    tab = searched("card")

    walked_back = say("search-value-counted", value=say("choice-walk_back"), count=1)
    assert offered(tab, Facet.OUTCOME) == [walked_back]


def test_what_to_loosen_is_said_and_is_a_tap(seeds: Seeds):
    seeds.decided(choice=Choice.WALK_BACK)

    tab = Tab("search", q="card", outcome="adopt")

    outcome = say("search-chosen", facet=say("facet-outcome"), value=say("choice-adopt"))
    assert tab.said("info") == [say("search-nothing")]
    tab.press(say("search-loosen", left_out=outcome, count=1))
    assert say("search-found", count=1) in tab.shown


def test_leaving_out_the_words_empties_the_box(seeds: Seeds):
    seeds.decided(choice=Choice.WALK_BACK)
    tab = Tab("search", q="submarine", outcome="walk_back")

    tab.press(say("search-loosen", left_out="submarine", count=1))

    assert tab.written(say("field-search")) == ""
    assert "CX-1" in tab.links


def test_words_that_nobody_wrote_are_named(seeds: Seeds):
    seeds.draft()

    tab = searched("card submarine")

    assert tab.said("info") == [say("search-nothing")]
    assert say("search-nowhere", words=say("quoted", words="submarine"), count=1) in tab.shown


def test_signs_without_a_letter_are_told_from_words_that_nobody_wrote(seeds: Seeds):
    seeds.draft()

    assert searched("?!").said("info") == [say("search-no-words")]


@pytest.fixture
def quality(seeds: Seeds) -> Person:
    """Somebody of another team, which has one experiment that was walked back."""
    quality = seeds.joined("Quentin", "Quality")
    seeds.works_in("Parcels")
    seeds.decided(choice=Choice.WALK_BACK)
    return quality


def test_with_a_team_chosen_nothing_is_counted_and_no_failures_can_be_asked_for(
    seeds: Seeds, quality: Person
):
    tab = Tab("search", browser=seeds.browser_of(quality), q="card", team="parcels", outcome="adopt")

    assert "CX-1" in tab.links, "the outcome was left out"
    assert say("search-not-by-team") in tab.shown
    assert say("search-found", count=1) not in tab.shown
    assert [name for facet in Facet if facet != "team" for name in offered(tab, facet)] == []
    assert (
        tab.widgets("button").keys() & {say("search-chosen", facet=say("facet-outcome"), value="x")} == set()
    )


def test_teams_are_offered_without_a_number_and_spelled_as_their_people_do(seeds: Seeds, quality: Person):
    seeds.moved(quality, "Quality")

    tab = searched("card")

    assert offered(tab, Facet.TEAM) == ["Parcels"]


def test_more_is_shown_when_asked_for(seeds: Seeds):
    for _ in range(21):
        seeds.draft(Proposal(idea=CARD.idea))
    tab = searched("card")
    assert tab.links.count("CX-") == 20

    tab.press(say("search-more"))

    assert tab.links.count("CX-") == 21
    assert say("search-more") not in tab.buttons
