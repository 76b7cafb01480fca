"""`size`: how many customers, or stores, does a pilot need?"""

from argparse import ArgumentParser, Namespace
from typing import Any

from registry.analysis.sizing.size_asked import Asked, Size, size
from registry.cli.command import Command
from registry.cli.printing import two_columns
from registry.domain.plan import Kind
from registry.sentences import say


def arguments(parser: ArgumentParser) -> None:
    kinds = [kind.value for kind in Kind]
    parser.add_argument("--kind", required=True, choices=kinds, help=say("cli-size-kind"), metavar="KIND")
    parser.add_argument("--baseline", type=float, metavar="SHARE", help=say("cli-size-baseline"))
    parser.add_argument("--mde", type=float, metavar="N", help=say("cli-size-mde"))
    parser.add_argument("--sd", type=float, metavar="N", help=say("cli-size-sd"))
    parser.add_argument("--margin", type=float, metavar="N", help=say("cli-size-margin"))
    parser.add_argument("--power", type=float, default=0.8, metavar="SHARE", help=say("cli-size-power"))
    parser.add_argument("--alpha", type=float, default=0.05, metavar="SHARE", help=say("cli-size-alpha"))
    parser.add_argument("--cluster-size", type=float, metavar="N", help=say("cli-size-cluster-size"))
    parser.add_argument("--icc", type=float, metavar="SHARE", help=say("cli-size-icc"))
    parser.add_argument("--looks", type=int, default=1, metavar="N", help=say("cli-size-looks"))


def run(args: Namespace) -> Size:
    """The units, or clusters, that each arm needs."""
    given: dict[str, Any] = {**vars(args), "kind": Kind(args.kind)}
    return size(Asked(**{name: given[name] for name in Asked._fields}))


def plain(answer: Size) -> Any:
    return answer._asdict() | {"assumptions": [say(one) for one in answer.assumptions]}


def table(answer: Size) -> list[str]:
    rows = [(say("cli-size-units"), f"{answer.units_per_arm:,}")]
    if answer.clusters_per_arm is not None:
        rows.append((say("cli-size-clusters"), f"{answer.clusters_per_arm:,}"))
    return two_columns(rows + [(say("cli-size-assumes"), say(one)) for one in answer.assumptions])


COMMAND = Command(arguments, run, plain, table)
