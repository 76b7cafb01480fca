"""What stewards do for others, and that there is always one."""

import pytest

from registry.domain.permission import NotAllowed
from registry.domain.person import HasLeft, NoSteward, Person, PersonRefused, Role
from registry.sentences import say
from registry.services.person import LOCAL_EMAIL, add_person, change_person, local_person
from registry.store import people, sign_ins
from registry.store.database import Database, Home, writing
from tests.nouns import LATER, NOON, OLGA, STELLA, asking
from tests.services.entries import (
    BY_STELLA,
    LEADER,
    NEWCOMER,
    NOBODYS,
    REVIEWER,
    STEWARD,
    at_the_same_time,
    count,
    kept,
    newest,
    with_,
)


def ended(db: Database, ticket: str) -> bool:
    found = sign_ins.get(db, ticket)
    assert found is not None
    return found.ended is not None


def test_only_a_steward_changes_or_adds_somebody_else(db: Database, ravi: Person):
    before = count(db)

    for act in (
        lambda: change_person(db, asking(), with_(ravi, team="Parcels")),
        lambda: change_person(db, asking(), with_(ravi, team="Parcels"), OLGA),
        lambda: add_person(db, asking(), NEWCOMER),
    ):
        with pytest.raises(NotAllowed):
            act()

    assert kept(db, ravi) == ravi
    assert count(db) == before


def test_a_steward_gives_and_takes_roles_in_one_event(db: Database, ravi: Person):
    people_before, events_before = count(db)

    change_person(db, BY_STELLA, with_(ravi, roles=LEADER | STEWARD, team="Returns"))

    assert kept(db, ravi) == with_(ravi, roles=LEADER | STEWARD, team="Returns")
    assert count(db) == (people_before, events_before + 1)
    before, after = say("people-role-reviewer"), f"{say('people-role-leader')}, {say('people-role-steward')}"
    assert [(each.what, each.before, each.after) for each in newest(db).changes] == [
        ("team", "Contracts", "Returns"),
        ("roles", before, after),
    ]


def test_two_stewards_who_change_one_person_undo_nothing_of_each_other(db: Database, ravi: Person):
    change_person(db, BY_STELLA, with_(ravi, roles=NOBODYS), ravi)

    change_person(db, BY_STELLA, with_(ravi, team="Returns"), ravi)

    assert kept(db, ravi) == with_(ravi, roles=NOBODYS, team="Returns")


def test_a_steward_adds_somebody_before_they_sign_in(db: Database):
    people_before, events_before = count(db)

    added = add_person(db, BY_STELLA, NEWCOMER)

    told = {"id": added.id, "email": "nora@example.org", "team": "Parcels", "function": "legal"}
    assert added == kept(db, added) == with_(NEWCOMER, **told)
    assert count(db) == (people_before + 1, events_before + 1)
    assert newest(db).verb == "add_person"


@pytest.mark.parametrize("email", ["nora@example.org", " NORA@EXAMPLE.ORG ", "Nora@example.org"])
def test_an_address_belongs_to_one_person_however_it_is_written(db: Database, email: str):
    add_person(db, BY_STELLA, NEWCOMER)
    before = count(db)

    with pytest.raises(PersonRefused) as refusal:
        add_person(db, BY_STELLA, with_(NEWCOMER, name="Nina New", email=email))

    assert refusal.value.sentence.id == "person-email-taken"
    assert count(db) == before


def test_the_same_click_twice_adds_somebody_once(db: Database):
    click = asking(person=STELLA, click="add")
    added = add_person(db, click, NEWCOMER)
    before = count(db)

    assert add_person(db, click, NEWCOMER) == added

    assert count(db) == before


def test_an_address_that_is_none_is_refused(db: Database):
    before = count(db)

    with pytest.raises(PersonRefused):
        add_person(db, BY_STELLA, with_(NEWCOMER, email="nora at example.org"))

    assert count(db) == before


def test_nobody_changes_who_is_not_here(db: Database):
    with pytest.raises(PersonRefused) as refusal:
        change_person(db, BY_STELLA, with_(OLGA, id=99))

    assert refusal.value.sentence.id == "person-unknown"


def test_an_address_is_never_changed(db: Database, ravi: Person):
    change_person(db, BY_STELLA, with_(ravi, email="olga@example.org", team="Returns"))

    assert kept(db, ravi) == with_(ravi, team="Returns")


def test_the_sign_ins_of_who_is_gone_end_and_nothing_is_done_in_their_name(db: Database, ravi: Person):
    with writing(db):
        sign_ins.put(db, "ravis ticket", ravi.id, NOON)
        sign_ins.put(db, "olgas ticket", OLGA.id, NOON)

    change_person(db, asking(LATER, STELLA), with_(ravi, has_left=True))

    assert ended(db, "ravis ticket")
    assert not ended(db, "olgas ticket")
    with pytest.raises(HasLeft):
        change_person(db, asking(person=ravi), with_(ravi, team="Parcels"))


def test_who_comes_back_is_who_they_were_and_signs_in_anew(db: Database, ravi: Person):
    with writing(db):
        sign_ins.put(db, "ravis ticket", ravi.id, NOON)
    change_person(db, BY_STELLA, with_(ravi, has_left=True))

    change_person(db, BY_STELLA, ravi)

    assert kept(db, ravi) == ravi
    assert ended(db, "ravis ticket")


def test_the_last_steward_neither_steps_down_nor_goes(db: Database, ravi: Person):
    before = count(db)

    for more in ({"roles": REVIEWER}, {"has_left": True}):
        with pytest.raises(NoSteward):
            change_person(db, BY_STELLA, with_(STELLA, **more))

    assert kept(db, STELLA) == STELLA
    assert count(db) == before


def test_with_sign_in_a_steward_who_never_signed_in_does_not_count(db: Database, ravi: Person):
    change_person(db, BY_STELLA, with_(ravi, roles=STEWARD))
    with writing(db):
        people.connect(db, STELLA.id, "iss stella")

    with pytest.raises(NoSteward):
        change_person(db, BY_STELLA, with_(STELLA, roles=NOBODYS))


def test_of_two_stewards_who_step_down_at_the_same_moment_one_stays(home: Home, db: Database, ravi: Person):
    both = (STELLA, with_(ravi, roles=STEWARD))
    for _ in range(8):
        for each in both:
            change_person(db, asking(person=next(p for p in both if p.id in _stewards(db))), each)

        raised = at_the_same_time(
            home,
            lambda own: change_person(own, asking(person=both[0]), with_(both[0], roles=NOBODYS)),
            lambda own: change_person(own, asking(person=both[1]), with_(both[1], has_left=True)),
        )

        assert sorted(each.__name__ if each else "" for each in raised) == ["", "NoSteward"]
        assert len(_stewards(db)) == 1


def _stewards(db: Database) -> list[int]:
    return [each.id for each in people.everybody(db) if Role.STEWARD in each.roles and not each.has_left]


def test_while_nobody_signs_in_the_local_person_stays(db: Database):
    local = local_person(db)

    with pytest.raises(PersonRefused) as refusal:
        change_person(db, BY_STELLA, with_(local, has_left=True))
    assert refusal.value.sentence.id == "person-local-stays"

    with writing(db):
        people.connect(db, STELLA.id, "iss stella")
    change_person(db, BY_STELLA, with_(local, has_left=True))
    gone = people.by_email(db, LOCAL_EMAIL)
    assert gone is not None
    assert gone.has_left
