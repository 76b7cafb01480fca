"""The catalogue says every refusal, with plurals and grouped numbers, and never half a sentence."""

from datetime import date

import pytest

from registry.domain.experiment import Stage
from registry.domain.risk import NAMES
from registry.domain.sentence import Refusal, Sentence, sentence
from registry.domain.steps import STEPS
from registry.sentences import UnknownSentence, catalogue, day_text, kept, p_text, say


def test_a_sentence_and_its_name_with_values_say_the_same():
    assert say(sentence("draft-stale", code="CX-17")) == say("draft-stale", code="CX-17")


def test_a_day_that_the_domain_names_is_said_as_people_read_it():
    assert "The last day, 31 January 2020, is over" in say("start-end-in-the-past", until="2020-01-31")


def test_large_numbers_are_grouped():
    assert "12,345 characters long" in say("text-too-long", beginning="We", length=12_345, limit=5_000)


def test_a_value_stands_in_a_sentence_as_it_was_written():
    """No invisible marks around it, and no markup of the catalogue in it."""
    assert "“{ $code } <b>”" in say("experiment-unknown", code="{ $code } <b>")


@pytest.mark.parametrize("name", ["no-such-sentence", "", "say.hello"])
def test_a_sentence_that_is_not_there_is_an_error(name: str):
    with pytest.raises(UnknownSentence):
        say(name)


def test_a_sentence_without_its_values_is_an_error():
    with pytest.raises(UnknownSentence, match="code"):
        say("draft-stale")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("at_stage", Stage)
def test_every_step_refused_at_any_stage_is_said(step: str, at_stage: Stage):
    said = say(sentence(f"wrong-stage-{step}", code="CX-17", stage=at_stage))

    assert said.startswith(f"CX-17 stands at “{say(f'stage-{at_stage}')}” now. ")


@pytest.mark.parametrize("question", NAMES)
def test_the_question_that_decides_is_quoted(question: str):
    assert f"“{say(f'question-{question}')}”" in say("submission-undecided", question=question)


def test_without_a_question_the_sentence_still_is_one():
    assert "one of those still open" in say("submission-undecided", question="")


@pytest.mark.parametrize(
    ("day", "text"), [(date(2026, 11, 21), "21 November 2026"), (date(2027, 1, 2), "2 January 2027")]
)
def test_a_day_reads_as_people_say_it(day: date, text: str):
    assert day_text(day) == text


def test_the_catalogue_is_read_once():
    assert catalogue() is catalogue()


def test_a_refusal_names_its_sentence_to_the_log():
    refusal = Refusal("draft-stale", code="CX-17")

    assert refusal.sentence == sentence("draft-stale", code="CX-17")
    assert str(refusal) == "draft-stale {'code': 'CX-17'}"


def test_a_kept_sentence_reads_as_it_did_when_it_was_said():
    said = Sentence(id="a-sentence-that-a-later-catalogue-no-longer-has", said="It held.")

    assert say(said) == "It held."


def test_keeping_a_sentence_keeps_its_text():
    assert kept(sentence("search-found", count=2)).said == "2 found, the best first"


@pytest.mark.parametrize(
    ("p_value", "shown"),
    [
        (0.0, "< 0.0001"),
        (9.9e-5, "< 0.0001"),
        (1e-4, "0.0001"),
        (0.30164, "0.3016"),
        (1.0, "1.0000"),
        (None, "–"),
    ],
)
def test_a_p_value_is_never_shown_as_zero(p_value: float | None, shown: str):
    assert p_text(p_value) == shown
