"""A process of its own that does to a registry what standard input says, for the tests of many writers.

`open FOLDER` opens the registry there; `write FOLDER NAME COUNT` adds that many drafts; `fork FOLDER NAME`
leaves a child behind that adds drafts until it is killed. Each is told on standard output once it is safe.
"""

import os
import sys
from pathlib import Path

from registry.domain.proposal import Idea, Proposal
from registry.store import experiments
from registry.store.database import Home, opened, writing
from registry.store.schema import create_registry
from tests.nouns import asking


def tell(line: str) -> None:
    # One call, so that the lines of several children never mix.
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def write(home: Home, name: str, count: int = sys.maxsize) -> None:
    for number in range(count):
        with opened(home) as db, writing(db):
            idea = Idea(change=f"{name}-{number}")
            experiments.add(db, asking(click=f"{name}-{number}"), Proposal(idea=idea))
        tell(f"{name}-{number}")


for line in sys.stdin:
    match line.split():
        case ["open", folder]:
            create_registry(Home(Path(folder)))
            tell("opened")
        case ["write", folder, name, count]:
            write(Home(Path(folder)), name, int(count))
        case ["fork", folder, name]:
            if (child := os.fork()) == 0:
                write(Home(Path(folder)), name)
            tell(f"pid {child}")
        case _:
            raise ValueError(line)
