"""Who is here: the local person, a first visit, and one's own entry."""

import pytest

from registry.domain.permission import NotAllowed
from registry.domain.person import Person, PersonRefused
from registry.domain.text import LINE, TooLong
from registry.services import proposal
from registry.services.person import add_person, change_person, functions, joined, local_person
from registry.store import experiments, index, people
from registry.store.database import Database, Home, writing
from tests.nouns import CARD, NOON, OLGA, STELLA, asking
from tests.services.entries import (
    BY_STELLA,
    LEADER,
    NEWCOMER,
    REVIEWER,
    STEWARD,
    at_the_same_time,
    count,
    kept,
    newest,
    with_,
)

HOSTILE = "<script>alert(1)</script> **Nora** :smile: [x](http://x.example) 🦊 \N{RIGHT-TO-LEFT MARK}אולגה"


def test_the_local_person_is_made_once(db: Database):
    first, second = local_person(db), local_person(db)

    assert first == second
    assert people.get(db, first.id) == first


def test_two_tabs_that_open_first_find_the_same_person(home: Home):
    found: list[Person] = []

    at_the_same_time(home, *[lambda db: found.append(local_person(db))] * 4)

    assert len(found) == 4
    assert len(set(found)) == 1


def test_everybodys_name_is_known_by_id(db: Database, ravi: Person, rosa: Person):
    assert people.names(db) == {
        OLGA.id: "Olga Owner",
        STELLA.id: "Stella Steward",
        ravi.id: "Ravi Reviewer",
        rosa.id: "Rosa Reviewer",
    }
    assert people.get(db, 99) is None


def test_who_comes_for_the_first_time_is_kept_in_one_line_with_a_name(db: Database):
    with writing(db):
        long = joined(db, f"\N{RIGHT-TO-LEFT OVERRIDE}{'N' * 400}\nNew", " Nora@Example.org", NOON, "iss 1")
        nameless = joined(db, "\N{ZERO WIDTH SPACE}", "nils@example.org", NOON, "iss 2")

    assert (long.name, long.email) == ("N" * LINE, "nora@example.org")
    assert nameless.name == "nils"


def test_somebody_says_their_own_name_team_and_function(db: Database):
    with writing(db):
        nora = joined(db, "Nora", "nora@example.org", NOON)
    wanted = with_(nora, name=" Nora\nN. Newcomer ", team="Returns", function="finance")

    said = change_person(db, asking(person=nora), wanted)

    assert said == kept(db, nora) == with_(nora, name="Nora N. Newcomer", team="Returns", function="finance")
    changes = [(change.what, change.before, change.after) for change in newest(db).changes]
    assert changes == [
        ("name", "Nora", "Nora N. Newcomer"),
        ("team", "", "Returns"),
        ("function", "", "finance"),
    ]


@pytest.mark.parametrize(
    "more", [{"roles": STEWARD}, {"roles": LEADER}, {"roles": REVIEWER}, {"has_left": True}]
)
def test_nobody_gives_themselves_a_role_or_marks_themselves_as_gone(db: Database, more: dict[str, object]):
    before = count(db)

    with pytest.raises(NotAllowed):
        change_person(db, asking(), with_(OLGA, **more))
    # What a page believes about who asks, and about how somebody stood, grants nothing either.
    with pytest.raises(NotAllowed):
        change_person(db, asking(person=with_(OLGA, roles=STEWARD)), with_(OLGA, **more), OLGA)

    assert kept(db, OLGA) == OLGA
    assert count(db) == before


def test_what_changes_nothing_is_no_event(db: Database, ravi: Person):
    before = count(db)

    assert change_person(db, BY_STELLA, with_(ravi, name=f" {ravi.name} ")) == ravi

    assert count(db) == before


def test_parcels_and_parcels_in_small_letters_are_one_team(db: Database, ravi: Person):
    change_person(db, BY_STELLA, with_(ravi, team=" pARCELS", function="OPERATIONS"))

    assert (kept(db, ravi).team, kept(db, ravi).function) == ("Parcels", "operations")


def test_who_is_alone_in_a_team_may_spell_it_anew(db: Database, ravi: Person):
    change_person(db, BY_STELLA, with_(ravi, team="CONTRACTS", function="Quality Gate"))

    assert (kept(db, ravi).team, kept(db, ravi).function) == ("CONTRACTS", "Quality Gate")
    assert functions(db)[-1] == "Quality Gate"
    assert functions(db).count("legal") == 1


def test_what_somebody_began_before_they_named_a_team_goes_with_them(db: Database, ravi: Person):
    change_person(db, BY_STELLA, with_(ravi, team=""))
    draft = proposal.begin(db, asking(person=ravi), CARD)

    change_person(db, asking(person=ravi), with_(ravi, team="Parcels"))

    assert experiments.get(db, draft.id).team == "Parcels"
    assert [row.experiment for row in index.by_ids(db, [draft.id], viewer=OLGA)] == [draft.id]


@pytest.mark.parametrize("name", [HOSTILE, "👩🏽‍🚀", "أولغا", "N" * LINE])
def test_any_name_is_kept_as_it_was_typed(db: Database, name: str):
    change_person(db, BY_STELLA, with_(OLGA, name=name, team=name, function=name))

    assert kept(db, OLGA) == with_(OLGA, name=name, team=name, function=name)


@pytest.mark.parametrize("field", ["name", "team", "function"])
def test_a_text_longer_than_its_line_is_refused(db: Database, field: str):
    with pytest.raises(TooLong):
        change_person(db, asking(), with_(OLGA, **{field: "N" * (LINE + 1)}))
    with pytest.raises(TooLong):
        add_person(db, BY_STELLA, with_(NEWCOMER, **{field: "N" * (LINE + 1)}))


@pytest.mark.parametrize("name", ["", " \n", "\N{ZERO WIDTH SPACE}", "\N{RIGHT-TO-LEFT OVERRIDE}"])
def test_a_name_that_nobody_could_see_is_refused(db: Database, name: str):
    for act in (
        lambda: change_person(db, asking(), with_(OLGA, name=name)),
        lambda: add_person(db, BY_STELLA, with_(NEWCOMER, name=name)),
    ):
        with pytest.raises(PersonRefused) as refusal:
            act()
        assert refusal.value.sentence.id == "person-without-name"


def test_a_team_once_said_is_changed_by_a_steward(db: Database, olga: Person, stella: Person):
    elsewhere = olga.model_copy(update={"team": "Counter"})

    with pytest.raises(NotAllowed) as refusal:
        change_person(db, asking(), elsewhere)
    change_person(db, asking(person=stella), elsewhere)

    assert refusal.value.sentence.id == "not-allowed-move_somebody"
    assert people.get(db, olga.id) == elsewhere


def test_nobody_becomes_a_reviewer_of_their_own_by_moving_their_function(db: Database, rosa: Person):
    with pytest.raises(NotAllowed):
        change_person(db, asking(person=rosa), rosa.model_copy(update={"function": "legal"}))
