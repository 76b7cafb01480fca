"""Writing down what was learned, on the experiment's own page."""

from datetime import UTC, datetime, timedelta

import pytest

from registry.domain.facts import Learning
from registry.sentences import say
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

TELL, SURPRISED = say("learning-tell_others"), say("learning-surprised")


def test_what_was_expected_stands_there_already(seeds: Seeds):
    tab = Tab("experiment", id=seeds.decided(expected="One in ten writes back."))

    assert tab.written(say("learning-expected"), "text_area") == "One in ten writes back."


def test_what_was_counted_stands_there_already_beside_what_was_expected(seeds: Seeds):
    code = seeds.running(expected="One in ten writes back.")
    seeds.note(code, "wrote back", count=3)
    seeds.note(code, "Wrote back", count=4)
    seeds.decide(code)

    tab = Tab("experiment", id=code)

    assert tab.written(say("learning-happened"), "text_area") == "7 × wrote back"
    assert say("surprise-expected", who=say("surprise-by-team"), what="One in ten writes back.") in tab.shown
    assert say("surprise-observed", what="7 × wrote back") in tab.shown


def test_both_kinds_of_conditions_are_kept_line_by_line(seeds: Seeds):
    code = seeds.decided()
    tab = Tab("experiment", id=code)

    tab.write(say("learning-hard_to_see-process"), "Two teams, two meetings\n\nOne report", "text_area")
    tab.write(say("learning-hard_to_see-words"), "“Everything was fine”", "text_area")
    tab.press(say("learn"))

    learning = seeds.dossier(code).learning
    assert learning is not None
    assert learning.hard_to_see == ("Two teams, two meetings", "One report")
    assert learning.hard_to_hear == ("“Everything was fine”",)


def test_a_revision_begins_with_the_older_learning_and_keeps_it(seeds: Seeds):
    code = seeds.decided()
    first = Tab("experiment", id=code)
    first.write(TELL, "Sign with a first name.", "text_area")
    first.press(say("learn"))

    again = Tab("experiment", id=code)
    assert again.written(TELL, "text_area") == "Sign with a first name."
    again.write(TELL, "Sign with a name and a face.", "text_area")
    again.press(say("learn"))

    told = [each.tell_others for each in seeds.dossier(code).all(Learning)]
    assert told == ["Sign with a first name.", "Sign with a name and a face."]
    assert "Sign with a name and a face." in Tab("experiment", id=code).shown


def test_of_two_who_write_at_once_the_second_is_told_and_loses_no_word(seeds: Seeds):
    code = seeds.decided()
    one, other = Tab("experiment", id=code), Tab("experiment", id=code)
    one.write(TELL, "Sign with a first name.", "text_area")
    other.write(TELL, "Write it by hand.", "text_area")
    one.press(say("learn"))

    other.press(say("learn"))
    told = other.said("error")
    other.press(say("learn"))

    assert told == [say("learning-stale", code=code)]
    kept = [each.tell_others for each in seeds.dossier(code).all(Learning)]
    assert kept == ["Sign with a first name.", "Write it by hand."]


def test_an_empty_learning_is_refused_in_one_sentence(seeds: Seeds):
    code = seeds.decided(expected="Something.")
    tab = Tab("experiment", id=code)
    tab.write(say("learning-expected"), "", "text_area")

    tab.press(say("learn"))

    assert tab.said("error") == [say("learning-empty")]
    assert seeds.dossier(code).learning is None


def test_the_topic_says_when_somebody_looks_again(seeds: Seeds):
    code = seeds.decided()
    tab = Tab("experiment", id=code)
    tab.choose(say("field-journey-topic"), "web and app", "selectbox")
    tab.write(TELL, "Sign with a first name.", "text_area")

    tab.press(say("learn"))

    learning = seeds.dossier(code).learning
    assert learning is not None
    assert learning.journey.topic == "web and app"
    assert learning.look_again is not None
    assert 150 < (learning.look_again - learning.at.date()).days < 190


def test_a_phone_number_is_pointed_at_before_it_is_kept_and_the_next_press_keeps_it(
    seeds: Seeds, monkeypatch: pytest.MonkeyPatch
):
    code = seeds.decided()
    tab = Tab("experiment", id=code)
    tab.write(TELL, "Ring Mrs Weber at +49 30 123456.", "text_area")

    tab.press(say("learn"))
    pointed_at = "+49 30 123456" in "".join(tab.said("info"))
    kept_at_once = seeds.dossier(code).learning
    later = datetime.now(UTC) + timedelta(seconds=5)
    monkeypatch.setattr("registry.web.personal_data.now", lambda: later)
    tab.press(say("learn"))

    assert pointed_at
    assert kept_at_once is None
    assert seeds.dossier(code).learning is not None


def test_a_sentence_that_points_at_somebody_meets_a_question_and_is_kept_all_the_same(seeds: Seeds):
    code = seeds.decided()
    tab = Tab("experiment", id=code)

    tab.write(say("learning-happened"), "Lena forgot the second batch.", "text_area")
    asked = [each for each in tab.said("caption") if "Lena" in each]
    tab.press(say("learn"))

    assert len(asked) == 1
    assert asked[0].endswith("?")
    learning = seeds.dossier(code).learning
    assert learning is not None
    assert learning.happened == "Lena forgot the second batch."


def test_a_customers_words_meet_no_question(seeds: Seeds):
    tab = Tab("experiment", id=seeds.decided())
    before = tab.said("caption")

    tab.write(say("learning-happened"), "> Your agent forgot me.\n“Lena forgot me,” she said.", "text_area")

    assert tab.said("caption") == before
