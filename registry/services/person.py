"""People: who is here, in which team and function, with which roles."""

from datetime import UTC, datetime

from registry.domain.difference import differences
from registry.domain.moment import Moment, as_moment
from registry.domain.naming import address, as_known, as_meant, one_line
from registry.domain.organisation import Organisation
from registry.domain.permission import check_allowed
from registry.domain.person import (
    Asking,
    Person,
    PersonRefused,
    Role,
    check_person,
    check_steward_remains,
    is_moved,
    is_steward,
)
from registry.domain.text import LINE, check_lengths
from registry.services.history import in_words
from registry.services.recording import acting
from registry.store import experiments, history, index, people, people_list, sign_ins
from registry.store import organisation as organisations
from registry.store.database import Database, writing
from registry.store.history import Entry, Sealed

LOCAL_EMAIL = "local@localhost"
LOCAL_NAME = "Local colleague"


def local_person(db: Database) -> Person:
    """The one person of a registry without sign-in; made at the first opening, as its steward."""
    return people.by_email(db, LOCAL_EMAIL) or _made(db)


def _made(db: Database) -> Person:
    with writing(db):
        found = people.by_email(db, LOCAL_EMAIL)
        return found or joined(db, LOCAL_NAME, LOCAL_EMAIL, as_moment(datetime.now(UTC)))


def joined(db: Database, name: str, email: str, at: Moment, subject: str | None = None) -> Person:
    """Somebody's first visit, in the caller's transaction; *subject* is what the sign-in provider calls them.

    While nobody who can sign in looks after the registry, who comes becomes its steward.
    """
    newcomer = people.add(db, one_line(name)[:LINE] or email.partition("@")[0], email.strip().lower())
    if subject is not None:
        people.connect(db, newcomer.id, subject)
    asking = Asking(person=newcomer, at=at)
    newcomer = steward_if_none(db, asking)
    changes = in_words(differences(Person(id=newcomer.id, name="", email=""), newcomer))
    history.add(db, asking, Entry("join", changes=changes, wrote=[Sealed("people", newcomer.id)]))
    return newcomer


def steward_if_none(db: Database, asking: Asking) -> Person:
    """Who asks, made steward while nobody who can sign in is one; in the caller's transaction."""
    person = asking.person
    if not any(map(is_steward, who_can_sign_in(db))):
        person = person.model_copy(update={"roles": person.roles | {Role.STEWARD}})
        people.change(db, asking, person)
    return person


def who_can_sign_in(db: Database) -> list[Person]:
    """Everybody whom the sign-in provider knows; in a registry that never had one, everybody."""
    return people.with_subject(db) or people.everybody(db)


def functions(db: Database, *, but_not: int | None = None) -> list[str]:
    """The organisation's functions, and those that people named themselves; not what only *but_not* has."""
    own = (organisations.latest(db) or Organisation()).functions
    known = {each.casefold() for each in own}
    named = people_list.spellings(db, "function", but_not=but_not)
    return [*own, *(each for each in named if each.casefold() not in known)]


def add_person(db: Database, asking: Asking, person: Person) -> Person:
    """Keep somebody who has not signed in yet; the address connects them to their first sign-in.

    The same click twice keeps them once. Raises NotAllowed, and PersonRefused for an address that is
    none or that somebody has, or for no name.
    """
    check_lengths(person, LINE)
    with acting(db, asking) as asked:
        check_allowed(asked, "give_roles")
        wanted = _tidied(db, person.model_copy(update={"email": address(person.email)}))
        found = people.by_email(db, wanted.email)
        if found is not None:
            if asked.token is not None and found == wanted.model_copy(update={"id": found.id}):
                return found
            raise PersonRefused("person-email-taken", email=wanted.email)
        added = people.add(db, wanted.name, wanted.email)
        wanted = wanted.model_copy(update={"id": added.id})
        people.change(db, asked, wanted)
        changes = in_words(differences(Person(id=added.id, name="", email=""), wanted))
        history.add(db, asked, Entry("add_person", changes=changes, wrote=[Sealed("people", added.id)]))
        return wanted


def change_person(db: Database, asking: Asking, person: Person, seen: Person | None = None) -> Person:
    """Keep *person* as they are now: one's own name, team and function, or all but the address as a steward.

    With *seen*, how they stood when the caller began, only what the caller changed counts: what
    somebody else changed meanwhile stays. What they proposed before they named a team goes with them
    into it; the sign-ins of who is gone end. Raises NotAllowed, PersonRefused, and NoSteward when
    nobody would be left who looks after the registry.
    """
    check_lengths(person, LINE)
    with acting(db, asking) as asked:
        before = people.get(db, person.id)
        if before is None:
            raise PersonRefused("person-unknown", email=person.email)
        person = as_meant(seen or before, person, before).model_copy(update={"email": before.email})
        rights = (before.roles, before.has_left) != (person.roles, person.has_left)
        if rights or before.id != asked.person.id:
            check_allowed(asked, "give_roles")
        person = _tidied(db, person)
        if before == person:
            return person
        if is_moved(before, person):
            check_allowed(asked, "move_somebody")
        people.change(db, asked, person)
        if rights:
            check_steward_remains(who_can_sign_in(db))
        if person.has_left and not before.has_left:
            _check_can_leave(db, person)
            sign_ins.end_all(db, person.id, asked.at)
        wrote = [Sealed("people", person.id)]
        if person.team and not before.team:
            wrote += [Sealed("experiments", n) for n in experiments.adopt(db, person.id, person.team)]
            for sealed in wrote[1:]:
                index.put(db, experiments.dossier(db, sealed.id), asked.at)
        changes = in_words(differences(before, person))
        history.add(db, asked, Entry("change_person", changes=changes, wrote=wrote))
        return person


def _tidied(db: Database, person: Person) -> Person:
    """*person* with a name in one line, and team and function spelled as others spell them already."""
    tidied = person.model_copy(
        update={
            "name": one_line(person.name),
            "team": as_known(person.team, people_list.spellings(db, "team", but_not=person.id)),
            "function": as_known(person.function, functions(db, but_not=person.id)),
        }
    )
    check_person(tidied)
    return tidied


def _check_can_leave(db: Database, person: Person) -> None:
    """Without sign-in it is the local person who opens the registry, and becomes others from there."""
    if person.email == LOCAL_EMAIL and not people.with_subject(db):
        raise PersonRefused("person-local-stays", name=person.name)
