"""Reading lists on their page: read by everybody, made by anybody, changed by who made them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from registry.domain.collection import Collection, Entry, on_list, worded
from registry.domain.experiment import experiment_id
from registry.domain.moment import as_moment
from registry.domain.person import Asking, Person
from registry.sentences import say
from registry.services import collection
from registry.services.person import local_person
from registry.store import collections
from registry.store.database import Database, opened
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

ABOUT = "Read these first about returns"


@contextmanager
def asked(seeds: Seeds, person: Person | None = None) -> Iterator[tuple[Database, Asking]]:
    """The local colleague, or another *person*, asks now."""
    with opened(seeds.home) as db:
        yield db, Asking(person=person or local_person(db), at=as_moment(datetime.now(UTC)))


def make(seeds: Seeds, *codes: str, by: Person | None = None, title: str = ABOUT) -> str:
    """A list of these experiments; returns its number."""
    entries = tuple(Entry(experiment=experiment_id(code), why=f"Because of {code}") for code in codes)
    with asked(seeds, by) as (db, asking):
        made = collection.collect(db, asking, Collection(title=title, lead="Half an hour", entries=entries))
    return str(made.id)


def kept(seeds: Seeds, number: str) -> Collection:
    with opened(seeds.home) as db:
        return collections.get(db, int(number)).collection


def order(seeds: Seeds, number: str) -> list[str]:
    return [f"CX-{each}" for each in on_list(kept(seeds, number))]


def test_the_first_list_is_made_in_one_form_and_opens(seeds: Seeds):
    tab = Tab("collection")
    assert say("collection-none") in tab.shown

    tab.widgets("text_input")[say("collection-title-field")].set_value(ABOUT)
    tab.press(say("collection-make-now"))

    assert tab.said("title") == [ABOUT]
    assert say("collection-empty") in tab.shown
    assert ABOUT in Tab("collection").links


def test_a_list_without_a_title_is_refused_where_it_is_made(seeds: Seeds):
    tab = Tab("collection")

    tab.press(say("collection-make-now"))

    assert tab.said("error") == [say("collection-without-title")]


def test_a_list_is_read_in_its_order_with_what_was_learned_and_why_it_stands_there(
    seeds: Seeds, ravi: Person
):
    first, second = seeds.decided(), seeds.decided()
    seeds.learned(second, "Sign with a first name")
    number = make(seeds, second, first)

    tab = Tab("collection", id=number, browser=seeds.browser_of(ravi))

    assert [line.split(" · ")[0] for line in tab.links.splitlines()][:2] == [second, first]
    assert "Sign with a first name" in tab.shown
    assert say("collection-no-learning") in tab.shown
    assert say("collection-why", why=f"Because of {second}") in tab.shown
    assert say("standing-emerging") in tab.shown
    assert say("collection-why-save") not in tab.buttons
    (text,) = tab.app.code
    assert text.value.index(second) < text.value.index(first)


def test_who_made_it_moves_takes_off_adds_and_words_it(seeds: Seeds):
    codes = [seeds.decided() for _ in range(3)]
    number = make(seeds, *codes[:2])
    tab = Tab("collection", id=number)

    tab.widgets("text_input")[say("collection-add-code")].set_value(f" {codes[2].lower()} ")
    tab.press(say("collection-add"))
    tab.press(say("collection-up", code=codes[2]))
    tab.press(say("collection-up", code=codes[2]))
    tab.press(say("collection-off", code=codes[0]))
    tab.widgets("text_input")[say("collection-why-field", code=codes[1])].set_value("A new reason")
    tab.press(say("collection-why-save"))
    tab.widgets("text_input")[say("collection-title-field")].set_value("Returns")
    tab.press(say("collection-save-words"))

    assert tab.said("error") == []
    assert order(seeds, number) == [codes[2], codes[1]]
    assert tab.said("title") == ["Returns"]


def test_a_double_click_moves_one_place(seeds: Seeds):
    codes = [seeds.decided() for _ in range(3)]
    number = make(seeds, *codes)
    tab = Tab("collection", id=number)

    tab.press_twice(say("collection-up", code=codes[2]))

    assert order(seeds, number) == [codes[0], codes[2], codes[1]]


def test_the_second_of_two_editors_is_told_and_keeps_what_they_typed(seeds: Seeds):
    number = make(seeds, seeds.decided())
    tab = Tab("collection", id=number)
    tab.widgets("text_input")[say("collection-title-field")].set_value("Mine")
    with asked(seeds) as (db, asking):
        before = collections.get(db, int(number))
        collection.change(db, asking, before.id, before.revision, worded(before.collection, "Theirs", ""))

    tab.press(say("collection-save-words"))

    assert tab.said("error") == [say("collection-stale")]
    assert tab.written(say("collection-title-field")) == "Mine"
    assert kept(seeds, number).title == "Theirs"
    tab.press(say("collection-show-now"))
    assert tab.written(say("collection-title-field")) == "Theirs"


def test_who_did_not_make_it_only_reads_it_and_a_steward_may_change_it(
    seeds: Seeds, ravi: Person, rosa: Person, stella: Person
):
    number = make(seeds, seeds.decided(), by=ravi)

    offered = {
        person.name: say("collection-save-words")
        in Tab("collection", id=number, browser=seeds.browser_of(person)).buttons
        for person in (ravi, rosa, stella)
    }

    assert offered == {ravi.name: True, rosa.name: False, stella.name: True}


def test_an_entry_that_somebody_may_not_see_is_left_out(seeds: Seeds, ravi: Person):
    seeds.works_in("Parcels")
    private, seen = seeds.draft(), seeds.decided()
    number = make(seeds, private, seen)

    tab = Tab("collection", id=number, browser=seeds.browser_of(ravi))

    everything = tab.shown + tab.links + tab.app.code[0].value
    assert private not in everything
    assert seen in everything
    assert private in Tab("collection", id=number).links


@pytest.mark.parametrize("number", ["", "7", "0", "CX-1", "-1", "9" * 40, "1; drop table facts", "<b>", "١"])
def test_an_address_that_names_no_list_says_so_calmly(seeds: Seeds, number: str):
    tab = Tab("collection", id=number)

    assert tab.said("title") == [say("collection-unknown-title")]
    assert tab.said("info") == [say("collection-unknown")]
    assert say("collection-all") in tab.links


def test_a_hostile_title_is_shown_as_it_was_typed(seeds: Seeds):
    hostile = "**bold** :red[x] <script>alert(1)</script>"
    number = make(seeds, title=hostile)

    tab = Tab("collection", id=number)

    assert tab.said("title") == [hostile]
    assert "**bold**" not in str(tab.app.title[0].value)


def test_an_experiment_is_put_on_a_list_from_its_own_page(seeds: Seeds):
    code, other = seeds.decided(), seeds.decided()
    number = make(seeds, other)
    tab = Tab("experiment", id=code)
    tab.app.session_state[f"collect-{code}"] = True
    tab.run()

    tab.choose(say("collection-offer-which"), int(number), "selectbox")
    tab.widgets("text_input")[say("collection-add-why")].set_value("It surprised us")
    tab.press(say("collection-add"))

    assert tab.said("success") == [say("collection-offer-done", title=ABOUT)]
    assert order(seeds, number) == [other, code]
    assert kept(seeds, number).entries[1].why == "It surprised us"


def test_a_draft_is_offered_no_list(seeds: Seeds):
    code = seeds.draft()

    tab = Tab("experiment", id=code)

    assert f"collect-{code}" not in tab.app.session_state
