"""`digest`: what happened in a week, for any mailer."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from registry.cli.command import Command, CommandRefused
from registry.cli.printing import passed_on, printable, two_columns
from registry.cli.reading import data_file
from registry.domain.digest import Period, weeks_until
from registry.domain.experiment import experiment_code
from registry.sentences import say
from registry.services.digest import Digest, digest
from registry.services.digest_words import digest_html, digest_markdown
from registry.services.home import home, registry
from registry.store.rights import is_there

MOST_WEEKS = 53
OUTPUT = "-"


class Told(NamedTuple):
    """A digest, the text that goes to standard output, and the files that were written."""

    digest: Digest
    text: str
    files: tuple[Path, ...]


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--until", metavar="DATE", help=say("cli-digest-until"))
    parser.add_argument("--weeks", metavar="N", default="1", help=say("cli-digest-weeks"))
    parser.add_argument("--html", metavar="FILE", help=say("cli-digest-html"))
    parser.add_argument("--markdown", metavar="FILE", help=say("cli-digest-markdown"))
    parser.add_argument("--address", metavar="URL", help=say("cli-digest-address"))


def run(args: Namespace) -> Told:
    """The digest, written where it was asked for. Everything is checked before anything is written."""
    period = _period(args)
    address = _address(os.environ.get("REGISTRY_ADDRESS", "") if args.address is None else args.address)
    wanted = {"html": args.html, "markdown": args.markdown}
    if not args.json and wanted == {"html": None, "markdown": None}:
        wanted["markdown"] = OUTPUT
    if [*wanted.values(), OUTPUT if args.json else None].count(OUTPUT) > 1:
        raise CommandRefused("cli-digest-one-output")
    files = {kind: _file(name) for kind, name in wanted.items() if name not in (None, OUTPUT)}
    if not is_there(home().database):
        raise CommandRefused("cli-digest-no-registry", folder=str(home().folder))
    with registry() as db:
        found = digest(db, period)
    texts = {"html": digest_html(found, address), "markdown": digest_markdown(found, address)}
    for kind, file in files.items():
        _write(file, texts[kind])
    text = next((texts[kind] for kind, name in wanted.items() if name == OUTPUT), "")
    return Told(found, text, tuple(files.values()))


def _period(args: Namespace) -> Period:
    weeks, today = args.weeks, datetime.now(UTC).date()
    if not (weeks.isascii() and weeks.isdigit() and len(weeks) < 3 and 1 <= int(weeks) <= MOST_WEEKS):
        raise CommandRefused("cli-digest-no-weeks", weeks=weeks)
    try:
        last = today - timedelta(days=1) if args.until is None else date.fromisoformat(args.until)
        period = weeks_until(last, int(weeks))
    except (ValueError, OverflowError) as error:
        raise CommandRefused("cli-analyse-not-a-day", text=str(args.until)) from error
    if last > today:
        raise CommandRefused("cli-digest-future", day=last.isoformat())
    return period


def _address(said: str) -> str:
    """Where links begin: scheme, host, and a path where the registry is served under one; empty for none."""
    if not said:
        return ""
    try:
        parts = urlsplit(said)
        is_usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise CommandRefused("cli-digest-no-address", address=said) from error
    strange = set(said) & set("<>\"'\\?#@()") or any(
        char.isspace() or not char.isprintable() for char in said
    )
    if strange or not is_usable:
        raise CommandRefused("cli-digest-no-address", address=said)
    return said.rstrip("/")


def _file(name: str) -> Path:
    """Where to write. Raises CommandRefused for a place among the registry's own files."""
    file = data_file(name)
    if file.is_relative_to(home().folder.resolve()):
        raise CommandRefused("cli-digest-in-registry", file=name)
    return file


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(f"{text.rstrip()}\n", encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandRefused("cli-digest-unwritable", file=str(file), reason=reason) from error


def plain(told: Told) -> Mapping[str, Any]:
    """All of it, uncut: what happened, who was thanked, and what is remembered."""
    thanks = [
        {
            "code": experiment_code(each.experiment),
            "title": each.tried,
            "words": each.words,
            "whom": each.whom,
        }
        for each in told.digest.thanks
    ]
    days = [
        {
            "code": each.code,
            "title": each.tried,
            "milestone": each.anniversary.milestone,
            "on": each.anniversary.on.isoformat(),
            "years": each.anniversary.years,
            "words": each.learned,
        }
        for each in told.digest.days
    ]
    return {
        **told.digest.happened.model_dump(mode="json"),
        "thanks": thanks,
        "anniversaries": days,
        "files": [str(file) for file in told.files],
    }


def table(told: Told) -> list[str]:
    """The text that was asked for; without one, which files were written."""
    if told.text:
        return [passed_on(line) for line in told.text.splitlines()]
    rows = [(say("cli-digest-written"), str(file)) for file in told.files]
    return [printable(line) for line in two_columns(rows)]


COMMAND = Command(arguments, run, plain, table, is_text=True)
