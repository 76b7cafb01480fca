"""A history that was cut short is found by the backups that know how it went on."""

from registry.domain.sentence import Sentence
from registry.services.proposal import begin
from registry.store import history
from registry.store.chain import Head, Kept, head, verify
from registry.store.database import Home, opened, writing
from registry.store.history import Entry
from registry.store.keys import HISTORY, key
from registry.store.soundness import snapshot
from tests.nouns import CARD, LATER, OPEN, asking
from tests.store.tampering import LEARNED, LEARNING, behind_its_back, named


def found(home: Home, *backups: Kept) -> list[Sentence]:
    """What `verify` finds."""
    with snapshot(home.database) as db:
        return verify(db, key(home, HISTORY), backups)


def kept(home: Home, at: str = "2026-03-02T12:00:00.000Z") -> Kept:
    """What a backup made now would keep."""
    with opened(home) as db:
        return Kept("kept.db", at, head(db))


def test_a_history_goes_on_from_each_of_its_backups(lived: Home):
    empty, early = Kept("empty.db", "", Head(0, "")), kept(lived)
    with opened(lived) as db:
        begin(db, asking(), CARD)

    assert found(lived, empty, early, kept(lived)) == []


def test_events_cut_off_at_the_end_are_found_by_the_backup_that_has_them(lived: Home):
    before = kept(lived)

    with behind_its_back(lived) as file:
        file.execute("delete from facts where id = ?", (LEARNING,))
        file.execute("delete from events where id = ?", (LEARNED,))

    assert found(lived) == []
    assert named(found(lived, before), "backup", "day", "number") == [
        ("cut-off", "kept.db", "2026-03-02", LEARNED)
    ]


def test_an_old_copy_in_place_of_the_file_is_found_even_when_people_went_on_with_it(lived: Home):
    old = lived.database.read_bytes()
    with opened(lived) as db:
        begin(db, asking(), CARD)
    before = kept(lived)

    lived.database.write_bytes(old)
    with opened(lived) as db:
        begin(db, asking(), OPEN)
        begin(db, asking(), OPEN)

    assert named(found(lived, before), "number") == [("cut-off", LEARNED + 1)]


def test_what_a_restore_gave_up_is_not_missed_and_what_came_after_it_is(lived: Home):
    early = kept(lived)
    old = lived.database.read_bytes()
    with opened(lived) as db:
        begin(db, asking(), CARD)
    given_up = kept(lived, at="2026-03-02T12:00:00.000Z")

    lived.database.write_bytes(old)
    with opened(lived) as db, writing(db):
        history.add(db, asking(LATER), Entry("restore"))
    after = kept(lived, at="2026-06-01T12:00:00.000Z")

    assert found(lived, early, given_up, after) == []
    lived.database.write_bytes(old)
    assert named(found(lived, early, given_up, after), "number") == [("cut-off", LEARNED + 1)] * 2


def test_a_restore_that_nobody_signed_excuses_nothing(lived: Home):
    with opened(lived) as db:
        begin(db, asking(), CARD)
    before = kept(lived)

    with behind_its_back(lived) as file:
        file.execute("update events set verb = 'restore', at = '2026-06-01T12:00:00.000Z' where id = 11")
        file.execute("update events set mac = 'another' where id = 11")

    assert ("cut-off", LEARNED + 1) in named(found(lived, before), "number")
