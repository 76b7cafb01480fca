"""Reading the history back: newest first, page by page, only what passes the filters."""

from datetime import timedelta

import pytest

from registry.domain.history import Change, Event, Filters
from registry.domain.person import Person
from registry.store import history
from registry.store.database import Database, writing
from registry.store.history import Entry, Sealed
from tests.nouns import NOON, STELLA, asking

HOUR = timedelta(hours=1)


def write(db: Database, *entries: Entry, by: Person | None = None, hours: float = 0) -> None:
    """Put *entries* into the history, so many hours after noon."""
    with writing(db):
        for entry in entries:
            history.add(db, asking(NOON + hours * HOUR, by) if by else asking(NOON + hours * HOUR), entry)


def change(before: str = "", after: str = "") -> list[Change]:
    return [Change(what="idea.change", before=before, after=after)]


def verbs(events: list[Event]) -> list[str]:
    return [event.verb for event in events]


def found(db: Database, **wanted: object) -> list[str]:
    """The verbs of the events that pass these filters, newest first."""
    return verbs(history.newest(db, Filters.model_validate(wanted), 100))


def test_events_are_read_newest_first_and_page_by_page_without_a_gap(db: Database):
    write(db, *(Entry(f"verb{number}") for number in range(5)))

    first = history.newest(db, Filters(), 2)
    second = history.newest(db, Filters(), 2, older_than=first[-1].id)
    write(db, Entry("meanwhile"))
    third = history.newest(db, Filters(), 9, older_than=second[-1].id)

    assert verbs([*first, *second, *third]) == [*(f"verb{n}" for n in (4, 3, 2, 1, 0)), "begin_history"]


def test_each_filter_leaves_out_what_does_not_pass(db: Database):
    with writing(db):
        db.execute(
            "insert into experiments (id, at, by, version, changed_at, changed_by, proposal)"
            " values (7, '', 1, 1, '', 1, '{}')"
        )
    write(db, Entry("edit", 7), by=STELLA, hours=1)
    write(db, Entry("join"), hours=2)
    write(db, Entry("edit", changes=change("a", "b")), hours=3)

    assert found(db, person=STELLA.id) == ["edit"]
    assert found(db, experiment=7) == ["edit"]
    assert found(db, verb="edit") == ["edit", "edit"]
    assert found(db, since=NOON + 2 * HOUR) == ["edit", "join"]
    assert found(db, before=NOON + 2 * HOUR) == ["edit", "begin_history"]
    assert found(db, since=NOON + HOUR, before=NOON + 3 * HOUR, verb="join") == ["join"]
    assert found(db, person=STELLA.id, verb="join") == []


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("thank", True),
        ("THANK grüße", True),
        ("Gru\u0308ße", True),
        ("“Thank you”", True),
        ('said "no"', True),
        ("100 %", True),
        ("_", False),
        ("%o%", False),
        ("idea", False),
        ("change", False),
        ("before", False),
        ("thank never", False),
        ("'; drop table events; --", False),
        ("\\", True),
        ("  ", True),
    ],
)
def test_words_are_found_in_what_was_and_is_and_nowhere_else(db: Database, words: str, is_found: bool):
    texts = change("“Thank you”, GRÜSSE", 'she said "no" \\ 100 %')
    write(db, Entry("edit", changes=texts))

    assert ("edit" in found(db, words=words)) is is_found


def test_one_search_for_words_does_not_answer_the_next(db: Database):
    write(db, Entry("edit", changes=change("a card")), Entry("note", changes=change("a call")))

    assert found(db, words="card") == ["edit"]
    assert found(db, words="call") == ["note"]
    assert found(db) == ["note", "edit", "begin_history"]


def test_an_event_names_the_person_whose_entry_it_wrote(db: Database):
    write(db, Entry("change_person", wrote=[Sealed("people", STELLA.id)]), Entry("note"))

    note, changed = history.newest(db, Filters(), 2)

    assert (note.whom, changed.whom) == (None, STELLA.id)


def test_the_verbs_of_a_history_are_those_that_were_written(db: Database):
    write(db, Entry("start"), Entry("edit"), Entry("edit"))

    assert history.verbs(db) == ["begin_history", "edit", "start"]
