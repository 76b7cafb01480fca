"""How long does what leaders read take with 2,000 experiments, compared with an empty page?

The demo is copied over and over, so that each experiment has readings, citations and questions as people make
them; every copy is moved into the past by some days, and a hundred people take turns as proposers.
"""

import sys
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bench.demo import fill_with_demo
from bench.page_run import WARM_UP, empty_copy
from bench.visitor import Visitor
from registry.domain.experiment import Dossier
from registry.domain.facts import Citation, Use
from registry.domain.person import Asking
from registry.domain.recorded import Recorded
from registry.services.home import create_registry
from registry.store import experiments, index, links, people
from registry.store.database import Database, Home, opened, writing
from tests.browser.server import running_server

MANY = 2_000
ROUNDS = 30
PEOPLE = 100
PAGES = ("", "leaders", "blind", "trying")


def fill_with_many(home: Path, count: int) -> None:
    """Put *count* experiments into a new registry in *home*: the demo, and copies of it."""
    fill_with_demo(home)
    create_registry(Home(home))
    with opened(Home(home)) as db:
        original = experiments.dossiers(db, experiments.every(db))
        now = max(fact.at for each in original for fact in each.facts)
        with writing(db):
            for number in range(PEOPLE):
                people.add(db, f"Copy {number}", f"copy{number}@example.org", f"Team {number}")
            everybody = people.everybody(db)
            for copy in range(1, -(-(count - len(original)) // len(original)) + 1):
                first = 1 + copy * len(original) - original[0].id
                for place, each in enumerate(original):
                    person = everybody[(copy * 7 + place) % len(everybody)]
                    by = Asking(person=person, at=each.experiment.at - timedelta(days=3 * copy))
                    _copy(db, each, by, first)
            # What one cites may have come after it, so all of them are there first.
            for each in experiments.every(db)[len(original) :]:
                made = experiments.dossier(db, each.id)
                index.put(db, made, now)
                links.put(db, made)


def _copy(db: Database, dossier: Dossier, by: Asking, first: int) -> None:
    number = experiments.add(db, by, dossier.proposal).id
    back = by.at - dossier.experiment.at
    for fact in dossier.facts:
        experiments.append(db, by, number, _moved(fact, back, first))


def _moved(fact: Recorded, back: timedelta, first: int) -> Recorded:
    moved = fact.model_copy(update={"at": fact.at + back})
    if isinstance(moved, Citation):
        return moved.model_copy(update={"experiment": moved.experiment + first})
    if isinstance(moved, Use):
        return moved.model_copy(update={"learning": moved.learning + first})
    return moved


def main(count: int = MANY) -> None:
    """Measure, and print one line per page."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as stack:
        home, none = Path(folder, "registry"), Path(folder, "none")
        fill_with_many(home, count)
        ours = stack.enter_context(Visitor(stack.enter_context(running_server(home)).url))
        app = empty_copy(Path(folder, "empty"))
        empty = stack.enter_context(Visitor(stack.enter_context(running_server(none, app=app)).url))
        print(f"{count:,} experiments; {ROUNDS} runs each, in turn; milliseconds")
        print(f"{'page':<20}{'median':>9}{'p95':>9}{'empty page':>13}")
        for path in PAGES:
            pairs = [(ours.visit(path, ""), empty.visit("")) for _ in range(WARM_UP + ROUNDS)][WARM_UP:]
            run, nothing = median(run for run, _ in pairs), median(nothing for _, nothing in pairs)
            slow = quantiles((run for run, _ in pairs), n=20)[-1]
            name = path or "today"
            print(f"{name:<20}{run * 1000:>9.1f}{slow * 1000:>9.1f}{nothing * 1000:>13.1f}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
