"""Who asks at the command line: the option `--as` of the commands that write."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime

from registry.cli.command import CommandRefused
from registry.domain.person import Asking, Person
from registry.domain.text import cleaned
from registry.sentences import say
from registry.services.home import Database
from registry.services.person import local_person
from registry.store import people


def as_option(parser: ArgumentParser) -> None:
    """Let a command be asked by somebody: `--as E-MAIL`."""
    parser.add_argument("--as", dest="email", metavar="E-MAIL", help=say("cli-person"))


def asking(db: Database, args: Namespace) -> Asking:
    """Who asks, now: whom `--as` names, else the local person. Raises CommandRefused for a stranger."""
    person = local_person(db) if args.email is None else _named(db, args.email)
    return Asking(person=person, at=datetime.now(UTC))


def _named(db: Database, email: str) -> Person:
    # Cleaned as every text that the registry keeps; and nobody is meant by an empty one.
    person = people.by_email(db, known) if (known := cleaned(email)) else None
    if person is None:
        raise CommandRefused("cli-person-unknown", email=email)
    return person
