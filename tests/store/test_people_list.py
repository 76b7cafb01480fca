"""Looking through the list of people."""

import pytest

from registry.domain.person import Person, Role
from registry.store import people, people_list
from registry.store.database import Database, writing
from tests.nouns import asking

ROWS = (
    ("Zoë Zimmer", "Parcels", "legal"),
    ("Åsa Ångström", "parcels", "front line"),
    ("Özil 100%_sure", "Returns", "finance"),
    ("Anna Agent", "Counter", "Legal"),
)


@pytest.fixture
def filled(db: Database) -> Database:
    """Six people, two of them from the tests' own registry."""
    with writing(db):
        for number, (name, team, function) in enumerate(ROWS):
            people.add(db, name, f"n{number}@firm.example", team, function)
        people.add(db, "Greta Gone", "greta@firm.example")
        gone = people.by_email(db, "greta@firm.example")
        assert gone is not None
        left = {"has_left": True, "roles": frozenset({Role.STEWARD, Role.REVIEWER})}
        people.change(db, asking(), gone.model_copy(update=left))
    return db


def names(found: list[Person]) -> list[str]:
    return [person.name.split()[0] for person in found]


def test_the_list_goes_by_name_whatever_the_accents_and_who_is_gone_comes_last(filled: Database):
    everybody = people_list.listed(filled, limit=100)

    assert names(everybody) == ["Anna", "Åsa", "Olga", "Özil", "Stella", "Zoë", "Greta"]
    assert everybody[-1].has_left
    assert set(everybody) == set(people.everybody(filled))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("asa", ["Åsa"]),
        ("ÅSA", ["Åsa"]),
        ("zoe legal", ["Zoë"]),
        ("legal", ["Anna", "Zoë"]),
        ("parcels", ["Åsa", "Olga", "Zoë"]),
        ("steward", ["Stella", "Greta"]),
        ("n3@firm.example", ["Anna"]),
        ("100%", ["Özil"]),
        ("zoe finance", []),
        ("' or 1=1 --", []),
        ("nobody", []),
    ],
)
def test_every_word_must_be_found_somewhere(filled: Database, text: str, found: list[str]):
    assert names(people_list.listed(filled, text, limit=100)) == found
    assert people_list.count(filled, text) == len(found)


@pytest.mark.parametrize("text", ["", "  ", "!?", "\x00"])
def test_without_a_word_everybody_is_found(filled: Database, text: str):
    assert people_list.count(filled, text) == 7


def test_pages_put_together_are_the_whole_list(filled: Database):
    pages = [people_list.listed(filled, limit=3, offset=offset) for offset in (0, 3, 6, 9)]

    assert [person for page in pages for person in page] == people_list.listed(filled, limit=100)
    assert [len(page) for page in pages] == [3, 3, 1, 0]


def test_stewards_are_those_who_are_still_here(filled: Database):
    assert names(people_list.stewards(filled)) == ["Stella"]


def test_a_team_stands_once_as_it_was_first_spelled(filled: Database):
    assert people_list.spellings(filled, "team") == ["Counter", "Parcels", "Quality", "Returns"]
    assert people_list.spellings(filled, "function") == [
        "customer experience",
        "finance",
        "front line",
        "legal",
        "operations",
    ]


def test_a_team_of_one_is_not_among_those_of_the_others(filled: Database):
    assert people_list.spellings(filled, "team", but_not=2) == ["Counter", "Parcels", "Returns"]
