"""`policy`: is this a policy, and what would it change? With `--adopt` it is in force from then on."""

from argparse import ArgumentParser, Namespace
from contextlib import nullcontext
from typing import Any, NamedTuple

from registry.cli.asking import as_option, asking
from registry.cli.command import Command
from registry.cli.printing import one_line
from registry.cli.reading import read_text
from registry.domain.policy import Policy
from registry.sentences import say
from registry.services.home import registry
from registry.services.home_folder import has_registry
from registry.services.policy_change import Report, adopt_policy, check_policy


class Answer(NamedTuple):
    """What the policy makes of past experiments; and itself, where it is in force now."""

    report: Report
    adopted: Policy | None


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=say("cli-policy-file"))
    parser.add_argument("--adopt", action="store_true", help=say("cli-policy-adopt"))
    as_option(parser)


def run(args: Namespace) -> Answer:
    """The report; without `--adopt` nothing is written, not even a registry where there is none."""
    text = read_text(args.file)
    with registry() if args.adopt or has_registry() else nullcontext() as db:
        report = check_policy(db, text)
        if db is None or not args.adopt:
            return Answer(report, None)
        return Answer(report, adopt_policy(db, asking(db, args), text))


def plain(answer: Answer) -> Any:
    report, adopted = answer
    return {
        "version": report.policy.version,
        "adopted_on": None if adopted is None else adopted.date.isoformat(),
        "compared": report.compared,
        "moved": [each.model_dump() for each in report.moved],
    }


def table(answer: Answer) -> list[str]:
    report, adopted = answer
    version = report.policy.version
    lines = [say("cli-policy-is-one" if adopted is None else "policy-adopted", version=version)]
    if not report.moved:
        return [*lines, say("policy-report-none", compared=report.compared)]
    lines.append(say("policy-report-moved", compared=report.compared, moved=len(report.moved)))
    return lines + [one_line(each.text) for each in report.moved]


COMMAND = Command(arguments, run, plain, table)
