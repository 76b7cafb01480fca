"""`restore`: what a backup holds takes the registry's place, while the app runs."""

from argparse import ArgumentParser, Namespace
from typing import Any

from registry.cli.asking import as_option, asking
from registry.cli.command import Command
from registry.cli.reading import data_file
from registry.sentences import say
from registry.services.backup import Restored, moment_words, restore
from registry.services.home import home, registry


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=say("cli-restore-file"))
    as_option(parser)


def run(args: Namespace) -> Restored:
    """What took the registry's place, and where the one before it is kept."""
    file = data_file(args.file)
    with registry() as db:
        return restore(db, asking(db, args), file, file.name)


def plain(restored: Restored) -> Any:
    told = restored.backup.model_dump(mode="json", include={"at", "events", "head"})
    return {"file": restored.backup.name, **told, "replaced": str(home().backups / restored.replaced)}


def table(restored: Restored) -> list[str]:
    at = restored.backup.at
    made = say("backup-at-unknown") if at is None else moment_words(at)
    return [
        say("restore-done", file=restored.backup.name, at=made),
        say("restore-kept", file=restored.replaced),
        say("restore-sign-in"),
    ]


COMMAND = Command(arguments, run, plain, table)
