"""A text is found however its letters are composed, and only where it stands whole."""

import json
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from registry.domain.spelling import CUT, Sought, folded, may_stand_in, places, places_in_excerpt

LETTERS = 'aAbé É\n\tßſ\u0301\u00ad“"\\ ﬁŁ한田ｗ'
"""Letters that can be written in more than one way, and marks that JSON writes as escapes."""

texts = st.text(LETTERS, max_size=30)
words = st.text(LETTERS, min_size=1, max_size=6)
soughts = st.builds(Sought, words=words, same_case=st.booleans(), inside_words=st.booleans())


def found(text: str, said: str, *, same_case: bool = False, inside_words: bool = False) -> list[str]:
    """What stands in *text* where *said* is found."""
    sought = Sought(words=said, same_case=same_case, inside_words=inside_words)
    return [text[start:end] for start, end in places(text, sought)]


def found_in_excerpt(text: str, said: str) -> list[str]:
    return [text[start:end] for start, end in places_in_excerpt(text, Sought(words=said))]


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Olga, OLGA and olga's", "Olga", ["Olga", "OLGA", "olga"]),
        ("Olga\n  Owner wrote it", "olga owner", ["Olga\n  Owner"]),
        ("José and José", "José", ["José", "José"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Ｏｌｇａ", "olga", ["Ｏｌｇａ"]),
        ("Ol\u00adga and O\u200dlga", "Olga", ["Ol\u00adga", "O\u200dlga"]),
        ("They said “no”.", "“no”", ["“no”"]),
        ("José", "Jose", []),
        ("planned by Ann", "Ann", ["Ann"]),
        ("ann_x", "ann", []),
        ("田中さん", "田中", []),
        ("nothing", "Olga", []),
    ],
)
def test_a_text_is_found_in_every_spelling(text: str, said: str, expected: list[str]):
    assert found(text, said) == expected


def test_capitals_count_and_longer_words_do_when_that_is_asked_for():
    assert found("Olga OLGA", "Olga", same_case=True) == ["Olga"]
    assert found("planned by Ann", "Ann", inside_words=True) == ["ann", "Ann"]
    assert found("田中さん", "田中", inside_words=True) == ["田中"]


@pytest.mark.parametrize(
    ("excerpt", "expected"),
    [
        ("then she told Olga Own…", ["Olga Own"]),
        ("…wner told her", ["wner"]),
        ("…ga Owner met Olga Ow…", ["ga Owner", "Olga Ow"]),
        ("…a Own…", ["a Own"]),
        ("Olga Owner, Olga…", ["Olga Owner", "Olga"]),
        ("then she told Olga Own", []),
        ("the volga…", []),
        ("and then Ol…", []),
    ],
)
def test_what_is_left_of_a_text_that_was_cut_is_found_too(excerpt: str, expected: list[str]):
    assert found_in_excerpt(excerpt, "Olga Owner") == expected


def test_an_excerpt_from_the_middle_of_a_long_text_is_found_whole():
    quote = "I waited three weeks for the parcel, and then nobody answered the phone when I called about it."

    assert found_in_excerpt(f"{CUT}{quote[20:60]}{CUT}", quote) == [quote[20:60]]


@given(texts, soughts)
def test_places_say_what_was_sought_in_order_and_apart(text: str, sought: Sought):
    here = places(text, sought)

    assert all(folded(text[start:end], sought).strip() == sought.folded for start, end in here)
    assert all(one.end <= other.start for one, other in pairwise(here))


@given(words, texts, texts)
def test_a_word_set_apart_is_found_in_each_normal_form(said: str, before: str, after: str):
    sought = Sought(words=said)
    # A text that begins with an accent changes the letter before it.
    assume(sought.folded and unicodedata.category(sought.folded[0])[0] != "M")

    for form in ("NFC", "NFD"):
        text = f"{before} . {unicodedata.normalize(form, sought.words)} . {after}"
        assert places(text, sought)


@given(texts, soughts)
def test_the_quick_look_at_json_never_misses_what_stands_in_it(text: str, sought: Sought):
    if places(text, sought):
        assert may_stand_in(json.dumps({"words": text}, ensure_ascii=False), sought)


@given(texts, soughts)
def test_an_excerpt_that_was_not_cut_is_as_any_text(text: str, sought: Sought):
    assert places_in_excerpt(text, sought) == places(text, sought)
