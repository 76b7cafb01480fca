"""Reading lists: in the order in which they are to be read, and each experiment once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.collection import (
    MOST,
    Collection,
    CollectionRefused,
    Entry,
    check_collection,
    explained,
    moved_up,
    on_list,
    told_of_change,
    with_entry,
    without_entry,
    worded,
)
from registry.domain.text import LINE, TooLong
from registry.sentences import say


def listing(*experiments: int) -> Collection:
    """A list of these experiments, each with a reason of its own."""
    entries = tuple(Entry(experiment=each, why=f"because of {each}") for each in experiments)
    return Collection(title="Read these first about returns", lead="Three of them", entries=entries)


EVERYTHING = range(1, 100)


def test_an_entry_comes_to_the_end_and_stands_there_once():
    longer = with_entry(listing(4, 2), Entry(experiment=9, why="It surprised us"))

    assert on_list(longer) == (4, 2, 9)
    assert longer.entries[-1].why == "It surprised us"
    with pytest.raises(CollectionRefused) as refused:
        with_entry(longer, Entry(experiment=4))
    assert "CX-4" in say(refused.value.sentence)


def test_what_moves_up_changes_places_with_what_stood_above_it():
    before = listing(4, 2, 9)

    assert on_list(moved_up(before, 9, EVERYTHING)) == (4, 9, 2)
    assert on_list(moved_up(before, 2, EVERYTHING)) == (2, 4, 9)
    assert moved_up(before, 4, EVERYTHING) == before
    assert moved_up(before, 77, EVERYTHING) == before


def test_what_somebody_does_not_see_stays_where_it_stands():
    before = listing(4, 2, 9)

    assert on_list(moved_up(before, 9, {4, 9})) == (9, 2, 4)
    assert moved_up(before, 9, {9}) == before


@given(st.lists(st.integers(1, 20), unique=True, min_size=1), st.data())
def test_moving_loses_nothing_and_every_order_can_be_reached(order: list[int], data: st.DataObject):
    wanted = data.draw(st.permutations(order))
    now = listing(*order)

    for place, experiment in enumerate(wanted):
        while on_list(now).index(experiment) > place:
            now = moved_up(now, experiment, EVERYTHING)

    assert on_list(now) == tuple(wanted)
    assert set(now.entries) == set(listing(*order).entries)


def test_words_change_and_entries_stay():
    before = listing(4, 2)

    assert worded(before, "Returns", "") == Collection(title="Returns", entries=before.entries)
    assert explained(before, 2, "New reason").entries == (
        before.entries[0],
        Entry(experiment=2, why="New reason"),
    )
    assert on_list(without_entry(before, 4)) == (2,)


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        (Collection(title=" \n"), "collection-without-title"),
        (listing(4, 2, 4), "collection-twice"),
        (listing(*range(1, MOST + 2)), "collection-too-long"),
    ],
)
def test_what_no_list_can_be_is_refused_in_words(refused: Collection, sentence: str):
    with pytest.raises(CollectionRefused) as refusal:
        check_collection(refused)

    assert refusal.value.sentence.id == sentence
    assert say(refusal.value.sentence)


def test_a_title_is_one_line():
    check_collection(Collection(title="x" * LINE))

    with pytest.raises(TooLong):
        check_collection(Collection(title="x" * (LINE + 1)))


def test_the_history_tells_which_list_it_was_and_what_came_and_went():
    made = list(told_of_change(None, listing(4)))
    changed = list(told_of_change(listing(4, 2), worded(listing(2, 9), "Returns", "")))
    moved = list(told_of_change(listing(4, 2), listing(2, 4)))

    title = listing().title
    assert [(each.field, each.before, each.after) for each in made] == [
        ("collection", "", title),
        ("collection.put", "", "CX-4"),
    ]
    assert [(each.field, each.before, each.after) for each in changed] == [
        ("collection", title, "Returns"),
        ("collection.put", "", "CX-9"),
        ("collection.taken", "", "CX-4"),
    ]
    assert [(each.field, each.after) for each in moved] == [("collection", title)]
