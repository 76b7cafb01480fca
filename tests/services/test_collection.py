"""Reading lists: made by anybody, changed by who made them and by stewards, and never half lost."""

import pytest

from registry.domain.collection import Collection, CollectionRefused, Entry, on_list, with_entry, worded
from registry.domain.experiment import UnknownExperiment
from registry.domain.permission import NotAllowed
from registry.domain.person import Person
from registry.sentences import say
from registry.services.agreement import agree_to_be_named
from registry.services.check import check
from registry.services.collection import change, collect, put_on_list
from registry.services.redaction import look, redact
from registry.store import collections
from registry.store.database import Database, Home
from registry.store.experiments import StaleVersion
from tests.nouns import LATER, NOON, OLGA, STELLA, asking
from tests.services.entries import BY_STELLA, newest
from tests.services.maria import BY_STELLA_LATER, bytes_kept, gone
from tests.services.situations import READ_FIRST, drafted, running
from tests.store.tampering import behind_its_back


def about(*experiments: int) -> Collection:
    """A list of these experiments."""
    return Collection(title="Returns", entries=tuple(Entry(experiment=each) for each in experiments))


def clicked(token: str, person: Person = OLGA):
    """*person* asks with the click *token*."""
    return asking(NOON, person).model_copy(update={"token": token})


def test_the_same_click_twice_makes_one_list_and_one_change(db: Database):
    first, second = running(db), running(db)

    made = [collect(db, clicked("make"), about(first)) for _ in range(2)]
    put = [put_on_list(db, clicked("put"), made[0].id, Entry(experiment=second)) for _ in range(2)]
    named = [
        change(db, clicked("name"), made[0].id, put[0].revision, worded(put[0].collection, "Parcels", ""))
        for _ in range(2)
    ]

    assert made[0] == made[1]
    assert put[0] == put[1]
    assert named[0] == named[1]
    (kept,) = collections.every(db)
    assert (kept.collection.title, on_list(kept.collection)) == ("Parcels", (first, second))


def test_the_second_of_two_editors_is_told_and_loses_nothing(db: Database):
    experiment = running(db)
    seen = collect(db, asking(), READ_FIRST)
    change(db, asking(), seen.id, seen.revision, worded(seen.collection, "Mine", ""))

    with pytest.raises(StaleVersion):
        change(db, asking(), seen.id, seen.revision, worded(seen.collection, "Yours", ""))
    put_on_list(db, asking(), seen.id, Entry(experiment=experiment))

    now = collections.get(db, seen.id).collection
    assert (now.title, on_list(now)) == ("Mine", (experiment,))


def test_a_steward_may_change_it_and_it_stays_its_makers(db: Database, nora: Person):
    made = collect(db, asking(), READ_FIRST)

    by_steward = change(db, BY_STELLA, made.id, made.revision, worded(made.collection, "Tidied", ""))
    again = change(db, asking(), made.id, by_steward.revision, worded(made.collection, "Mine again", ""))

    assert (by_steward.by, by_steward.maker) == (STELLA.id, OLGA.id)
    assert again.collection.title == "Mine again"
    for verb in (
        lambda: change(db, asking(person=nora), made.id, again.revision, READ_FIRST),
        lambda: put_on_list(db, asking(person=nora), made.id, Entry(experiment=1)),
    ):
        with pytest.raises(NotAllowed):
            verb()


def test_nothing_is_written_where_nothing_changed(db: Database):
    made = collect(db, asking(), READ_FIRST)
    before = newest(db)

    same = change(db, asking(LATER), made.id, made.revision, READ_FIRST)

    assert same == made
    assert newest(db) == before


def test_what_somebody_may_not_see_does_not_exist_for_them(db: Database, nora: Person):
    private = drafted(db)
    hers = collect(db, asking(person=nora), READ_FIRST)

    for experiment in (private, 99):
        with pytest.raises(UnknownExperiment):
            put_on_list(db, asking(person=nora), hers.id, Entry(experiment=experiment))
        with pytest.raises(UnknownExperiment):
            collect(db, asking(person=nora), about(experiment))

    assert on_list(collections.get(db, hers.id).collection) == ()


def test_who_does_not_see_an_entry_may_change_the_rest_of_the_list(db: Database, nora: Person):
    private, seen = drafted(db), running(db)
    hers = collect(db, asking(person=nora), READ_FIRST)
    by_steward = change(db, BY_STELLA, hers.id, hers.revision, about(private))

    longer = with_entry(by_steward.collection, Entry(experiment=seen))
    change(db, asking(person=nora), hers.id, by_steward.revision, longer)

    assert on_list(collections.get(db, hers.id).collection) == (private, seen)


def test_a_list_that_is_not_there_is_told(db: Database):
    with pytest.raises(CollectionRefused):
        put_on_list(db, asking(), 5, Entry(experiment=1))


def test_words_go_from_every_revision_of_a_list_and_from_the_files(
    home: Home, db: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    first, second = running(db), running(db)
    made = collect(db, asking(), Collection(title="Ask Maria Kundin", lead="MARIA  Kundin knows"))
    why = Entry(experiment=first, why="as Maria Kundin said")
    put = put_on_list(db, asking(), made.id, why)
    change(db, asking(), made.id, put.revision, worded(put.collection, "Returns", ""))
    found = look(db, BY_STELLA, gone("Maria Kundin"))

    done = redact(db, BY_STELLA_LATER, gone("Maria Kundin"), "A customer’s name").standing

    assert found == done
    assert done.collections == 6
    assert b"kundin" not in bytes_kept(home).lower()
    kept = collections.get(db, made.id).collection
    assert (kept.title, kept.entries[0].why) == ("Returns", "as (removed) said")
    assert check(LATER).findings == ()
    put_on_list(db, asking(), made.id, Entry(experiment=second))


@pytest.mark.parametrize("table", ["collections", "agreements"])
def test_a_row_that_somebody_took_away_is_missed(
    home: Home, db: Database, monkeypatch: pytest.MonkeyPatch, table: str
):
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    collect(db, asking(), READ_FIRST)
    agree_to_be_named(db, asking(), agrees=True)
    with behind_its_back(home) as file:
        file.execute(f"delete from {table}")  # noqa: S608 - ours

    found = check(LATER).findings

    assert {each.id for each in found} == {"found-row-missing", "found-numbers-missing"}
    assert all(say(each) for each in found)
