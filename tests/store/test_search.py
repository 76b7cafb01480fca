"""What is similar to somebody's idea is found while they write it."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.store import search
from registry.store.database import Database
from registry.store.words import TOKENIZER
from tests.finding import keep


def similar(db: Database, text: str, but_not: int | None = None) -> list[int]:
    return [each.experiment for each in search.similar(db, text, but_not)]


@pytest.mark.parametrize(
    ("text", "is_similar"),
    [
        ("Ten e-mails with an offer", False),  # one word of three letters in common
        ("An e-mail about umbrellas to customers", False),
        ("An umbrella, umbrellas, and UMBRELLAS", False),
        ("They would be with us when they are here", False),
        ("An umbrella to borrow", True),
        ("Borrowing umbrellas", True),
        ("Umbrëlla at the do\u0301or", True),
    ],
)
def test_two_different_words_in_common_make_experiments_similar(db: Database, text: str, is_similar: bool):
    umbrellas = keep(db, "Ten umbrellas to borrow at the dóor, when they would be with us")
    keep(db, "Call people back")

    assert similar(db, text) == ([umbrellas] if is_similar else [])


@pytest.mark.parametrize(("others", "is_similar"), [(98, False), (99, True)])
def test_one_word_is_enough_when_one_experiment_in_a_hundred_has_it(
    db: Database, others: int, is_similar: bool
):
    umbrellas = keep(db, "Ten umbrellas to borrow")
    for number in range(others):
        keep(db, f"Version {number}", started=False)

    assert similar(db, "A blue umbrella") == ([umbrellas] if is_similar else [])


@pytest.mark.parametrize(("guests", "is_similar"), [(5, True), (6, False)])
def test_a_word_of_nearly_every_experiment_says_nothing(db: Database, guests: int, is_similar: bool):
    umbrellas = keep(db, "Ten umbrellas for guests")
    for number in range(guests - 1):
        keep(db, f"Version {number} for guests")

    assert similar(db, "Guests get an umbrella") == ([umbrellas] if is_similar else [])


def test_an_own_draft_makes_no_word_more_common(db: Database):
    umbrellas = keep(db, "Ten umbrellas for guests")
    for number in range(4):
        keep(db, f"Version {number} for guests")
    own = keep(db, "Guests get an umbrella", started=False)

    assert similar(db, "Guests get an umbrella", but_not=own) == [umbrellas]


def test_words_are_told_apart_as_the_index_does(db: Database):
    (made,) = db.query("select sql from sqlite_master where name = 'search'")

    assert f"'{TOKENIZER}'" in made["sql"]


def test_whatever_is_similar_has_two_words_in_common(db: Database):
    words = ("umbrella", "card", "guest", "lend", "parcel")
    past = {keep(db, " ".join(pair)): set(pair) for pair in combinations(words, 2)}

    @given(asked=st.lists(st.sampled_from([*words, *(f"{word}s" for word in words), "they"])))
    def law(asked: list[str]):
        given = similar(db, " ".join(asked))

        assert len(given) <= 3
        assert all(past[number] <= {word.removesuffix("s") for word in asked} for number in given)

    law()


def test_the_more_and_the_rarer_words_are_shared_the_more_similar(db: Database):
    for number in range(5):
        keep(db, f"Parcel delivery in window {number}")
    card = keep(db, "A handwritten card in the parcel")

    assert similar(db, "a handwritten card in every parcel")[0] == card


def test_drafts_are_not_offered_as_similar(db: Database):
    keep(db, "A handwritten card in the parcel", started=False)

    assert similar(db, "A handwritten card") == []


def test_an_experiment_is_not_similar_to_itself(db: Database):
    own = keep(db, "A handwritten card in the parcel")
    other = keep(db, "A handwritten card on the counter")

    assert similar(db, "A handwritten card in the parcel", but_not=own) == [other]


def test_at_most_three_are_similar(db: Database):
    for number in range(5):
        keep(db, f"A handwritten card, version {number}")

    assert len(similar(db, "handwritten card")) == 3
