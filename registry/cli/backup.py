"""`backup`: a copy of the registry, while people write."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any, NamedTuple

from registry.cli.asking import as_option, asking
from registry.cli.command import Command
from registry.cli.printing import two_columns
from registry.cli.reading import data_file
from registry.sentences import say
from registry.services.backup import back_up, moment_words
from registry.services.home import registry
from registry.store.candidate import Backup


class Written(NamedTuple):
    """A backup, and where it lies."""

    file: Path
    backup: Backup


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=say("cli-backup-file"))
    parser.add_argument("--replace", action="store_true", help=say("cli-backup-replace"))
    as_option(parser)


def run(args: Namespace) -> Written:
    """The registry written to a file that nobody had, or, when asked, in the place of an earlier backup."""
    file = data_file(args.file)
    with registry() as db:
        return Written(file, back_up(db, asking(db, args), file, replace=args.replace))


def plain(written: Written) -> Any:
    told = written.backup.model_dump(mode="json", include={"at", "size", "events", "head", "state"})
    return {"file": str(written.file), **told}


def table(written: Written) -> list[str]:
    backup = written.backup
    rows = [
        (say("cli-backup-where"), str(written.file)),
        (say("cli-backup-size"), say("backup-size", megabytes=backup.megabytes)),
        (say("cli-backup-at"), "" if backup.at is None else moment_words(backup.at)),
        (say("cli-backup-events"), str(backup.events)),
        (say("cli-backup-head"), backup.head),
        (say("cli-backup-state"), say(f"backup-state-{backup.state}")),
    ]
    return [*two_columns(rows), "", say("backup-keys")]


COMMAND = Command(arguments, run, plain, table)
