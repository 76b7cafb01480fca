"""Without sign-in there is one local person, made when somebody first opens the registry."""

from threading import Thread

from registry.domain.person import Person
from registry.services.person import local_person
from registry.store import people
from registry.store.database import Database, Home, opened


def test_the_local_person_is_made_once(db: Database):
    first, second = local_person(db), local_person(db)

    assert first == second
    assert people.get(db, first.id) == first


def test_two_tabs_that_open_first_find_the_same_person(home: Home):
    found: list[Person] = []

    def open_tab() -> None:
        with opened(home) as db:
            found.append(local_person(db))

    tabs = [Thread(target=open_tab) for _ in range(4)]
    for each in tabs:
        each.start()
    for each in tabs:
        each.join()

    assert len(found) == 4
    assert len(set(found)) == 1


def test_everybodys_name_is_known_by_id(db: Database, ravi: Person, rosa: Person):
    assert people.names(db) == {1: "Olga Owner", ravi.id: "Ravi Reviewer", rosa.id: "Rosa Reviewer"}
    assert people.get(db, 99) is None
