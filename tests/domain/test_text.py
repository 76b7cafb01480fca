"""People's words lose what no screen can carry, and nothing else."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from registry.domain.facts import Learning
from registry.domain.organisation import Organisation
from registry.domain.proposal import Idea, Proposal, Quote
from registry.domain.text import LINE, PAGE, Text, TooLong, check_lengths, cleaned
from registry.sentences import say
from tests.nouns import NOON, OLGA

ANY_TEXT = st.text(st.characters())
"""Lone surrogates and control characters included."""


class Said(BaseModel):
    words: Text


@given(ANY_TEXT)
def test_a_cleaned_text_can_be_written_to_any_file(text: str):
    clean = cleaned(text)

    assert clean.encode() is not None
    assert not [char for char in clean if unicodedata.category(char) == "Cc" and char not in "\n\t"]


def test_of_all_characters_exactly_controls_and_lone_surrogates_go():
    everything = [chr(number) for number in range(sys.maxunicode + 1)]

    gone = {char for char in everything if cleaned(f"a{char}b") == "ab"}

    assert gone == {
        char for char in everything if unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t\r"
    }


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str):
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_only_the_ends_of_an_ordinary_text_are_stripped(text: str):
    assert cleaned(text) == text.strip()


@given(ANY_TEXT)
def test_every_text_field_takes_any_text(text: str):
    assert Said(words=text).words == cleaned(text)


@pytest.mark.parametrize(
    "noun",
    [
        Proposal(expected="e" * 11),
        Proposal(quote=Quote(words="q" * 11)),
        Organisation(functions=("short", "f" * 11), name="n"),
        Learning(at=NOON, by=OLGA.id, hard_to_see=("c" * 11,)),
    ],
)
def test_a_text_that_is_too_long_is_refused_wherever_it_stands(noun: BaseModel):
    with pytest.raises(TooLong) as refusal:
        check_lengths(noun, 10)

    assert refusal.value.sentence.values["length"] == 11


def test_a_text_that_just_fits_is_taken():
    check_lengths(Proposal(idea=Idea(change="x" * LINE)), LINE)
    check_lengths(Proposal(quote=Quote(words="x" * PAGE)))


def test_the_refusal_quotes_how_the_text_begins():
    with pytest.raises(TooLong) as refusal:
        check_lengths(Proposal(expected="We think that " + "x" * PAGE))

    assert "“We think that xxx" in say(refusal.value.sentence)
    assert "5,014 characters" in say(refusal.value.sentence)
