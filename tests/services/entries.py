"""People's entries as the tests of services change them and look at them."""

from collections.abc import Callable
from threading import Barrier, Thread

from registry.domain.history import Event, Filters
from registry.domain.person import Person, Role
from registry.store import history, people
from registry.store.database import Database, Home, opened
from tests.nouns import STELLA, asking

STEWARD, REVIEWER, LEADER = (frozenset({role}) for role in (Role.STEWARD, Role.REVIEWER, Role.LEADER))
NOBODYS: frozenset[Role] = frozenset()
BY_STELLA = asking(person=STELLA)
NEWCOMER = Person(
    id=0, name="Nora New", email="Nora@Example.org", team=" parcels ", function="Legal", roles=REVIEWER
)


def with_(person: Person, **more: object) -> Person:
    """*person* with something else said of them."""
    return person.model_copy(update=more)


def kept(db: Database, person: Person) -> Person:
    """*person* as the registry knows them now."""
    found = people.get(db, person.id)
    assert found is not None
    return found


def newest(db: Database) -> Event:
    """What happened last."""
    return history.newest(db, Filters(), 1)[0]


def count(db: Database) -> tuple[int, int]:
    """How many people there are, and how many events."""
    return len(people.everybody(db)), db.table("events").count


def at_the_same_time(home: Home, *acts: Callable[[Database], object]) -> list[type[BaseException] | None]:
    """What each of *acts* raised, done by threads with connections of their own that set off together."""
    raised: list[type[BaseException] | None] = [None] * len(acts)
    start = Barrier(len(acts))

    def act(number: int) -> None:
        with opened(home) as own:
            start.wait()
            try:
                acts[number](own)
            except Exception as error:
                raised[number] = type(error)

    threads = [Thread(target=act, args=(number,)) for number in range(len(acts))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return raised
