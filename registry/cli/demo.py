"""`demo`: fill an empty registry with a made-up organisation's experiments."""

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from registry.cli.asking import as_option, asking
from registry.cli.command import Command
from registry.cli.printing import two_columns
from registry.domain.experiment import Stage
from registry.sentences import say
from registry.services.demo import fill
from registry.services.home import registry


def run(args: Namespace) -> Mapping[Stage, int]:
    """How many experiments stand at each stage of the registry that the demo has filled."""
    with registry() as db:
        return fill(db, asking(db, args))


def plain(stages: Mapping[Stage, int]) -> Any:
    return {"experiments": sum(stages.values()), "stages": dict(stages)}


def table(stages: Mapping[Stage, int]) -> list[str]:
    rows = [(say(f"stage-{stage}"), str(n)) for stage, n in stages.items()]
    return [*two_columns(rows), "", say("cli-demo-filled", experiments=sum(stages.values()))]


COMMAND = Command(as_option, run, plain, table)
