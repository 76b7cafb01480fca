"""Finding, whatever is typed."""

import pytest

from registry.sentences import say
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
]


def searched(text: str) -> Tab:
    tab = Tab("search")
    tab.write(say("field-search"), text)
    return tab


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_searched_for_is_answered_calmly(text: str, seeds: Seeds):
    seeds.draft()

    tab = searched(text)

    assert tab.said("error") == []
    assert tab.said("title") == [say("page-search-title")]


def test_the_beginning_of_a_word_finds_the_experiment_and_marks_it(seeds: Seeds):
    seeds.draft()

    tab = searched("handwrit")

    assert say("search-found", count=1) in tab.shown
    assert "**handwritten**" in tab.links


def test_words_that_nobody_wrote_find_nothing_and_are_named(seeds: Seeds):
    seeds.draft()

    tab = searched("submarine")

    assert tab.said("info") == [say("search-nothing")]
    assert say("search-nowhere", words=say("quoted", words="submarine"), count=1) in tab.shown
