"""`check`: is the registry whole, and its history as it was written?"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from registry.cli.command import Command
from registry.cli.printing import one_line, two_columns
from registry.domain.sentence import Sentence
from registry.sentences import say
from registry.services.check import Checked, check


def arguments(_parser: ArgumentParser) -> None:
    """It takes nothing: it looks at the registry that REGISTRY_HOME names."""


def run(_args: Namespace) -> Checked:
    """What a check of the registry finds now."""
    return check(datetime.now(UTC))


def plain(checked: Checked) -> Any:
    values = checked.model_dump(exclude={"findings"})
    return values | {"findings": [_plain(found) for found in checked.findings]}


def table(checked: Checked) -> Sequence[str]:
    """One line for each finding; where there is none, what was looked at."""
    if checked.findings:
        return [one_line(say(found)) for found in checked.findings]
    rows = [
        (say(f"cli-check-{name}"), str(n)) for name, n in checked.model_dump(exclude={"findings"}).items()
    ]
    return [*two_columns(rows), "", say("cli-check-whole")]


def exit_code(checked: Checked) -> int:
    """1 when something was found."""
    return 1 if checked.findings else 0


def _plain(found: Sentence) -> dict[str, Any]:
    return {"kind": found.id.removeprefix("found-"), **found.values, "text": one_line(say(found))}


COMMAND = Command(arguments, run, plain, table, exit_code)
