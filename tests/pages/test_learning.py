"""Telling what was learned, on its page."""

from registry.domain.facts import Learning
from registry.sentences import say
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab


def test_what_was_expected_stands_there_already(seeds: Seeds):
    tab = Tab("learning", id=seeds.decided(expected="One in ten writes back."))

    assert tab.written(say("learning-expected"), "text_area") == "One in ten writes back."


def test_a_revision_begins_with_the_older_learning_and_keeps_it(seeds: Seeds):
    code = seeds.decided()
    first = Tab("learning", id=code)
    first.write(say("learning-tell_others"), "Sign with a first name.", "text_area")
    first.press(say("learn"))

    again = Tab("learning", id=code)
    assert again.written(say("learning-tell_others"), "text_area") == "Sign with a first name."
    again.write(say("learning-tell_others"), "Sign with a name and a face.", "text_area")
    again.press(say("learn"))

    told = [each.tell_others for each in seeds.dossier(code).all(Learning)]
    assert told == ["Sign with a first name.", "Sign with a name and a face."]
    assert "Sign with a name and a face." in Tab("experiment", id=code).shown


def test_an_empty_learning_is_refused_in_one_sentence(seeds: Seeds):
    code = seeds.decided(expected="Something.")
    tab = Tab("learning", id=code)
    tab.write(say("learning-expected"), "", "text_area")

    tab.press(say("learn"))

    assert tab.said("error") == [say("learning-empty")]
    assert seeds.dossier(code).learning is None
