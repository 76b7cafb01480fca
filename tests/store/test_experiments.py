"""Drafts refuse the second of two editors, a click counts once, and words come back as they were written."""

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.experiment import Origin, Relation, UnknownExperiment
from registry.domain.facts import Note, Reading
from registry.domain.proposal import Idea, Proposal, Quote
from registry.domain.text import PAGE
from registry.store import experiments
from registry.store.database import Database, writing
from registry.store.experiments import StaleVersion
from tests.nouns import CARD, LATER, NOON, OLGA, asking, evidence, pilot

CLICK = asking(click="one click")


def note(words: str) -> Note:
    return Note(at=NOON, by=OLGA.id, words=words)


def test_a_draft_comes_back_as_it_was_written(db: Database):
    with writing(db):
        added = experiments.add(db, asking(), CARD)

    again = experiments.get(db, added.id)

    assert again == added
    assert (again.at, again.by, again.version, again.proposal) == (NOON, OLGA.id, 1, CARD)


def test_the_second_of_two_editors_is_told(db: Database):
    with writing(db):
        seen = experiments.add(db, asking(), CARD)
        experiments.revise(db, asking(), seen.id, seen.version, Proposal(idea=Idea(change="Theirs")))

    with pytest.raises(StaleVersion) as refusal, writing(db):
        experiments.revise(db, asking(), seen.id, seen.version, Proposal(idea=Idea(change="Mine")))

    assert refusal.value.sentence.id == "draft-stale"
    assert experiments.get(db, seen.id).proposal.title == "Theirs"


def test_a_revision_keeps_who_and_when(db: Database):
    with writing(db):
        seen = experiments.add(db, asking(), Proposal())
        revised = experiments.revise(db, asking(LATER), seen.id, 1, CARD)

    assert (revised.version, revised.at, revised.changed_at) == (2, NOON, LATER)


def test_a_click_makes_one_draft_and_finds_it_again(db: Database):
    with writing(db):
        before = experiments.made_by(db, CLICK)
        one = experiments.add(db, CLICK, CARD)

    assert [before, experiments.made_by(db, CLICK), experiments.made_by(db, asking())] == [None, one, None]
    with pytest.raises(sqlite3.IntegrityError), writing(db):
        experiments.add(db, CLICK, CARD)


def test_without_a_click_every_draft_is_its_own(db: Database):
    with writing(db):
        one = experiments.add(db, asking(), CARD)
        two = experiments.add(db, asking(), CARD)

    assert experiments.every(db) == [one, two]


def test_a_click_records_one_fact(db: Database):
    with writing(db):
        number = experiments.add(db, asking(), CARD).id
        experiments.append(db, CLICK, number, note("once"))

    with pytest.raises(sqlite3.IntegrityError), writing(db):
        experiments.append(db, CLICK, number, note("twice"))

    assert experiments.dossier(db, number).facts == (note("once"),)


def test_a_click_is_remembered_only_once_it_was_recorded(db: Database):
    with writing(db):
        number = experiments.add(db, asking(), CARD).id
        before = experiments.was_recorded(db, CLICK)
        experiments.append(db, CLICK, number, note("seen"))

    assert [before, experiments.was_recorded(db, CLICK), experiments.was_recorded(db, asking())] == [
        False,
        True,
        False,
    ]


def test_an_experiment_that_is_not_there_is_refused(db: Database):
    with pytest.raises(UnknownExperiment) as refusal:
        experiments.dossier(db, 10**17)

    assert refusal.value.sentence.values == {"code": "CX-100000000000000000"}


def test_revising_an_experiment_that_is_not_there_is_refused(db: Database):
    with pytest.raises(UnknownExperiment), writing(db):
        experiments.revise(db, asking(), 99, 1, CARD)


def test_dossiers_keep_the_order_they_were_asked_for_and_their_own_facts(db: Database):
    with writing(db):
        added = [experiments.add(db, asking(), CARD) for _ in range(5)]
        for words in ("first", "second"):
            for each in added:
                experiments.append(db, asking(), each.id, note(f"{words} of {each.id}"))
    wanted = [added[3], added[0], added[4], added[1]]

    dossiers = experiments.dossiers(db, wanted)

    assert [each.experiment for each in dossiers] == wanted
    assert all(
        [each.words for each in dossier.notes] == [f"first of {dossier.id}", f"second of {dossier.id}"]
        for dossier in dossiers
    )


def test_nothing_asked_for_is_no_dossier(db: Database):
    assert experiments.dossiers(db, []) == []


def test_what_came_out_of_an_experiment_is_known(db: Database):
    with writing(db):
        first = experiments.add(db, asking(), CARD)
        origin = Origin(experiment=first.id, relation=Relation.ROLLS_OUT)
        second = experiments.add(db, asking(), CARD, origin)

    assert experiments.descendants(db, first.id) == [second]
    assert second.origin == origin


def test_evidence_comes_back_digit_for_digit(db: Database):
    reading = Reading(at=NOON, by=OLGA.id, file_name="pilot.csv", evidence=evidence())
    with writing(db):
        number = experiments.add(db, asking(), CARD).id
        for each in (pilot(), reading):
            experiments.append(db, asking(), number, each)

    assert experiments.dossier(db, number).facts == (pilot(), reading)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\x00b\x1b[31mred", "ab[31mred"),
        ("half \ud83d of an emoji", "half  of an emoji"),
        ("\u202eright to left\u202c שלום", "\u202eright to left\u202c שלום"),
        ("👩‍👩‍👧 called 🇳🇱 twice", "👩‍👩‍👧 called 🇳🇱 twice"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ('"; drop table facts; --', '"; drop table facts; --'),
        ("é" * PAGE, "é" * PAGE),
        ("long " * 4_000, ("long " * 4_000).strip()),
    ],
)
def test_any_words_come_back_as_they_were_written_less_what_no_screen_can_show(
    db: Database, written: str, kept: str
):
    with writing(db):
        number = experiments.add(db, asking(), Proposal(quote=Quote(words=written))).id

    assert experiments.get(db, number).proposal.quote.words == kept


def test_dossiers_fetched_together_are_those_fetched_one_by_one_in_the_order_asked_for(db: Database):
    with writing(db):
        first, second = (experiments.add(db, asking(), proposal).id for proposal in (CARD, Proposal()))
        experiments.append(db, asking(), second, note("Guests smile"))

    together = experiments.dossiers_of(db, [second, first, second])

    assert together == [experiments.dossier(db, number) for number in (second, first, second)]
    assert experiments.dossiers_of(db, []) == []


def test_dossiers_of_which_one_is_missing_are_refused_with_its_code(db: Database):
    with writing(db):
        there = experiments.add(db, asking(), CARD).id

    with pytest.raises(UnknownExperiment) as refusal:
        experiments.dossiers_of(db, [there, 99])

    assert refusal.value.sentence.values["code"] == "CX-99"
