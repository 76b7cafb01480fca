"""Signing in and out. A browser keeps a ticket; what it is worth is decided here, on every run."""

from contextlib import suppress
from datetime import timedelta
from hashlib import sha256

from registry.domain.difference import differences
from registry.domain.history import Change
from registry.domain.moment import Moment
from registry.domain.permission import check_allowed
from registry.domain.person import Asking, HasLeft, Person, PersonRefused
from registry.domain.sign_in import Claims, SignIn, SignInRefused, SignInRules, check_claims, is_live
from registry.domain.text import LINE, check_lengths
from registry.services.history import in_words
from registry.services.home import home
from registry.services.person import LOCAL_EMAIL, joined, local_person, steward_if_none
from registry.services.recording import acting
from registry.store import history, people, sign_ins
from registry.store.database import Database, RegistryRefused, writing
from registry.store.history import Entry, Sealed
from registry.store.keys import COOKIE, key

SEEN_EVERY = timedelta(minutes=1)
"""How exactly the last run is remembered: writing it on every run would make people wait."""

REMEMBERED = timedelta(days=1)
"""How long a ticket outlives its limit: it must not seem new while what the provider said is fresh."""


def cookie_key() -> bytes:
    """The key that signs what a browser keeps: 32 bytes."""
    return key(home(), COOKIE)


def who(db: Database, ticket: str, at: Moment, rules: SignInRules) -> Person | None:
    """Who asks with *ticket*, now; None when it is worth nothing, or nothing any more."""
    sign_in = _live(db, ticket, at, rules)
    person = sign_in and people.get(db, sign_in.person)
    if sign_in is None or person is None or person.has_left:
        return None
    if at - sign_in.seen >= SEEN_EVERY:
        # Who may look may go on looking while the registry cannot be written.
        with suppress(RegistryRefused), writing(db):
            sign_ins.saw(db, sign_in.id, at)
    return person


def is_over(db: Database, ticket: str, at: Moment, rules: SignInRules) -> bool:
    """Whether *ticket* was worth something once, and is not any more."""
    found = sign_ins.get(db, _digest(ticket))
    return found is not None and not is_live(found, at, rules)


def sign_in(db: Database, ticket: str, claims: Claims, at: Moment, rules: SignInRules) -> Person:
    """Let in whom the provider vouches for, and make them a person on their first visit.

    A ticket counts once: one that was ended cannot come in again. Raises SignInRefused, TooLong, and
    HasLeft for somebody whom a steward marked as gone.
    """
    with writing(db):
        # Two tabs may come in with one ticket at the same moment.
        earlier = sign_ins.get(db, _digest(ticket))
        if earlier is not None and not is_live(earlier, at, rules):
            raise SignInRefused("sign-in-again")
        check_claims(claims, at, rules)
        check_lengths(claims, LINE)
        person = _known(db, claims, at) or _connected(db, claims, at, rules)
        if person.has_left:
            raise HasLeft("person-has-left", name=person.name)
        if earlier is None:
            sign_ins.forget(db, at - rules.longest - REMEMBERED)
            sign_ins.put(db, _digest(ticket), person.id, at)
        return person


def _known(db: Database, claims: Claims, at: Moment) -> Person | None:
    """Whom the provider calls so, with the address they have there now, unless somebody else here has it."""
    person = people.by_subject(db, claims.key)
    if person is None or people.by_email(db, claims.email) is not None:
        return person
    return _change_email(db, person, claims.email, at)


def _connected(db: Database, claims: Claims, at: Moment, rules: SignInRules) -> Person:
    """Whoever has this address already, when a steward wrote it down before; else somebody new."""
    found = people.by_email(db, claims.email)
    account = found and sign_ins.account(db, found.id)
    if found is not None and found.has_left and account:
        _give_up_address(db, found, at)
        found = None
    if found is None:
        return joined(db, claims.name or claims.email.partition("@")[0], claims.email, at, claims.key)
    if found.email == LOCAL_EMAIL or (account and not rules.connects_by_email):
        raise SignInRefused("sign-in-email-taken", email=claims.email)
    people.connect(db, found.id, claims.key)
    asking = Asking(person=found, at=at)
    person = steward_if_none(db, asking)
    changes = in_words(differences(found, person))
    if account:
        changes += (Change(what="account", before=account, after=claims.key),)
    verb = "change_person" if account else "join"
    history.add(db, asking, Entry(verb, changes=changes, wrote=[Sealed("people", person.id)]))
    return person


def _give_up_address(db: Database, gone: Person, at: Moment) -> None:
    """A company gives an address to somebody else when its owner is gone; what is theirs stays theirs."""
    _change_email(db, gone, f"{gone.email} #{gone.id}", at)


def _change_email(db: Database, person: Person, email: str, at: Moment) -> Person:
    changed = person.model_copy(update={"email": email})
    asking = Asking(person=person, at=at)
    people.change(db, asking, changed)
    changes = in_words(differences(person, changed))
    history.add(db, asking, Entry("change_person", changes=changes, wrote=[Sealed("people", person.id)]))
    return changed


def open_locally(db: Database, ticket: str, at: Moment) -> Person:
    """Without a provider whoever opens the registry on this computer is let in, as its local person."""
    person = local_person(db)
    with suppress(RegistryRefused), writing(db):
        sign_ins.forget(db, at - SignInRules().longest - REMEMBERED)
        sign_ins.put(db, _digest(ticket), person.id, at)
    return person


def act_as(db: Database, ticket: str, asking: Asking, id: int) -> Person:
    """Let the one user of a registry without a provider ask as another of its people.

    The caller makes sure that there is no provider. Raises PersonRefused, and HasLeft for somebody gone.
    """
    with writing(db):
        other, sign_in = people.get(db, id), sign_ins.get(db, _digest(ticket))
        if other is None or sign_in is None:
            raise PersonRefused("person-unknown", email="")
        if other.has_left:
            raise HasLeft("person-has-left", name=other.name)
        sign_ins.act_as(db, sign_in.id, other.id)
        change = Change(what="act_as", before=asking.person.name, after=other.name)
        history.add(db, asking, Entry("act_as", changes=[change]))
        return other


def sign_out(db: Database, ticket: str, at: Moment) -> None:
    """End the sign-in of *ticket*, in every tab."""
    with writing(db):
        sign_in = sign_ins.get(db, _digest(ticket))
        if sign_in is not None:
            sign_ins.end(db, sign_in.id, at)


def end_sign_ins(db: Database, asking: Asking, id: int) -> None:
    """End every sign-in of one person: one's own, or as a steward anybody's."""
    with acting(db, asking) as asked:
        if id != asked.person.id:
            check_allowed(asked, "end_sign_ins")
        person = people.get(db, id)
        if person is None:
            raise PersonRefused("person-unknown", email="")
        sign_ins.end_all(db, id, asked.at)
        change = Change(what="person", after=person.name)
        history.add(db, asked, Entry("end_sign_ins", changes=[change]))


def _live(db: Database, ticket: str, at: Moment, rules: SignInRules) -> SignIn | None:
    found = sign_ins.get(db, _digest(ticket))
    return found if found is not None and is_live(found, at, rules) else None


def _digest(ticket: str) -> str:
    """What the registry keeps of a ticket: whoever reads it there cannot come in with it."""
    return sha256(ticket.encode()).hexdigest()
