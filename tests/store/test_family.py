"""The family of an experiment, as far as somebody may see it."""

from registry.domain.experiment import Relation
from registry.domain.learning_facts import Speaks
from registry.domain.person import Person
from registry.services.proposal import submit
from registry.store.database import Database
from registry.store.family import Family, family_of
from tests.nouns import NOON, OLGA, asking
from tests.services.learned import cited, day, drafted, helped, taught

TOM = OLGA.model_copy(update={"id": 99, "name": "Tom Teammate"})


def told(family: Family) -> list[int]:
    return [line.experiment for line in family.lines]


def test_three_generations_are_told_of_any_of_them(db: Database):
    first = taught(db)
    second = taught(db, came_from=first)
    third = drafted(db)
    helped(db, third, second, day(1))

    for focus in (first, second, third):
        found = family_of(db, focus, OLGA)
        assert told(found) == [first, second, third]
        assert found.relations == {second: Relation.TRIES_BIGGER}
        assert (set(found.rows), found.left_out) == ({first, second, third}, 0)


def test_a_draft_is_told_to_its_own_team_alone(db: Database, ravi: Person):
    first = taught(db)
    draft = drafted(db, came_from=first)

    assert told(family_of(db, first, TOM)) == [first, draft]
    for_ravi = family_of(db, first, ravi)
    assert (told(for_ravi), for_ravi.left_out, set(for_ravi.rows)) == ([first], 0, {first})

    submit(db, asking(NOON, OLGA), draft)
    assert told(family_of(db, first, ravi)) == [first, draft]


def test_what_is_cited_stands_under_it(db: Database):
    first, other = taught(db), taught(db)
    cited(db, first, other, Speaks.AGAINST, day(1))

    assert told(family_of(db, first, OLGA)) == [first, other]
    assert told(family_of(db, other, OLGA)) == [other, first]


def test_of_a_large_family_the_nearest_are_told_and_the_rest_is_counted(db: Database):
    generations = [taught(db)]
    for _ in range(7):
        generations.append(taught(db, came_from=generations[-1]))

    found = family_of(db, generations[3], OLGA, most=4)

    assert told(found) == generations[1:5]
    assert found.left_out == 4
